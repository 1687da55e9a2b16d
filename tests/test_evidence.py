"""Everything that the seeds' graph states can be followed to the words: the right ones, few of them, on both sides."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import SEEDS
from pyoxigraph import RdfFormat, Store

from kg.asking.answers import Rows
from kg.asking.engine import ask
from kg.asking.questions import query_text
from kg.graph.vocabulary import BASE, PREFIXES
from kg.lexicon import areas, concepts
from kg.lexicon.places import table
from kg.pipeline import articles
from kg.records import Article
from kg.sentences import split

# What an article calls an event that it has named before.
_EVENT_AGAIN = ("kegiatan", "acara", "pertemuan", "agenda")
# What must have a claim, each as a pattern of the statement in an article's graph.
STATED = {
    "mention": "?s bw:mentions ?o . BIND(bw:mentions AS ?p)",
    "post": "?s org:member ?o . BIND(org:member AS ?p)",
    "organiser": "?s bw:organizer ?o . BIND(bw:organizer AS ?p)",
    "attendee": "?s bw:attendee ?o . BIND(bw:attendee AS ?p)",
    "speaker": "?s bw:speaker ?o . BIND(bw:speaker AS ?p)",
    "date": "VALUES ?p { schema:startDate schema:endDate } ?s a bw:Event ; ?p ?o",
    "venue": "?s bw:venue ?o . BIND(bw:venue AS ?p)",
    "theme": "?s bw:theme ?o . BIND(bw:theme AS ?p)",
    "election": "?s bw:election ?o . BIND(bw:election AS ?p)",
    "contact": "?s bw:inContactWith ?o . FILTER(STR(?s) < STR(?o)) BIND(bw:inContactWith AS ?p)",
    "quotation": "VALUES ?p { bw:saidBy schema:isPartOf } ?s a bw:Quotation ; ?p ?o",
}


class Row(NamedTuple):
    """A row of the contract's question for evidence."""

    id: str
    s: str
    p: str
    o: str
    rule: str
    confidence: str
    start: str
    end: str
    words: str


@pytest.fixture(scope="module")
def evidence(built: Path) -> list[Row]:
    """All rows of the contract's question."""
    answer = ask(built / "graph.nq", query_text("evidence"))
    assert isinstance(answer, Rows) and answer.columns == Row._fields
    return [Row(*(getattr(value, "value", "") for value in row)) for row in answer.rows]


@pytest.fixture(scope="module")
def texts(built: Path) -> dict[str, str]:
    """The cleaned texts by the articles' identifiers."""
    records = map(json.loads, (built / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    return {record["id"]: record["text"] for record in records}


@pytest.fixture(scope="module")
def store(built: Path) -> Store:
    filled = Store()
    filled.bulk_load(path=str(built / "graph.nq"), format=RdfFormat.N_QUADS)
    return filled


@cache
def seeds() -> dict[str, Article]:
    found = [item for item in articles([str(SEEDS)]) if isinstance(item, Article)]
    return {article.id: article for article in found}


@pytest.mark.parametrize("kind", STATED)
def test_every_statement_has_a_claim(store: Store, evidence: list[Row], kind: str) -> None:
    claimed = {(row.id, row.s, row.p, row.o) for row in evidence}
    article = "?g a bw:Article ; dcterms:identifier ?id"
    text = f"SELECT DISTINCT ?id ?s ?p ?o {{ GRAPH ?g {{ {article} . {STATED[kind]} }} }}"
    stated = [tuple(value.value for value in row) for row in store.query(text, prefixes=PREFIXES)]
    assert stated, "the seeds have some of every kind"
    assert [statement for statement in stated if statement not in claimed] == []


def test_offsets_give_the_words(evidence: list[Row], texts: dict[str, str]) -> None:
    assert len(evidence) > 200
    for row in evidence:
        assert texts[row.id][int(row.start) : int(row.end)] == row.words != "", row


def test_a_passage_is_at_most_two_sentences(evidence: list[Row]) -> None:
    for row in evidence:
        start, end = int(row.start), int(row.end)
        held = [s for s in split(seeds()[row.id]) if s.span.start < end and start < s.span.end]
        assert 1 <= len(held) <= 2, row
        assert (held[0].span.start, held[-1].span.end) == (start, end), row


def test_every_claim_has_a_rule_and_a_confidence(evidence: list[Row]) -> None:
    assert [row for row in evidence if not re.fullmatch(r"[a-z_]+", row.rule)] == []
    assert [row for row in evidence if not 0 < float(row.confidence) <= 1] == []


def plain(text: str) -> str:
    """Small letters and figures, single spaces, one at either end."""
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    return f" {words} "


class Words:
    """By which words a passage may speak of a thing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _ask(self, pattern: str) -> list[str]:
        found = self._store.query(f"SELECT DISTINCT ?v {{ GRAPH ?g {{ {pattern} }} }}", prefixes=PREFIXES)
        return [row[0].value for row in found]

    @cache  # noqa: B019
    def of(self, iri: str) -> list[str]:
        """Any one of these words must stand in the passages; none for the article itself."""
        kind, _, key = iri.removeprefix(BASE).partition("/")
        if not iri.startswith(BASE):
            return [str(int(iri.split("-")[2]))]
        forms = self._ask(f"<{iri}> rdfs:label|skos:altLabel|skos:hiddenLabel ?v")
        match kind:
            case "article":
                return []
            case "org":
                return [*forms, *self._through_people(iri)]
            case "person":
                return [*forms, *self._parts(forms), *self._ask(f"?post org:member <{iri}> ; bw:roleTitle ?v")]
            case "membership":
                return self._ask(f"<{iri}> bw:roleTitle ?v")
            case "quotation":
                return [" ".join(text.split()[:4]) for text in self._ask(f"<{iri}> schema:text ?v")]
            case "event":
                (type_,) = self._ask(f"<{iri}> bw:eventType ?v")
                return [*forms, *self.of(type_), *_EVENT_AGAIN]
            case "area":
                aliases = [row["alias"] for row in table("area_aliases") if row["code"] == key]
                return [*forms, areas.load().get(key).short_name, *aliases]
            case "theme" | "event-type" | "role":
                return [word for concept in self._narrower(kind, key) for word in concept.words]
            case "election":
                concept = concepts.load().get(kind, key)
                return [word for name in (key, *concept.broader) for word in concepts.load().get(kind, name).words]
        return forms

    def _through_people(self, body: str) -> list[str]:
        at = f"?post org:organization <{body}>"
        return [*self._parts(self._ask(f"{at} ; org:member/rdfs:label ?v")), *self._ask(f"{at} ; bw:roleTitle ?v")]

    @staticmethod
    def _parts(names: list[str]) -> list[str]:
        return [part for name in names for part in name.split() if len(part) > 2]

    @staticmethod
    def _narrower(kind: str, key: str) -> list[concepts.Concept]:
        return [concept for concept in concepts.load().of(kind) if key in (concept.key, *concept.broader)]


def test_passages_hold_the_words_of_both_sides(store: Store, evidence: list[Row]) -> None:
    words, passages = Words(store), defaultdict(str)
    for row in evidence:
        passages[row[:4]] += f" {row.words} "
    missing = []
    for (id_, s, p, o), text in passages.items():
        for side in (s, o):
            forms = words.of(side)
            if forms and not any(plain(form) in plain(text) for form in forms):
                missing.append(f"{id_[:3]} {s} {p} {o}: no word of {side} in {text.strip()!r}")
    assert not missing, "\n".join(missing)
