"""The commands: where data and messages go, how errors are told, which exit code follows."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from sample import readings

from kg.articles.problems import Problem
from kg.cli import main
from kg.outputs.bundle import write

LOST = Problem("bad.txt", None, "is empty", "remove it or fill it", True)
NOTE = Problem("x.json", 3, "has no text", "nothing to do", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(readings(), [], tmp_path)
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.mark.parametrize("name", ["build", "query", "explain"])
def test_help_has_examples(name: str) -> None:
    for flag in ("-h", "--help"):
        result = run(name, flag)
        assert result.exit_code == 0 and "Examples:" in result.output and "Exit codes" in result.output


def test_version() -> None:
    assert run("--version").output.startswith("kg, version ")


def test_query_writes_data_to_standard_output(folder: Path) -> None:
    result = run("query", "people", "-d", str(folder), "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].endswith(",Mahbrur") and result.stderr == ""


def test_query_from_a_file_from_standard_input_and_in_words(folder: Path) -> None:
    text = "SELECT ?n WHERE { ?p a bw:Person ; rdfs:label ?n }"
    path = folder / "mine.rq"
    path.write_text(text)
    answers = {run("query", asked, "-d", str(folder), given=text).stdout for asked in (text, str(path), "-")}
    assert len(answers) == 1 and "Mahbrur" in answers.pop()


def test_query_lists_the_questions() -> None:
    result = run("query", "--list")
    assert result.exit_code == 0 and "coordination  " in result.stdout


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (["query"], 2, "ask something"),
    (["query", "cordination"], 1, "did you mean coordination"),
    (["query", "people", "-d", "nowhere"], 1, "run `kg build"),
    (["query", "SELECT { "], 1, "line 1"),
    (["query", "people", "--format", "xml"], 2, "xml"),
    (["build"], 2, "PATH"),
])
def test_errors_are_one_line(folder: Path, arguments: list[str], code: int, said: str) -> None:
    extra = ["-d", str(folder)] if arguments[0] == "query" and "-d" not in arguments else []
    result = run(*arguments, *extra)
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error:")]
    assert result.exit_code == code and len(errors) == 1
    assert said in errors[0] and "Traceback" not in result.output and result.stdout == ""


@pytest.mark.parametrize(("problems", "code"), [((), 0), ((NOTE,), 0), ((NOTE, LOST), 3)])
def test_build_tells_what_was_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, problems: tuple[Problem, ...], code: int
) -> None:
    outcome = SimpleNamespace(articles=2, problems=problems, files=(), kept=0, renewed=False)
    monkeypatch.setitem(sys.modules, "kg.pipeline", SimpleNamespace(build=lambda *arguments: outcome))
    result = run("build", "seeds", "-o", str(tmp_path))
    assert result.exit_code == code and result.stdout == ""
    assert all(str(problem) in result.stderr for problem in problems)


def test_failures_are_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/out")

    monkeypatch.setitem(sys.modules, "kg.pipeline", SimpleNamespace(build=refuse))
    result = run("build", "seeds", "-o", str(tmp_path))
    assert result.exit_code == 1 and result.stderr.startswith("Error: /out: no permission; choose another folder")
    assert len(result.stderr.splitlines()) == 1
    assert isinstance(run("--debug", "build", "seeds").exception, PermissionError)
