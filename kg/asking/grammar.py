"""Where a text stops being SPARQL: the place furthest to the right at which the grammar could go no further."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from pyparsing import ParserElement, Token
from rdflib.plugins.sparql.parser import QueryUnit

_MANY = 12
_NEVER = frozenset({"SERVICE", "REDUCED", "$"})  # not to be recommended


class _Furthest:
    """Notes, for one text, where the last of its words was refused and what would have been read there."""

    def __init__(self) -> None:
        self.at, self.wanted = 0, set[str]()

    def failed(self, _text: str, at: int, element: ParserElement, error: Exception) -> None:
        place = getattr(error, "loc", at)
        if place > self.at:
            self.at, self.wanted = place, set()
        if place == self.at:
            self.wanted.add(str(element))


@cache
def _watched() -> tuple[Any, _Furthest]:
    """A copy of rdflib's grammar that tells of each failure: the original stays as fast as it is."""
    grammar: Any = deepcopy(QueryUnit)
    furthest = _Furthest()
    for element in grammar.visit_all():
        if isinstance(element, Token):
            element.set_fail_action(furthest.failed)
    return grammar, furthest


def stopped(text: str) -> tuple[int, str]:
    """The offset at which the grammar stops in a text that is no query, and what it would have read there."""
    grammar, furthest = _watched()
    furthest.at, furthest.wanted = 0, set()
    try:
        grammar.parse_string(text, parse_all=True)
    except Exception:
        return furthest.at, _told(furthest.wanted)
    return len(text), "not understood"


def _told(wanted: set[str]) -> str:
    words = sorted(word.strip("'") for word in wanted if word.startswith("'"))
    if {"?", "<"} <= set(words):
        return "expected a variable, a name such as bw:Event, an <IRI> or a value"
    shown = [word for word in words if word not in _NEVER]
    if len(shown) > _MANY:
        return "expected an expression, such as (?a > 1)"
    return f"expected {' or '.join(shown)}" if shown else "not understood from here on"
