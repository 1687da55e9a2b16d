"""Invented names of people: of any region for swaps, of the same make and region for the gold set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from swaps.nameparts import HEADS, REGIONS, Region


@dataclass(frozen=True, slots=True)
class Name:
    """A name as its words; `head` of them only open it and never stand for the person."""

    words: tuple[str, ...]
    head: int = 0

    def __str__(self) -> str:
        return " ".join(self.words)

    @property
    def call(self) -> str:
        """The word by which the person is called."""
        return self.words[self.head]


def invent(rng: Random, taken: set[str]) -> Name:
    """A name of any region, none of whose calling words is taken; adds them to `taken`."""
    for _ in range(200):
        name = _draw(rng, REGIONS[rng.choice(sorted(REGIONS))])
        words = {word.lower() for word in name.words[name.head :]}
        if not words & taken:
            taken |= words
            return name
    raise ValueError("no name left that is not taken")


def _draw(rng: Random, region: Region) -> Name:
    head = tuple(rng.choice(region.heads).split()) if region.heads else ()
    length = rng.choice(region.lengths)
    given = rng.sample(region.given, max(1, length - 1))
    family = rng.choice(region.family).split("·") if length > 1 else []
    return Name((*head, *given, *family), len(head))


def alike(rng: Random, old: tuple[str, ...], code: str, taken: set[str]) -> Name:
    """An invented name of the same make: as many words, initials and opening words kept, parts of the area's region."""
    region = next((one for one in REGIONS.values() if code[:2] in one.codes), REGIONS["jawa"])
    named = [i for i, word in enumerate(old) if not fixed(word)] or [len(old) - 1]
    new = list(old)
    for i in named:
        last = i == named[-1] and len(named) > 1 and region.family
        new[i] = _fresh(rng, [w for w in (region.family if last else region.given) if "·" not in w], taken)
    return Name(tuple(new), min(named[0], len(old) - 1))


def _fresh(rng: Random, pool: list[str], taken: set[str]) -> str:
    unusual = {*REGIONS["word"].given, *REGIONS["word"].family}  # places and ordinary words are for swaps only
    free = [word for word in pool if word.lower() not in taken and word not in unusual]
    every = [
        word
        for one in REGIONS.values()
        for word in (*one.given, *one.family)
        if "·" not in word and word not in unusual
    ]
    word = rng.choice(free or sorted({word for word in every if word.lower() not in taken}))
    taken.add(word.lower())
    return word


def fixed(word: str) -> bool:
    """Whether a word of a name is an initial or an opening word, such as "M.", "I" or "Lalu"."""
    return len(word.strip(".")) <= 2 or word in HEADS


def misspelt(word: str, rng: Random) -> str:
    """A word with one letter left out or doubled, as reporters do."""
    if len(word) < 4:
        return word
    at = rng.randrange(1, len(word) - 1)
    change: Callable[[], str] = rng.choice(
        [lambda: word[:at] + word[at + 1 :], lambda: word[:at] + word[at] + word[at:]]
    )
    return change()
