"""A sheet collects the statements of one named graph and hands them back sorted and without doubles."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.graph.vocabulary import BASE, iri, term, typed
from kg.records import Ref

_IN_IRIS = re.compile(r"[A-Za-z0-9._~-]*").fullmatch
"""Of such keys nothing is percent-encoded."""
Value = NamedNode | Literal | Ref | str | bool | int | date


class Sheet:
    """One named graph in the making. Values may be things, terms, strings, numbers, truths or days.

    It keeps lines of N-Quads in which the engine has written every term: making a line takes a quarter of the time that
    an engine's Quad with a literal takes, and lines are what a build writes.
    """

    def __init__(self, graph: Ref, base: str = BASE) -> None:
        self._base = base
        self._end = f" {_thing(graph, base)} .\n"
        self._triples: set[str] = set()

    def add(self, subject: Ref, predicate: str, *values: Value) -> None:
        """States the predicate (a prefixed name) of the subject, once for each value."""
        start = f"{_thing(subject, self._base)} {_term(predicate)} "
        for value in values:
            self._triples.add(start + self._written(value))

    def describe(self, subject: Ref, *statements: tuple[str, Value]) -> None:
        """States all of these about the subject: pairs of predicate and value."""
        start = f"{_thing(subject, self._base)} "
        written = self._written
        self._triples.update([f"{start}{_term(predicate)} {written(value)}" for predicate, value in statements])

    def type(self, subject: Ref, *classes: str) -> None:
        """Gives the subject its classes, as prefixed names."""
        start = f"{_thing(subject, self._base)} {_term('rdf:type')} "
        self._triples.update([start + _term(name) for name in classes])

    def named(self, subject: Ref, label: str, *classes: str) -> None:
        """Gives the subject its classes and its one untagged label."""
        self.type(subject, *classes)
        self.add(subject, "rdfs:label", label)

    def lines(self) -> list[bytes]:
        """Everything stated as sorted lines of N-Quads, each once."""
        # A blank sorts before all that can follow a term, so the graph need not be there yet.
        return self._end.join([*sorted(self._triples), ""]).encode().splitlines(keepends=True)

    def quads(self) -> list[Quad]:
        """Everything stated, each once, sorted by its written form."""
        return list(parse(b"".join(self.lines()), format=RdfFormat.N_QUADS, lenient=True))

    def _written(self, value: Value) -> str:
        if isinstance(value, Ref):
            return _thing(value, self._base)
        if isinstance(value, str):
            # What prints needs no escape, these two signs apart; whatever else there is, the engine escapes.
            plain = value.isprintable() and '"' not in value and "\\" not in value
            return f'"{value}"' if plain else str(Literal(value))
        return _plain(value)


@lru_cache(maxsize=1 << 15)
def _thing(ref: Ref, base: str) -> str:
    kind, key = ref
    return f"<{base}{kind}/{key}>" if _IN_IRIS(key) else str(iri(ref, base))


@lru_cache(maxsize=1 << 10)
def _term(name: str) -> str:
    return str(term(name))


@lru_cache(maxsize=1 << 12, typed=True)
def _plain(value: NamedNode | Literal | bool | int | date) -> str:
    """Numbers, truths and days as typed literals; terms as they are."""
    if isinstance(value, bool):
        return str(typed("true" if value else "false", "xsd:boolean"))
    if isinstance(value, int):
        return str(typed(str(value), "xsd:integer"))
    if isinstance(value, date):
        return str(typed(value.isoformat(), "xsd:date"))
    return str(value)
