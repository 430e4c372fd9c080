"""Reading the parts of a rule, and the error that names what is wrong with one.

Sentences are kept as templates with their values, so that whoever shows one to a person
can put it into that person's language; `str(error)` is the English sentence.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeGuard, TypeVar

FIRST_YEAR, LAST_YEAR = 2000, 2052
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")  # As RFC 5545 writes them, Monday first.
DECIDERS = ("elders", "committee", "weather")

Data = dict[str, object]
T = TypeVar("T")


def gettext_noop(text: str) -> str:
    """Mark a sentence for translation and leave it as it is."""
    return text


class Sentence(ValueError):
    """An error told in a sentence that can be put into another language.

    `template` holds the English sentence with `%(name)s` places, `values` what goes there.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template % values)
        self.template, self.values = template, values


class RuleError(Sentence):
    """A rule that cannot be read or asked; the sentence names the value and what is allowed."""


def years_in(first: date, last: date) -> range:
    """The years from first to last, refused where the calendars are not known."""
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise RuleError(
            gettext_noop(
                "%(first)s to %(last)s cannot be reckoned; years run from %(least)s to %(most)s, "
                "for which the moon, the decrees and the Javanese cycle were checked."
            ),
            first=first.year,
            last=last.year,
            least=FIRST_YEAR,
            most=LAST_YEAR,
        )
    return range(first.year, last.year + 1)


def whole_number(
    data: Data, name: str, *, least: int, most: int, default: int | None = None
) -> int:
    """Read one whole number of a rule, refused outside its range."""
    value = data.get(name, default)
    if is_whole(value, least, most):
        return value
    raise RuleError(
        gettext_noop(
            "“%(name)s” is %(value)s; it must be a whole number from %(least)s to %(most)s."
        ),
        name=name,
        value=shown(value),
        least=least,
        most=most,
    )


def is_whole(value: object, least: int, most: int) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def one_of(data: Data, name: str, allowed: Collection[str], default: str | None = None) -> str:
    """Read one word of a closed list."""
    value = data.get(name, default)
    if isinstance(value, str) and value in allowed:
        return value
    raise RuleError(
        gettext_noop("“%(name)s” is %(value)s; it must be one of %(allowed)s."),
        name=name,
        value=shown(value),
        allowed=", ".join(allowed),
    )


def weekdays(data: Data, name: str = "weekdays") -> tuple[int, ...]:
    """Read weekdays, one or a list, as numbers: Monday is 0."""
    value = data.get(name, data.get("weekday"))
    words = [value] if isinstance(value, str) else value
    if (
        isinstance(words, list | tuple)
        and words
        and all(isinstance(word, str) and word in WEEKDAYS for word in words)
    ):
        return tuple(sorted({WEEKDAYS.index(word) for word in words}))
    raise RuleError(
        gettext_noop("“%(name)s” is %(value)s; give one or more of %(allowed)s."),
        name=name if name in data else "weekday",
        value=shown(value),
        allowed=", ".join(WEEKDAYS),
    )


def months(data: Data, name: str) -> tuple[int, ...]:
    """Read a list of civil months, in order; none is the empty list."""
    value = data.get(name, [])
    if isinstance(value, list | tuple) and all(is_whole(month, 1, 12) for month in value):
        return tuple(sorted(set(value)))
    raise RuleError(
        gettext_noop("“%(name)s” is %(value)s; give a list of numbers from 1 to 12."),
        name=name,
        value=shown(value),
    )


def pair(data: Data, name: str, *, least: int, most: int) -> tuple[int, int]:
    """Read two whole numbers, the first not above the second."""
    match data.get(name):
        case [first, last] if (
            is_whole(first, least, most) and is_whole(last, least, most) and first <= last
        ):
            return first, last
    raise RuleError(
        gettext_noop(
            "“%(name)s” is %(value)s; give two whole numbers, first and last, "
            "from %(least)s to %(most)s."
        ),
        name=name,
        value=shown(data.get(name)),
        least=least,
        most=most,
    )


def mapping(data: Data, name: str) -> Data:
    """Read a part that has parts of its own."""
    value = data.get(name)
    if isinstance(value, dict):
        return value
    raise RuleError(
        gettext_noop("“%(name)s” is %(value)s; it must have parts of its own, in braces."),
        name=name,
        value=shown(value),
    )


def each(data: Data, name: str, read: Callable[[Data], T]) -> tuple[T, ...]:
    """Read a list of parts that have parts of their own."""
    value = data.get(name, [])
    if isinstance(value, list | tuple):
        return tuple(read(mapping({name: part}, name)) for part in value)
    return (read(mapping(data, name)),)


def refuse_unknown(data: Data, known: Collection[str], where: str) -> None:
    """A word that the rule does not know is a slip, and would be lost without a sound."""
    if unknown := sorted(set(data) - set(known)):
        raise RuleError(
            gettext_noop("%(unknown)s cannot stand in “%(where)s”; it knows %(known)s."),
            unknown=", ".join(f"“{word}”" for word in unknown),
            where=where,
            known=", ".join(sorted(known)),
        )


def shown(value: object) -> str:
    """A value as a person typed it; what is missing is a dash."""
    return "–" if value in (None, "") else str(value)
