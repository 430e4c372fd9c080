"""Parts of a rule that no field can say, as JSON."""

import json
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class FurtherField(forms.CharField):
    """Parts of a rule as JSON: an object, of modest size, that every database can keep."""

    default_error_messages: ClassVar = {
        "invalid": _('Write it in braces, as in {"also": [{"month": 2, "day": 1}]}.')
    }

    def prepare_value(self, value: Any) -> Any:
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value

    def to_python(self, value: Any) -> dict[str, Any]:
        text = super().to_python(value) or "{}"
        try:
            found = json.loads(text, parse_constant=refuse_constant)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.error_messages["invalid"]) from error
        if not isinstance(found, dict) or "\\u0000" in json.dumps(found):
            raise ValidationError(self.error_messages["invalid"])
        return found

    def run_validators(self, value: Any) -> None:
        super().run_validators(json.dumps(value, ensure_ascii=False))


def refuse_constant(name: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(name)
