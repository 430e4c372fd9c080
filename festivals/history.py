"""The life of an edition in readable lines, from its change log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from festivals.models.changes import EditionChange
from festivals.models.editions import Edition
from festivals.wording import in_words, weekday_and_day

Step = EditionChange.Step
PUBLIC_STEPS = (
    *(Step.ADDED, Step.PROPOSED, Step.CONFIRMED, Step.MOVED, Step.POSTPONED),
    *(Step.CANCELLED, Step.RESTORED, Step.HELD, Step.REPEATED),
)
FORMS = {  # How each status is drawn (see `certainty`).
    Edition.Status.PROJECTED: "projected",
    Edition.Status.PROPOSED: "proposed",
    Edition.Status.HELD: "held",
}


@dataclass(frozen=True)
class HistoryLine:
    """One step: when it was taken, what it was, who said so and why."""

    at: datetime
    text: str
    who: str
    by: str
    reason: str
    document: str
    form: str
    is_public: bool

    @property
    def has_link(self) -> bool:
        """Whether the document is an address."""
        return self.document.startswith(("https://", "http://"))


def lines_of(changes: Iterable[EditionChange]) -> list[HistoryLine]:
    """The changes of one edition in order, each told against what stood before."""
    values: dict[str, Any] = {}
    found = []
    for change in changes:
        before, values = values, values | change.new
        found.append(
            HistoryLine(
                at=change.at,
                text=text_of(change, before, values),
                who=str(EditionChange.Authority(change.authority).label),
                by=str(change.by or ""),
                reason=change.reason,
                document=change.document,
                form=FORMS.get(values.get("status", ""), "confirmed"),
                is_public=change.step in PUBLIC_STEPS,
            )
        )
    return found


def text_of(change: EditionChange, before: dict[str, Any], after: dict[str, Any]) -> str:
    """What the step was, in words."""
    day, was = day_of(after), day_of(change.old) or day_of(before)
    values = {"day": day, "was": was}
    match change.step:
        case Step.PROJECTED:
            form = _("Projected for %(day)s") if not before else _("Projected anew: %(day)s")
        case Step.ADDED:
            form = _("Entered for %(day)s")
        case Step.PROPOSED:
            form = _("Proposed for %(day)s")
        case Step.CONFIRMED:
            form = _("Confirmed for %(day)s")
        case Step.MOVED:
            form = _("Moved from %(was)s to %(day)s")
        case Step.POSTPONED:
            form = _("Postponed from %(day)s; the new day is not known")
        case Step.CANCELLED:
            form = _("Cancelled; it had been for %(day)s")
        case Step.RESTORED:
            form = _("Restored for %(day)s")
        case Step.HELD:
            form = _("Held on %(day)s")
        case Step.REPEATED:
            form = _("Held again on %(day)s")
        case Step.INHERITED:
            form = _("The usual hours or the place of the festival changed")
        case _:
            form = _("Corrected")
            values["names"] = names_of(change)
            form = _("Corrected: %(names)s") if values["names"] else form
    return form % values


def day_of(values: dict[str, Any]) -> str:
    """Its first day in words, or the month where only that is known."""
    first = values.get("starts_on")
    if not first:
        return ""
    day = date.fromisoformat(str(first))
    if values.get("precision", "day") != "day":
        return in_words(day).split(" ", 1)[1]
    return f"{weekday_and_day(day)} {day.year}"


def names_of(change: EditionChange) -> str:
    """The names of the fields that a correction touched."""
    names = (str(Edition._meta.get_field(name).verbose_name) for name in change.new)
    return ", ".join(names)
