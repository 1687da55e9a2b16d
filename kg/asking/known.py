"""Names in a query that the vocabulary does not have: a mistyped one finds nothing, which would look like an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from kg.asking.mistakes import meant
from kg.graph.vocabulary import BASE, CONCEPT_KINDS, PREFIXES, TERMS
from kg.lexicon import areas, concepts
from kg.lexicon.places import ontology_dir

_BW = PREFIXES["bw"]


def unknown(names: Iterable[str]) -> Iterator[str]:
    """A line for each IRI of our namespaces that names nothing, with what was probably meant."""
    for name in names:
        if name.startswith(_BW):
            local = name.removeprefix(_BW)
            if local and local not in _terms():
                yield f"bw:{local} is no term of the vocabulary{meant(local, _terms())}"
        elif name.startswith(BASE):
            kind, _, key = name.removeprefix(BASE).partition("/")
            if kind in CONCEPT_KINDS and not concepts.load().has(kind, key):
                keys = [one.key for one in concepts.load().of(kind)]
                yield f"{kind}/{key} is no concept of the ontology{meant(key, keys)}"
            elif kind == "area" and key not in areas.load():
                yield f"area/{key} is no area of the tables; codes are written as 33 or 33.25"


@cache
def _terms() -> frozenset[str]:
    """The terms of our namespace: those that are written, and those that the ontology declares beside them."""
    declared = (quad.subject for quad in ox.parse(path=str(ontology_dir() / "bawaslu.ttl"), format=ox.RdfFormat.TURTLE))
    found = {one.value.removeprefix(_BW) for one in declared if isinstance(one, ox.NamedNode) and one.value.startswith(_BW)}
    return frozenset(found | {term.removeprefix("bw:") for term in TERMS if term.startswith("bw:")})
