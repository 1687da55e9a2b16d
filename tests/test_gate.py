"""The look at a text's words that spares reading what cannot be about elections."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.articles import make_article
from kg.graph.article import lines
from kg.lexicon import concepts
from kg.mentions import may_concern_elections
from kg.mentions.gate import ELECTION
from kg.records import Article

GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize("folder", ["../../seeds", "dev", "own"])
def test_no_text_that_names_an_election_body_is_passed_over(folder: str) -> None:
    articles = [found for found in pipeline.articles([str(GOLD / folder)]) if isinstance(found, Article)]
    assert len(articles) >= 5
    closed = [a for a in articles if not may_concern_elections(a.text)]
    assert [a.id for a in closed if pipeline.steps(a).reading.relevant] == []
    assert [a.id for a in closed if lines(pipeline.read(a)) != lines(pipeline.steps(a).reading)] == []


def test_every_form_of_every_election_body_opens_the_gate() -> None:
    forms = [form for body in concepts.load().of("agency-type") if body.key in ELECTION for form in body.words]
    assert len(forms) > 100
    assert [form for form in forms if not may_concern_elections(f"Rapat dihadiri {form} Batang.")] == []
    assert [form for form in forms if not may_concern_elections(f"RAPAT DIHADIRI {form.upper()} BATANG")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Harga cabai di Pasar Batang naik menjelang Lebaran, kata Kepala Dinas Perdagangan.",
        "Badan Pusat Statistik mencatat inflasi. Pengawas pasar turun tangan.",
    ],
)
def test_other_news_is_told_apart(text: str) -> None:
    assert not may_concern_elections(text)


def test_other_news_adds_the_same_to_the_graph_whether_it_is_read_or_not() -> None:
    article = make_article("Harga cabai naik\n\nKepala Dinas Perdagangan Batang, Budi, hadir Senin (5/8).", "cabai", "cabai.txt")
    unread, read = pipeline.read(article), pipeline.steps(article).reading
    assert read.mentions and not unread.mentions
    assert lines(unread) == lines(read)
    assert unread.fingerprint == read.fingerprint
