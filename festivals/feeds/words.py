"""What a calendar app prints below the name: how sure the day is and why, in plain text."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from festivals.history import text_of
from festivals.models import Edition, EditionChange, Festival
from festivals.wording import in_words

Status = Edition.Status


def sentences_of(edition: Edition, change: EditionChange | None) -> list[str]:
    """A line each: how sure, why this day, what changed last, when and how, manners."""
    festival = edition.festival
    lines = [certainty_of(edition), *doubts_of(edition)]
    if festival.rule_in_words:
        lines.append(_("How its day is set: %(rule)s") % {"rule": festival.rule_in_words})
    if change:
        lines.append(change_of(edition, change))
    return [*lines, *hours_of(edition), *entry_of(festival), *filter(None, rest_of(edition))]


def certainty_of(edition: Edition) -> str:
    """How sure the day is."""
    match edition.status:
        case Status.PROJECTED:
            return window_of(edition)
        case Status.PROPOSED:
            return _("Proposed: the day is named, not confirmed yet.")
        case Status.RESCHEDULED:
            return _("Confirmed on another day than first announced.")
        case Status.POSTPONED:
            return _("Postponed: it did not stay on this day, and the new one is not known.")
        case Status.CANCELLED:
            return _("Cancelled: it does not take place.")
        case Status.HELD:
            return _("It was held on this day.")
    return _("Confirmed: the day is official.")


def window_of(edition: Edition) -> str:
    """Between which days a reckoned one may fall, and when the office asks for it."""
    words = {}
    sentence = _("Expected on this day; the office has not confirmed it.")
    if edition.has_window:
        first, last = edition.earliest_on or edition.starts_on, edition.latest_on
        words = {"first": in_words(first, last), "last": in_words(last or edition.starts_on)}
        sentence = _("Expected: its first day lies between %(first)s and %(last)s.")
    if edition.ask_on:
        asks = _("The office asks for the day on %(day)s.") % {"day": in_words(edition.ask_on)}
        return f"{sentence % words} {asks}"
    return sentence % words


def doubts_of(edition: Edition) -> Iterator[str]:
    if edition.has_window and edition.reasons:
        doubts = "; ".join(str(doubt) for doubt in edition.doubts)
        yield _("Why it may be another: %(doubts)s.") % {"doubts": doubts}


def change_of(edition: Edition, change: EditionChange) -> str:
    """The last step of its life, who said so and why."""
    now = {"starts_on": edition.starts_on.isoformat(), "precision": edition.precision}
    said = {
        "day": in_words(timezone.localtime(change.at).date()),
        "step": text_of(change, change.old, now | change.new),
        "who": str(EditionChange.Authority(change.authority).label),
        "reason": change.reason.rstrip("."),
    }
    if change.reason:
        return _("Last change, %(day)s, by %(who)s: %(step)s. Reason: %(reason)s.") % said
    return _("Last change, %(day)s, by %(who)s: %(step)s.") % said


def hours_of(edition: Edition) -> Iterator[str]:
    """The hours of each day, on the clock of its place, as far as they are known."""
    begins = edition.begins_at
    if begins is None:
        return
    is_long = edition.starts_on != edition.ends_on
    words = {"first": f"{begins:%H:%M}", "clock": edition.where.clock_name}
    sentence = (
        _("Each day from %(first)s %(clock)s.") if is_long else _("From %(first)s %(clock)s.")
    )
    if minutes := edition.minutes:
        ends = datetime.combine(edition.starts_on, begins) + timedelta(minutes=minutes)
        words["last"] = f"{ends:%H:%M}"
        sentence = _("From %(first)s to %(last)s %(clock)s.")
        if is_long:
            sentence = _("Each day from %(first)s to %(last)s %(clock)s.")
    yield sentence % words


def entry_of(festival: Festival) -> Iterator[str]:
    match festival.entry:
        case Festival.Entry.FREE:
            yield _("Free entry.")
        case Festival.Entry.TICKET:
            yield _("Entry by ticket.")


def rest_of(edition: Edition) -> list[str]:
    return [edition.note, edition.festival.manners]
