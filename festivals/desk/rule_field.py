"""A date rule in the form of a festival: a field made of many, and what it stores."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from festivals.desk.rule_form import RuleForm
from festivals.desk.rule_parts import rule_of, values_of


class RuleWidget(forms.Widget):
    """The fields of a rule, and a place for the dates it gives."""

    template_name = "festivals/admin/date_rule.html"
    festival: int | None = None  # Whose rule it is, if it is stored: what saving would change.

    class Media:
        css = {"all": ["tourism/css/date-rule.css"]}
        js = ["tourism/js/date-rule.js"]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        form = self.form_for(name, value)
        return super().get_context(name, None, attrs) | {"form": form, "festival": self.festival}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """By the site's own templates, which the renderer of forms does not know."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def form_for(self, name: str, value: Any) -> RuleForm:
        """The form with what was typed, or with the stored rule."""
        if isinstance(value, RuleForm):
            return value
        rule = json.loads(value) if isinstance(value, str) else value or {}
        return RuleForm(prefix=name, initial=values_of(rule))

    def value_from_datadict(self, data: Any, files: Any, name: str) -> RuleForm:
        return RuleForm(data, prefix=name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-calendar" not in data

    def id_for_label(self, id_: str) -> str:
        return ""


class RuleField(forms.Field):
    """A rule from its fields; errors of a field are told with its label."""

    widget = RuleWidget

    def to_python(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, RuleForm):
            return dict(value)
        if value.is_valid():
            return rule_of(value.cleaned_data)
        raise ValidationError(
            [
                ValidationError(f"{value.fields[name].label}: {sentence}")
                for name, sentences in value.errors.items()
                for sentence in sentences
            ]
        )

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (
            not isinstance(data, RuleForm)
            or not data.is_valid()
            or (rule_of(data.cleaned_data) != initial)
        )
