"""What a query string asks for that cannot be meant, for whatever answers programs.

An unknown name is refused like an unknown value: left out, it would give everything. So is a
second value where only one can be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import django_filters
from django.forms import Field, MultipleChoiceField
from django.utils.translation import gettext as _

LONGEST_VALUE, MOST_NAMED = 60, 5  # Characters, and how many, of what is said back.


@dataclass(frozen=True)
class Refusal:
    """What cannot be meant, in a sentence, and what can where that is a list."""

    name: str
    sentence: str
    allowed: tuple[str, ...] = ()


def refusals(
    filters: django_filters.FilterSet, *, beside: Iterable[str] = (), unsaid: Iterable[str] = ()
) -> list[Refusal]:
    """One for the names that are no filters, one for each filter; [] where all is well.

    `beside`: names that are no filters and have a meaning all the same; `unsaid`: such that are
    taken and not offered.
    """
    known = (*filters.base_filters, *beside)
    names = [name for name in filters.data if name not in (*known, *unsaid)]
    found = [unknown_names(names, known)] if names else []
    for name, field in filters.form.fields.items():
        given = filters.data.getlist(name)
        refusal = unknown_values(name, given, values_of(field)) or asked_twice(name, given, field)
        errors = [Refusal(name, f"{name}: {error}") for error in filters.errors.get(name, ())]
        found += [refusal] if refusal else errors
    return found


def values_of(field: Field | None) -> tuple[str, ...]:
    """What a field that has choices takes."""
    return tuple(str(value) for value, label in getattr(field, "choices", ()) if value)


def unknown_names(names: list[str], known: tuple[str, ...]) -> Refusal:
    sentence = _("%(unknown)s: no such filter. Use any of: %(names)s.")
    said = {"unknown": quoted(names), "names": ", ".join(known)}
    return Refusal(names[0][:LONGEST_VALUE], sentence % said, known)


def unknown_values(name: str, given: Iterable[str], known: tuple[str, ...]) -> Refusal | None:
    """The values of one filter that it does not know, with those that it does."""
    unknown = [value for value in given if value and value not in known]
    return unknown_value(name, *unknown, known=known) if known and unknown else None


def unknown_value(name: str, *values: str, known: tuple[str, ...]) -> Refusal:
    sentence = _("%(name)s: %(values)s is not known. Use any of: %(known)s.")
    said = {"name": name, "values": quoted(values), "known": ", ".join(known)}
    return Refusal(name, sentence % said, known)


def asked_twice(name: str, given: list[str], field: Field) -> Refusal | None:
    if isinstance(field, MultipleChoiceField) or len(set(given)) < 2:
        return None
    sentence = _("%(name)s: it takes one value. Leave the others out.")
    return Refusal(name, sentence % {"name": name})


def quoted(words: Sequence[str]) -> str:
    """The first few, shortened."""
    return ", ".join(f"“{word[:LONGEST_VALUE]}”" for word in words[:MOST_NAMED])
