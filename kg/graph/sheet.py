"""A sheet collects the statements of one named graph and hands them back as sorted quads without doubles."""

from __future__ import annotations

from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.vocabulary import BASE, iri, term, typed
from kg.records import Ref

Value = NamedNode | Literal | Ref | str | bool | int | date


class Sheet:
    """One named graph in the making. Values may be things, terms, strings, numbers, truths or days."""

    def __init__(self, graph: Ref, base: str = BASE) -> None:
        self._base = base
        self._graph = iri(graph, base)
        self._quads: set[Quad] = set()

    def add(self, subject: Ref, predicate: str, *values: Value) -> None:
        """States the predicate (a prefixed name) of the subject, once for each value."""
        for value in values:
            self._quads.add(Quad(iri(subject, self._base), term(predicate), self._node(value), self._graph))

    def type(self, subject: Ref, *classes: str) -> None:
        """Gives the subject its classes, as prefixed names."""
        self.add(subject, "rdf:type", *(term(name) for name in classes))

    def named(self, subject: Ref, label: str, *classes: str) -> None:
        """Gives the subject its classes and its one untagged label."""
        self.type(subject, *classes)
        self.add(subject, "rdfs:label", label)

    def quads(self) -> list[Quad]:
        """Everything stated, each once, sorted by its written form."""
        return sorted(self._quads, key=str)

    def _node(self, value: Value) -> NamedNode | Literal:
        if isinstance(value, Ref):
            return iri(value, self._base)
        if isinstance(value, bool):
            return typed("true" if value else "false", "xsd:boolean")
        if isinstance(value, int):
            return typed(str(value), "xsd:integer")
        if isinstance(value, date):
            return typed(value.isoformat(), "xsd:date")
        return Literal(value) if isinstance(value, str) else value
