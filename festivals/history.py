"""The life of an edition in readable lines, from its change log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from festivals.models.changes import EditionChange
from festivals.models.edition_queries import EditionQuerySet
from festivals.models.editions import Edition
from festivals.wording import in_words, weekday_and_day

Step = EditionChange.Step
PUBLIC_STEPS = (
    *(Step.ADDED, Step.PROPOSED, Step.CONFIRMED, Step.MOVED, Step.POSTPONED),
    *(Step.CANCELLED, Step.RESTORED, Step.HELD, Step.REPEATED),
)
NEWS = (Step.MOVED, Step.POSTPONED, Step.CANCELLED, Step.CONFIRMED, Step.RESTORED)
FORMS = {  # How each status is drawn (see `certainty`).
    Edition.Status.PROJECTED: "projected",
    Edition.Status.PROPOSED: "proposed",
    Edition.Status.HELD: "held",
}
SENTENCES = {
    Step.PROJECTED: _("Projected for %(day)s"),
    Step.ADDED: _("Entered for %(day)s"),
    Step.PROPOSED: _("Proposed for %(day)s"),
    Step.CONFIRMED: _("Confirmed for %(day)s"),
    Step.MOVED: _("Moved from %(was)s to %(day)s"),
    Step.POSTPONED: _("Postponed from %(day)s; the new day is not known"),
    Step.CANCELLED: _("Cancelled; it had been for %(day)s"),
    Step.RESTORED: _("Restored for %(day)s"),
    Step.HELD: _("Held on %(day)s"),
    Step.REPEATED: _("Held again on %(day)s"),
    Step.INHERITED: _("The usual hours or the place of the festival changed"),
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


@dataclass(frozen=True)
class News:
    """A step taken lately, and the edition it was taken on as it stands now."""

    edition: Edition
    line: HistoryLine


def news_of(editions: EditionQuerySet, language: str, *, most: int) -> list[News]:
    """The last steps that change somebody's day, newest first. Three queries however many.

    Each is told by the whole log of its edition, for a later step may have moved the day.
    """
    steps = EditionChange.objects.filter(edition__in=editions.order_by().values("pk"))
    latest = list(steps.filter(step__in=NEWS).order_by("-at", "-pk")[:most])
    log = Prefetch("changes", EditionChange.objects.select_related("by"))
    rows = Edition.objects.for_cards(language).prefetch_related(log)
    told = {
        change.pk: News(row, line)
        for row in rows.filter(pk__in={change.edition_id for change in latest})
        for change, line in zip(row.changes.all(), lines_of(row, row.changes.all()), strict=True)
    }
    return [told[change.pk] for change in latest]


def lines_of(edition: Edition, log: Iterable[EditionChange]) -> list[HistoryLine]:
    """The changes of one edition in order, each told against what stood before."""
    changes = list(log)
    values = day_before(edition, changes)
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


def day_before(edition: Edition, changes: list[EditionChange]) -> dict[str, Any]:
    """The day an edition had before its log begins: not every one was entered through a door."""
    values: dict[str, Any] = {"starts_on": edition.starts_on, "precision": edition.precision}
    for change in reversed(changes):
        values |= {name: change.old[name] for name in values if name in change.old}
    return values


def text_of(change: EditionChange, before: dict[str, Any], after: dict[str, Any]) -> str:
    """What the step was, in words."""
    values = {"day": day_of(after), "was": day_of(change.old) or day_of(before)}
    if change.step == Step.CORRECTED:
        values["names"] = names_of(change)
        return gettext("Corrected: %(names)s") % values if values["names"] else gettext("Corrected")
    if change.step == Step.PROJECTED and change.old:
        return gettext("Projected anew: %(day)s") % values
    return SENTENCES[Step(change.step)] % values


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
