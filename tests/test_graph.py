"""The graph of two small articles, held against the contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Quad, QuerySolutions, Store
from sample import first, readings, second

from kg.graph import article, derived, english, hierarchy, names, reference
from kg.graph.claims import claim_hash, strongest
from kg.graph.ties import ties
from kg.graph.vocabulary import BASE, CONCEPT_KINDS, TERMS, decimal, iri, term
from kg.lexicon import areas
from kg.lexicon.naming import official
from kg.lexicon.places import ontology_dir
from kg.outputs.bundle import all_quads
from kg.records import Organization, Ref

CONTRACT = ontology_dir() / "contract" / "queries"


@pytest.fixture(scope="module")
def store() -> Store:
    filled = Store()
    filled.bulk_extend(all_quads(readings()))
    return filled


def rows(store: Store, name: str) -> set[tuple[str, ...]]:
    """The rows of a contract query, with IRIs cut to what follows the base or the vocabulary."""
    found = store.query((CONTRACT / f"{name}.rq").read_text())
    assert isinstance(found, QuerySolutions)
    return {tuple(short(value) for value in row) for row in found}


def short(value: object) -> str:
    text = str(getattr(value, "value", "" if value is None else value))
    return text.removeprefix(BASE).removeprefix("https://w3id.org/bawaslu-kg/ontology#")


def subjects(quads: Iterable[Quad], label: str) -> set[str]:
    return {short(q.subject) for q in quads if getattr(q.object, "value", "") == label}


def test_bodies(store: Store) -> None:
    found = {row[:4] for row in rows(store, "bodies")}
    assert ("000_batang", "Organization", "agency-type/bawaslu", "area/33.25") in found
    assert ("000_batang", "StakeholderGroup", "group-type/stakeholder", "area/33.25") in found
    assert ("001_batang", "Organization", "agency-type/kpu", "area/33.25") in found
    assert len(rows(store, "bodies")) == 6


def test_coordination(store: Store) -> None:
    found = {(row[0], row[1], row[3], row[5]) for row in rows(store, "coordination")}
    assert found == {
        ("000_batang", "org/bawaslu-33.25", "org/kpu-33.25", "true"),
        ("000_batang", "org/bawaslu-33.25", "org/stakeholder-33.25", "false"),
        ("001_batang", "org/bawaslu-33.25", "org/kpu-33.25", "true"),
    }


def test_events(store: Store) -> None:
    day = "2024-06-25"
    assert rows(store, "events") == {
        ("000_batang", "event/batang-1-41", "event-type/rakor", day, day, "Hotel Dewi Ratih", "area/33.25")
    }


def test_participants(store: Store) -> None:
    assert {(row[2], row[3]) for row in rows(store, "participants")} == {
        ("organizer", "org/bawaslu-33.25"), ("attendee", "org/kpu-33.25"), ("attendee", "org/stakeholder-33.25"),
    }


def test_people_posts_quotations_themes(store: Store) -> None:
    assert rows(store, "people") == {("000_batang", "person/mahbrur-bawaslu-33.25", "Mahbrur")}
    assert rows(store, "posts") == {
        ("000_batang", "Mahbrur", "Ketua", "role/ketua", "org/bawaslu-33.25", "Bawaslu Kabupaten Batang", "current")
    }
    assert rows(store, "quotations") == {("000_batang", "Mahbrur", "kami gelar rakor")}
    assert rows(store, "themes") == {("000_batang", "theme/sinergi")}


def test_evidence_gives_the_words_at_its_offsets(store: Store) -> None:
    texts = {reading.article.id: reading.article.text for reading in readings()}
    found = rows(store, "evidence")
    assert len(found) == sum(len(claim.passages) for reading in readings() for claim in reading.claims)
    for row in found:
        assert texts[row[0]][int(row[6]) : int(row[7])] == row[8]


def test_every_thing_in_an_article_has_type_and_one_label() -> None:
    quads = article.quads(first())
    things = {q.object for q in quads if str(q.object).startswith(f"<{BASE}")}
    things |= {q.subject for q in quads}
    kinds = {"article", "org", "person", "event", "venue", "area", *CONCEPT_KINDS}
    for thing in things:
        labels = {q.object for q in quads if q.subject == thing and q.predicate == term("rdfs:label")}
        typed = any(q.subject == thing and q.predicate == term("rdf:type") for q in quads)
        kind = short(thing).split("/")[0]
        assert len(labels) == (1 if kind in kinds else 0), thing
        assert typed, thing


def test_written_forms_and_misspellings() -> None:
    quads = article.quads(first())
    assert not [q for q in quads if q.predicate == term("skos:altLabel") and short(q.object) == "Pemkab Bayang"]
    hidden = [q for q in quads if q.predicate == term("skos:hiddenLabel")]
    assert [short(q.object) for q in hidden] == ["Pemkab Bayang"]


def test_no_blank_nodes_and_flat_iris() -> None:
    for quad in all_quads(readings()):
        assert not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode)
        if str(quad.subject).startswith(f"<{BASE}"):
            assert short(quad.subject).count("/") == 1 and "#" not in short(quad.subject)


def test_the_base_can_be_replaced() -> None:
    quads = list(all_quads(readings(), "https://example.org/id/"))
    assert not [quad for quad in quads if BASE in str(quad)]
    assert len(quads) == len(list(all_quads(readings())))


def test_the_same_claim_read_twice_stands_once_with_the_surer_rule() -> None:
    reading = second()
    double = replace(reading.claims[0], rule="another", confidence=0.95)
    found = strongest(replace(reading, claims=(*reading.claims, double)))
    assert len(found) == len(reading.claims)
    assert found[f"batang-2-{claim_hash(double)}"].rule == "another"


def test_unknown_terms_are_refused() -> None:
    with pytest.raises(ValueError, match="no term"):
        term("bw:atendee")
    assert all(term(name) for name in TERMS)


def test_iris_hold_any_key() -> None:
    assert iri(Ref("venue", "aula <1>-33.25")).value == f"{BASE}venue/aula%20%3C1%3E-33.25"


@pytest.mark.parametrize(("value", "written"), [(1.0, "1.0"), (0.85, "0.85"), ("-7.0210", "-7.021"), (1e-5, "0.00001")])
def test_decimals(value: str | float, written: str) -> None:
    assert decimal(value).value == written


def test_reference_has_areas_concepts_and_superiors() -> None:
    quads = reference.quads(readings())
    lines = {(short(q.subject), short(q.predicate), short(q.object)) for q in quads}
    within, part = term("schema:containedInPlace").value, term("org:subOrganizationOf").value
    assert ("area/33.25", within, "area/33") in lines and ("area/33", within, "area/id") in lines
    assert ("org/bawaslu-33.25", part, "org/bawaslu-33") in lines
    assert ("org/bawaslu-33", part, "org/bawaslu-id") in lines
    beyond = term("org:transitiveSubOrganizationOf").value
    assert ("org/bawaslu-33.25", beyond, "org/bawaslu-id") in lines
    assert ("area/33", term("skos:notation").value, "ID-JT") in lines
    assert ("theme/sinergi", term("skos:broader").value, "theme/pengawasan") in lines
    assert ("theme/pengawasan", term("skos:inScheme").value, "scheme/theme") in lines
    assert subjects(quads, "Batang Regency") == {"area/33.25"}


@pytest.mark.parametrize(
    ("code", "iso", "wikidata"),
    [("34", "ID-YO", "Q3741"), ("32.73", "", "Q10389"), ("33", "ID-JT", ""), ("33.25", "", ""), ("33.25.01", "", "")],
)
def test_areas_have_the_codes_of_others_where_a_source_confirms_them(code: str, iso: str, wikidata: str) -> None:
    reading = replace(first(), areas=(code,))
    node = iri(Ref("area", code))
    said = {(quad.predicate, quad.object.value) for quad in reference.quads([reading]) if quad.subject == node}
    assert (term("dcterms:identifier"), code) in said
    assert {value for name, value in said if name == term("skos:notation")} == ({iso} if iso else set())
    expected = {f"http://www.wikidata.org/entity/{wikidata}"} if wikidata else set()
    assert {value for name, value in said if name == term("owl:sameAs")} == expected


def test_hierarchy_ends() -> None:
    assert not list(hierarchy.above(Organization("x", "X", "", "", "")))
    assert not list(hierarchy.above(Organization("bawaslu-id", "Bawaslu RI", "bawaslu", "id", "OversightBody")))


@pytest.mark.parametrize(("kind", "code", "name"), [
    ("bawaslu", "id", "Bawaslu Republik Indonesia"), ("bawaslu", "33", "Bawaslu Provinsi Jawa Tengah"),
    ("polres", "35.25", "Polres Gresik"), ("panwascam", "33.25.01", "Panwaslu Kecamatan Wonotunggal"),
])
def test_official_names(kind: str, code: str, name: str) -> None:
    concept = names.concept(Ref("agency-type", kind))
    assert concept and official(concept, code) == name


@pytest.mark.parametrize(("code", "name"), [
    ("id", "Republic of Indonesia"), ("33", "Central Java Province"), ("18.01", "South Lampung Regency"),
    ("33.74", "Semarang City"), ("34", "Special Region of Yogyakarta"),
])
def test_english_names(code: str, name: str) -> None:
    assert english.area_name(areas.load().get(code)) == name


def test_ties_count_events_articles_and_days() -> None:
    pair = next(tie for tie in ties(readings()) if tie.parties == ("bawaslu-33.25", "kpu-33.25"))
    assert (len(pair.events), len(pair.articles), len(pair.occasions)) == (1, 2, 2)
    assert [day.isoformat() for day in pair.days] == ["2024-06-25", "2024-07-11"]
    called = replace(second().contacts[0], modality="called-for")
    assert not ties([replace(second(), contacts=(called,))])


def test_derived_graph() -> None:
    node = f"<{BASE}tie/bawaslu-33.25--kpu-33.25>"
    said = {(short(q.predicate), short(q.object)) for q in derived.quads(readings()) if str(q.subject) == node}
    assert said >= {("eventCount", "1"), ("articleCount", "2"), ("firstDate", "2024-06-25"), ("lastDate", "2024-07-11"),
                    ("contact", "contact/batang-1-1"), ("contact", "contact/batang-2-1")}
