"""The ontology is one of OWL 2 DL, as the OWL API sees it, and free of contradictions, as the OWL 2 RL rules see it."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import owlrl
import pytest
from rdflib import OWL, RDF, Graph, Namespace

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology"
JARS = Path("/usr/share/java")
# The alignments and the shapes are not for reasoners of OWL DL.
APART = {"alignments", "shapes"}
BW = Namespace("https://w3id.org/bawaslu-kg/ontology#")
PREFIXES = """@prefix bw: <https://w3id.org/bawaslu-kg/ontology#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SPOILT = {
    "undeclared": ("bw:organizer rdfs:domain ex:Thing .", "ex:Thing|example.org/Thing"),
    "datatype": ("bw:firstDate rdfs:range xsd:date .", "xsd:date"),
    "not-simple": ("bw:partOf a owl:TransitiveProperty, owl:AsymmetricProperty .", "ontology#partOf"),
    "two-kinds": ("bw:venue a owl:DatatypeProperty .", "ontology#venue"),
}


@cache
def ontology() -> str:
    """The files of the ontology as one, in Turtle."""
    return joined(*(path for path in ONTOLOGY.glob("*.ttl") if path.stem not in APART)).serialize(format="turtle")


def joined(*paths: Path) -> Graph:
    """Files as one graph that names no other file."""
    whole = Graph()
    for path in sorted(paths):
        whole.parse(path)
    return whole.remove((None, OWL.imports, None))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """For the ontology and each spoilt form of it, what the OWL API finds against the profile."""
    if not (JARS / "owlapi-api.jar").exists() or shutil.which("javac") is None:
        assert not os.environ.get("CI"), "no javac or OWL API; .ci/run should have installed them"
        pytest.skip("javac or the OWL API is not installed")
    folder = tmp_path_factory.mktemp("owl")
    (folder / "whole.ttl").write_text(ontology(), encoding="utf-8")
    joined(folder / "whole.ttl", ONTOLOGY / "alignments.ttl").serialize(folder / "aligned.ttl")
    for name, (statement, _) in SPOILT.items():
        (folder / f"{name}.ttl").write_text(f"{ontology()}\n{PREFIXES}{statement}\n", encoding="utf-8")
    files = [str(path) for path in sorted(folder.glob("*.ttl"))]
    command = ["java", "-cp", f"{JARS}/*", str(ROOT / "tests" / "owl" / "Profile.java"), *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    found: dict[str, list[str]] = {}
    for line in run.stdout.splitlines():
        if line.startswith("\t"):
            found[name].append(line.strip())
        else:
            name, axioms = line.removesuffix("\n").replace(".ttl", "").split("\t")
            assert int(axioms) > 5000
            found[name] = []
    return found


def test_the_ontology_is_of_owl_dl(told: dict[str, list[str]]) -> None:
    assert told["whole"] == []


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_ontology_is_reported(told: dict[str, list[str]], name: str) -> None:
    words = SPOILT[name][1].split("|")
    assert any(word in line for line in told[name] for word in words), told[name]


def test_the_alignments_are_what_is_outside_of_owl_dl(told: dict[str, list[str]]) -> None:
    assert told["aligned"]


def contradictions(graph: Graph) -> list[str]:
    """What the rules of OWL 2 RL find contradictory."""
    closure = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False)
    closure.closure()
    return [str(message) for message in closure.error_messages]


def test_graph_and_ontology_do_not_contradict_each_other(built: Path) -> None:
    graph = joined(ONTOLOGY / "bawaslu.ttl", ONTOLOGY / "alignments.ttl", built / "graph.ttl")
    assert contradictions(graph) == []


def test_a_contradiction_would_be_seen() -> None:
    graph = joined(ONTOLOGY / "bawaslu.ttl")
    graph.add((BW.thing, RDF.type, BW.Article))
    graph.add((BW.other, BW.organizer, BW.thing))
    assert contradictions(graph)
    assert (BW.Article, RDF.type, OWL.Class) in graph
