"""What a build keeps for the next one: only what is new is read, and the outputs are those of a build from nothing."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from conftest import SEEDS
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.asking.opening import open as open_graph
from kg.cli import main
from kg.outputs.store.part import reading_of
from kg.pipeline import build
from kg.serving.texts import texts

_COMMAND = [sys.executable, "-m", "kg.cli"]
_AREAS = ("Jepara", "Kudus", "Demak")
_OTHERS = ("KPU", "Polres", "Kesbangpol", "Kejaksaan Negeri")
_FORMS = (
    '{"id": "ID", "text": "TEXT"}', '{"text": "TEXT"}', '{"text": "TEXT", "id": "ID"}', '{"id": "ID", "text": ""}',
    '{"id": "ID", "date": "kemarin", "text": "TEXT"}', '{"id": "ID", "date": "2024-09-03", "text": "TEXT"}', "{no JSON", "",
)  # fmt: skip
Step = tuple[int, int, int]


def text(area: int, other: int, day: int) -> str:
    """A short article about a meeting of one Bawaslu with another body."""
    where = _AREAS[area]
    return (
        f"{where} - Bawaslu Kabupaten {where} menggelar rapat koordinasi bersama {_OTHERS[other]} Kabupaten {where} "
        f"di Hotel Maju, Senin ({day}/9/2024).\nRapat dipimpin Ketua Bawaslu Kabupaten {where}, Budi Santoso.\n"
    )


def written(folder: Path) -> dict[str, bytes]:
    """What the files of a build hold, but for its store."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and "store" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def kg(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with a hundred articles."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(text(number % 3, number % 4, number % 28 + 1))
    return folder


rounds = st.lists(
    st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 2), st.integers(0, 3)), min_size=1, max_size=3),
    min_size=2, max_size=4,
)  # fmt: skip


@settings(max_examples=6)
@given(rounds, st.integers(1, 5))
def test_builds_on_top_of_one_another_write_what_one_from_nothing_writes(rounds: list[list[Step]], large: int) -> None:
    """Each round adds, changes or removes (-1) some of four articles; above `large` the dataset is in shards."""
    with TemporaryDirectory() as name:
        place = Path(name)
        (place / "in").mkdir()
        (place / "in" / "always.txt").write_text(text(0, 0, 2))
        for steps in rounds:
            for number, area, other in steps:
                path = place / "in" / f"{number}.txt"
                path.unlink(missing_ok=True)
                if area >= 0:
                    path.write_text(text(area, other, 3 + number))
            build([str(place / "in")], place / "out", large=large)
        build([str(place / "in")], place / "anew", large=large)
        assert written(place / "out") == written(place / "anew")


@settings(max_examples=15)
@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=9), min_size=2, max_size=4), st.integers(1, 5))
def test_files_of_json_lines_are_built_on_top_of_one_another_too(rounds: list[list[int]], large: int) -> None:
    """Each round writes a file of some of ten lines: with and without an id, unread dates, no article, some twice."""
    lines = [form.replace("TEXT", json.dumps(text(number % 3, number % 2, 3))[1:-1]).replace("ID", f"a{number % 7}")
             for number, form in enumerate((*_FORMS, _FORMS[0], _FORMS[1]))]  # fmt: skip
    with TemporaryDirectory() as name:
        place = Path(name)
        for chosen in rounds:
            (place / "in.jsonl").write_text("\n".join([lines[0], *(lines[number] for number in chosen)]))
            build([str(place / "in.jsonl")], place / "out", large=large)
        build([str(place / "in.jsonl")], place / "anew", large=large)
        assert written(place / "out") == written(place / "anew")


def test_a_large_file_of_json_lines_is_known_line_by_line(tmp_path: Path) -> None:
    """Above some megabytes lines are read one by one: what is read is the same, and is known again."""
    held = [json.dumps({"id": str(number), "text": text(number, number, 3)}) for number in range(3)]
    unnamed = json.dumps({"text": text(1, 2, 9)})
    (tmp_path / "in.jsonl").write_text("\n".join([*held, unnamed, ""]))
    kg("build", tmp_path / "in.jsonl", "-o", tmp_path / "out")
    (tmp_path / "in.jsonl").write_text("\n".join([*held, unnamed, " " * (17 << 20), held[0].replace('"0"', '"new"')]))
    assert "5 articles read" in (said := kg("build", tmp_path / "in.jsonl", "-o", tmp_path / "out").stderr)
    assert "(4 as before)" in said
    kg("build", tmp_path / "in.jsonl", "-o", tmp_path / "anew")
    assert written(tmp_path / "out") == written(tmp_path / "anew")
    (tmp_path / "in.jsonl").write_text("\n".join([" " * (17 << 20), unnamed, *held]))
    said = kg("build", tmp_path / "in.jsonl", "-o", tmp_path / "out").stderr
    assert "4 articles read" in said and "(3 as before)" in said  # one without an id is named by its line
    kg("build", tmp_path / "in.jsonl", "-o", tmp_path / "moved")
    assert written(tmp_path / "out") == written(tmp_path / "moved")


@pytest.fixture(scope="module")
def sharded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as a build of many articles writes them."""
    folder = tmp_path_factory.mktemp("sharded")
    build([str(SEEDS)], folder, large=1)
    return folder


def test_shards_hold_what_one_file_holds(sharded: Path, built: Path) -> None:
    assert {path.name for path in sharded.iterdir()} == {"articles", "graph", "network.html", "report.json", "store"}
    lines = [line for path in (sharded / "graph").iterdir() for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert sorted(lines) == (built / "graph.nq").read_bytes().splitlines()
    lines = [line for path in (sharded / "articles").iterdir() for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert sorted(lines) == sorted((built / "articles.jsonl").read_bytes().splitlines())


@pytest.mark.parametrize("suffix", ["ttl", "nq", "trig", "nt"])
def test_an_export_of_shards_is_that_of_one_file(sharded: Path, built: Path, tmp_path: Path, suffix: str) -> None:
    found = []
    for number, folder in enumerate((sharded, built)):
        assert kg("export", "-d", folder, "-o", tmp_path / f"{number}.{suffix}").exit_code == 0
        found.append((tmp_path / f"{number}.{suffix}").read_bytes())
    assert found[0] == found[1]


def test_shards_answer_questions_and_show_their_texts(sharded: Path, built: Path) -> None:
    asked = [kg("query", "coordination", "-d", folder, "--format", "csv") for folder in (sharded, built)]
    assert asked[0].stdout == asked[1].stdout and len(asked[0].stdout.splitlines()) > 1
    one = next(SEEDS.glob("000*")).stem
    assert kg("view", "-d", sharded, "--article", one, "-o", "-").stdout == kg("view", "-d", built, "--article", one, "-o", "-").stdout
    found = texts(sharded)
    assert found and found.get(one) == texts(built).get(one) and found.get("nothing") is None


def test_shards_are_asked_by_a_store_on_disk_that_follows_the_build(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(text(0, 0, 2))
    (tmp_path / "in" / "two.txt").write_text(text(0, 1, 2))
    counted = "SELECT (COUNT(*) AS ?n) WHERE { ?a a bw:Article }"
    union = "SELECT (COUNT(*) AS ?n) WHERE { bw:Article ^a ?a . ?a rdfs:label ?name }"
    build([str(tmp_path / "in")], tmp_path / "out", large=1)
    first = kg("query", counted, "-d", tmp_path / "out", "--format", "csv")
    assert "making a store" in first.stderr and first.stdout.splitlines()[1] == "2"
    again = kg("query", union, "-d", tmp_path / "out", "--format", "csv")
    assert "making a store" not in again.stderr and again.stdout.splitlines()[1] == "2"
    (tmp_path / "in" / "three.txt").write_text(text(1, 1, 2))
    build([str(tmp_path / "in")], tmp_path / "out", large=1)
    later = kg("query", counted, "-d", tmp_path / "out", "--format", "csv")
    assert "making a store" in later.stderr and later.stdout.splitlines()[1] == "3"
    assert len(list((tmp_path / "out" / "store").glob("questions-*"))) == 1
    (found,) = open_graph(tmp_path / "out").query(counted)
    assert int(found.n) == 3


def test_only_touched_shards_are_written(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "in")
    build([str(tmp_path / "in")], tmp_path / "out", large=1)
    before = {path: path.stat().st_ino for path in (tmp_path / "out").glob("*/*.gz")}
    (tmp_path / "in" / "new.txt").write_text(text(0, 0, 2))
    build([str(tmp_path / "in")], tmp_path / "out", large=1)
    after = {path: path.stat().st_ino for path in (tmp_path / "out").glob("*/*.gz")}
    changed = [path.name for path in before if before[path] != after[path]]
    assert len(before) > 250 and 1 < len(changed) < 10 and all(name.startswith(("derived", "reference")) for name in changed)
    (new,) = {path.name for path in after.keys() - before.keys() if path.parent.name == "articles"}
    assert b"Jepara" in gzip.decompress((tmp_path / "out" / "articles" / new).read_bytes())


def test_the_page_of_many_articles_says_that_it_holds_a_part(sharded: Path) -> None:
    assert '"part":{"whole":false,"people":false,"of":5}' in (sharded / "network.html").read_text(encoding="utf-8")


def test_only_what_is_new_or_changed_is_read(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "in")
    assert kg("build", tmp_path / "in", "-o", tmp_path / "out").stderr == f"5 articles read into {tmp_path / 'out'}\n"
    (tmp_path / "in" / "new.txt").write_text(text(0, 0, 2))
    changed = next((tmp_path / "in").glob("000*"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\nTambahan.\n", encoding="utf-8")
    next((tmp_path / "in").glob("001*")).unlink()
    result = kg("build", tmp_path / "in", "-o", tmp_path / "out")
    assert result.stderr == f"5 articles read into {tmp_path / 'out'} (3 as before)\n"
    assert "001_" not in (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8")
    assert kg("build", tmp_path / "in", "-o", tmp_path / "out", "--fresh").stderr.endswith("out\n")


def test_articles_that_move_are_known_again(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    shutil.copy(next(SEEDS.glob("000*")), tmp_path / "one" / "a.txt")
    kg("build", tmp_path / "one", "-o", tmp_path / "out")
    (tmp_path / "one").rename(tmp_path / "two")
    assert "1 as before" in kg("build", tmp_path / "two", "-o", tmp_path / "out").stderr


def test_a_store_of_another_shape_is_read_again(tmp_path: Path) -> None:
    one = next(SEEDS.glob("000*"))
    kg("build", one, "-o", tmp_path / "anew")
    (tmp_path / "out" / "store").mkdir(parents=True)
    with closing(sqlite3.connect(tmp_path / "out" / "store" / "parts.sqlite")) as db:
        db.executescript("CREATE TABLE part (id INTEGER PRIMARY KEY, other TEXT); INSERT INTO part VALUES (1, 'x')")
    said = kg("build", one, "-o", tmp_path / "out")
    assert said.exit_code == 0 and "all was read again" in said.stderr
    assert written(tmp_path / "out") == written(tmp_path / "anew")
    assert "as before" in kg("build", one, "-o", tmp_path / "out").stderr


def test_other_rules_read_all_again_and_say_so(tmp_path: Path) -> None:
    kg("build", SEEDS, "-o", tmp_path)
    before = written(tmp_path)
    with sqlite3.connect(tmp_path / "store" / "parts.sqlite") as db:
        db.execute("UPDATE about SET value = 'older' WHERE name = 'version'")
    db.close()
    said = kg("build", SEEDS, "-o", tmp_path).stderr
    assert "rules" in said and "as before" not in said
    assert written(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
@pytest.mark.parametrize(("how", "least"), [(signal.SIGKILL, 64), (signal.SIGINT, 100)])
def test_an_interrupted_build_goes_on_where_it_stood(many: Path, built: Path, tmp_path: Path, how: int, least: int) -> None:
    out = tmp_path / "out"
    shutil.copytree(built, out)
    os.mkfifo(many / "zz.txt")
    going = subprocess.Popen(
        [*_COMMAND, "build", str(many), "-o", str(out)], stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with (many / "zz.txt").open("w"):  # opens when the build has come so far
        busy = kg("build", many / "001.txt", "-o", out)
        assert busy.exit_code == 1 and len(busy.stderr.splitlines()) == 1 and "another build" in busy.stderr
        going.send_signal(how)
        said = going.communicate(timeout=60)[1]
    if how == signal.SIGINT:
        assert going.returncode == 130 and "run the same command again to go on" in said.splitlines()[-1]
    assert written(out) == written(built)
    (many / "zz.txt").unlink()
    kept = int(kg("build", many, "-o", out).stderr.split("(")[-1].split()[0])
    assert kept >= least
    kg("build", many, "-o", tmp_path / "anew")
    assert written(out) == written(tmp_path / "anew")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the processes are found in /proc")
def test_a_build_whose_helper_is_killed_says_how_to_go_on(many: Path, tmp_path: Path) -> None:
    os.mkfifo(many / "zz.txt")
    going = subprocess.Popen(
        [*_COMMAND, "build", str(many), "-o", str(tmp_path / "out"), "--jobs", "2"], stderr=subprocess.PIPE, text=True
    )
    with (many / "zz.txt").open("w"):  # opens when the rest is handed out
        children = Path(f"/proc/{going.pid}/task/{going.pid}/children").read_text().split()
        readers = [int(child) for child in children if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text()]
        os.kill(readers[0], signal.SIGKILL)
    said = going.communicate(timeout=60)[1]
    assert going.returncode == 1 and "Traceback" not in said
    assert "ended from outside" in said and "run the same command again to go on" in said
    (many / "zz.txt").unlink()
    assert kg("build", many, "-o", tmp_path / "out").exit_code == 0


def test_a_damaged_store_is_told_in_one_line(tmp_path: Path) -> None:
    kg("build", next(SEEDS.glob("000*")), "-o", tmp_path)
    for path in (tmp_path / "store").iterdir():
        path.write_bytes(b"\0nothing that SQLite knows" * 1000)
    result = kg("build", SEEDS, "-o", tmp_path)
    assert result.exit_code == 1 and len(result.stderr.splitlines()) == 1
    assert "damaged; remove" in result.stderr


def test_a_store_from_elsewhere_can_run_nothing() -> None:
    with pytest.raises(pickle.UnpicklingError):
        reading_of(zlib.compress(pickle.dumps(os.getcwd)))
