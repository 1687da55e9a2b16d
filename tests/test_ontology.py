"""The ontology's files: they parse, every concept is described, and no term is used that is not declared."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SKOS, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from sample import readings

from kg.graph.vocabulary import TERMS
from kg.outputs.bundle import all_quads

ONTOLOGY = Path(__file__).parent.parent / "ontology"
KEYS = ONTOLOGY / "contract" / "KEYS.md"
TURTLE = sorted(ONTOLOGY.glob("*.ttl"))
QUERIES = sorted((ONTOLOGY / "queries").glob("*.rq"))
WITHOUT_OPTIONS = [path for path in QUERIES if "# param:" not in path.read_text(encoding="utf-8")]
BW = Namespace("https://w3id.org/bawaslu-kg/ontology#")
ID = "https://w3id.org/bawaslu-kg/id/"
SCHEMES = {
    "agency-type": "agency-types",
    "group-type": "group-types",
    "event-type": "event-types",
    "role": "roles",
    "theme": "themes",
}
HEADINGS = {
    "agency-type": "Agency types",
    "group-type": "Groups",
    "event-type": "Event types",
    "role": "Roles",
    "theme": "Themes",
}
FORMS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, BW.weakLabel)
OF_ONE_KIND = {BW.partOf: "agency-type", BW.impliesBody: "agency-type", BW.headOf: "agency-type"}
# words in backquotes of KEYS.md that are not keys of its lists
NOT_KEYS = {"org:OrganizationalCollaboration", "bw:StakeholderGroup", "-{area}", "id"}
KINDS_OF_TERMS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@cache
def graph(name: str) -> Graph:
    """One of the ontology's Turtle files."""
    return Graph().parse(ONTOLOGY / f"{name}.ttl")


def concepts(kind: str) -> list[URIRef]:
    """The concepts that a scheme's file describes."""
    return [node for node in graph(SCHEMES[kind]).subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef)]


def declared() -> set[URIRef]:
    """The classes and properties of bawaslu.ttl in its own namespace."""
    found = (node for kind in KINDS_OF_TERMS for node in graph("bawaslu").subjects(RDF.type, kind))
    return {node for node in found if isinstance(node, URIRef) and node.startswith(str(BW))}


def keys_of(kind: str) -> set[str]:
    """The keys that KEYS.md lists for a kind."""
    text = KEYS.read_text(encoding="utf-8")
    section = re.search(rf"^## {HEADINGS[kind]}.*?\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert section, f"KEYS.md has no section {HEADINGS[kind]}"
    words = re.findall(r"`([^`]+)`", section[1])
    return {word for word in words if "/" not in word} - NOT_KEYS


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_both_engines_read_the_same_number_of_triples(path: Path) -> None:
    with path.open("rb") as file:
        triples = {str(triple) for triple in ox.parse(file, format=ox.RdfFormat.TURTLE)}
    assert len(triples) == len(Graph().parse(path)) > 0


@pytest.mark.parametrize("kind", SCHEMES)
def test_every_key_of_the_contract_is_a_concept(kind: str) -> None:
    found = {str(node) for node in concepts(kind)}
    assert not sorted(key for key in keys_of(kind) if f"{ID}{kind}/{key}" not in found)


@pytest.mark.parametrize("kind", SCHEMES)
def test_concepts_are_described_in_both_languages(kind: str) -> None:
    described = graph(SCHEMES[kind])
    scheme = URIRef(f"{ID}scheme/{kind}")
    assert (scheme, RDF.type, SKOS.ConceptScheme) in described
    for node in (*concepts(kind), scheme):
        for property in (SKOS.prefLabel, SKOS.definition):
            languages = sorted(text.language or "" for text in described.objects(node, property))  # type: ignore[attr-defined]
            assert languages == ["en", "id"], f"{node}: {property} in {languages}"
    for node in concepts(kind):
        assert (node, SKOS.inScheme, scheme) in described, node
        assert node.startswith(f"{ID}{kind}/") and re.fullmatch(r"[a-z0-9-]+", node.rsplit("/", 1)[1]), node


@pytest.mark.parametrize("kind", SCHEMES)
def test_a_written_form_belongs_to_one_concept_only(kind: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for property in FORMS:
        for node, form in graph(SCHEMES[kind]).subject_objects(property):
            if isinstance(form, Literal) and form.language == "id" and not str(node).startswith(f"{ID}scheme/"):
                owners[str(form).casefold()].add(str(node))
    assert not {form: sorted(nodes) for form, nodes in owners.items() if len(nodes) > 1}


@pytest.mark.parametrize("kind", SCHEMES)
def test_forms_of_a_concept_are_written_in_indonesian_and_differ(kind: str) -> None:
    for node in concepts(kind):
        forms = [form for property in FORMS for form in graph(SCHEMES[kind]).objects(node, property)]
        mine = [str(form) for form in forms if isinstance(form, Literal) and form.language == "id"]
        assert len(mine) == len(set(mine)), f"{node}: {sorted({form for form in mine if mine.count(form) > 1})}"
        assert all(isinstance(form, Literal) and form.language in ("id", "en") for form in forms), node
        assert all(form == form.strip() and "  " not in form for form in mine), node


def test_agency_types_say_how_their_bodies_are_built() -> None:
    described = graph("agency-types")
    for node in concepts("agency-type"):
        sectors = list(described.objects(node, BW.sectorClass))
        assert len(sectors) == 1 and (sectors[0], RDFS.subClassOf, BW.Organization) in graph("bawaslu"), node
        levels = {str(level) for level in described.objects(node, BW.areaLevel)}
        assert levels and levels <= {"nation", "province", "regency", "district", "village"}, node
        assert len(list(described.objects(node, BW.nameStem))) == 1, node
        assert bool(list(described.objects(node, BW.nationalName))) == ("nation" in levels), node
        assert len(list(described.objects(node, BW.partOf))) == len(list(described.objects(node, BW.partOfScope))), node


def test_concepts_point_to_concepts_that_exist() -> None:
    known = {str(node) for kind in SCHEMES for node in concepts(kind)}
    for kind, name in SCHEMES.items():
        for property in (SKOS.broader, *OF_ONE_KIND):
            for node, target in graph(name).subject_objects(property):
                wanted = OF_ONE_KIND.get(property, kind)
                assert str(target) in known and str(target).startswith(f"{ID}{wanted}/"), f"{node} -> {target}"


def test_bodies_stand_below_others_without_a_circle() -> None:
    above = dict(graph("agency-types").subject_objects(BW.partOf))
    for start in above:
        seen, node = {start}, above[start]
        while node in above and above[node] != node:
            assert node not in seen, f"{start}: circle at {node}"
            seen.add(node)
            node = above[node]


def test_themes_stand_below_the_branches_of_the_contract() -> None:
    text = KEYS.read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` [a-z ]+\| (.+) \|$", text[text.index("## Themes") :], re.MULTILINE)
    assert len(rows) == 5
    described, scheme = graph("themes"), URIRef(f"{ID}scheme/theme")
    for branch, cell in rows:
        top = URIRef(f"{ID}theme/{branch}")
        assert (top, SKOS.topConceptOf, scheme) in described
        for key in set(re.findall(r"`([^`]+)`", cell)) - {branch}:
            assert (URIRef(f"{ID}theme/{key}"), SKOS.broader, top) in described, key


def test_terms_are_labelled_and_defined_in_both_languages() -> None:
    for term in declared():
        for property in (RDFS.label, SKOS.definition):
            languages = sorted(text.language or "" for text in graph("bawaslu").objects(term, property))  # type: ignore[attr-defined]
            assert languages == ["en", "id"], f"{term}: {property} in {languages}"


def test_the_contract_is_declared() -> None:
    text = (ONTOLOGY / "contract" / "VOCABULARY.md").read_text(encoding="utf-8")
    named = {BW[name] for name in re.findall(r"\bbw:([A-Za-z]+)", text)}
    assert not sorted(named - declared())


def test_files_use_declared_terms_only() -> None:
    for path in TURTLE:
        for triple in Graph().parse(path):
            unknown = {node for node in triple if isinstance(node, URIRef) and node.startswith(str(BW))} - declared()
            assert not unknown, f"{path.name}: {unknown}"
    for text in (*QUERIES, ONTOLOGY / "shapes.ttl", *sorted((ONTOLOGY / "contract" / "queries").glob("*.rq"))):
        named = {BW[name] for name in re.findall(r"\bbw:([A-Za-z]+)", text.read_text(encoding="utf-8"))}
        assert not named - declared(), text.name


def test_the_code_writes_declared_terms_only() -> None:
    written = {BW[name.removeprefix("bw:")] for name in TERMS if name.startswith("bw:")}
    assert not sorted(written - declared())


def test_domains_and_ranges_are_declared() -> None:
    ontology = graph("bawaslu")
    known = set(ontology.subjects(RDF.type, OWL.Class))
    for property in (RDFS.domain, RDFS.range):
        for term, target in ontology.subject_objects(property):
            several = ontology.value(target, OWL.unionOf)
            parts = list(Collection(ontology, several)) if several else [target]
            data = (term, RDF.type, OWL.DatatypeProperty) in ontology and property == RDFS.range
            assert data or all(part in known for part in parts), f"{term}: {property} {parts}"


def test_alignments_speak_of_declared_terms_on_one_side_and_others_on_the_other() -> None:
    for property in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term, target in graph("alignments").subject_objects(property):
            assert term in declared() and not str(target).startswith(str(BW)), f"{term} {target}"


def test_hierarchy_exceptions_name_bodies_of_known_types_and_areas() -> None:
    tables = ONTOLOGY / "tables"
    codes = {"id"}
    for name in ("areas", "districts"):
        with (tables / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            codes |= {row["code"] for row in csv.DictReader(lines)}
    types = {str(node).rsplit("/", 1)[1] for node in concepts("agency-type")}
    with (ONTOLOGY / "hierarchy.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    children = [row["child_key"] for row in rows]
    assert rows and len(set(children)) == len(children) and all(row["note"] for row in rows)
    for row in rows:
        parent = re.fullmatch(r"(.+)-(id|\d\d(?:\.\d\d)*)", row["parent_key"])
        child = re.fullmatch(r"([a-z]+)-(?:[a-z-]+-)?(\d\d(?:\.\d\d)*)", row["child_key"])
        assert parent and parent[1] in types and parent[2] in codes, row
        assert child and child[1] in types and child[2] in codes, row


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_questions_are_titled_and_need_no_graphs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for line, word in zip(lines, ("title", "id", "en"), strict=False):
        assert line.startswith(f"# {word}: "), f"{path.name}: {line}"
    bare = re.sub(r"#[^\n]*|<[^>]*>", "", text)
    assert not re.search(r"\b(GRAPH|SERVICE|FROM)\b", bare)
    assert not re.search(r"[\w)][*+]\s", bare.replace("COUNT(*)", ""))
    assert "ORDER BY" in bare
    assert not (ONTOLOGY / "contract" / "queries" / path.name).exists()


def test_there_are_enough_questions() -> None:
    assert len(QUERIES) >= 24


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_questions_are_sparql_in_both_engines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(ox.Store().query(text, use_default_graph_as_union=True)) == []  # type: ignore[arg-type]
    assert list(Dataset(default_union=True).query(text)) == []


# --- shapes and questions over a small graph


@cache
def sample() -> tuple[ox.Quad, ...]:
    """The graphs of two small articles, with the reference and derived graphs."""
    return tuple(all_quads(readings()))


def union() -> Graph:
    """All statements of the sample without their graphs, for rdflib."""
    lines = {f"{quad.triple} ." for quad in sample()}
    return Graph().parse(data="\n".join(sorted(lines)), format="nt")


def faults(data: Graph) -> str:
    """What the shapes find wrong, as text; empty if nothing."""
    conforms, _, text = validate(data, shacl_graph=graph("shapes"))
    return "" if conforms else str(text)


def test_a_built_graph_meets_the_shapes() -> None:
    assert faults(union()) == ""


PREFIXES = """PREFIX bw: <https://w3id.org/bawaslu-kg/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("DELETE { ?x dcterms:identifier ?v } WHERE { ?x a bw:Article ; dcterms:identifier ?v }", "one identifier"),
        ("DELETE { ?x bw:textHash ?v } WHERE { ?x bw:textHash ?v }", "one text hash"),
        ("DELETE { ?x bw:relevant ?v } WHERE { ?x bw:relevant ?v }", "whether it is relevant"),
        ("INSERT { ?x rdfs:label 'x' } WHERE { ?x a bw:Organization }", "Exactly one label"),
        ("DELETE { ?x org:member ?v } WHERE { ?x org:member ?v }", "exactly one person"),
        ("DELETE { ?x bw:roleTitle ?v } WHERE { ?x bw:roleTitle ?v }", "title as written"),
        ("INSERT { ?x bw:status 'retired' } WHERE { ?x a org:Membership }", "current, acting, former"),
        ("DELETE { ?x bw:eventType ?v } WHERE { ?x bw:eventType ?v }", "exactly one type"),
        ("DELETE { ?x bw:modality 'held' } INSERT { ?x bw:modality 'done' } WHERE { ?x a bw:Event }", "modality"),
        (
            "DELETE { ?x schema:endDate ?v } INSERT { ?x schema:endDate '2024-01-01'^^xsd:date }"
            " WHERE { ?x schema:endDate ?v }",
            "not after it ends",
        ),
        (
            "DELETE { ?x bw:party ?v } WHERE { ?x a bw:Contact ; bw:party ?v FILTER(CONTAINS(STR(?v), 'kpu')) }",
            "two parties",
        ),
        ("DELETE { ?x bw:basis ?v } INSERT { ?x bw:basis 'guessed' } WHERE { ?x bw:basis ?v }", "one basis"),
        ("DELETE { ?x bw:evidence ?v } WHERE { ?x bw:evidence ?v }", "at least one passage"),
        ("DELETE { ?x bw:confidence ?v } INSERT { ?x bw:confidence 1.5 } WHERE { ?x bw:confidence ?v }", "from 0 to 1"),
        ("DELETE { ?x bw:rule ?v } WHERE { ?x bw:rule ?v }", "the rule that read it"),
        ("DELETE { ?x bw:organizer ?v } WHERE { ?x bw:organizer ?v }", "stands in the graph itself"),
        ("DELETE { ?x oa:end ?v } INSERT { ?x oa:end 0 } WHERE { ?x oa:end ?v }", "before it ends"),
        ("DELETE { ?x oa:exact ?v } INSERT { ?x oa:exact 'x' } WHERE { ?x oa:exact ?v }", "as long as its offsets"),
        ("DELETE { ?x oa:hasSelector ?v } WHERE { ?x oa:hasSelector ?v }", "exactly one selector"),
        ("DELETE { ?x schema:text ?v } WHERE { ?x schema:text ?v }", "has its words"),
        ("DELETE { ?x schema:isPartOf ?v } WHERE { ?x schema:isPartOf ?v }", "stands in exactly one article"),
        ("DELETE { ?x bw:articleCount ?v } WHERE { ?x bw:articleCount ?v }", "counts its articles"),
        ("DELETE { ?x bw:reportCount ?v } INSERT { ?x bw:reportCount 99 } WHERE { ?x bw:reportCount ?v }", "independent reports"),
        (
            "DELETE { ?x bw:inContactWith ?y } WHERE { ?x bw:inContactWith ?y FILTER(STR(?x) > STR(?y)) }",
            "both directions",
        ),
        ("DELETE { ?x bw:inContactWith ?y } WHERE { ?x bw:inContactWith ?y }", "also a contact"),
        ("DELETE { ?x bw:reports ?y } WHERE { ?x bw:reports ?y }", "reported by exactly one article"),
    ],
)
def test_a_spoilt_graph_is_refused_in_plain_words(change: str, message: str) -> None:
    spoilt = union()
    spoilt.update(PREFIXES + change)
    assert message in faults(spoilt)


@pytest.mark.parametrize("path", WITHOUT_OPTIONS, ids=lambda path: path.stem)
def test_questions_have_the_same_answer_with_graphs_and_without(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    dataset, plain = ox.Store(), ox.Store()
    dataset.extend(sample())
    plain.extend(ox.Quad(*quad.triple) for quad in sample())
    whole = [str(row) for row in dataset.query(text, use_default_graph_as_union=True)]  # type: ignore[union-attr]
    assert whole == [str(row) for row in plain.query(text)]  # type: ignore[union-attr]
    assert len(whole) == len(list(union().query(text)))
    assert bool(whole) != (path.stem in {"same-meeting-twice", "several-posts"})
