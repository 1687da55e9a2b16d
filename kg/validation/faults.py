"""What the shapes find wrong in a dataset, from pySHACL's report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store, serialize
from pyshacl import validate
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.asking.engine import find_dataset, open_store
from kg.lexicon.places import ontology_dir
from kg.validation.whereabouts import Place, place_of

# The shape of the whole dataset has the ontology as its focus; there the node at fault is the value.
_WHOLE = URIRef("https://w3id.org/bawaslu-kg/ontology")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: `node` the IRI it is found at, `path` the property ("" if it is the node as such), `value`
    what stands there ("" if something is missing), `messages` its words by language, `places` the articles concerned.
    """

    node: str
    path: str
    value: str
    messages: tuple[tuple[str, str], ...]
    places: tuple[Place, ...] = ()

    def message(self, language: str) -> str:
        """Its words in that language, else in any."""
        return dict(self.messages).get(language) or next((text for _, text in self.messages), "")


@dataclass(frozen=True, slots=True)
class Checked:
    """A dataset that was checked: its file, how many different statements it holds, and its faults, sorted."""

    dataset: Path
    statements: int
    faults: tuple[Fault, ...]


def check(place: Path) -> Checked:
    """Checks the union of the graphs in a build's folder or an RDF file. Raises QuestionError if it is no dataset.

    Takes about 0.2 ms and 2 KB for a statement.
    """
    dataset = find_dataset(place)
    store = open_store(dataset)
    union, shapes = _for_rdflib(store), Graph().parse(ontology_dir() / "shapes.ttl")
    statements = len(union)
    conforms, report, _ = validate(union, shacl_graph=shapes, inplace=True)
    if conforms or not isinstance(report, Graph):
        return Checked(dataset, statements, ())
    # pySHACL drops the language of messages to SPARQL constraints.
    languages = {str(text): text.language or "" for text in shapes.objects(None, SH.message) if isinstance(text, Literal)}
    return Checked(dataset, statements, tuple(sorted(set(_faults(report, store, languages)))))


def _for_rdflib(store: Store) -> Graph:
    """The store's union, read again by rdflib: converting terms one by one would make other literals of strings."""
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph()))
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")


def _faults(report: Graph, store: Store, languages: Mapping[str, str]) -> Iterator[Fault]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        node, value = (value, None) if focus == _WHOLE else (focus, value)
        if node is None or (None, SH.detail, result) in report:
            continue
        yield Fault(
            str(node), _iri(report.value(result, SH.resultPath)), "" if value in (None, node) else str(value),
            tuple(sorted(_texts(report, result, languages))), place_of(store, str(node)),
        )  # fmt: skip


def _texts(report: Graph, result: Node, languages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for text in map(str, report.objects(result, SH.resultMessage)):
        yield languages.get(text, ""), text


def _iri(path: Node | None) -> str:
    """The property of a simple path; a path of several steps is told by the message."""
    return str(path) if isinstance(path, URIRef) else ""
