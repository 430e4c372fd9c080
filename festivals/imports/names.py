"""Which festival a name in somebody's calendar means: surely, perhaps, or none.

A match is sure where the names are the same but for case, order, spaces and common words, or
so alike that no other festival comes near. Anything weaker is a question for a person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from tourism.base.spelling import words_of

COMMON = frozenset(
    {
        *("festival", "fest", "event", "acara", "ritual", "tradisi", "upacara", "adat", "the"),
        *("banyuwangi", "bwi", "of", "and", "dan", "di", "kabupaten", "desa", "dusun", "kec"),
        *("international", "internasional", "pagelaran", "gelar", "konser", "lomba", "pentas"),
    }
)
SURE, ALONE, ASKED = 0.86, 0.08, 0.45  # Alike enough; ahead of the next; worth asking about.
COMPARED = 40  # Festivals that a name is held against.


@dataclass(frozen=True)
class Match:
    """The festival that is surely meant, or "" and the closest ones to ask about."""

    slug: str
    closest: tuple[str, ...]


def key_of(name: str) -> str:
    """A name by which a row of a source is known again."""
    return (" ".join(words_of(name)) or name.strip().lower())[:160]


@dataclass(frozen=True)
class Form:
    """One way to write a name."""

    words: tuple[str, ...]

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The words that tell it from others; all of them where none does."""
        return tuple(word for word in self.words if word not in COMMON) or self.words

    @cached_property
    def joined(self) -> str:
        return "".join(self.own)

    @cached_property
    def initials(self) -> str:
        return "".join(word[0] for word in self.words)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Three signs at a time of the joined words, and the initials of several."""
        found = {self.joined[at : at + 3] for at in range(max(1, len(self.joined) - 2))}
        return frozenset(found | ({self.initials} if len(self.words) > 2 else {self.joined}))


class Names:
    """The names of all festivals, by slug: {"tumpeng-sewu": ["Tumpeng Sewu Kemiren", ...]}."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self.forms = {slug: forms_of([*found, slug]) for slug, found in names.items()}
        self.known: dict[str, Match] = {}
        self.exact: dict[str, set[str]] = {}
        self.pieces: dict[str, set[str]] = {}
        for slug, forms in self.forms.items():
            for form in forms:
                self.exact.setdefault(" ".join(form.words), set()).add(slug)
                for piece in form.pieces:
                    self.pieces.setdefault(piece, set()).add(slug)

    def match(self, name: str) -> Match:
        if name not in self.known:
            self.known[name] = self.find(name)
        return self.known[name]

    def find(self, name: str) -> Match:
        asked = forms_of([name])
        if not asked:
            return Match("", ())
        same = self.exact.get(" ".join(asked[0].words), set())
        if len(same) == 1:
            return Match(*same, tuple(same))
        scores = {
            slug: max(alike(one, other) for one in asked for other in self.forms[slug])
            for slug in self.candidates(asked)
        }
        ranked = sorted(scores, key=lambda slug: (-scores[slug], slug))
        if not ranked:
            return Match("", ())
        best, second = scores[ranked[0]], scores[ranked[1]] if len(ranked) > 1 else 0.0
        closest = tuple(slug for slug in ranked[:3] if scores[slug] >= ASKED)
        is_sure = best >= SURE and best - second >= ALONE
        return Match(ranked[0] if is_sure else "", closest)

    def candidates(self, asked: list[Form]) -> list[str]:
        """The festivals that share the most pieces of the name; comparing all would cost hours."""
        shared = Counter(
            slug for form in asked for piece in form.pieces for slug in self.pieces.get(piece, ())
        )
        return [slug for slug, _ in shared.most_common(COMPARED)]


def forms_of(names: Iterable[str]) -> list[Form]:
    """Each name, and its parts where two names are joined by a stroke or one stands in brackets."""
    found = []
    for name in names:
        outside = re.sub(r"\([^)]*\)", " ", name)
        inside = re.findall(r"\(([^)]*)\)", name)
        for part in (name, outside, *re.split(r"\s*/\s*|\s+-\s+", outside), *inside):
            if words := words_of(part):
                found.append(Form(tuple(words)))
    return list(dict.fromkeys(found))


def alike(one: Form, other: Form) -> float:
    """From 0 (nothing) to 1 (the same)."""
    if one.words == other.words:
        return 1.0
    if sorted(one.own) == sorted(other.own) or one.joined == other.joined:
        return 0.98
    if len(one.words) == 1 and len(other.words) > 2 and one.words[0] == other.initials:
        return 0.95
    ratio = SequenceMatcher(None, one.joined, other.joined, autojunk=False).ratio()
    shorter, longer = sorted((set(one.own), set(other.own)), key=len)
    if shorter < longer and len(shorter) > 1:
        ratio = max(ratio, 0.88 if len(shorter) / len(longer) >= 0.5 else 0.7)
    return min(ratio, 0.97)
