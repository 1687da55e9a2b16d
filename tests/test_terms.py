"""Every term of the ontology is labelled, defined and shown in use in both languages, and its example is read as meant."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, Namespace, URIRef

from kg import __version__, pipeline
from kg.articles import make_article

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology"
BW = Namespace("https://w3id.org/bawaslu-kg/ontology#")
ID = "https://w3id.org/bawaslu-kg/id/"
SELF = URIRef("https://w3id.org/bawaslu-kg/ontology")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.Concept, SKOS.ConceptScheme)
# Kinds of concept whose example is one sentence of news; elections need a whole article, stages a date.
READ = ("agency-type", "group-type", "event-type", "role", "theme")


@cache
def whole() -> Graph:
    """All files of the ontology but the shapes."""
    graph = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        if path.stem != "shapes":
            graph.parse(path)
    return graph


def terms() -> list[URIRef]:
    """Our classes, properties, concepts and concept schemes."""
    found = {node for kind in KINDS for node in whole().subjects(RDF.type, kind)}
    return sorted(node for node in found if isinstance(node, URIRef) and str(node).startswith((str(BW), ID)))


def texts(node: URIRef, property: URIRef) -> dict[str | None, str]:
    """The texts of a property by language."""
    return {text.language: str(text) for text in whole().objects(node, property) if isinstance(text, Literal)}


def test_every_term_has_label_definition_and_example_in_both_languages() -> None:
    missing = []
    for node in terms():
        name = SKOS.prefLabel if node.startswith(ID) else RDFS.label
        for property in (name, SKOS.definition, SKOS.example):
            found = sorted((text.language or "") for text in whole().objects(node, property))  # type: ignore[attr-defined]
            if found != ["en", "id"]:
                missing.append(f"{node} {property}: {found}")
    assert not missing
    assert len(terms()) > 450


def test_no_two_terms_share_a_definition_or_an_example() -> None:
    for property in (SKOS.definition, SKOS.example):
        for language in ("id", "en"):
            found = [texts(node, property)[language] for node in terms()]
            assert sorted(text for text in set(found) if found.count(text) > 1) == []
    for node in terms():
        for text in (*texts(node, SKOS.example).values(), *texts(node, SKOS.definition).values()):
            assert text == text.strip() and not re.search(r"  |\.\.$| [,.]", text), text


def test_examples_describe_terms_that_exist() -> None:
    shown = set(Graph().parse(ONTOLOGY / "examples.ttl").subjects())
    assert not sorted(map(str, shown - set(terms())))
    for node in shown:
        for text in texts(node, SKOS.example).values():  # type: ignore[arg-type]
            for word in re.findall(r"bw:([A-Za-z]+)", text):
                assert BW[word] in terms(), text
            for kind, key in re.findall(r"\b(agency-type|group-type|event-type|role|theme|election|stage)/([a-z0-9-]+)", text):
                assert URIRef(f"{ID}{kind}/{key}") in terms(), text


@pytest.mark.parametrize("kind", READ)
def test_the_example_of_a_concept_is_read_as_that_concept(kind: str) -> None:
    misread = []
    for node in terms():
        if node.startswith(f"{ID}{kind}/"):
            key, example = node.rsplit("/", 1)[1], texts(node, SKOS.example)["id"]
            if key not in read(kind, example):
                misread.append(f"{key}: {example}")
    assert not misread


def read(kind: str, sentence: str) -> set[str]:
    """The keys of a kind that the program reads in a sentence."""
    steps = pipeline.steps(make_article(f"Kabar pagi\n\nHari itu cuaca cerah sejak pagi. {sentence}\n", "x", "x"))
    seen = [mention for one in steps.sentences for mention in (*one.top, *one.inner, *one.themes)]
    bodies = {body.type for body in steps.reading.organizations}
    bodies |= {name for m in seen for name in (m.key, m.get("type")) if m.kind in ("org", "group")}
    if kind in ("agency-type", "group-type"):
        return bodies | {m.get("type") for m in seen if m.kind == "post"}
    if kind == "role":  # a PKD or PTPS is one officer: body and role have the same key
        return {m.key for m in seen if m.kind == "post"} | (bodies & {"pkd", "ptps"})
    return {m.key for m in seen if m.kind == {"event-type": "event", "theme": "theme"}[kind]}


def test_the_ontology_says_what_it_is_and_which_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    graph = Graph().parse(ONTOLOGY / "bawaslu.ttl")
    assert (SELF, RDF.type, OWL.Ontology) in graph
    version = str(graph.value(SELF, OWL.versionInfo))
    assert version == project["version"] == __version__
    assert str(graph.value(SELF, OWL.versionIRI)) == f"{SELF}/{version}"
    assert str(graph.value(SELF, VANN.preferredNamespacePrefix)) == "bw"
    assert str(graph.value(SELF, VANN.preferredNamespaceUri)) == str(BW)
    for property in (DCTERMS.title, DCTERMS.description):
        assert sorted(texts(SELF, property)) == ["en", "id"]
    assert "MIT" in str(graph.value(SELF, DCTERMS.license)) and graph.value(SELF, DCTERMS.creator)
    assert str(graph.value(SELF, DCTERMS.created)) <= str(graph.value(SELF, DCTERMS.modified))
    for name in ("alignments", "shapes"):
        assert str(whole().parse(ONTOLOGY / f"{name}.ttl").value(SELF + f"/{name}", OWL.versionInfo)) == version
