"""Which person a name means: the fullest form, later mentions by part of it, changed spellings, nicknames, pronouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexicon.likeness import alike
from kg.records import Mention

_CLOSE = 0.86


@dataclass
class Known:
    """A person while the article is read: all mentions, and the fullest form of the name."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    key: str = ""

    @property
    def words(self) -> list[str]:
        """The words of the name, lower case, without dots."""
        return words(self.name)


@lru_cache(maxsize=1 << 12)
def words(name: str) -> list[str]:
    """The words of a name, lower case, without dots and marks."""
    return [w for w in name.lower().replace(".", " ").replace("’", "'").split() if w]


class People:
    """The people of one article, found in the order in which they are named."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._of: dict[Mention, Known] = {}
        # Names that are alike share three letters in a row, blanks counted: only such people are compared.
        self._having: dict[str, set[int]] = defaultdict(set)

    def add(self, mention: Mention) -> Known:
        """The person of a mention: one already named, or a new one."""
        name = mention.get("name")
        person = self._match(name)
        if person is None:
            person = Known(name)
            self.known.append(person)
            self._index(name, len(self.known) - 1)
        elif len(words(name)) > len(person.words) and _extends(person.words, words(name)):
            person.name = name
            self._index(name, self.known.index(person))
        person.mentions.append(mention)
        self._of[mention] = person
        return person

    def of(self, mention: Mention) -> Known | None:
        """The person that a mention means."""
        return self._of.get(mention)

    def _match(self, name: str) -> Known | None:
        mine = words(name)
        best: tuple[float, int] | None = None
        for number in set().union(*(self._having.get(piece, ()) for piece in _pieces(mine))):
            score = _likeness(mine, self.known[number].words)
            if score and (best is None or (score, number) > best):
                best = (score, number)
        return self.known[best[1]] if best else None

    def _index(self, name: str, number: int) -> None:
        for piece in _pieces(words(name)):
            self._having[piece].add(number)


def _pieces(parts: Sequence[str]) -> set[str]:
    """All stretches of three letters of a name, with a blank before, between and behind its words; a lone word's initial."""
    name = f" {' '.join(parts)} "
    return {name[here : here + 3] for here in range(len(name) - 2)} | {part[0] for part in parts[:1] if len(parts) == 1}


def _likeness(mine: list[str], theirs: list[str]) -> float:
    """0 if they are two people; else how sure it is that they are one."""
    if mine == theirs:
        return 3.0
    short, long = sorted((mine, theirs), key=len)
    if all(len(word) == 1 for word in short):
        return 0.0
    if all(any(_close(s, w) for w in long) for s in short) and _share_a_word(short, long):
        return 2.0 + len(short) / 10
    if len(mine) == len(theirs) and _close(" ".join(mine), " ".join(theirs)):
        return 1.5
    shared = [w for w in short if w in long and len(w) > 3]
    rest = [w for w in short if w not in long]
    if shared and len(short) == 2 and len(long) >= 2 and all(len(w) <= 3 for w in rest) and short is mine:
        return 1.0
    return 0.0


def _share_a_word(short: list[str], long: list[str]) -> bool:
    """Initials alone make no name: one full word must agree."""
    return any(len(s) > 1 and len(w) > 1 and _close(s, w) for s in short for w in long)


def _close(a: str, b: str) -> bool:
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    if len(a) >= 4 and b.startswith(a) and len(b) - len(a) >= 2:
        return True
    return min(len(a), len(b)) >= 4 and alike(a, b, _CLOSE)


def _extends(short: list[str], long: list[str]) -> bool:
    return all(any(_close(s, w) for w in long) for s in short)


def gather(mentions: Iterable[Mention]) -> People:
    """All people of an article; full names are taken first, so that a bare first name finds its owner."""
    people = People()
    ordered = sorted(mentions, key=lambda m: m.span)
    for mention in sorted(ordered, key=lambda m: (-min(len(words(m.get("name"))), 2), m.span)):
        people.add(mention)
    people.known.sort(key=lambda k: min(m.span.start for m in k.mentions))
    return people
