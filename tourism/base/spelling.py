"""Words that are nearly alike: which of many names somebody means who cannot spell them.

Pure: names in, names out. A word of the query is held against the words of all names: the
same, its beginning, or so many letters in the same order. A name counts by how well each
word of the query is found in it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
LEAST, BEGINNING, WHOLE_NAME = 0.66, 0.92, 0.15
ALONE = 0.85  # How sure one word has to be that is all that a name has of a query.
BESIDE_BEST = 0.8  # A name that fits so much worse than the best is not what is meant.
COMPARED = 60  # Words that one word of a query is held against.
LONGEST_QUERY, MOST_WORDS = 80, 6
PIECE = 2  # Letters.


def words_of(text: str) -> list[str]:
    """A text in plain words: no case, accent or sign."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.findall(r"[a-z0-9]+", plain)


def pieces_of(word: str) -> set[str]:
    """Pairs of letters, with the first and the last marked."""
    marked = f"^{word}$"
    return {marked[at : at + PIECE] for at in range(len(marked) - PIECE + 1)}


class Spelling(Generic[K]):
    """Names by key: {"gandrung-sewu": ["Festival Gandrung Sewu", "Thousand Gandrung Dancers"]}."""

    def __init__(self, names: Mapping[K, Iterable[str]]) -> None:
        self.keys_of_word: dict[str, set[K]] = defaultdict(set)
        self.whole: dict[K, list[str]] = {}
        for key, texts in names.items():
            forms = [words_of(text) for text in texts]
            self.whole[key] = ["".join(form) for form in forms]
            for word in {word for form in forms for word in form}:
                self.keys_of_word[word].add(key)
        self.words_of_piece: dict[str, set[str]] = defaultdict(set)
        for word in self.keys_of_word:
            for piece in pieces_of(word):
                self.words_of_piece[piece].add(word)
        self.near_known: dict[str, dict[str, float]] = {}

    def find(self, query: str, most: int = 20) -> list[tuple[K, float]]:
        """The keys that are meant, best first, each with how well it fits (0 to about 1)."""
        asked = words_of(query[:LONGEST_QUERY])[:MOST_WORDS]
        if not asked:
            return []
        scores: dict[K, float] = defaultdict(float)  # By all words, and by the best one.
        singly: dict[K, float] = {}
        for word in asked:
            best: dict[K, float] = {}
            for other, score in self.near(word).items():
                for key in self.keys_of_word[other]:
                    best[key] = max(best.get(key, 0.0), score)
            for key, score in best.items():
                scores[key] += score / len(asked)
                singly[key] = max(singly.get(key, 0.0), score)
        joined = "".join(asked)
        meant = {key: score for key, score in scores.items() if score >= LEAST * 0.75}
        # Words of several names at once: each that is nearly sure, rather than nothing.
        meant = meant or {key: score for key, score in singly.items() if score >= ALONE}
        found = [
            (key, score + WHOLE_NAME * self.alike_whole(key, joined))
            for key, score in meant.items()
        ]
        found.sort(key=lambda pair: (-pair[1], str(pair[0])))
        return [pair for pair in found[:most] if pair[1] >= BESIDE_BEST * found[0][1]]

    def near(self, word: str) -> dict[str, float]:
        """The known words that a word may stand for, each with how alike it is."""
        if word not in self.near_known:
            if len(self.near_known) > 5000:
                self.near_known.clear()
            self.near_known[word] = dict(self.nearest(word))
        return self.near_known[word]

    def nearest(self, word: str) -> Iterable[tuple[str, float]]:
        shared: dict[str, int] = defaultdict(int)
        for piece in pieces_of(word):
            for other in self.words_of_piece.get(piece, ()):
                shared[other] += 1
        ranked = sorted(
            shared, key=lambda other: (-shared[other] / (len(other) + len(word) + 2), other)
        )
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(word)
        for other in ranked[:COMPARED]:
            if other == word:
                yield other, 1.0
            elif len(word) > 2 and other.startswith(word):
                yield other, BEGINNING
            elif len(word) > 2:
                matcher.set_seq1(other)
                if (score := matcher.ratio()) >= LEAST:
                    yield other, min(score, BEGINNING)

    def alike_whole(self, key: K, joined: str) -> float:
        """How alike the whole query and a whole name are, words run together."""
        return max(
            SequenceMatcher(None, joined, name, autojunk=False).ratio() for name in self.whole[key]
        )
