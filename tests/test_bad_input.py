"""What goes wrong is said in one line that names the file and what to do; other articles go on; the exit code tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Run

from kg.asking.engine import ask
from kg.asking.questions import query_text
from kg.cli import main

GOOD = (
    "Bawaslu Jepara Gelar Rapat Koordinasi\n\n"
    "JEPARA - Bawaslu Kabupaten Jepara menggelar rapat koordinasi bersama KPU Kabupaten Jepara di Hotel Segoro, "
    "Senin (2/9/2024)."
)
SPORT = (
    "Persijap Menang Tipis di Kandang\n\n"
    "Gol tunggal Andi Saputra pada menit ke-70 membawa tuan rumah unggul 1-0 atas tamunya, Sabtu (7/9/2024) sore. "
    "Pelatih Budi Hartono memuji lini belakang yang tampil tenang. “Anak-anak bermain disiplin,” katanya.\n"
)
MARKETS = (
    "Harga Cabai Turun Setelah Panen Raya\n\n"
    "Harga cabai rawit di Pasar Ngabul turun menjadi Rp 32.000 per kilogram, Selasa (10/9/2024). Kepala Dinas "
    "Perdagangan Kabupaten Jepara, Siti Rahayu, menyebut pasokan melimpah. “Stok aman sampai akhir bulan,” ujarnya.\n"
)
CRIME = (
    "Pencuri Sepeda Motor Ditangkap di Terminal\n\n"
    "Polres Jepara menangkap seorang pria yang diduga mencuri dua sepeda motor, Rabu (11/9/2024). Kapolsek Tahunan "
    "AKP Joko Susilo mengatakan pelaku dikenali dari rekaman kamera. “Barang bukti sudah kami sita,” jelasnya.\n"
)


def kg(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article."""
    place = tmp_path / "in"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    return place


def articles_in(out: Path) -> list[str]:
    lines = (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["id"] for line in lines]


def build(folder: Path, out: Path) -> tuple[Result, list[str]]:
    """A build of the folder, and the lines on standard error that tell of something lost."""
    result = kg("build", str(folder), "-o", str(out))
    assert "Traceback" not in result.output and result.stdout == ""
    return result, [line for line in result.stderr.splitlines() if line.startswith("error: ")]


def make_empty(path: Path) -> None:
    path.with_suffix(".txt").write_text(" \n")


def make_binary(path: Path) -> None:
    path.with_suffix(".txt").write_bytes(bytes(range(256)) * 40)


def make_huge(path: Path) -> None:
    path.with_suffix(".txt").write_text(GOOD.replace("\n", " ") * (10_000_000 // len(GOOD) + 1), encoding="utf-8")


def make_empty_page(path: Path) -> None:
    path.with_suffix(".html").write_text("<html><body><nav>Menu</nav></body></html>")


def make_cut_json(path: Path) -> None:
    path.with_suffix(".json").write_text('{"id": "x", "text": "Bawaslu')


def make_dangling_link(path: Path) -> None:
    path.with_suffix(".txt").symlink_to(path.with_name("gone.txt"))


@pytest.mark.parametrize(("make", "said"), [
    (make_empty, "bad.txt: empty; put the article's text in it or remove it"),
    (make_binary, "bad.txt: not a text file; give the article as text, HTML or JSON"),
    (make_huge, "bad.txt: too long for one article"),
    (make_empty_page, "bad.html: no main text found"),
    (make_cut_json, "bad.json:1: not JSON"),
    (make_dangling_link, "bad.txt: cannot be read"),
])
def test_one_bad_file_costs_no_other(folder: Path, tmp_path: Path, make: Callable[[Path], None], said: str) -> None:
    make(folder / "bad")
    result, errors = build(folder, tmp_path / "out")
    assert result.exit_code == 3
    assert len(errors) == 1 and said in errors[0] and ";" in errors[0]
    assert articles_in(tmp_path / "out") == ["good"]
    skipped = json.loads((tmp_path / "out" / "report.json").read_text())["skipped"]
    assert len(skipped) == 1 and Path(skipped[0]["source"]).stem == "bad"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(folder: Path, tmp_path: Path, encoding: str) -> None:
    (folder / "other.txt").write_bytes(f"{GOOD} “Kami siap,” ujar Séno.".encode(encoding))
    result, errors = build(folder, tmp_path / "out")
    assert (result.exit_code, errors) == (0, [])
    text = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8")
    assert "“Kami siap,” ujar Séno." in text


def test_a_malformed_line_among_ten(folder: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{number}", "text": GOOD}) for number in range(1, 11)]
    lines[6] = lines[6][:-9]
    (folder / "ten.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result, errors = build(folder, tmp_path / "out")
    assert result.exit_code == 3
    assert len(errors) == 1 and "ten.jsonl:7: not JSON" in errors[0]
    assert sorted(articles_in(tmp_path / "out")) == sorted(["good", *(f"a{n}" for n in range(1, 11) if n != 7)])


def test_an_annotation_is_no_article_and_no_loss(folder: Path, tmp_path: Path) -> None:
    (folder / "good.json").write_text('{"id": "good", "relevant": true, "bodies": []}')
    result, errors = build(folder, tmp_path / "out")
    assert (result.exit_code, errors) == (0, [])
    assert "note: " in result.stderr and "no article text" in result.stderr
    assert articles_in(tmp_path / "out") == ["good"]


def test_two_articles_of_one_name(folder: Path, tmp_path: Path) -> None:
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    result, errors = build(folder, tmp_path / "out")
    assert result.exit_code == 3
    assert len(errors) == 1 and "good.md" in errors[0] and "good.txt" in errors[0]
    assert articles_in(tmp_path / "out") == ["good"]


def test_no_right_to_read(kg_without_rights: Run, open_folder: Path) -> None:
    (open_folder / "in").mkdir()
    (open_folder / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (open_folder / "in" / "shut.txt").write_text(GOOD, encoding="utf-8")
    (open_folder / "in" / "shut.txt").chmod(0)
    (open_folder / "in" / "below").mkdir(mode=0)
    done = kg_without_rights("build", "in", "-o", "out")
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert done.returncode == 3 and "Traceback" not in done.stderr
    assert len(errors) == 2 and all("Permission denied" in line for line in errors)
    assert any("shut.txt" in line for line in errors) and any("below" in line for line in errors)
    assert articles_in(open_folder / "out") == ["good"]


def test_an_output_folder_that_cannot_be_written(kg_without_rights: Run, open_folder: Path) -> None:
    (open_folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (open_folder / "out").mkdir(mode=0o555)
    done = kg_without_rights("build", "good.txt", "-o", "out")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: out") and "no permission; choose another folder with -o" in done.stderr
    assert len(done.stderr.splitlines()) == 1 and not list((open_folder / "out").iterdir())


def test_an_output_folder_below_a_file(folder: Path) -> None:
    result = kg("build", str(folder), "-o", str(folder / "good.txt" / "out"))
    assert result.exit_code == 1 and len(result.stderr.splitlines()) == 1 and "good.txt" in result.stderr


@pytest.mark.parametrize("arguments", [["nowhere"], ["nothing-*.txt"], ["empty"]])
def test_nothing_to_read_leaves_the_last_output(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    out = tmp_path / "out"
    build(folder, out)
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    result = kg("build", *arguments, "-o", str(out))
    assert result.exit_code == 3
    assert f"error: {arguments[0]}: " in result.stderr and "0 articles read" in result.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("text", [SPORT, MARKETS, CRIME], ids=["sport", "markets", "crime"])
def test_texts_about_other_matters_state_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.txt").write_text(text, encoding="utf-8")
    result, _ = build(tmp_path / "other.txt", tmp_path / "out")
    assert result.exit_code == 0
    counts = json.loads((tmp_path / "out" / "report.json").read_text())["counts"]
    assert counts["articles"] == 1
    assert {name: number for name, number in counts.items() if number} == {"articles": 1, "triples": counts["triples"]}
    classes = ask(tmp_path / "out" / "graph.nq", "SELECT DISTINCT ?c { ?s a ?c }")
    assert [row[0].value for row in classes.rows] == ["https://w3id.org/bawaslu-kg/ontology#Article"]
    assert ask(tmp_path / "out" / "graph.nq", "ASK { ?a bw:relevant false }") is True


def test_a_good_article_states_something(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out")
    found = ask(tmp_path / "out" / "graph.nq", query_text("coordination"))
    assert any("Bawaslu Kabupaten Jepara" in str(row) and "KPU Kabupaten Jepara" in str(row) for row in found.rows)


def test_an_article_whose_reading_fails_costs_no_other(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "odd.txt").write_text(GOOD.replace("Jepara", "Kudus"), encoding="utf-8")
    from kg import pipeline

    steps = pipeline.steps

    def broken(article: object) -> object:
        if getattr(article, "id", "") == "odd":
            raise ValueError("no such area")
        return steps(article)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "steps", broken)
    result, errors = build(folder, tmp_path / "out")
    assert result.exit_code == 3
    assert len(errors) == 1 and "odd.txt: could not be read (ValueError: no such area)" in errors[0]
    assert articles_in(tmp_path / "out") == ["good"]


@pytest.mark.parametrize(("question", "said"), [
    ("SELECT ?s WHERE { ?s ?p }", "the query is not SPARQL: line 1"),
    ("coordinaton", "no question of that name; did you mean coordination"),
    ("xyzzy", "no question of that name; see `kg query --list`"),
    ("mine.rq", "no such query file; check the path"),
])
def test_questions_that_cannot_be_put(built: Path, question: str, said: str) -> None:
    result = kg("query", question, "-d", str(built))
    assert result.exit_code == 1 and result.stdout == ""
    assert said in result.stderr and "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == (3 if "not SPARQL" in said else 1)


def test_explain_tells_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = kg("explain", str(tmp_path / "empty.txt"))
    assert result.exit_code == 3 and result.stdout == "" and "empty.txt: empty;" in result.stderr
