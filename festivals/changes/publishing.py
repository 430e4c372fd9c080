"""Write door of the change list: what is another since it was last told, as lines in one order.

Nothing has to tell the list that something changed. Where anything that pages show was written,
every edition is compared with what was last said of it: so a step of its life is told with its
reason, and so is a renamed festival, a place in another district, a row that a script wrote.

Lines become visible in the order of their keys. One writer at a time adds them, holding the row
of `ChangeList` until its transaction ends; and it looks at committed steps only, so a step that
is entered early and committed late is told late, never skipped.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError

from festivals.changes.states import IN_PLACE, Now, State, states, with_values
from festivals.models import ChangeList, Edition, EditionChange, Notice, Published
from tourism.base.models import ShownWrite
from tourism.base.promptly import promptly

logger = logging.getLogger(__name__)
ATTEMPTS = 5
LAST = float("inf")  # Behind all steps.
FEW = 500  # Keys that a query may name.
Kind, Step = Notice.Kind, EditionChange.Step
FIRST = (Step.ADDED, Step.PROJECTED, Step.REPEATED)
INHERITED = (*IN_PLACE, "usual_start", "usual_minutes")
KINDS = {
    Step.PROJECTED: Kind.MOVED,
    Step.PROPOSED: Kind.CORRECTED,
    Step.CONFIRMED: Kind.CONFIRMED,
    Step.MOVED: Kind.MOVED,
    Step.POSTPONED: Kind.POSTPONED,
    Step.CANCELLED: Kind.CANCELLED,
    Step.RESTORED: Kind.RESTORED,
    Step.HELD: Kind.HELD,
}


def publish(*, at: datetime) -> bool:
    """Add a line for all that changed since the last; whether all is told now. Twice adds none.

    `at` is the hour of what no step of the change log explains. Two queries where nothing was
    written since. Where others never stop writing meanwhile, or the database takes no writes now,
    it is left to the next who asks: nobody waits for a list.
    """
    if is_up_to_date():
        return True
    try:
        with promptly():
            return publish_now(at)
    except DatabaseError as error:
        logger.warning("The list of changes was not gone on with: %s", error)
        return False


def publish_now(at: datetime) -> bool:
    row, _ = ChangeList.objects.select_for_update().get_or_create(pk=ChangeList.THE_ONE)
    for _attempt in range(ATTEMPTS):
        stamp = ShownWrite.objects.stamp()
        if stamp == (row.writes, row.total):
            return True
        seen = look()
        if ShownWrite.objects.stamp() == stamp:  # Nobody wrote between the queries.
            row.writes, row.total = stamp
            row.save()
            add(seen, at)
            return True
    return False


def is_up_to_date() -> bool:
    row = ChangeList.objects.filter(pk=ChangeList.THE_ONE).values_list("writes", "total").first()
    return row == ShownWrite.objects.stamp()


@dataclass(frozen=True)
class Seen:
    """What is another now: editions, their steps not told yet, and those that are gone."""

    editions: list[Now]
    steps: dict[int, list[EditionChange]]
    said: dict[int, Published]
    gone: list[Published]


def look() -> Seen:
    """Read all of it, in four queries."""
    changed = {now.edition_id: now for now in states(Edition.objects.all()) if not now.is_told}
    keys = list(changed) if len(changed) <= FEW else None
    only = {} if keys is None else {"pk__in": keys}
    said = {row.pk: row for row in Published.objects.filter(**only)} if changed else {}
    only = {} if keys is None else {"edition__in": keys}
    steps = defaultdict(list)
    for change in EditionChange.objects.filter(**only).order_by("pk") if changed else ():
        now = changed.get(change.edition_id)
        if now and change.pk > now.last_change:
            steps[now.edition_id].append(change)
    gone = list(Published.objects.exclude(pk__in=Edition.objects.values("pk")))
    return Seen(list(changed.values()), steps, said, gone)


def add(seen: Seen, at: datetime) -> None:
    """Write the lines, the steps of all editions in the order in which they were entered."""
    lines = [line for now in seen.editions for line in lines_of(now, seen, at)]
    lines += [
        (LAST, Notice(at=at, kind=Kind.REMOVED, old=row.state, new=None)) for row in seen.gone
    ]
    lines.sort(key=lambda line: line[0])
    Notice.objects.bulk_create(notice for _step, notice in lines)
    Published.objects.bulk_create(
        (Published(n.edition_id, n.digest, n.latest_change, n.state) for n in seen.editions),
        update_conflicts=True,
        unique_fields=["edition_id"],
        update_fields=["digest", "last_change", "state"],
    )
    Published.objects.filter(pk__in=[row.pk for row in seen.gone]).delete()


def lines_of(now: Now, seen: Seen, at: datetime) -> Iterator[tuple[float, Notice]]:
    """The steps of one edition by their numbers; then what none of them explains."""
    said, steps = seen.said.get(now.edition_id), seen.steps[now.edition_id]
    old: State | None = said.state if said else None
    before = old or before_all(now, steps)
    if old is None and steps and steps[0].step not in FIRST:  # The log begins later than it.
        yield steps[0].pk, Notice(at=steps[0].at, kind=Kind.ADDED, old=None, new=before)
        old = before
    for step in steps:
        new = after(before, step, now)
        if new != old:
            yield step.pk, told_by(step, kind_of(step, old, new), old, new)
        old = before = new
    if old != now.state:
        kind = Kind.CORRECTED if old else Kind.ADDED
        yield LAST, Notice(at=at, kind=kind, old=old, new=now.state)


def before_all(now: Now, steps: list[EditionChange]) -> State:
    """What it was before the first of the steps, as far as they remember."""
    state = now.state
    for step in reversed(steps):
        state = with_values(state, step.old)
    return state


def after(state: State, step: EditionChange, now: Now) -> State:
    """A state after a step. The log has keys of rows where a state has names: those are of now."""
    taken = IN_PLACE if "place" in step.new else INHERITED if step.step == Step.INHERITED else ()
    return with_values(state, step.new) | {name: now.state[name] for name in taken}


def told_by(step: EditionChange, kind: str, old: State | None, new: State) -> Notice:
    said = {name: getattr(step, name) for name in ("at", "authority", "reason", "document")}
    return Notice(kind=kind, old=old, new=new, **said)


def kind_of(step: EditionChange, old: State | None, new: State) -> str:
    """What a step is called in the list."""
    if old is None:
        return Kind.ADDED
    kind = KINDS.get(Step(step.step), Kind.CORRECTED)
    if kind == Kind.MOVED and (old["first"], old["last"]) == (new["first"], new["last"]):
        return Kind.CORRECTED
    return kind
