"""The questions that the graph must answer, put to the seeds: the same rows with graphs and without."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from kg.asking.answers import Rows
from kg.asking.engine import ask
from kg.lexicon.places import ontology_dir

QUESTIONS = [path for path in sorted((ontology_dir() / "queries").glob("*.rq")) if "# param:" not in path.read_text()]
CONTRACT = sorted((ontology_dir() / "contract" / "queries").glob("*.rq"))
BATANG, GRESIK, OKI = "Bawaslu Kabupaten Batang", "Bawaslu Kabupaten Gresik", "Bawaslu Kabupaten Ogan Komering Ilir"
# What a careful reader answers from the five articles, in part: rows that must be there, by question.
ANSWERS: dict[str, list[dict[str, str]]] = {
    "officials": [
        {"bodyLabel": BATANG, "name": "Mahbrur", "title": "Ketua", "status": "current"},
        {"bodyLabel": "Pemerintah Kabupaten Batang", "name": "Lani Dwi Rejeki", "status": "acting"},
        {"bodyLabel": "Bawaslu Republik Indonesia", "name": "Nur Hidayat Sardini", "status": "former"},
        {"bodyLabel": "Bawaslu Provinsi Sumatera Barat", "name": "Benny Aziz", "title": "Ketua"},
        {"bodyLabel": "Kejaksaan Negeri Ogan Komering Ilir", "name": "Alek Akbar", "title": "Kasi Intel"},
        {"bodyLabel": GRESIK, "name": "Rozikin", "status": "current"},
        {"bodyLabel": "Bawaslu Provinsi Nusa Tenggara Barat", "name": "Umar Achmad Seth", "title": "Anggota"},
    ],
    "who-coordinates": [
        {"oneLabel": BATANG, "otherLabel": "KPU Kabupaten Batang", "events": "1", "articles": "1"},
        {"oneLabel": GRESIK, "otherLabel": "Polres Gresik", "events": "1", "articles": "1"},
        {"oneLabel": OKI, "otherLabel": "Dinas Perhubungan Kabupaten Ogan Komering Ilir", "events": "1"},
    ],
    "partners-by-kind": [
        {"bodyLabel": GRESIK, "kindLabel": "Kepolisian Resor", "partners": "1", "coordinating": "1"},
        {"bodyLabel": BATANG, "kindLabel": "Komisi Pemilihan Umum", "partners": "1", "coordinating": "1"},
    ],
    "events-by-month-and-theme": [
        {"month": "2024-06", "themeLabel": "Sinergi dan koordinasi", "events": "1"},
        {"month": "2024-09", "themeLabel": "Sinergi dan koordinasi", "events": "2"},
        {"month": "2024-11", "themeLabel": "Penguatan kelembagaan", "events": "1"},
    ],
    "said-by": [
        {"name": "Mahbrur", "id": "000_d285a43d48e08c3c"},
        {"name": "Benny Aziz", "id": "002_54e5afb245339c8f"},
    ],
    "passage-behind-edge": [{"oneLabel": BATANG, "otherLabel": "KPU Kabupaten Batang", "coordinates": "true"}],
    "events-outside-area": [{"placeLabel": "Kota Palembang", "organizerLabel": OKI, "start": "2024-09-26"}],
    "contradicting-dates": [{"id": "003_3d32aeb0533ad37a", "start": "2024-09-25", "end": "2024-09-25"}],
    "not-held-yet": [],
    "above-and-below": [
        {"bodyLabel": BATANG, "aboveLabel": "Bawaslu Provinsi Jawa Tengah", "nearest": "true"},
        {"bodyLabel": BATANG, "aboveLabel": "Bawaslu Republik Indonesia", "nearest": "false"},
        {"bodyLabel": "Polres Gresik", "aboveLabel": "Polda Jawa Timur", "nearest": "true"},
    ],
    "speakers-by-agency": [{"kindLabel": "Kejaksaan Negeri", "speakers": "1", "events": "1"}],
    "theme-ranking": [{"themeLabel": "Sinergi dan koordinasi", "articles": "5"}],
    "who-attended": [
        {"organizerLabel": BATANG, "attendeeLabel": "KPU Kabupaten Batang"},
        {"organizerLabel": GRESIK, "attendeeLabel": "Dinas Lingkungan Hidup Kabupaten Gresik"},
    ],
    "coordinated-in-stage": [
        {"stageLabel": "Pemutakhiran dan penyusunan daftar pemilih, Pilkada 2024", "oneLabel": BATANG,
         "otherLabel": "KPU Kabupaten Batang", "start": "2024-06-25", "last": "2024-09-23"},
        {"stageLabel": "Kampanye, Pilkada 2024", "oneLabel": GRESIK, "otherLabel": "Polres Gresik", "start": "2024-09-25"},
        {"stageLabel": "Kampanye, Pilkada 2024", "oneLabel": OKI, "start": "2024-09-26", "id": "001_46476bd72bb9e23b"},
    ],
}
NONE = {"not-held-yet", "contradicting-dates", "events-outside-area"}
"""Questions to which the seeds have no more rows than those above: all five events were held, four dates agree."""


def rows(file: Path, question: Path) -> list[dict[str, str]]:
    """The answer as one dictionary a row."""
    answer = ask(file, question.read_text(encoding="utf-8"))
    assert isinstance(answer, Rows)
    return [
        {name: getattr(value, "value", "") for name, value in zip(answer.columns, row, strict=True)}
        for row in answer.rows
    ]


@pytest.fixture(scope="module")
def in_rdflib(built: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(built / "graph.ttl")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_the_seeds_answer(built: Path, question: Path) -> None:
    found = rows(built / "graph.nq", question)
    for expected in ANSWERS[question.stem]:
        assert [row for row in found if row.items() >= expected.items()], f"no row with {expected}"
    if question.stem in NONE:
        assert len(found) == len(ANSWERS[question.stem])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_the_same_rows_with_graphs_without_and_in_another_engine(
    built: Path, in_rdflib: rdflib.Graph, question: Path
) -> None:
    found = rows(built / "graph.nq", question)
    assert found == rows(built / "graph.ttl", question)
    others = in_rdflib.query(question.read_text(encoding="utf-8"))
    assert sorted(str(tuple(row.values())) for row in found) == sorted(
        str(tuple("" if value is None else str(value) for value in row)) for row in others  # type: ignore[union-attr]
    )


@pytest.mark.parametrize("question", CONTRACT, ids=lambda path: path.stem)
def test_the_questions_of_the_contract_have_rows_from_every_article(built: Path, question: Path) -> None:
    ids = {row["id"] for row in rows(built / "graph.nq", question)}
    assert len(ids) == 5


def test_the_words_behind_an_edge(built: Path) -> None:
    (question,) = (path for path in QUESTIONS if path.stem == "passage-behind-edge")
    edge = {"oneLabel": BATANG, "otherLabel": "KPU Kabupaten Batang"}
    words = " ".join(row["words"] for row in rows(built / "graph.ttl", question) if row.items() >= edge.items())
    assert "Bawaslu Batang menggelar rapat koordinasi" in words
    assert "dihadiri oleh PJ. Bupati, KPU Kabupaten Batang" in words
