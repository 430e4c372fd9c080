"""The life of an edition as a table: which step leads from which status to which.

Pure data and two questions about it; the doors (`scheduling`, `recording`) ask them. A pair that
the table does not hold is refused with a sentence that says what to do instead.
"""

from festivals.dates.reading import Sentence, gettext_noop

PROJECTED, PROPOSED, CONFIRMED = "projected", "proposed", "confirmed"
RESCHEDULED, POSTPONED, CANCELLED, HELD = "rescheduled", "postponed", "cancelled", "held"
STATUSES = (PROJECTED, PROPOSED, CONFIRMED, RESCHEDULED, POSTPONED, CANCELLED, HELD)
PUBLIC = (PROPOSED, CONFIRMED, RESCHEDULED)  # Somebody has named the day.
OPEN = (PROJECTED, *PUBLIC, POSTPONED)
REPEATABLE = (*PUBLIC, HELD)  # From these a further holding can be entered.

STEPS: dict[str, dict[str, str]] = {
    "propose": {PROJECTED: PROPOSED, PROPOSED: PROPOSED, POSTPONED: PROPOSED},
    "confirm": {
        PROJECTED: CONFIRMED,
        PROPOSED: CONFIRMED,
        POSTPONED: CONFIRMED,
        CONFIRMED: CONFIRMED,
        RESCHEDULED: RESCHEDULED,
    },
    "move": dict.fromkeys((*PUBLIC, POSTPONED), RESCHEDULED),
    "postpone": dict.fromkeys((*PUBLIC, POSTPONED), POSTPONED),
    "cancel": dict.fromkeys((*OPEN, CANCELLED), CANCELLED),
    "hold": dict.fromkeys((*OPEN, HELD), HELD),
    "restore": {CANCELLED: CANCELLED},  # To the status it had; the change log knows it.
}

DONE = {  # What a step is called when it has been taken, in the change log.
    "propose": "proposed",
    "confirm": "confirmed",
    "move": "moved",
    "postpone": "postponed",
    "cancel": "cancelled",
    "hold": "held",
    "restore": "restored",
}

IT_IS_OVER = gettext_noop(
    "It was held and is over. Correct what is recorded of it with “Held”, or enter a new edition."
)
IT_IS_CANCELLED = gettext_noop("It is cancelled. Restore it first, if that was a mistake.")
NOBODY_NAMED_A_DAY = gettext_noop(
    "Its day is only projected and nobody has named it. Propose or confirm a day, or cancel it."
)
IT_HAS_NO_DAY = gettext_noop("It is postponed and has no day yet. Confirm its new day first.")
IT_IS_NAMED = gettext_noop(
    "Its day is confirmed already. Move it where the day is another, or postpone it."
)
ONLY_CANCELLED = gettext_noop(
    "Only a cancelled edition can be restored; this one is not cancelled."
)


class StepRefused(Sentence):
    """A step that cannot be taken; the sentence says what can be done instead."""


def leads_to(step: str, status: str) -> str:
    """The status after a step; a step that is impossible from there is refused."""
    if found := STEPS[step].get(status):
        return found
    raise StepRefused(why_not(step, status))


def why_not(step: str, status: str) -> str:
    """Why a step that the table does not hold is none, and what to do."""
    if step == "restore":
        return ONLY_CANCELLED
    if step == "repeat" and status == POSTPONED:
        return IT_HAS_NO_DAY
    if status == HELD:
        return IT_IS_OVER
    if status == CANCELLED:
        return IT_IS_CANCELLED
    return NOBODY_NAMED_A_DAY if status == PROJECTED else IT_IS_NAMED


def steps_from(status: str) -> list[str]:
    """The steps that can be taken from a status, in the order of the table."""
    return [step for step, pairs in STEPS.items() if status in pairs]
