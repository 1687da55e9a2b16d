"""Which election an article and its event are about, and the stages of Pilkada 2024 that an event falls in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import Graph

from kg.graph.voting import stages
from kg.identity.days import POLLING_DAYS
from kg.lexicon import concepts, elections
from kg.lexicon.places import ontology_dir
from kg.mentions import votes
from kg.outputs.bundle import all_quads
from kg.pipeline import readings
from kg.records import Reading, Ref

ID = "https://w3id.org/bawaslu-kg/id/"
BW = "https://w3id.org/bawaslu-kg/ontology#"


def read(folder: Path, text: str) -> Reading:
    """The reading of a report of one text."""
    (folder / "a.txt").write_text(f"Rakor di Gresik\n\nGRESIK - {text}\n", encoding="utf-8")
    (found,) = readings([str(folder)])
    assert isinstance(found, Reading), found
    return found


def said(reading: Reading, kind: str) -> set[str]:
    """The elections of the article or of its event."""
    return {c.object.key for c in reading.claims
            if c.predicate == "bw:election" and c.subject.kind == kind and isinstance(c.object, Ref)}


def stages_of(reading: Reading) -> set[str]:
    """The stages that its event falls in, without the election's key."""
    return {stage.key.removeprefix("pilkada-2024-") for _, stage in stages(reading)}


RAKOR = "Bawaslu Kabupaten Gresik menggelar rapat koordinasi {} bersama Polres Gresik, {}."


@pytest.mark.parametrize(
    ("what", "when", "elections_said"),
    [
        ("persiapan Pilkada Serentak Tahun 2024", "Selasa (6/8/2024)", {"pilkada-2024"}),
        ("pengawasan Pemilihan Serentak Nasional 2024", "Selasa (6/8/2024)", {"pilkada-2024"}),
        ("jelang Pilgub Jawa Timur 2018", "Senin (5/3/2018)", {"pilkada-2018"}),
        ("persiapan Pemilihan Bupati dan Wakil Bupati Gresik Tahun 2020", "Selasa (6/10/2020)", {"pilkada-2020"}),
        ("pengawasan Pemilihan Umum 2019", "Selasa (6/11/2018)", {"pemilu-2019"}),
        ("jelang Pilpres dan Pileg 2024", "Selasa (7/11/2023)", {"pemilu-2024"}),
        # the two votes of 2024
        ("pengawasan Pemilu 2024", "Selasa (6/2/2024)", {"pemilu-2024"}),
        ("pengawasan Pemilihan Tahun 2024", "Selasa (6/8/2024)", {"pilkada-2024"}),
        ("pengawasan Pemilihan Tahun 2024", "Selasa (6/2/2024)", set()),
        ("pengawasan Pemilihan Tahun 2024", "Rabu (14/2/2024)", set()),
        ("evaluasi Pemilu dan Pemilihan 2024", "Jumat (20/12/2024)", {"pemilu-2024", "pilkada-2024"}),
        ("evaluasi Pemilu dan Pilkada 2024", "Jumat (20/12/2024)", {"pemilu-2024", "pilkada-2024"}),
        # no year: by the day of the event
        ("pengawasan Pilkada", "Selasa (6/8/2024)", {"pilkada-2024"}),
        ("pengawasan Pilkada", "Kamis (15/2/2024)", {"pilkada-2024"}),
        ("pengawasan Pilkada", "Rabu (14/2/2024)", set()),
        ("pengawasan Pilkada", "Senin (16/12/2024)", {"pilkada-2024"}),
        ("pengawasan Pilkada", "Selasa (17/12/2024)", set()),
        ("persiapan PSU Pilkada", "Selasa (8/4/2025)", set()),
        ("pengawasan Pilkada", "Rabu (2/9/2020)", {"pilkada-2020"}),
        ("pengawasan Pemilu", "Selasa (7/11/2023)", set()),
        # none of them
        ("pengawasan Pilkades 2024", "Selasa (6/8/2024)", set()),
        ("evaluasi Pilkada 2017", "Selasa (6/8/2024)", set()),
        ("penertiban alat peraga", "Selasa (6/8/2024)", set()),
    ],
)
def test_the_election_of_an_event(tmp_path: Path, what: str, when: str, elections_said: set[str]) -> None:
    reading = read(tmp_path, RAKOR.format(what, when))
    assert reading.events
    assert said(reading, "event") == said(reading, "article") == elections_said
    assert not stages_of(reading) or "pilkada-2024" in elections_said


def test_a_meeting_for_the_next_election_may_recall_the_last(tmp_path: Path) -> None:
    reading = read(tmp_path, RAKOR.format("persiapan Pilkada 2024 setelah Pemilu 2024 usai", "Selasa (6/8/2024)"))
    assert said(reading, "article") == {"pemilu-2024", "pilkada-2024"}
    assert said(reading, "event") == {"pilkada-2024"}


def test_an_event_takes_the_only_election_of_its_article_while_that_runs(tmp_path: Path) -> None:
    later = " Ketua KPU Gresik menyambut baik.\n\nIa menyinggung tahapan Pilkada 2024 yang padat."
    during = read(tmp_path, RAKOR.format("pengawasan", "Selasa (6/8/2024)") + later)
    (claim,) = (c for c in during.claims if c.predicate == "bw:election" and c.subject.kind == "event")
    assert (claim.object, claim.rule) == (Ref("election", "pilkada-2024"), "election_of_article")
    after = read(tmp_path, RAKOR.format("pengawasan", "Selasa (5/8/2025)") + later)
    assert said(after, "article") == {"pilkada-2024"} and not said(after, "event")


def test_without_a_year_an_election_is_less_sure_and_rests_on_the_day_too(tmp_path: Path) -> None:
    text = "Bawaslu Gresik menggelar rapat koordinasi pengawasan Pilkada. Rapat itu digelar Selasa (6/8/2024)."
    sure = {}
    for name, words in (("year", text.replace("Pilkada", "Pilkada 2024")), ("day", text)):
        reading = read(tmp_path, words)
        (claim,) = (c for c in reading.claims if c.predicate == "bw:election" and c.subject.kind == "article")
        passage = " ".join(reading.article.text[span.start : span.end] for span in claim.passages)
        assert "Pilkada" in passage and ("(6/8/2024)" in passage) == (name == "day")
        sure[name] = claim.confidence, claim.rule
    assert sure["day"][0] < 0.8 < sure["year"][0]
    assert (sure["day"][1], sure["year"][1]) == ("election_by_date", "election_with_year")


def test_years_elsewhere_keep_a_bare_name_from_being_guessed(tmp_path: Path) -> None:
    reading = read(tmp_path, RAKOR.format("evaluasi Pilkada 2020 dan persiapan Pilkada", "Selasa (6/8/2024)"))
    assert said(reading, "article") == {"pilkada-2020"}


ALWAYS = {"pemantau", "badan-adhoc"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-02-26", set()),
        ("2024-02-27", {"pemantau"}),
        ("2024-04-16", {"pemantau"}),
        ("2024-04-17", ALWAYS),
        ("2024-05-31", ALWAYS | {"dp4", "perseorangan", "data-pemilih"}),
        ("2024-06-01", ALWAYS | {"perseorangan", "data-pemilih"}),
        ("2024-08-19", ALWAYS | {"perseorangan", "data-pemilih"}),
        ("2024-08-24", ALWAYS | {"data-pemilih", "pengumuman-pendaftaran"}),
        ("2024-08-26", ALWAYS | {"data-pemilih", "pengumuman-pendaftaran"}),
        ("2024-08-27", ALWAYS | {"data-pemilih", "pendaftaran", "penelitian-persyaratan"}),
        ("2024-08-30", ALWAYS | {"data-pemilih", "penelitian-persyaratan"}),
        ("2024-09-22", ALWAYS | {"data-pemilih", "penetapan-pasangan-calon"}),
        ("2024-09-24", ALWAYS),
        ("2024-09-25", ALWAYS | {"kampanye"}),
        ("2024-11-23", {"kampanye"}),
        ("2024-11-24", {"masa-tenang"}),
        ("2024-11-26", {"masa-tenang"}),
        ("2024-11-27", {"pemungutan-suara", "rekapitulasi"}),
        ("2024-12-16", {"rekapitulasi"}),
        ("2024-12-17", set()),
    ],
)
def test_the_stages_of_a_day(tmp_path: Path, day: str, expected: set[str]) -> None:
    of_table = {s.key for s in elections.stages() if s.meets(date.fromisoformat(day), date.fromisoformat(day))}
    assert {key.removeprefix("pilkada-2024-") for key in of_table} == expected
    written = "/".join(reversed(day.split("-")))
    reading = read(tmp_path, RAKOR.format("pengawasan Pilkada 2024", f"({written})"))
    started = {c.object for c in reading.claims if c.predicate == "schema:startDate"}
    if started:  # a day of voting is not taken for the day of a meeting
        assert stages_of(reading) == expected
    else:
        assert date.fromisoformat(day) in POLLING_DAYS and not stages_of(reading)


def test_an_event_of_several_days_falls_in_the_stages_of_all_of_them(tmp_path: Path) -> None:
    reading = read(tmp_path, RAKOR.format("pengawasan Pilkada 2024", "Sabtu-Minggu (23-24/11/2024)"))
    assert stages_of(reading) == {"kampanye", "masa-tenang"}


def test_an_event_of_another_election_falls_in_no_stage(tmp_path: Path) -> None:
    reading = read(tmp_path, RAKOR.format("evaluasi Pemilu 2024", "Selasa (1/10/2024)"))
    assert said(reading, "event") == {"pemilu-2024"} and not stages_of(reading)


def test_what_is_said_and_what_is_inferred_stand_in_graphs_of_their_own(tmp_path: Path) -> None:
    quads = list(all_quads([read(tmp_path, RAKOR.format("pengawasan Pilkada 2024", "Selasa (1/10/2024)"))]))
    where = {name: {quad.graph_name.value.removeprefix(ID) for quad in quads  # type: ignore[union-attr]
                    if quad.predicate.value == BW + name} for name in ("election", "stage")}
    assert where == {"election": {"article/a"}, "stage": {"graph/derived"}}
    store = ox.Store()
    store.extend(quads)
    ends = store.query(
        f"SELECT ?end {{ GRAPH <{ID}graph/reference> {{ <{ID}stage/pilkada-2024-kampanye> <https://schema.org/endDate> ?end }} }}"
    )
    assert [row[0].value for row in ends] == ["2024-11-23"]  # type: ignore[union-attr]
    notes = [quad.object.value for quad in quads if quad.predicate.value.endswith("editorialNote")]
    assert len(notes) == 36, "what could not be checked is said in the graph"


def test_the_shapes_refuse_a_stage_on_the_wrong_day(tmp_path: Path) -> None:
    quads = list(all_quads([read(tmp_path, RAKOR.format("pengawasan Pilkada 2024", "Selasa (1/10/2024)"))]))
    data = Graph().parse(data="\n".join(sorted({f"{quad.triple} ." for quad in quads})), format="nt")
    shapes = Graph().parse(ontology_dir() / "shapes.ttl")
    assert validate(data, shacl_graph=shapes)[0]
    data.update(f"INSERT {{ ?e <{BW}stage> <{ID}stage/pilkada-2024-masa-tenang> }} WHERE {{ ?e <{BW}stage> ?any }}")
    conforms, _, text = validate(data, shacl_graph=shapes)
    assert not conforms and "A day of the event lies in each of its stages." in text


def test_every_label_of_an_election_is_read_as_it() -> None:
    for concept in concepts.load().of("election"):
        for label in concept.words:
            found = {mention.key for mention in votes.find(f"tahapan {label} di daerah")}
            if concept.broader:
                assert found == {concept.key}, label
            else:  # a family: with the years of its elections
                years = [one for one in elections.elections() if one.family == concept.key]
                assert all({m.key for m in votes.find(f"{label} {one.vote.year}")} == {one.key} for one in years), label


def test_elections_and_stages_are_described_with_their_source() -> None:
    for concept in (*concepts.load().of("election"), *concepts.load().of("stage")):
        assert set(concept.labels) == set(concept.definitions) == {"id", "en"}, concept.key
        if concept.kind == "stage" or concept.broader:
            assert concept.first("dcterms:source").startswith("https://"), concept.key
            assert concept.first("dcterms:bibliographicCitation"), concept.key
        assert concept.kind == "election" or set(concept.notes) == {"id", "en"}, concept.key
    assert len({concept.labels["id"] for concept in concepts.load().of("stage")}) == len(elections.stages()) == 18

    forms = [form.lower() for kind in ("election", "stage") for concept in concepts.load().of(kind) for form in concept.words]
    assert len(forms) == len(set(forms)), sorted({form for form in forms if forms.count(form) > 1})


def test_stages_fit_their_election_and_the_themes() -> None:
    table = {stage.key.removeprefix("pilkada-2024-"): stage for stage in elections.stages()}
    vote = elections.by_key()["pilkada-2024"].vote
    assert {one.vote for one in elections.elections()} < POLLING_DAYS
    assert table["pemungutan-suara"].first == table["pemungutan-suara"].last == table["rekapitulasi"].first == vote
    assert (table["masa-tenang"].first, table["masa-tenang"].last) == (vote - timedelta(3), vote - timedelta(1))
    for stage in table.values():
        assert stage.first is None or (stage.last is not None and stage.first <= stage.last)
        assert stage.election == "pilkada-2024"
        assert all(concepts.load().has("theme", theme) for theme in stage.themes)
