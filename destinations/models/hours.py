"""Opening hours as an editor types them: read before they are saved, with advice."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from destinations import opening

ADVICE = {
    "hour_without_minutes": _("Write hours with minutes: 08:00-16:00."),
    "dots": _("Write a colon between hours and minutes: 08:00-16:00."),
    "day_names": _("Write days in two English letters: Mo, Tu, We, Th, Fr, Sa, Su."),
    "other": _("Write days and hours like this: Mo-Fr 08:00-16:00; Sa 08:00-12:00; Su off."),
}


def hours_that_parse(value: str) -> None:
    """Refuse hours that cannot be read, with one sentence that says what to write."""
    try:
        opening.check(value)
    except opening.HoursError as error:
        raise ValidationError(ADVICE[error.hint]) from error
