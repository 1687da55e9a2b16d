"""What a worker holds in memory: the dataset, the list of names to complete, where each article's text lies."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.asking.engine import find_dataset, open_store
from kg.graph.vocabulary import BASE, term
from kg.serving.names import Names, names
from kg.serving.texts import Sharded, Texts, texts

_PRIVATE = "SELECT DISTINCT ?person WHERE { ?person bw:publicRole false }"
_ARTICLE = "article/"


@dataclass(frozen=True, slots=True)
class Held:
    """An open dataset. `private` are the people who hold no post and speak for none.

    `on_disk` is a store that the engine reads from files. `examples` is filled when the editor is first asked for.
    """

    store: Store
    base: str
    private: frozenset[NamedNode]
    names: Names
    texts: Texts | Sharded | None
    on_disk: bool = False
    examples: dict[str, str] = field(default_factory=dict)


@cache
def held(place: Path) -> Held:
    """The dataset of a build's folder or of an RDF file, loaded once in a process and in what is forked from it.

    Raises QuestionError if there is none.
    """
    dataset = find_dataset(place)
    store = open_store(dataset)
    return Held(store, _base(store), _private(store), names(store), texts(place), dataset.is_dir())


def _private(store: Store) -> frozenset[NamedNode]:
    found = store.query(_PRIVATE, prefixes={"bw": term("bw:publicRole").value.removesuffix("publicRole")})
    assert isinstance(found, QuerySolutions)
    return frozenset(row["person"] for row in found if isinstance(row["person"], NamedNode))


def _base(store: Store) -> str:
    """What the IRIs of this dataset begin with: a build may have been given another base."""
    quad = next(store.quads_for_pattern(None, term("rdf:type"), term("bw:Article"), None), None)
    value = quad.subject.value if quad and isinstance(quad.subject, NamedNode) else ""
    return value[: value.rfind(_ARTICLE)] if _ARTICLE in value else BASE
