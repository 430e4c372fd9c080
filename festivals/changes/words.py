"""A line of the change list in words, for people and for feed readers."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festivals.changes.listing import Line
from festivals.history import day_of
from festivals.models import Edition, EditionChange, Notice

Kind = Notice.Kind
SENTENCES = {
    Kind.MOVED: gettext_lazy("Moved from %(was)s to %(day)s"),
    Kind.CONFIRMED: gettext_lazy("Confirmed for %(day)s"),
    Kind.POSTPONED: gettext_lazy("Postponed from %(day)s; the new day is not known"),
    Kind.CANCELLED: gettext_lazy("Cancelled; it had been for %(day)s"),
    Kind.RESTORED: gettext_lazy("Restored for %(day)s"),
    Kind.HELD: gettext_lazy("Held on %(day)s"),
    Kind.ADDED: gettext_lazy("Entered for %(day)s"),
    Kind.REMOVED: gettext_lazy("No longer in this list; it was for %(day)s"),
}
NAMES = {  # What a correction touched, where it is not the day.
    "name": gettext_lazy("name"),
    "category": gettext_lazy("category"),
    "interests": gettext_lazy("interests"),
    "entry": gettext_lazy("entry"),
    "place": gettext_lazy("place"),
    "place_name": gettext_lazy("place"),
    "district": gettext_lazy("district"),
    "zone": gettext_lazy("clock"),
    "starts_at": gettext_lazy("hours"),
    "ends_at": gettext_lazy("hours"),
    "usual_start": gettext_lazy("hours"),
    "usual_minutes": gettext_lazy("hours"),
    "earliest": gettext_lazy("window"),
    "latest": gettext_lazy("window"),
    "note": gettext_lazy("note"),
    "status": gettext_lazy("status"),
}


def sentence_of(line: Line) -> str:
    """What became of it, without who said so."""
    kind = Kind(line.kind)
    if kind == Kind.MOVED and "first" not in line.old:
        kind = Kind.CORRECTED if line.old else Kind.ADDED
    if kind == Kind.CORRECTED:
        return corrected(line)
    values = {"day": day(line.state), "was": day(line.state | line.old)}
    return str(SENTENCES[kind]) % values


def corrected(line: Line) -> str:
    """Which of its values are others now; the days and the status with what they were."""
    found = []
    if {"first", "last"} & line.new.keys():
        days = {"was": span(line.state | line.old), "day": span(line.state)}
        found.append(_("%(was)s is now %(day)s") % days)
    if "status" in line.new and "status" in line.old:
        both = {"was": status(line.old), "now": status(line.new)}
        found.append(_("%(was)s, now %(now)s") % both)
    names = (
        str(word)
        for name, word in NAMES.items()
        if name in line.new and not (name == "status" and found)
    )
    if named := ", ".join(dict.fromkeys(names)):
        found.append(_("corrected: %(names)s") % {"names": named})
    words = "; ".join(found) or _("corrected")
    return words[:1].upper() + words[1:]


def day(state: dict[str, Any]) -> str:
    return day_of({"starts_on": state["first"], "precision": state["precision"]})


def span(state: dict[str, Any]) -> str:
    """The first day, and the last where it is another."""
    if state["first"] == state["last"] or state["precision"] != Edition.Precision.DAY:
        return day(state)
    last = day_of({"starts_on": state["last"]})
    return _("%(first)s to %(last)s") % {"first": day(state), "last": last}


def status(state: dict[str, Any]) -> str:
    return str(Edition.Status(state["status"]).label)


def authority_of(line: Line) -> str:
    """Who said so, in words; "" where nobody had to."""
    return str(EditionChange.Authority(line.authority).label) if line.authority else ""
