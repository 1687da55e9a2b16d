"""The named questions: what they answer on the seeds as a reader of the five articles would, and that each can be relied on."""

from __future__ import annotations

import csv
import io
import re
import shlex
from pathlib import Path

import pytest
import questions as page_of_questions
import rdflib
from click.testing import CliRunner
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.asking.answers import Rows, plain
from kg.asking.checking import checked
from kg.asking.questions import Question, questions
from kg.asking.sources import Local, filled
from kg.cli import main
from kg.pipeline import build

ROOT = Path(__file__).parent.parent
QUESTIONS = [question for question in questions() if question.path.parent.parent.name != "contract"]
AUDIENCES = {"journalist", "observer", "researcher", "staff", "engineer"}
KINDS = {"body", "person", "area", "theme", "kind", "event-type", "role", "election", "stage", "article", "event",
         "from-date", "to-date", "day", "number", "text"}  # fmt: skip
BATANG, OKI, LIMA = "000_d285a43d48e08c3c", "001_46476bd72bb9e23b", "002_54e5afb245339c8f"
GRESIK, NTB = "003_3d32aeb0533ad37a", "004_5d73699210a6dd69"
Expected = tuple[str, int, list[dict[str, str]]]
# By question: options, number of rows, and rows that must be among them. Read from the five articles.
SEEDS: dict[str, list[Expected]] = {
    "above-and-below": [
        ('--of "Bawaslu Batang"', 2, [
            {"standing": "above", "nearest": "true", "bodyLabel": "Bawaslu Provinsi Jawa Tengah"},
            {"standing": "above", "nearest": "false", "bodyLabel": "Bawaslu Republik Indonesia"}]),
        ('--of "Bawaslu Jawa Tengah"', 2, [{"standing": "below", "bodyLabel": "Bawaslu Kabupaten Batang", "nearest": "true"}]),
    ],
    "acting-officials": [("", 1, [{"name": "Lani Dwi Rejeki", "title": "Pj Bupati", "id": BATANG, "on": "2024-06-25"}])],
    "agreements": [("", 0, [])],
    "article": [(f"--article {GRESIK}", 0, [
        {"subjectLabel": "Rapat Koordinasi", "objectLabel": "Hotel Khas"}])],
    "articles": [("", 5, [
        {"id": BATANG, "eventDay": "2024-06-25", "ownSite": "false"},
        {"id": NTB, "eventDay": "2024-11-18", "ownSite": "true", "outlet": "SahabatBawaslu"}])],
    "articles-without-event": [("", 0, [])],
    "contradicting-dates": [("", 1, [{"id": GRESIK, "start": "2024-09-25"}])],
    "coordinated-in-stage": [('--stage kampanye --of "Bawaslu Gresik"', 9, [
        {"stageLabel": "Kampanye, Pilkada 2024", "otherLabel": "Polres Gresik", "start": "2024-09-25", "id": GRESIK}])],
    "coverage": [("", 5, [
        {"provinceLabel": "Provinsi Sumatera Selatan", "articles": "1", "events": "1", "first": "2024-09-26", "oneArticle": OKI},
        {"provinceLabel": "Provinsi Nusa Tenggara Barat", "articles": "1", "events": "1", "first": "2024-11-18"}])],
    "elections": [("", 2, [
        {"electionLabel": "Pilkada 2024", "articles": "5"}, {"electionLabel": "Pemilu 2024", "articles": "2"}])],
    "events-by-type": [("", 1, [{"typeLabel": "Rapat koordinasi", "events": "5", "held": "5", "first": "2024-06-25",
                                 "last": "2024-11-18"}])],
    "events-in": [
        ('--area "Jawa Timur"', 1, [{"placeLabel": "Kabupaten Gresik", "on": "2024-09-25", "id": GRESIK}]),
        ('--area "Kabupaten Batang" --since 2024-06 --until 2024-06', 1, [{"id": BATANG}]),
        ('--area "Kabupaten Batang" --since 2024-07', 0, []),
        ('--area "Ogan Komering Ilir"', 0, []),  # it was held in Palembang
        ("--area Indonesia", 5, []),
    ],
    "events-of": [
        ('--of "Kejari OKI"', 2, [{"as": "speaker", "on": "2024-09-26", "end": "2024-09-28", "id": OKI}]),
        ('--of "KPU Batang"', 1, [{"as": "attendee", "on": "2024-06-25", "placeLabel": "Kabupaten Batang"}]),
        ('--of "Bawaslu Batang"', 1, [{"as": "organizer"}]),
        ('--of "Bawaslu Batang" --type sosialisasi', 0, []),
    ],
    "evidence-of-contact": [
        ('--one "KPU Batang" --other "Bawaslu Batang"', 1, [
            {"on": "2024-06-25", "basis": "attended", "modality": "held", "coordinates": "true", "id": BATANG}]),
        ('--one "Bawaslu OKI" --other "KPU OKI"', 2, [{"on": "2024-09-26", "basis": "", "id": OKI}]),
        ('--one "Kejari Gresik" --other "Polres Gresik"', 0, []),  # guests of one meeting
    ],
    "groups-reached": [("", 11, [
        {"groupLabel": "Pemangku kepentingan", "events": "5"}, {"groupLabel": "Insan pers", "events": "2"},
        {"groupLabel": "Partai politik", "events": "1", "oneArticle": LIMA}])],
    "inventory": [("", 0, [{"class": "https://w3id.org/bawaslu-kg/ontology#Article", "things": "5"},
                           {"class": "https://w3id.org/bawaslu-kg/ontology#Event", "things": "5"}])],
    "invited-absent": [("", 0, [])],
    "joint-meetings": [
        ('--one "Kejaksaan Negeri" --other "Kepolisian Resor"', 1, [
            {"oneLabel": "Kejaksaan Negeri Gresik", "otherLabel": "Polres Gresik", "id": GRESIK}]),
        # The prosecutor of OKI spoke for his office; both transport offices attended.
        ('--one kejari --other "Dinas Perhubungan"', 2, [{"oneLabel": "Kejaksaan Negeri Ogan Komering Ilir", "id": OKI}]),
    ],
    "low-confidence": [("--below 1", 0, [])],
    "many-areas": [("--min 1", 0, [{"bodyLabel": "Bawaslu Kabupaten Batang", "areas": "1", "events": "1"}]), ("", 0, [])],
    "network-edges": [("", 35, [{
        "Source": "https://w3id.org/bawaslu-kg/id/org/bawaslu-33.25", "Target": "https://w3id.org/bawaslu-kg/id/org/kpu-33.25",
        "Type": "Undirected", "Weight": "1", "First": "2024-06-25"}]), ("--min 2", 0, [])],
    "network-nodes": [("", 40, [
        {"Label": "KPU Kabupaten Batang", "Kind": "Komisi Pemilihan Umum", "Area": "Kabupaten Batang"},
        {"Label": "Universitas Diponegoro", "Kind": "Lembaga pendidikan", "Area": ""}])],
    "no-meeting-found": [
        # Batang, Lima Puluh Kota and NTB name no prosecutors; those of Gresik attended and that of OKI spoke.
        ("--min-articles 1", 5, [
            {"areaLabel": "Kabupaten Batang", "answer": "no meeting found in 1 reports", "naming": "0", "first": "2024-06-25"},
            {"areaLabel": "Kabupaten Lima Puluh Kota", "articles": "1"},
            {"areaLabel": "Provinsi Nusa Tenggara Barat", "last": "2024-11-18"}]),
        ("", 5, [{"areaLabel": "Kabupaten Batang", "answer": "too few articles to say"}]),
        ("--kind KPU --min-articles 1", 4, [{"areaLabel": "Kabupaten Gresik"}]),
    ],
    "not-held-yet": [("", 0, [])],
    "officials": [
        ('--of "Bawaslu Gresik"', 2, [
            {"name": "Rozikin", "title": "Kordiv Penanganan Pelanggaran dan Data Informasi", "attested": "2024-09-25"},
            {"name": "Robbah Khunaifih", "title": "Kordiv SDM", "id": GRESIK}]),
        ('--of "Bawaslu Sumatera Barat" --role ketua', 0, [{"name": "Benny Aziz", "title": "Ketua", "status": "current"}]),
        ('--of "Bawaslu Republik Indonesia"', 0, [{"name": "Nur Hidayat Sardini", "status": "former"}]),
        ('--of "Kejari OKI"', 0, [{"name": "Alek Akbar", "title": "Kasi Intel"}]),
    ],
    "outside-area": [
        ("", 1, [{"placeLabel": "Kota Palembang", "organizerLabel": "Bawaslu Kabupaten Ogan Komering Ilir", "on": "2024-09-26"}]),
        ('--of "Bawaslu Gresik"', 0, []),
    ],
    "partners": [
        ('--of "Bawaslu Gresik" --since 2024-06', 9, [
            {"partnerLabel": "Polres Gresik", "kindLabel": "Kepolisian Resor", "events": "1", "first": "2024-09-25"},
            {"partnerLabel": "Dinas Lingkungan Hidup Kabupaten Gresik", "oneArticle": GRESIK}]),
        ('--of "Bawaslu Batang"', 8, [
            {"partnerLabel": "Universitas Diponegoro", "kindLabel": "Lembaga pendidikan", "events": "1"},
            {"partnerLabel": "Pemerintah Kabupaten Batang"}]),
        ('--of "Bawaslu OKI" --kind KPU', 1, [{"events": "0", "articles": "1", "first": "2024-09-26"}]),
        ('--of "Bawaslu Gresik" --until 2024-06', 0, []),
    ],
    "partners-by-kind": [
        ('--of "Bawaslu Batang"', 8, [
            {"kindLabel": "Komisi Pemilihan Umum", "partners": "1", "meetings": "1", "oneArticle": BATANG},
            {"kindLabel": "Lembaga pendidikan", "partners": "1"}]),
        # The suggestions that Bawaslu OKI made to KPU were no meeting.
        ('--of "Bawaslu OKI"', 5, [{"kindLabel": "Kejaksaan Negeri", "partners": "1", "first": "2024-09-26"}]),
    ],
    "person": [
        ("--who Mahbrur", 2, [
            {"what": "post", "detail": "Ketua, Bawaslu Kabupaten Batang (current)", "id": BATANG}, {"what": "said"}]),
        ('--who "Nur Hidayat Sardini"', 0, [
            {"what": "spoke at"}, {"what": "post", "detail": "Ketua, Bawaslu Republik Indonesia (former)"}]),
    ],
    "predicates": [("", 0, [
        {"predicate": "https://w3id.org/bawaslu-kg/ontology#reports", "statements": "5", "subjects": "5"},
        {"predicate": "https://w3id.org/bawaslu-kg/ontology#dateNote", "statements": "1"}])],
    "rules": [("", 0, [{"rule": "attended_by", "articles": "5"}])],
    "said-by": [
        ("--who Mahbrur", 1, [{"name": "Mahbrur", "on": "2024-06-25", "id": BATANG, "text":
         "Dan di hari ini kami gelar rakor dengan stakeholder sebagai bagian dari strategi pengawasan kami,"}]),
        ("", 16, [{"name": "Lalu Ahmad Yani", "id": NTB}]),
    ],
    "said-on-theme": [
        ('--theme sinergi --kind "Pemerintah Daerah"', 1, [{"name": "Lani Dwi Rejeki", "id": BATANG, "title": "Pj Bupati"}]),
        # "netralitas ASN" lies below "netralitas".
        ('--theme netralitas --kind bawaslu --since 2024-09-25 --until 2024-09-25', 2, [
            {"name": "Robbah Khunaifih", "bodyLabel": "Bawaslu Kabupaten Gresik"}]),
        ("--theme netralitas --kind kejari", 0, []),
    ],
    "same-meeting-twice": [("", 0, [])],
    "self-reported-only": [("", 0, [])],  # the one article from Bawaslu's own site names groups only
    "several-posts": [("", 2, [{"name": "Nur Hidayat Sardini", "bodyLabel": "Universitas Diponegoro", "id": BATANG}])],
    "speakers-by-kind": [("", 4, [
        {"kindLabel": "Kejaksaan Negeri", "speakers": "1", "oneArticle": OKI},
        {"kindLabel": "Lembaga pendidikan", "speakers": "1", "oneArticle": BATANG},
        {"kindLabel": "Pegiat pemilu", "oneArticle": NTB}, {"kindLabel": "Akademisi", "oneArticle": NTB}])],
    "statements-per-article": [("", 5, [{"id": LIMA, "posts": "2", "quotes": "2"}, {"id": NTB, "quotes": "3"}])],
    "theme-ranking": [
        ("", 0, [{"themeLabel": "Sinergi dan koordinasi", "articles": "5", "first": "2024-06-25", "last": "2024-11-18"}]),
        ("--since 2024-11", 0, [{"themeLabel": "Penguatan kelembagaan", "articles": "1", "oneArticle": NTB}]),
    ],
    "themes-by-month": [
        ("--theme sinergi", 4, [{"month": "2024-09", "events": "2"}, {"month": "2024-06", "events": "1", "oneArticle": BATANG}]),
        ("--since 2024-11 --until 2024-11", 0, [{"month": "2024-11", "themeLabel": "Penguatan kelembagaan", "events": "1"}]),
    ],
    "ties": [
        ('--of "Bawaslu OKI"', 6, [
            {"otherLabel": "Dinas Perhubungan Kabupaten Ogan Komering Ilir", "events": "1", "coordinates": "true"},
            {"otherLabel": "KPU Kabupaten Ogan Komering Ilir", "events": "0", "articles": "1"}]),
        ("", 35, []),
    ],
    "who-attended": [
        ('--of "Bawaslu Gresik"', 0, [
            {"attendeeLabel": "Dinas Lingkungan Hidup Kabupaten Gresik", "as": "attendee", "on": "2024-09-25", "id": GRESIK,
             "words": "Rakor dihadiri yang terdiri dari Bangkebangpol, Polres, Kejaksaan, Dishub, Kominfo, Satpol PP, "
                      "Kepolisian, DLH serta awak media."}]),
        ('--of "Bawaslu Batang"', 0, [{"attendeeLabel": "Nur Hidayat Sardini", "as": "speaker"}]),
    ],
    "who-headed": [
        ('--of "Bawaslu Batang" --on 2024-07-01', 1, [
            {"shown": "last before", "attested": "2024-06-25", "name": "Mahbrur", "title": "Ketua", "id": BATANG}]),
        ('--of "Bawaslu Batang" --on 2024-06-25', 1, [{"shown": "on that day", "name": "Mahbrur"}]),
        ('--of "Bawaslu Batang" --on 2023-01-01', 1, [{"shown": "first after", "name": "Mahbrur"}]),
        ('--of "Pemkab Batang" --on 2024-06-30', 0, [{"name": "Lani Dwi Rejeki", "status": "acting"}]),
        ('--of "Bawaslu Republik Indonesia" --on 2024-06-25', 0, []),  # who chaired it once did not chair it then
        ('--of "Bawaslu Gresik" --on 2024-09-25', 0, []),  # heads of divisions do not head the body
    ],
    "written-forms": [('--of "Pemkab Batang"', 0, [{"form": "Pemkab Bayang", "as": "misspelt", "id": BATANG}])],
}  # fmt: skip
# Invented. With two reports of one meeting, one that is only announced, and an area without a word of prosecutors meeting.
ARTICLES = {
    "blora-1": "Bawaslu Blora Siapkan Rakor\n\nBLORA - Bawaslu Kabupaten Blora akan menggelar rapat koordinasi pengawasan "
               "kampanye pada Senin (2/9/2024) di Hotel Azana.\n",
    "blora-2": "Bawaslu Blora Gelar Rakor\n\nBLORA - Bawaslu Kabupaten Blora menggelar rapat koordinasi bersama KPU Kabupaten "
               "Blora, Senin (2/9/2024) di Hotel Azana. Rapat dihadiri Kejaksaan Negeri Blora dan Polres Blora.\n",
    "blora-3": "Rakor Bawaslu Blora di Hotel Azana\n\nBLORA - Bawaslu Kabupaten Blora menggelar rapat koordinasi bersama KPU "
               "Kabupaten Blora, Senin (2/9/2024). Hadir pula Dandim Blora.\n",
    "jateng-1": "Bawaslu Jateng Gelar Rakor\n\nSEMARANG - Bawaslu Provinsi Jawa Tengah menggelar rapat koordinasi bersama "
                "Kejaksaan Tinggi Jawa Tengah, Senin (9/9/2024).\n",
    "rembang-1": "Bawaslu Rembang Segera Gelar Rakor\n\nREMBANG - Bawaslu Kabupaten Rembang akan menggelar rapat koordinasi "
                 "pengawasan kampanye pada Selasa (3/9/2024) di Hotel Gajah Mada.\n",
    "rembang-2": "Bawaslu Rembang Sosialisasi\n\nREMBANG - Bawaslu Kabupaten Rembang menggelar sosialisasi pengawasan "
                 "partisipatif bersama Polres Rembang, Kamis (5/9/2024).\n",
    "rembang-3": "Bawaslu Rembang dan Pemkab Teken Kesepahaman\n\nREMBANG - Bawaslu Kabupaten Rembang dan Pemkab Rembang "
                 "menandatangani nota kesepahaman, Jumat (6/9/2024). Kepala Kejaksaan Negeri Rembang, Budi Santoso, "
                 "dikabarkan mengucapkan selamat.\n",
}  # fmt: skip
INVENTED: list[tuple[str, str, Expected]] = [
    ("not-held-yet", "of the two announced, one is reported as held", (
        "", 1, [{"organizerLabel": "Bawaslu Kabupaten Rembang", "modality": "planned", "on": "2024-09-03", "id": "rembang-1"}])),
    ("not-held-yet", "not yet announced for then", ("--until 2024-08", 0, [])),
    ("same-meeting-twice", "two reports and an announcement", (
        "", 3, [{"on": "2024-09-02", "organizerLabel": "Bawaslu Kabupaten Blora", "id": "blora-2", "otherId": "blora-3"}])),
    ("agreements", "signed", ("--since 2024", 1, [
        {"oneLabel": "Bawaslu Kabupaten Rembang", "otherLabel": "Pemerintah Kabupaten Rembang", "id": "rembang-3"}])),
    ("no-meeting-found", "a prosecutor is named, but met nobody", ("--min-articles 3", 1, [
        {"areaLabel": "Kabupaten Rembang", "answer": "no meeting found in 3 reports", "naming": "1",
         "first": "2024-09-03", "last": "2024-09-06"}])),
    ("no-meeting-found", "refused below the threshold", ("--min-articles 4", 1, [
        {"areaLabel": "Kabupaten Rembang", "answer": "too few articles to say", "articles": "3"}])),
    ("no-meeting-found", "an office of that name above the kind counts too: Jawa Tengah is not listed", (
        "--min-articles 1", 1, [{"areaLabel": "Kabupaten Rembang"}])),
    ("partners", "what is planned without guests makes no partner", ('--of "Bawaslu Rembang"', 2, [])),
    ("partners-by-kind", "three articles, two meetings", ('--of "Bawaslu Blora"', 0, [
        {"kindLabel": "Komisi Pemilihan Umum", "partners": "1", "meetings": "2", "articles": "2"}])),
]  # fmt: skip
CASES = [pytest.param(name, case, id=f"{name} {case[0]}") for name, cases in SEEDS.items() for case in cases]


def answer(folder: Path, name: str, options: str) -> list[dict[str, str]]:
    """What `kg query` gives as CSV, one dictionary a row."""
    result = CliRunner().invoke(main, ["query", name, *shlex.split(options), "--format", "csv", "-d", str(folder)])
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def check(found: list[dict[str, str]], case: Expected) -> None:
    """A count of 0 beside expected rows leaves the number of rows open."""
    _, count, expected = case
    for row in expected:
        assert any(one.items() >= row.items() for one in found), f"no row with {row}"
    if count or not expected:
        assert len(found) == count


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open gold set, built."""
    folder = tmp_path_factory.mktemp("gold")
    build([str(path) for place in ("dev", "own") for path in sorted((ROOT / "tests/gold" / place).glob("*.txt"))], folder)
    return folder


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented articles, built."""
    texts, folder = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("invented")
    for name, text in ARTICLES.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    build([str(texts)], folder)
    return folder


@pytest.fixture(scope="module")
def in_rdflib(built: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(built / "graph.ttl")


def test_there_are_enough_and_all_are_answered_here() -> None:
    assert len(QUESTIONS) >= 24
    assert {question.name for question in QUESTIONS} == set(SEEDS)
    for audience in AUDIENCES:
        assert sum(audience in question.audience for question in QUESTIONS) >= 5, audience


@pytest.mark.parametrize(("name", "case"), CASES)
def test_the_seeds_answer(built: Path, name: str, case: Expected) -> None:
    check(answer(built, name, case[0]), case)


@pytest.mark.parametrize(("name", "case"), [pytest.param(name, case, id=f"{name}: {why}") for name, why, case in INVENTED])
def test_invented_articles_answer(invented: Path, name: str, case: Expected) -> None:
    check(answer(invented, name, case[0]), case)


def test_who_was_invited_and_did_not_come(gold: Path) -> None:
    (row, *others) = answer(gold, "invited-absent", '--by "Bawaslu Kaltim"')
    assert row["invitedLabel"] == "Badan Kesatuan Bangsa dan Politik Kabupaten Kutai Barat" and row["id"] == "own-e-10"
    assert any("tidak tampak hingga acara usai" in one["words"] for one in (row, *others))


def test_agencies_of_whom_only_bawaslu_tells(gold: Path) -> None:
    found = answer(gold, "self-reported-only", "")
    assert {row["oneArticle"] for row in found} >= {"east-15", "java-12"}
    own = {row["id"] for row in answer(gold, "articles", "") if row["ownSite"] == "true"}
    assert {row["oneArticle"] for row in found} <= own


def test_the_page_of_questions_is_what_is_made_from_them(built: Path, gold: Path) -> None:
    fresh = page_of_questions.page({"output": built, "gold": gold})
    assert page_of_questions.PAGE.read_text(encoding="utf-8") == fresh, "run `make questions`"
    assert not set(AUDIENCES) ^ set(page_of_questions.AUDIENCES)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_heads_are_complete(question: Question) -> None:
    text = question.text
    assert re.search(r"^# title: [a-z].*[^.]$", text, re.MULTILINE)
    assert all(words.endswith("?") for words in question.asks) and len(question.asks) == 2
    assert question.audience and set(question.audience) <= AUDIENCES
    assert re.search(r"^# example:", text, re.MULTILINE)
    for parameter in question.parameters:
        assert parameter.kind in KINDS, parameter
        assert parameter.about and parameter.about_id, parameter
        if parameter.required:
            assert f"--{parameter.name}" in question.example, f"the example lacks --{parameter.name}"
        assert re.search(rf"[?]{parameter.variable}\b", _bare(text)), f"?{parameter.variable} is not used"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_what_is_told_is_not_shown(question: Question) -> None:
    """A term takes the variable's place, and no term may stand in these places."""
    bare = _bare(question.text)
    for parameter in question.parameters:
        variable = rf"[?]{parameter.variable}\b"
        for clause in re.findall(r"\bSELECT\b.*?(?:\bWHERE\b|\{)", bare, re.DOTALL):
            assert not re.search(variable, clause), clause
        for clause in re.findall(r"\bGROUP BY\b[^\n]*", bare):
            assert not re.search(variable, clause), clause
        assert not re.search(rf"(?:\bAS\s+|\bBOUND\(\s*){variable}", bare)
        assert not re.search(rf"\bVALUES\s+\(?[^{{]*{variable}", bare)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_no_property_paths(question: Question) -> None:
    """Virtuoso answers some of them wrongly, without an error."""
    assert not [part for part in _parts(prepareQuery(question.text).algebra) if isinstance(part, PropertyPath)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_rows_have_one_order(question: Question, gold: Path) -> None:
    """Rows that ORDER BY holds for equal are equal: without them in it, two stores could give them in two orders."""
    text = filled(Local(gold), question, {})[0] if not _needs(question) else question.text
    ordered = set(re.findall(r"[?](\w+)", text.rpartition("ORDER BY")[2]))
    assert ordered, "no ORDER BY"
    if _needs(question):
        return
    found = Local(gold).ask(text)
    assert isinstance(found, Rows)
    keys = [tuple(plain(cell) for name, cell in zip(found.columns, row, strict=True) if name in ordered) for row in found.rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_each_has_rows_somewhere(question: Question, built: Path, gold: Path, invented: Path) -> None:
    assert any(
        check_rows(folder, question.name, options)
        for folder, options in ((built, question.example), (gold, question.example), (invented, ""))
        if options or not _needs(question)
    )


def check_rows(folder: Path, name: str, options: str) -> int:
    """The number of rows; a name that these data do not hold has none."""
    command = ["query", name, *shlex.split(options), "--format", "csv", "-d", str(folder)]
    result = CliRunner().invoke(main, command)
    return len(list(csv.DictReader(io.StringIO(result.stdout)))) if result.exit_code == 0 else 0


@pytest.mark.parametrize(("name", "case"), CASES)
def test_the_same_rows_in_another_engine_and_without_graphs(
    built: Path, in_rdflib: rdflib.Graph, name: str, case: Expected
) -> None:
    words = shlex.split(case[0])
    given = {option.removeprefix("--"): value for option, value in zip(words[::2], words[1::2], strict=True)}
    (question,) = (one for one in QUESTIONS if one.name == name)
    text = filled(Local(built / "graph.nq"), question, given)[0]
    mine, flat = Local(built / "graph.nq").ask(text), Local(built / "graph.ttl").ask(text)
    assert isinstance(mine, Rows) and mine == flat
    theirs = in_rdflib.query(checked(text).text)
    assert sorted(tuple(plain(cell) for cell in row) for row in mine.rows) == sorted(
        tuple("" if cell is None else str(cell) for cell in row) for row in theirs  # type: ignore[union-attr]
    )


def _needs(question: Question) -> bool:
    return any(parameter.required for parameter in question.parameters)


def _bare(text: str) -> str:
    """A query without its comments and strings."""
    return re.sub(r'"[^"\n]*"', '""', "\n".join(line for line in text.splitlines() if not line.startswith("#")))


def _parts(tree: object) -> list[object]:
    """Everything in a translated query, one after the other."""
    if isinstance(tree, CompValue):
        return [part for value in tree.values() for part in _parts(value)]
    if isinstance(tree, (list, tuple, set)):
        return [part for value in tree for part in _parts(value)]
    return [tree]
