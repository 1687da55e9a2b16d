"""Makes docs/ontology/index.html: every term of the ontology on one page, in Indonesian and English.

    python benchmarks/ontology_page.py

The page needs no network. The same ontology gives the same bytes; a test holds the kept page against a fresh one.
pyLODE 2.13 (which needs rdflib 6) shows one language and no concept schemes beside the classes; 3.4.1 does not start.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology"
PAGE = ROOT / "docs" / "ontology" / "index.html"
BW = Namespace("https://w3id.org/bawaslu-kg/ontology#")
ID = "https://w3id.org/bawaslu-kg/id/"
SELF = URIRef("https://w3id.org/bawaslu-kg/ontology")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
SCHEMES = ("agency-type", "group-type", "event-type", "role", "theme", "election", "stage")


@dataclass(frozen=True)
class Term:
    """A term as the page shows it: its anchor, its IRI, texts by language, links by heading, the file that holds it."""

    anchor: str
    iri: str
    name: str
    file: str
    label: dict[str, str]
    definition: dict[str, str]
    example: dict[str, str]
    links: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    below: tuple[Term, ...] = ()


class Ontology:
    """The files of the ontology as one graph, and which file declares what."""

    def __init__(self, folder: Path) -> None:
        self.graph, self.files = Graph(), {}
        for path in sorted(folder.glob("*.ttl")):
            if path.stem == "shapes":
                continue
            part = Graph().parse(path)
            self.graph += part
            self.files.update({node: path.name for node in part.subjects(RDF.type) if isinstance(node, URIRef)})
        for prefix, namespace in Graph().parse(folder / "alignments.ttl").namespaces():
            self.graph.bind(prefix, namespace, replace=True)

    def texts(self, node: Node, property: URIRef) -> dict[str, str]:
        """The texts of a property by language."""
        found = (text for text in self.graph.objects(node, property) if isinstance(text, Literal))
        return {text.language or "": str(text) for text in found}

    def term(self, node: URIRef, label: URIRef, links: dict[str, list[tuple[str, str]]], below: Iterable[Term] = ()) -> Term:
        """A term with its texts."""
        own = node.startswith(str(BW))
        anchor = node.removeprefix(str(BW) if own else ID)
        texts = (self.texts(node, property) for property in (label, SKOS.definition, SKOS.example))
        shown = {heading: found for heading, found in links.items() if found}
        return Term(anchor, str(node), self.short(node), self.files[node], *texts, shown, tuple(below))

    def short(self, node: Node) -> str:
        """A prefixed name, the key of a concept, or a literal in quotes."""
        if isinstance(node, Literal):
            return f'"{node}"'
        return node.removeprefix(ID) if str(node).startswith(ID) else self.graph.qname(str(node))

    def link(self, node: Node) -> tuple[str, str]:
        """A name and where it leads: an anchor of this page, or another vocabulary's term."""
        iri = str(node)
        if isinstance(node, Literal):
            return self.short(node), ""
        return self.short(node), f"#{iri.removeprefix(str(BW)).removeprefix(ID)}" if iri.startswith((str(BW), ID)) else iri

    def links(self, node: Node, property: URIRef) -> list[tuple[str, str]]:
        """What a property leads to, unions and lists of values taken apart."""
        found: list[Node] = []
        for end in self.graph.objects(node, property):
            several = self.graph.value(end, OWL.unionOf) or self.graph.value(end, OWL.oneOf)
            found += list(Collection(self.graph, several)) if several else [end]
        return sorted((self.link(end) for end in found), key=lambda pair: (not pair[1].startswith("#"), pair))

    def inverse(self, node: Node, property: URIRef) -> list[tuple[str, str]]:
        """What leads to a node by a property."""
        return sorted(self.link(end) for end in self.graph.subjects(property, node) if str(end).startswith(str(BW)))

    def ours(self, *kinds: URIRef) -> list[URIRef]:
        """Our terms of some kinds, sorted."""
        found = {node for kind in kinds for node in self.graph.subjects(RDF.type, kind) if isinstance(node, URIRef)}
        return sorted(node for node in found if node.startswith(str(BW)))


def classes(ontology: Ontology) -> list[Term]:
    """The classes, with what stands above and below them and the properties that speak of them."""
    return [
        ontology.term(node, RDFS.label, {
            "above": ontology.links(node, RDFS.subClassOf),
            "below": ontology.inverse(node, RDFS.subClassOf),
        })
        for node in ontology.ours(OWL.Class)
    ]  # fmt: skip


def properties(ontology: Ontology) -> list[Term]:
    """The properties, with what stands above them, their domains and ranges."""
    return [
        ontology.term(node, RDFS.label, {
            "above": ontology.links(node, RDFS.subPropertyOf),
            "below": ontology.inverse(node, RDFS.subPropertyOf),
            "domain": ontology.links(node, RDFS.domain),
            "range": ontology.links(node, RDFS.range),
            "kind": [(ontology.short(kind), str(kind)) for kind in sorted(ontology.graph.objects(node, RDF.type))],
        })
        for node in ontology.ours(*PROPERTIES)
    ]  # fmt: skip


def schemes(ontology: Ontology) -> list[Term]:
    """The concept schemes, each a tree."""
    nodes = [URIRef(f"{ID}scheme/{name}") for name in SCHEMES]
    assert set(nodes) == set(ontology.graph.subjects(RDF.type, SKOS.ConceptScheme))
    return [ontology.term(node, SKOS.prefLabel, {}, _tops(ontology, node)) for node in nodes]


def _tops(ontology: Ontology, scheme: URIRef) -> list[Term]:
    inside = sorted(ontology.graph.subjects(SKOS.inScheme, scheme))
    return [_concept(ontology, node) for node in inside if (node, SKOS.broader, None) not in ontology.graph]


def _concept(ontology: Ontology, node: Node) -> Term:
    assert isinstance(node, URIRef)
    below = (_concept(ontology, end) for end in sorted(ontology.graph.subjects(SKOS.broader, node)))
    links = {"above": ontology.links(node, SKOS.broader), "class": ontology.links(node, BW.sectorClass)}
    return ontology.term(node, SKOS.prefLabel, links, below)


def page() -> str:
    """The page."""
    ontology = Ontology(ONTOLOGY)
    about = {name: str(ontology.graph.value(SELF, property)) for name, property in {
        "version": OWL.versionInfo, "iri": OWL.versionIRI, "created": DCTERMS.created, "modified": DCTERMS.modified,
        "license": DCTERMS.license, "creator": DCTERMS.creator}.items()}  # fmt: skip
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True,
                              lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    return environment.get_template("ontology_page.html").render(
        about=about, title=ontology.texts(SELF, DCTERMS.title), description=ontology.texts(SELF, DCTERMS.description),
        classes=classes(ontology), properties=properties(ontology), schemes=schemes(ontology),
    )  # fmt: skip


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
