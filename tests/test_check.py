"""`kg check`: a good graph passes, and each kind of damage is told in words with the article that it stands in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store
from rdflib import SH, Graph

from kg.cli import main
from kg.lexicon.places import ontology_dir

ID = "https://w3id.org/bawaslu-kg/id/"
PREFIXES = """PREFIX bw: <https://w3id.org/bawaslu-kg/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
ARTICLE = "000_d285a43d48e08c3c"
HERE = f"GRAPH <{ID}article/000-d285a43d48e08c3c>"
# What is done to the graph of one article, the words for it in English, and in Indonesian.
DAMAGE = [
    (f"DELETE WHERE {{ {HERE} {{ ?x bw:evidence ?p }} }}", "at least one passage", "paling sedikit satu bagian teks"),
    (f"DELETE WHERE {{ {HERE} {{ ?x bw:rule ?p }} }}", "names the rule", "menyebut kaidah"),
    (f"INSERT {{ {HERE} {{ ?x rdfs:label 'lain' }} }} WHERE {{ {HERE} {{ ?x a bw:Event }} }}",
     "Exactly one label", "Tepat satu label"),
    (f"DELETE {{ {HERE} {{ ?x oa:end ?e }} }} INSERT {{ {HERE} {{ ?x oa:end 0 }} }} WHERE {{ {HERE} {{ ?x oa:end ?e }} }}",
     "starts before it ends", "bermula sebelum berakhir"),
    (f"DELETE {{ {HERE} {{ ?x oa:exact ?e }} }} INSERT {{ {HERE} {{ ?x oa:exact 'x' }} }} WHERE {{ {HERE} {{ ?x oa:exact ?e }} }}",
     "as long as its offsets", "sesuai dengan letaknya"),
    (f"DELETE {{ {HERE} {{ ?x schema:endDate ?e }} }} INSERT {{ {HERE} {{ ?x schema:endDate '1999-01-01'^^xsd:date }} }}"
     f" WHERE {{ {HERE} {{ ?x schema:endDate ?e }} }}", "not after it ends", "tidak sesudah tanggal akhirnya"),
    (f"DELETE {{ {HERE} {{ ?x org:member ?m }} }} WHERE {{ {HERE} {{ ?x a org:Membership ; org:member ?m }} }}",
     "exactly one person", "tepat satu orang"),
    (f"INSERT {{ {HERE} {{ ?x bw:status 'retired' }} }} WHERE {{ {HERE} {{ ?x a org:Membership }} }}",
     "current, acting, former", "berstatus tepat satu"),
    (f"DELETE {{ {HERE} {{ ?c ?p ?o }} }} WHERE {{ {HERE} {{ ?c rdf:predicate bw:attendee ; ?p ?o }} }}",
     "has a claim with its evidence", "mempunyai pernyataan beserta buktinya"),
    (f"DELETE {{ {HERE} {{ ?e bw:organizer ?o }} }} WHERE {{ {HERE} {{ ?e bw:organizer ?o }} }}",
     "stands in the graph itself", "ada dalam graf itu sendiri"),
    (f"INSERT {{ {HERE} {{ ?x bw:inContactWith ?x }} }} WHERE {{ {HERE} {{ ?x a bw:Organization }} }}",
     "not the same one", "keduanya berbeda"),
    (f"INSERT {{ {HERE} {{ ?a bw:inContactWith ?b }} }} WHERE {{ {HERE} {{ ?a a bw:EducationBody . ?b a bw:ElectionBody }} }}",
     "both directions", "kedua arah"),
    (f"DELETE {{ {HERE} {{ ?x bw:textHash ?h }} }} WHERE {{ {HERE} {{ ?x bw:textHash ?h }} }}", "one text hash", "sidik teks"),
]  # fmt: skip


@pytest.fixture
def store(built: Path) -> Store:
    """The graphs of the seeds."""
    found = Store()
    found.bulk_load(path=str(built / "graph.nq"), format=RdfFormat.N_QUADS)
    return found


def kg(*arguments: str | Path) -> Result:
    """What `kg check` gives."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def saved(store: Store, path: Path) -> Path:
    """A store as a file of N-Quads."""
    path.write_bytes(store.dump(format=RdfFormat.N_QUADS) or b"")
    return path


def test_the_graph_of_the_seeds_has_no_fault(built: Path) -> None:
    for arguments in (("-d", built), (built / "graph.ttl",)):
        result = kg(*arguments)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "no fault" in result.stderr and "statements" in result.stderr


@pytest.mark.parametrize(("change", "english", "indonesian"), DAMAGE, ids=[words for _, words, _ in DAMAGE])
def test_damage_is_told_in_words_with_its_article(
    store: Store, tmp_path: Path, change: str, english: str, indonesian: str
) -> None:
    before = set(store)
    store.update(PREFIXES + change)
    assert set(store) != before
    result = kg(saved(store, tmp_path / "bad.nq"), "--json")
    assert result.exit_code == 4
    told = json.loads(result.stdout)
    assert told["conforms"] is False and told["statements"] > 1000
    mine = [fault for fault in told["faults"] if english in fault["message"]["en"]]
    assert mine and all(indonesian in fault["message"]["id"] for fault in mine)
    assert ARTICLE in {article["id"] for fault in mine for article in fault["articles"]}
    assert all(fault["node"].startswith(ID) for fault in told["faults"])


def test_faults_are_told_in_the_language_asked_for(store: Store, tmp_path: Path) -> None:
    store.update(f"{PREFIXES} DELETE WHERE {{ {HERE} {{ ?x bw:rule ?p }} }}")
    path = saved(store, tmp_path / "bad.nq")
    english, indonesian = kg(path), kg(path, "--lang", "id")
    assert english.exit_code == indonesian.exit_code == 4
    heading, first, *_ = english.stdout.splitlines()
    assert heading.startswith("A claim names the rule that read it. (")
    assert first.startswith(f"  {ARTICLE}: ") and "claim/" in first and first.endswith(" bw:rule")
    assert indonesian.stdout.startswith("Pernyataan menyebut kaidah yang membacanya. (")
    assert "and " in english.stdout and "--all" in english.stdout and "--all" in indonesian.stdout
    every = kg(path, "--all").stdout
    assert len(every.splitlines()) > len(english.stdout.splitlines()) and "--all" not in every


def test_the_article_is_named_where_graphs_are_gone(store: Store, tmp_path: Path) -> None:
    store.update(f"{PREFIXES} DELETE WHERE {{ {HERE} {{ ?x oa:exact ?w }} }}")
    plain = {quad.triple for quad in store}
    path = tmp_path / "bad.ttl"
    path.write_text("".join(f"{triple} .\n" for triple in sorted(plain, key=str)), encoding="utf-8")
    told = json.loads(kg(path, "--json").stdout)
    assert told["faults"] and all([a["id"] for a in fault["articles"]] == [ARTICLE] for fault in told["faults"])


def test_reference_data_are_named_as_such(store: Store, tmp_path: Path) -> None:
    graph = f"GRAPH <{ID}graph/reference>"
    added = f"INSERT {{ {graph} {{ ?x owl:sameAs <http://example.org/x> }} }}"
    store.update(f"{PREFIXES} {added} WHERE {{ {graph} {{ ?x schema:latitude ?n }} }}")
    result = kg(saved(store, tmp_path / "bad.nq"))
    assert result.exit_code == 4 and "one entity of Wikidata at most" in result.stdout
    assert "reference data: " in result.stdout or ARTICLE in result.stdout


def test_what_is_no_graph_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "torn.nq").write_text("<a> <b", encoding="utf-8")
    for place in (tmp_path / "nowhere", tmp_path / "torn.nq", tmp_path):
        result = kg(place)
        assert result.exit_code == 1 and result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


def test_every_shape_has_its_words_in_both_languages() -> None:
    shapes = Graph().parse(ontology_dir() / "shapes.ttl")
    told = {*shapes.subjects(SH.targetClass), *shapes.objects(None, SH.sparql), *shapes.subjects(SH.message)}
    # A part of an alternative has no words: the shape with the alternative has them.
    told |= {part for shape in told for part in shapes.objects(shape, SH.property)}
    assert len(told) > 80
    for shape in told:
        languages = sorted(text.language or "" for text in shapes.objects(shape, SH.message))  # type: ignore[attr-defined]
        assert languages == ["en", "id"], shapes.value(shape, SH.path) or shape
