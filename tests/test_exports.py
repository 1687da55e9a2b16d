"""Exports: other people's parsers read the same statements from every format, and the same build gives the same bytes."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner, Result
from conftest import SEEDS
from pyoxigraph import Quad, QuerySolutions, RdfFormat, Store, parse
from rdf_readers import JARS, READERS
from sample import first

from kg.cli import main
from kg.graph.vocabulary import PREFIXES
from kg.outputs.bundle import write
from kg.outputs.exports import FORMATS
from kg.pipeline import build

_SUFFIXES = {form.name: form.suffixes[0] for form in FORMATS}
_HOSTILE = {
    "id": 'jahat "1" \u202e <&> \U0001f600',
    "title": 'Rakor \u0001 "x" \\ \U0001f600 <&> ]]> \u202e',
    "url": 'https://contoh.id/a?b="c"&d=\u0001 {x}|^`\\',
    "outlet": "Contoh \u0007 News",
    "date": "2024-08-21",
    "text": (
        'Rakor "Stakeholder" \\ Pilkada \U0001f600\n\nGRESIK - Ketua Bawaslu Gresik, Ach\u202emad \u0001Nadhori '
        "mengatakan \u201ckami \\\"siap\\\" & <b>tegas</b> ]]> \U0001f5f3\ufe0f {{x}}\u0000\u001b[31m\u201d saat rapat "
        "koordinasi bersama KPU Gresik, Rabu (21/8/2024).\r\n\r\n'''Kalimat\u2028kedua''' dengan \"\"\" dan \\u0041 "
        "\x7f\x85\ufffe.\n"
    ),
}
_WORDS_BEHIND = """
SELECT DISTINCT ?words WHERE {
  ?claim rdf:reifies <<( ?event bw:organizer ?body )>> ; bw:evidence/oa:hasSelector/oa:exact ?words .
  ?body rdfs:label "Bawaslu Kabupaten Batang" .
}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", *arguments])


def exported(folder: Path, target: Path, *arguments: str) -> bytes:
    result = run("-d", str(folder), "-o", str(target), *arguments)
    assert result.exit_code == 0, result.output
    return target.read_bytes()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the seeds and an article full of signs that break files."""
    place = tmp_path_factory.mktemp("both")
    (place / "hostile.json").write_text(json.dumps(_HOSTILE))
    assert build([str(SEEDS), str(place / "hostile.json")], place / "out").articles == 6
    return place / "out"


@pytest.fixture(scope="module", params=list(_SUFFIXES))
def file(request: pytest.FixtureRequest, both: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An export of it in one of the formats, and the format's name."""
    path = tmp_path_factory.mktemp("exports") / f"graph{_SUFFIXES[request.param]}"
    exported(both, path)
    return path, request.param


@pytest.mark.parametrize("reader", list(READERS))
def test_every_reader_finds_the_same_statements(file: tuple[Path, str], reader: str, both: Path) -> None:
    path, form = file
    if (reader, form) == ("Raptor", "jsonld"):
        return  # it has no such reader
    _need(reader)
    dataset = set(parse(path=str(both / "graph.nq"), format=RdfFormat.N_QUADS))
    kept = next(one for one in FORMATS if one.name == form).graphs
    assert READERS[reader](path, form) == {str(quad if kept else quad.triple) for quad in dataset}


def _need(reader: str) -> None:
    present = {"Jena": (JARS / "jena-core.jar").exists() and shutil.which("java"), "Raptor": shutil.which("rapper")}.get(reader, True)
    if not present and not os.environ.get("CI"):
        pytest.skip(f"{reader} is not installed")
    assert present, f"{reader} is not installed; .ci/run should have done it"


def test_the_hostile_words_arrive(file: tuple[Path, str]) -> None:
    path, form = file
    written = READERS["rdflib"](path, form)
    assert any('"jahat \\"1\\" \u202e <&> \U0001f600"' in line for line in written)
    assert any("\U0001f5f3\ufe0f {{x}}" in line and "oa#exact" in line for line in written)
    assert not any(sign in line for line in written for sign in "\x01\x00\x1b")


def test_turtle_and_nquads_are_those_of_the_build(both: Path, tmp_path: Path) -> None:
    assert exported(both, tmp_path / "a.ttl") == (both / "graph.ttl").read_bytes()
    assert exported(both, tmp_path / "a.nq") == (both / "graph.nq").read_bytes()
    assert run("-d", str(both)).stdout_bytes == (both / "graph.ttl").read_bytes()


@pytest.mark.parametrize("evidence", ["claims", "rdf12"])
def test_same_build_same_bytes(both: Path, tmp_path: Path, evidence: str) -> None:
    for suffix in (".ttl", ".trig", ".nq", ".nt", ".rdf", ".trig.gz", *([".jsonld"] if evidence == "claims" else [])):
        written = [exported(both, tmp_path / f"{n}{suffix}", "--evidence", evidence) for n in range(3)]
        assert written[0] == written[1] == written[2], suffix


def test_lines_are_sorted_and_each_stands_once(both: Path, tmp_path: Path) -> None:
    for name in ("a.nt", "b.nq"):
        for evidence in ("claims", "rdf12"):
            lines = exported(both, tmp_path / name, "--evidence", evidence).splitlines()
            assert lines == sorted(set(lines)) and lines


def test_gz_compresses(both: Path, tmp_path: Path) -> None:
    plain = exported(both, tmp_path / "a.trig")
    assert gzip.decompress(exported(both, tmp_path / "a.trig.gz")) == plain
    assert gzip.decompress(exported(both, tmp_path / "b.gz", "--format", "trig")) == plain


def test_one_article_alone(both: Path, tmp_path: Path) -> None:
    name = next(SEEDS.glob("000*.txt")).stem
    exported(both, tmp_path / "a.trig", "--graph", name, "--graph", "derived")
    graphs = {quad.graph_name.value.rsplit("/", 2)[-2:] == ["graph", "derived"]
              for quad in parse(path=str(tmp_path / "a.trig"), format=RdfFormat.TRIG)}  # fmt: skip
    assert graphs == {True, False}
    exported(both, tmp_path / "one.nt", "--graph", name)
    of_article = {str(quad.triple) for quad in parse(path=str(both / "graph.nq"), format=RdfFormat.N_QUADS)
                  if quad.graph_name.value.endswith(f"/{name.replace('_', '-')}")}  # fmt: skip
    assert READERS["pyoxigraph"](tmp_path / "one.nt", "ntriples") == of_article


def test_people_without_a_public_role_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    reading = first()
    private = replace(reading, people=tuple(replace(person, public_role=False) for person in reading.people))
    write([private], [], tmp_path / "out")
    shown, told = exported(tmp_path / "out", tmp_path / "a.nq"), exported(tmp_path / "out", tmp_path / "b.nq", "--everyone")
    assert b"Mahbrur" in told and told == (tmp_path / "out" / "graph.nq").read_bytes()
    assert b"mahbrur" not in shown.lower() and b"/quotation/" not in shown and b"/membership/" not in shown
    assert b"/org/bawaslu-33.25" in shown and b"/event/" in shown
    used = {quad.object for quad in parse(shown, format=RdfFormat.N_QUADS)}
    passages = {quad.subject for quad in parse(shown, format=RdfFormat.N_QUADS) if "/passage/" in quad.subject.value}
    assert passages and passages <= used


def test_triple_terms_say_what_the_claims_say(both: Path, tmp_path: Path) -> None:
    claims = _claims(set(parse(path=str(both / "graph.nq"), format=RdfFormat.N_QUADS)))
    assert claims
    for form in FORMATS:
        if form.name == "jsonld":
            continue
        path = tmp_path / f"a{form.suffixes[0]}"
        exported(both, path, "--evidence", "rdf12")
        found = list(parse(path=str(path), format=form.engine))
        terms = {(q.subject, q.object.subject, q.object.predicate, q.object.object)
                 for q in found if q.predicate.value.endswith("#reifies")}  # fmt: skip
        assert terms == claims
        assert not any(quad.predicate.value.endswith("rdf-syntax-ns#subject") for quad in found)


def _claims(quads: set[Quad]) -> set[tuple[object, ...]]:
    parts: dict[object, dict[str, object]] = {}
    for quad in quads:
        name = quad.predicate.value.rpartition("#")[2]
        if name in ("subject", "predicate", "object"):
            parts.setdefault(quad.subject, {})[name] = quad.object
    return {(claim, part["subject"], part["predicate"], part["object"]) for claim, part in parts.items()}


def test_the_words_behind_an_edge_by_sparql_1_2(both: Path, tmp_path: Path) -> None:
    exported(both, tmp_path / "a.ttl", "--evidence", "rdf12")
    store = Store()
    store.bulk_load(path=str(tmp_path / "a.ttl"), format=RdfFormat.TURTLE)
    found = store.query(_WORDS_BEHIND, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    assert any("menggelar rapat koordinasi" in row["words"].value for row in found)


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """The address of an Oxigraph server with an empty store."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bound = f"127.0.0.1:{probe.getsockname()[1]}"
    program = Path(sys.executable).parent / "oxigraph"
    server = subprocess.Popen([program, "serve", "-l", str(tmp_path / "store"), "-b", bound], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            if socket.socket().connect_ex(("127.0.0.1", int(bound.split(":")[1]))) == 0:
                break
            time.sleep(0.1)
        yield f"http://{bound}"
    finally:
        server.terminate()
        server.wait()


def test_triple_terms_survive_a_store(both: Path, tmp_path: Path, oxigraph: str) -> None:
    data = exported(both, tmp_path / "a.nq", "--evidence", "rdf12")
    requests.post(f"{oxigraph}/store", data, headers={"content-type": "application/n-quads"}, timeout=60).raise_for_status()
    back = requests.get(f"{oxigraph}/store", headers={"accept": "application/n-quads"}, timeout=60).content
    assert set(back.splitlines()) == set(data.splitlines())


def test_rdf_xml_refuses_what_xml_cannot_carry(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**_HOSTILE, "id": "jahat\u0001"}))
    build([str(tmp_path / "a.json")], tmp_path / "out")
    result = run("-d", str(tmp_path / "out"), "-o", str(tmp_path / "a.rdf"))
    assert result.exit_code == 1 and result.stderr.count("\n") == 1
    assert "U+0001" in result.stderr and "choose another format" in result.stderr
    assert not (tmp_path / "a.rdf").exists()
    assert b"jahat\\u0001" in exported(tmp_path / "out", tmp_path / "a.ttl")


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (["-o", "graph.csv"], 2, ".jsonld"),
    (["-d", "nowhere"], 1, "run `kg build"),
    (["--graph", "007"], 1, "no article has the id"),
    (["--graph", "derivde"], 1, "reference or derived"),
    (["--evidence", "rdf12", "--format", "jsonld"], 1, "JSON-LD has no triple terms"),
])
def test_mistakes_are_told_in_a_line(both: Path, arguments: list[str], code: int, said: str) -> None:
    result = run(*([] if "-d" in arguments else ["-d", str(both)]), *arguments)
    told = [line for line in result.stderr.splitlines() if line.startswith("Error:")]
    assert result.exit_code == code and len(told) == 1 and said in told[0] and result.stdout == ""


def test_help_has_examples() -> None:
    assert "Examples:" in run("--help").output


def test_turtle_alone_serves_formats_without_graphs(both: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes((both / "graph.ttl").read_bytes())
    assert exported(tmp_path, tmp_path / "a.nt") == exported(both, tmp_path / "b.nt")
    result = run("-d", str(tmp_path), "--format", "trig")
    assert result.exit_code == 1 and "no graph.nq" in result.stderr


@pytest.mark.parametrize("broken", ["<a <b> <c> <g/x> .\n", "nonsense\n"])
def test_a_damaged_dataset_is_told_in_a_line(tmp_path: Path, broken: str) -> None:
    (tmp_path / "graph.nq").write_text(broken)
    for form in ("nquads", "trig", "turtle"):
        result = run("-d", str(tmp_path), "--format", form)
        assert result.exit_code == 1 and "damaged" in result.stderr and result.stderr.count("\n") == 1
