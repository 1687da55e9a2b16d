"""What follows from the ontology: standard terms find what ours say, and nothing more follows than a reasoner finds."""

from __future__ import annotations

from pathlib import Path

import owlrl
from pyoxigraph import Quad, RdfFormat, Store, parse
from rdflib import RDF, RDFS, Graph, URIRef

from kg.graph.inference import inferred

ONTOLOGY = Path(__file__).parent.parent / "ontology"
QUESTION = """
PREFIX org: <http://www.w3.org/ns/org#> PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?host WHERE { ?event a schema:Event ; schema:organizer ?host ; schema:attendee ?guest .
  ?host a org:Organization }
"""


def quads(built: Path) -> list[Quad]:
    """The graphs of the seeds."""
    return list(parse(path=str(built / "graph.nq"), format=RdfFormat.N_QUADS))


def test_standard_terms_find_what_ours_say(built: Path) -> None:
    store = Store()
    store.extend(quads(built))
    assert list(store.query(QUESTION, use_default_graph_as_union=True)) == []  # type: ignore[arg-type]
    store.extend(list(inferred(quads(built))))
    assert len(list(store.query(QUESTION, use_default_graph_as_union=True))) > 2  # type: ignore[arg-type]


def test_each_statement_stays_in_its_graph(built: Path) -> None:
    given = quads(built)
    subjects = {(quad.subject, quad.graph_name) for quad in given}
    assert all((quad.subject, quad.graph_name) in subjects for quad in inferred(given))


def test_a_reasoner_finds_the_same(built: Path) -> None:
    graph = Graph().parse(built / "graph.ttl")
    given = {str(term) for triple in graph for term in triple}
    for name in ("bawaslu", "alignments"):
        for prefix in ("subClassOf", "subPropertyOf"):
            rules = f"CONSTRUCT {{ ?a rdfs:{prefix} ?b }} WHERE {{ ?a rdfs:{prefix} ?b FILTER(isIRI(?b)) }}"
            graph += Graph().parse(ONTOLOGY / f"{name}.ttl").query(rules).graph  # type: ignore[operator]
    before = set(graph)
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    ours = set(Graph().parse(data="".join(f"{quad.triple} .\n" for quad in inferred(quads(built))), format="nt"))
    assert ours <= set(graph)
    # The rules of RDFS also type every term and rewrite literals; that is of no use to a question.
    theirs = {
        triple for triple in set(graph) - before
        if str(triple[0]) in given and triple[1] in {one[1] for one in ours} and isinstance(triple[2], URIRef)
        and not str(triple[2]).startswith((str(RDF), str(RDFS)))
    }  # fmt: skip
    assert theirs and theirs <= ours
