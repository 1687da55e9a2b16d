"""Whether a text can be about elections at all: a look at its words, some fifty times as fast as reading it."""

from __future__ import annotations

from functools import cache

from kg.lexicon import concepts
from kg.lexicon.phrases import words_of

ELECTION = frozenset("bawaslu panwaslih panwascam pkd ptps kpu ppk pps kpps dkpp gakkumdu".split())
"""The types of bodies that supervise or run elections; some are roles too."""


def may_concern_elections(text: str) -> bool:
    """Whether all words of some name of such a body, or of a post in one, stand anywhere in a text.

    False means that reading the text would find none; True that it may.
    """
    words = {word.lower() for word in words_of(text)}
    return any(name <= words for name in _names())


@cache
def _names() -> frozenset[frozenset[str]]:
    """The words of each name, in small letters; those that hold another's words are left out."""
    lists = concepts.load()
    posts = (role for role in lists.of("role") if ELECTION & {role.key, role.first("impliesBody")})
    bodies = (body for body in lists.of("agency-type") if body.key in ELECTION)
    names = {frozenset(word.lower() for word in words_of(name)) for one in (*bodies, *posts) for name in one.words}
    return frozenset(name for name in names if not any(other < name for other in names))
