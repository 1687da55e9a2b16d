"""Whether a text can be about elections at all: a look at its words, some fifty times as fast as reading it."""

from __future__ import annotations

from functools import cache

from kg.lexicon import concepts
from kg.lexicon.phrases import words_of

ELECTION = frozenset("bawaslu panwaslih panwascam pkd ptps kpu ppk pps kpps dkpp gakkumdu".split())
"""The types of bodies that supervise or run elections; some are roles too."""

_LONG = 7
"""Letters of a name that no other word holds."""


def may_concern_elections(text: str) -> bool:
    """Whether all words of some name of such a body, or of a post in one, stand anywhere in a text.

    False means that reading the text would find none; True that it may.
    """
    alone, together = _names()
    small = text.lower()
    if any(name in small for name in alone if len(name) >= _LONG):
        return True
    words = frozenset(words_of(small))
    return not alone.isdisjoint(words) or any(name <= words for name in together)


@cache
def _names() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The words of each name, in small letters: names of one word, and others that hold none of them and no other's words."""
    lists = concepts.load()
    posts = (role for role in lists.of("role") if ELECTION & {role.key, role.first("impliesBody")})
    bodies = (body for body in lists.of("agency-type") if body.key in ELECTION)
    names = {frozenset(word.lower() for word in words_of(name)) for one in (*bodies, *posts) for name in one.words}
    fewest = [name for name in names if not any(other < name for other in names)]
    return frozenset().union(*(name for name in fewest if len(name) == 1)), tuple(name for name in fewest if len(name) > 1)
