"""The graph of the seeds as files: three parsers agree on it, the shapes find no fault, git keeps the current one."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import rdflib
from conftest import ROOT
from pyoxigraph import BlankNode, RdfFormat, parse
from pyshacl import validate

from kg.asking import answers
from kg.asking.engine import ask
from kg.asking.opening import open as open_graph
from kg.lexicon.places import ontology_dir


def test_three_parsers_count_the_same_triples(built: Path, tool: Callable[[str], str]) -> None:
    path = built / "graph.ttl"
    command = [tool("rapper"), "--count", "--input", "turtle", str(path)]
    counted = subprocess.run(command, capture_output=True, text=True, check=True)
    (raptor,) = re.findall(r"returned (\d+) triples", counted.stderr)
    oxigraph = len(set(parse(path=str(path), format=RdfFormat.TURTLE)))
    reported = json.loads((built / "report.json").read_text())["counts"]["triples"]
    assert int(raptor) == oxigraph == len(rdflib.Graph().parse(path)) == reported > 1000


def test_python_users_get_the_graphs_and_their_union(built: Path) -> None:
    found = open_graph(built)
    named = [graph for graph in found.graphs() if len(graph) and graph.identifier != found.default_graph.identifier]
    assert len(named) == 5 + 2  # the articles, the reference graph, the derived graph
    assert len(found) == len(open_graph(built / "graph.ttl")) == len(rdflib.Graph().parse(built / "graph.ttl"))
    name = found.value(rdflib.URIRef("https://w3id.org/bawaslu-kg/id/org/bawaslu-33.25"), rdflib.RDFS.label)
    assert str(name) == "Bawaslu Kabupaten Batang"


def test_the_readme_gives_the_real_answer(built: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (asked,) = re.findall(r"```sparql\n(.*?)```", readme, re.DOTALL)
    (answer,) = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    assert answers.write(ask(built / "graph.ttl", asked), "table") == answer


def test_no_blank_nodes_and_flat_iris(built: Path) -> None:
    base = "https://w3id.org/bawaslu-kg/id/"
    for quad in parse(path=str(built / "graph.nq"), format=RdfFormat.N_QUADS):
        for node in (quad.subject, quad.object, quad.graph_name):
            assert not isinstance(node, BlankNode)
            iri = getattr(node, "value", "")
            if iri.startswith(base):
                assert re.fullmatch(r"[a-z-]+/[A-Za-z0-9._~%-]+", iri.removeprefix(base)), iri


def test_the_shapes_find_no_fault(built: Path) -> None:
    graph = rdflib.Graph().parse(built / "graph.ttl")
    conforms, _, text = validate(graph, shacl_graph=rdflib.Graph().parse(ontology_dir() / "shapes.ttl"))
    assert conforms, text


def test_git_keeps_the_current_graph(built: Path) -> None:
    kept, fresh = ((folder / "graph.ttl").read_bytes().splitlines() for folder in (ROOT / "output", built))
    changed = set(kept) ^ set(fresh)
    assert not changed and kept == fresh, f"{len(changed)} lines have changed: look, then `make snapshot`"


def test_every_seed_is_about_elections_and_counted(built: Path) -> None:
    counts = json.loads((built / "report.json").read_text())["counts"]
    assert (counts["articles"], counts["relevant"], counts["events"]) == (5, 5, 5)
    assert all(counts.values())
