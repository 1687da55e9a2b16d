"""What `kg explain` shows: every sentence with its mentions, facts, claims and what was rejected, and the rules."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import SEEDS

from kg.articles import make_article
from kg.asking.answers import Rows
from kg.asking.engine import ask
from kg.asking.questions import query_text
from kg.cli import main
from kg.explain import explain
from kg.pipeline import read

TEXT = (
    "Bawaslu Jepara Gelar Rapat Koordinasi\n\n"
    "Bawaslu Kabupaten Jepara menggelar rapat koordinasi bersama KPU Kabupaten Jepara di Hotel Segoro, Senin "
    "(2/9/2024). Ketua Bawaslu Jepara, Sari Utami menyampaikan terima kasih kepada Tugu Kartini. "
    "Bawaslu Jepara tidak menggelar sosialisasi pekan ini."
)


def kg(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], input=given)


def sections(result: Result) -> list[tuple[str, dict[str, list[str]]]]:
    """The sentences shown: their words, and under each heading its lines."""
    assert result.exit_code == 0, result.stderr
    found: list[tuple[str, dict[str, list[str]]]] = []
    for part in result.stdout.split("\n\n")[1:]:
        lines = part.splitlines()
        under: dict[str, list[str]] = {}
        heading = ""
        for line in lines[2:]:
            if line.startswith("    "):
                under[heading].append(line.strip())
            else:
                heading = line.strip()
                under[heading] = []
        found.append((lines[1].strip(), under))
    return found


def as_objects(*arguments: str, given: str | None = None) -> list[dict[str, Any]]:
    result = kg(*arguments, "--json", given=given)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_sentence_shows_mentions_facts_and_claims() -> None:
    words, under = sections(kg("-", given=TEXT))[1]
    assert words.startswith("Bawaslu Kabupaten Jepara menggelar rapat koordinasi")
    assert any(re.match(r"org +KPU Kabupaten Jepara +kpu 33\.20 +\w+$", line) for line in under["mentions"])
    assert any(re.match(r"date +Senin \(2/9/2024 +2024-09-02 +figures$", line) for line in under["mentions"])
    assert any(line.startswith("host ") and re.search(r" hosts +0\.\d\d$", line) for line in under["facts"])
    assert any(
        re.match(r"rapat koordinasi +bw:organizer +Bawaslu Kabupaten Jepara +\w+ +0\.\d\d$", line, re.IGNORECASE)
        for line in under["claims"]
    )


def test_what_was_rejected_is_shown_with_the_reason() -> None:
    found = sections(kg("-", given=TEXT))
    assert any("capitals without a sign that a person is meant" in line for line in found[2][1]["rejected"])
    assert any(re.search(r" hosts +“tidak” speaks against it$", line) for line in found[3][1]["rejected"])


def test_one_sentence_can_be_asked_for() -> None:
    every = sections(kg("-", given=TEXT))
    assert sections(kg("-", "--sentence", "3", given=TEXT)) == [every[2]]
    result = kg("-", "--sentence", "99", given=TEXT)
    assert result.exit_code == 2 and "has no sentence 99, but 4 sentences" in result.stderr


def test_json_holds_the_same_with_offsets() -> None:
    (found,) = as_objects("-", given=TEXT)
    text = make_article(TEXT, "stdin", "-").text
    for one in found["sentences"]:
        assert text[one["start"] : one["end"]] == one["text"]
        for each in (*one["mentions"], *one["rejected"]):
            assert text[each["start"] : each["end"]] == each["words"]
        for claim in one["claims"]:
            assert claim["rule"] and 0 < claim["confidence"] <= 1
            assert any(p["start"] < one["end"] and one["start"] < p["end"] for p in claim["passages"])
    assert [one["number"] for one in as_objects("-", "--sentence", "2", given=TEXT)[0]["sentences"]] == [2]


def test_every_claim_of_the_graph_is_explained(built: Path) -> None:
    answer = ask(built / "graph.nq", query_text("evidence"))
    assert isinstance(answer, Rows)
    at = {name: answer.columns.index(name) for name in ("id", "p", "rule", "start", "end")}
    written = set()
    for row in answer.rows:
        told = {name: str(getattr(row[place], "value", "")) for name, place in at.items()}
        local = re.split(r"[#/]", told["p"])[-1]
        written.add((told["id"], local, told["rule"], int(told["start"]), int(told["end"])))
    explained = set()
    for path in sorted(SEEDS.iterdir()):
        (found,) = as_objects(str(path))
        for claim in (claim for one in found["sentences"] for claim in one["claims"]):
            local = claim["predicate"].split(":")[1]
            for passage in claim["passages"]:
                explained.add((path.stem, local, claim["rule"], passage["start"], passage["end"]))
    assert written == explained and len(written) > 100


def test_an_article_about_other_matters_says_so() -> None:
    result = kg("-", given="Persijap menang 1-0 di kandang. Pelatih Budi Hartono memuji lini belakang.")
    assert result.exit_code == 0 and "names no body that runs or supervises elections" in result.stdout
    assert all("claims" not in under for _, under in sections(result))


def test_several_articles_of_one_file(tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": TEXT}) for name in ("one", "two")]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "{"]))
    result = kg(str(tmp_path / "a.jsonl"), "--json")
    assert result.exit_code == 3 and "a.jsonl:3: not JSON" in result.stderr
    assert [json.loads(line)["article"] for line in result.stdout.splitlines()] == ["one", "two"]


def test_warnings_are_shown() -> None:
    assert "warning: 2024-09-03 was Selasa" in kg("-", given=TEXT.replace("2/9", "3/9")).stdout


def test_plain_where_nobody_watches_and_in_colours_on_a_terminal(tmp_path: Path) -> None:
    assert "\x1b[" not in kg("-", given=TEXT).stdout
    shown = on_a_terminal(tmp_path)
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
    assert plain == kg(str(tmp_path / "a.txt")).stdout


def on_a_terminal(folder: Path) -> str:
    """What the command shows on a terminal."""
    pty = pytest.importorskip("pty", reason="Windows has no terminals to open")
    (folder / "a.txt").write_text(TEXT)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "kg.cli", "explain", str(folder / "a.txt")]
    with subprocess.Popen(command, stdout=theirs, env=environment) as going:
        os.close(theirs)
        shown = b""
        while going.poll() is None or select.select([ours], [], [], 0)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
    os.close(ours)
    return shown.decode()


def test_the_reading_is_the_one_of_the_build() -> None:
    article = make_article(TEXT, "a", "a.txt")
    assert explain(article).reading == read(article)
