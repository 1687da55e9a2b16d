"""A build as a whole: the same bytes for the same articles, however they are given and read; whole or not at all."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import SEEDS
from pyoxigraph import RdfFormat, parse

from kg import pipeline
from kg.cli import main
from kg.outputs.bundle import FILES

_COMMAND = [sys.executable, "-m", "kg.cli"]


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder and the digest of its bytes."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("seed", ["1", "4711"])
@pytest.mark.parametrize("backwards", [False, True])
def test_same_articles_same_bytes(built: Path, tmp_path: Path, seed: str, backwards: bool) -> None:
    paths = sorted((str(path) for path in SEEDS.iterdir()), reverse=backwards)
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    # Where a file lies is part of what is told of it, so both builds name the seeds alike.
    subprocess.run([*_COMMAND, "build", *paths, "-o", str(tmp_path)], env=environment, check=True, capture_output=True)
    assert sorted(digests(tmp_path)) == sorted(FILES)
    assert digests(tmp_path) == digests(built)


def test_any_number_of_processes_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        done = subprocess.run(
            [*_COMMAND, "build", str(SEEDS), "-o", str(tmp_path / jobs), "--jobs", jobs], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert digests(tmp_path / jobs) == digests(built)


def test_an_article_says_the_same_alone_as_among_others(built: Path, tmp_path: Path) -> None:
    together = parse(path=str(built / "graph.nq"), format=RdfFormat.N_QUADS)
    graphs: dict[str, set[str]] = {}
    for quad in together:
        graphs.setdefault(str(quad.graph_name), set()).add(str(quad))
    for path in sorted(SEEDS.iterdir()):
        CliRunner().invoke(main, ["build", str(path), "-o", str(tmp_path)], catch_exceptions=False)
        alone = list(parse(path=str(tmp_path / "graph.nq"), format=RdfFormat.N_QUADS))
        own = {str(quad.graph_name) for quad in alone if "/article/" in str(quad.graph_name)}
        assert len(own) == 1
        assert {str(quad) for quad in alone if str(quad.graph_name) in own} == graphs[own.pop()]


def _heed_interrupts() -> None:
    """What a shell starts in the background ignores them, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_ctrl_c_leaves_the_last_good_output(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(built, out)
    pipe = tmp_path / "article.txt"
    os.mkfifo(pipe)
    going = subprocess.Popen(
        [*_COMMAND, "build", str(pipe), "-o", str(out)], stderr=subprocess.PIPE, text=True, preexec_fn=_heed_interrupts
    )
    with pipe.open("w") as article:  # opens when the build reads
        article.write("Bawaslu Batang menggelar")
        article.flush()
        going.send_signal(signal.SIGINT)
    _, said = going.communicate(timeout=60)
    assert going.returncode == 130
    assert said == "Interrupted: what was written before is as it was; run the same command again to go on.\n"
    assert digests(out) == digests(built)


def test_progress_is_told_in_plain_lines_where_nobody_watches(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(120):
        (tmp_path / "in" / f"{number}.txt").write_text(f"Harga cabai turun di pasar ke-{number}.")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    assert result.stdout == ""
    assert result.stderr.splitlines() == ["reading: 100 articles", f"120 articles read into {tmp_path / 'out'}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no terminals of this kind")
def test_on_a_terminal_a_bar_tells_the_rate_and_the_time_that_remains(tmp_path: Path) -> None:
    import pty

    (tmp_path / "in.jsonl").write_text("".join(f'{{"text": "Harga cabai turun di pasar {n}."}}\n' for n in range(2000)))
    ours, theirs = pty.openpty()
    going = subprocess.Popen(
        [*_COMMAND, "build", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out"), "--jobs", "1"],
        stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # how Linux tells that the other end has closed
        pass
    assert going.wait(60) == 0
    assert re.search(rb"reading: \d+ articles", said) and re.search(rb"[\d,]+/s", said) and re.search(rb"0:\d\d:\d\d", said)


def test_a_build_into_the_folder_that_it_reads_can_be_repeated(tmp_path: Path) -> None:
    for path in SEEDS.iterdir():
        shutil.copy(path, tmp_path)
    seen = []
    for _ in range(2):
        result = CliRunner().invoke(main, ["build", str(tmp_path), "-o", str(tmp_path / "out")])
        assert result.exit_code == 0 and result.stderr.startswith("5 articles read")
        seen.append(digests(tmp_path / "out"))
    assert seen[0] == seen[1]
    again = CliRunner().invoke(main, ["build", str(tmp_path / "out" / "articles.jsonl"), "-o", str(tmp_path / "two")])
    assert again.exit_code == 0 and again.stderr.startswith("5 articles read")


def test_standard_input_and_a_file_say_the_same(tmp_path: Path) -> None:
    path = next(SEEDS.glob("000*.txt"))
    shutil.copy(path, tmp_path / "stdin.txt")
    for name, given in (("file", str(tmp_path / "stdin.txt")), ("piped", "-")):
        arguments = ["build", given, "-o", str(tmp_path / name)]
        assert CliRunner().invoke(main, arguments, input=path.read_bytes()).exit_code == 0
    for name in ("graph.nq", "graph.ttl"):
        assert (tmp_path / "file" / name).read_bytes() == (tmp_path / "piped" / name).read_bytes()


def test_a_build_leaves_the_collection_of_garbage_as_it_was(tmp_path: Path) -> None:
    before = gc.get_threshold()
    (tmp_path / "a.txt").write_text("Bawaslu Batang menggelar rakor.", encoding="utf-8")
    pipeline.build([str(tmp_path / "a.txt")], tmp_path / "out", jobs=1)
    assert gc.get_threshold() == before
