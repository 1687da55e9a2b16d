"""Labels of all things, to complete what somebody begins to type."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.vocabulary import term
from kg.serving.folding import folded

_MOST = 20
_LABELS = ("rdfs:label", "skos:altLabel", "skos:hiddenLabel", "schema:headline")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to call a thing: folded for comparing, and the one label to show."""

    folded: str
    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names, sorted by their folded form."""

    sorted: tuple[Name, ...]

    def beginning(self, typed: str, hidden: Container[str] = ()) -> list[Name]:
        """Up to 20 things of which a name, or a word of a name, begins like that; each thing once, no hidden IRI."""
        wanted = folded(typed)
        if not wanted:
            return []
        found: dict[str, Name] = {}
        for name in self._candidates(wanted):
            if name.iri not in hidden:
                found.setdefault(name.iri, name)
            if len(found) == _MOST:
                break
        return list(found.values())

    def _candidates(self, wanted: str) -> Iterator[Name]:
        place = bisect_left(self.sorted, wanted, key=lambda name: name.folded)
        while place < len(self.sorted) and self.sorted[place].folded.startswith(wanted):
            yield self.sorted[place]
            place += 1
        inside = f" {wanted}"
        yield from (name for name in self.sorted if inside in name.folded)


def names(store: Store) -> Names:
    """The names in a store."""
    labels: dict[NamedNode, str] = {}
    for quad in store.quads_for_pattern(None, term("rdfs:label"), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            labels[quad.subject] = min(labels.get(quad.subject, quad.object.value), quad.object.value)
    found = set()
    for predicate in _LABELS:
        for quad in store.quads_for_pattern(None, term(predicate), None, None):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, Literal):
                found.add(Name(folded(value.value), subject.value, labels.get(subject, value.value)))
    return Names(tuple(sorted(found, key=lambda name: (name.folded, len(name.label), name.iri))))
