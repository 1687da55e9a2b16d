"""What a build writes: the same bytes for the same input, files that other tools read, a page that asks for nothing."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from sample import first, readings, second

from kg.articles.problems import Problem
from kg.asking import answers
from kg.asking.engine import ask, find_dataset
from kg.asking.questions import query_text, questions
from kg.outputs.bundle import write
from kg.outputs.files import check, put
from kg.outputs.problems import QuestionError

FILES = ["articles.jsonl", "graph.nq", "graph.ttl", "network.html", "report.json"]
_BUILD = """
import sys
from pathlib import Path
from sample import readings
from kg.outputs.bundle import write
write(reversed(readings()) if sys.argv[2] == "back" else readings(), [], Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("out")
    write(readings(), [Problem("bad.txt", None, "is empty", "remove it", True)], place)
    return place


def test_all_files_are_written_and_nothing_else(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == FILES


def test_same_input_same_bytes(tmp_path: Path) -> None:
    seen = set()
    for seed, order in (("0", "on"), ("1", "back"), ("77", "on")):
        place = tmp_path / seed
        here = Path(__file__).parent
        paths = os.pathsep.join([str(here), str(here.parent), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        subprocess.run([sys.executable, "-c", _BUILD, str(place), order], check=True, env=environment)
        seen.add(tuple(hashlib.sha256((place / name).read_bytes()).hexdigest() for name in FILES))
    assert len(seen) == 1


def test_turtle_is_the_union(folder: Path) -> None:
    turtle = set(parse(path=str(folder / "graph.ttl"), format=RdfFormat.TURTLE))
    union = {quad.triple for quad in parse(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)}
    assert {quad.triple for quad in turtle} == union
    assert len(rdflib.Graph().parse(folder / "graph.ttl")) == len(union)
    assert json.loads((folder / "report.json").read_text())["counts"]["triples"] == len(union)


def test_nquads_are_sorted_lines(folder: Path) -> None:
    lines = (folder / "graph.nq").read_bytes().splitlines()
    assert lines == sorted(set(lines))


def test_articles_keep_the_texts(folder: Path) -> None:
    records = [json.loads(line) for line in (folder / "articles.jsonl").read_text().splitlines()]
    assert [record["text"] for record in records] == [first().article.text, second().article.text]
    assert records[0]["blocks"] == [{"start": 0, "end": 25, "kind": "title", "rule": "first line"}]


def test_report_counts_warns_and_tells_what_was_skipped(folder: Path) -> None:
    found = json.loads((folder / "report.json").read_text())
    assert found["counts"]["articles"] == 2 and found["counts"]["ties"] == 2
    assert {"article": "000_batang", "warning": "rapat koordinasi: weekday does not fit"} in found["warnings"]
    assert found["skipped"][0]["source"] == "bad.txt"


def test_an_interrupted_build_leaves_the_last_output(tmp_path: Path) -> None:
    put(tmp_path, {"a": [b"old"], "b": [b"old"]})

    def broken() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, {"a": [b"new"], "b": broken()})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old", "b": b"old"}


def test_a_folder_that_cannot_be_written_is_told_beforehand(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):
        check(tmp_path / "file" / "out")
    check(tmp_path / "new")
    assert not list((tmp_path / "new").iterdir())


def test_questions_are_listed_and_answered_from_both_files(folder: Path) -> None:
    names = [question.name for question in questions()]
    assert {"bodies", "coordination", "evidence"} <= set(names)
    assert all(question.about for question in questions())
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    found = {answers.write(ask(folder / name, count), "csv") for name in ("graph.nq", "graph.ttl")}
    assert len(found) == 1


def test_answers_in_every_format(folder: Path) -> None:
    found = ask(find_dataset(folder), query_text("people"))
    assert "person/mahbrur-bawaslu-33.25  Mahbrur" in answers.write(found, "table")
    assert answers.write(found, "csv").splitlines()[0] == "id,person,label"
    binding = json.loads(answers.write(found, "json"))["results"]["bindings"][0]
    assert binding["label"] == {"type": "literal", "value": "Mahbrur"} and binding["person"]["type"] == "uri"
    built = ask(find_dataset(folder), "CONSTRUCT WHERE { ?p a bw:Person }")
    assert "a bw:Person" in answers.write(built, "ttl")
    assert answers.write(ask(find_dataset(folder), "ASK { ?p a bw:Person }"), "table") == "true\n"
    with pytest.raises(QuestionError, match="CONSTRUCT"):
        answers.write(found, "ttl")


@pytest.mark.parametrize("text", [
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "PREFIX x: <http://x/> # note\nDELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
])
def test_updates_are_refused(folder: Path, text: str) -> None:
    with pytest.raises(QuestionError, match="only reads"):
        ask(find_dataset(folder), text)


@pytest.mark.parametrize("text", [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o } # to be continued\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o }",
    "SELECT * { # to be continued\r SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { { SELECT ?s { OPTIONAL { SERVICE ?p { ?s ?p ?o } } } } } }",
    # An escape is written out before anything is read, so that this one ends no string.
    'SELECT * { BIND("\\u0022" AS ?x) service <http://127.0.0.1:9/> { ?s ?p ?o } }',
])
def test_other_servers_are_not_called(folder: Path, text: str) -> None:
    with pytest.raises(QuestionError, match=r"offline|not SPARQL"):
        ask(find_dataset(folder), text)


def test_harmless_words_are_no_calls(folder: Path) -> None:
    ask(find_dataset(folder), 'SELECT ?service { ?service rdfs:label "SERVICE" } # SERVICE <x> INSERT')


def test_malformed_queries_tell_where(folder: Path) -> None:
    with pytest.raises(QuestionError, match=r"line 2, column \d+"):
        ask(find_dataset(folder), "SELECT ?s WHERE {\n ?s ?p }")


def test_unknown_questions_suggest_close_ones(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="did you mean coordination"):
        query_text("cordination")
    with pytest.raises(QuestionError, match="kg build"):
        find_dataset(tmp_path)
