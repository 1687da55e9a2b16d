"""The closed lists of the ontology: agency types, groups, event types, themes and roles, with all their words.

Read from the SKOS files in ontology/. Adding a synonym there needs no Python.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.lexicon.phrases import Phrases
from kg.lexicon.places import ontology_dir

FILES = {
    "agency-type": "agency-types.ttl",
    "group-type": "group-types.ttl",
    "event-type": "event-types.ttl",
    "theme": "themes.ttl",
    "role": "roles.ttl",
    "election": "elections.ttl",
    "stage": "elections.ttl",
}
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_BW = "https://w3id.org/bawaslu-kg/ontology#"
_ID = "https://w3id.org/bawaslu-kg/id/"
# What Concept.properties keeps, by the name that it has there.
_KEPT = {_BW: "", "https://schema.org/": "schema:", "http://purl.org/dc/terms/": "dcterms:", f"{_SKOS}related": "related"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a closed list: labels by language, synonyms, misspellings, broader keys, and further properties.

    `properties` holds bw: properties by their bare names, those of schema.org and Dublin Core with their prefix, and
    the keys of `related` concepts; `notes` says by language what is doubtful.
    """

    kind: str
    key: str
    labels: dict[str, str]
    definitions: dict[str, str]
    alt: tuple[str, ...]
    hidden: tuple[str, ...]
    broader: tuple[str, ...]
    properties: dict[str, tuple[str, ...]]
    notes: dict[str, str]

    def first(self, name: str, default: str = "") -> str:
        """The first value of a property (values are sorted)."""
        return (self.properties.get(name) or (default,))[0]

    @property
    def words(self) -> tuple[str, ...]:
        """All written forms, misspellings last."""
        return (self.labels["id"], *self.alt, *self.hidden)


class Concepts:
    """All closed lists."""

    def __init__(self, concepts: dict[tuple[str, str], Concept]) -> None:
        self._concepts = concepts

    def get(self, kind: str, key: str) -> Concept:
        """One concept; KeyError if it is not listed."""
        return self._concepts[kind, key]

    def has(self, kind: str, key: str) -> bool:
        """Whether a key is in a list."""
        return (kind, key) in self._concepts

    def of(self, kind: str) -> list[Concept]:
        """All concepts of a list, sorted by key."""
        return [concept for (k, _), concept in sorted(self._concepts.items()) if k == kind]


def _tail(iri: str) -> str:
    """The last part of one of our IRIs; others as they are."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1] if iri.startswith((_ID, _BW)) else iri


def _kept(name: str) -> str:
    """What a property is called in `Concept.properties`, "" if it is not kept."""
    return next((short + name.removeprefix(space) for space, short in _KEPT.items() if name.startswith(space)), "")


def _read(kind: str) -> dict[tuple[str, str], Concept]:
    found: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(lambda: defaultdict(list))
    path = ontology_dir() / FILES[kind]
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(f"{_ID}{kind}/"):
            found[_tail(quad.subject.value)][quad.predicate.value].append(quad.object)
    return {(kind, key): _concept(kind, key, values) for key, values in found.items()}


def _concept(kind: str, key: str, values: dict[str, list[ox.Literal | ox.NamedNode]]) -> Concept:
    def texts(name: str) -> tuple[str, ...]:
        return tuple(sorted(value.value for value in values.get(_SKOS + name, [])))

    def by_language(name: str) -> dict[str, str]:
        return {v.language or "": v.value for v in values.get(_SKOS + name, []) if isinstance(v, ox.Literal)}

    properties = {
        _kept(name): tuple(sorted(_tail(v.value) if isinstance(v, ox.NamedNode) else v.value for v in vs))
        for name, vs in values.items()
        if _kept(name)
    }
    return Concept(
        kind,
        key,
        by_language("prefLabel"),
        by_language("definition"),
        texts("altLabel"),
        texts("hiddenLabel"),
        tuple(_tail(b) for b in texts("broader")),
        properties,
        by_language("editorialNote"),
    )


@cache
def load() -> Concepts:
    """The closed lists, read once per process."""
    concepts: dict[tuple[str, str], Concept] = {}
    for kind in FILES:
        concepts.update(_read(kind))
    return Concepts(concepts)


@cache
def exceptions(kind: str) -> Phrases[Concept]:
    """Phrases in which a concept's words mean something else (bw:exceptLabel)."""
    found: Phrases[Concept] = Phrases()
    for concept in load().of(kind):
        for word in concept.properties.get("exceptLabel", ()):
            found.add(word, concept)
    return found


@cache
def phrases(kind: str) -> Phrases[Concept]:
    """The written forms of a closed list."""
    found: Phrases[Concept] = Phrases()
    for concept in load().of(kind):
        for word in dict.fromkeys(concept.words):
            found.add(word, concept)
    return found
