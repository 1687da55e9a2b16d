"""`kg query` and the functions for Python, asked of the seeds as a user would ask them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
import requests
from click.testing import CliRunner, Result
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, parse, parse_query_results

import kg
from kg.asking.answers import Rows, plain
from kg.asking.binding import bound
from kg.cli import main
from kg.outputs.problems import QuestionError

GRESIK = "https://w3id.org/bawaslu-kg/id/org/bawaslu-35.25"
PARTNERS = ("partners", "--of", "Bawaslu Gresik")


def ask(built: Path, *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["query", *arguments, "-d", str(built)], input=given)


def names(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [row["partnerLabel"] for row in csv.DictReader(io.StringIO(result.stdout))]


@pytest.mark.parametrize("name", ["Bawaslu Gresik", "bawaslu kabupaten gresik", "Panwaslu Gresik", "org/bawaslu-35.25", GRESIK])
def test_a_body_is_found_by_any_of_its_names(built: Path, name: str) -> None:
    found = names(ask(built, "partners", "--of", name, "--format", "csv"))
    assert "Polres Gresik" in found and "Kejaksaan Negeri Gresik" in found


def test_what_was_taken_for_a_name_is_said(built: Path) -> None:
    assert "Bawaslu Kabupaten Gresik (org/bawaslu-35.25)" in ask(built, "partners", "--of", "Panwaslu Gresik").stderr
    assert ask(built, "partners", "--of", "Bawaslu Kabupaten Gresik").stderr == ""


def test_the_national_body_by_its_usual_name(built: Path) -> None:
    shown = ask(built, "partners", "--of", "Bawaslu RI", "--show")
    assert shown.exit_code == 0 and "/id/org/bawaslu-id>" in shown.stdout


def test_an_ambiguous_name_lists_whom_it_fits(built: Path) -> None:
    result = ask(built, "partners", "--of", "Bawaslu")
    assert result.exit_code == 2 and "fits several" in result.stderr
    assert "Bawaslu Kabupaten Batang (org/bawaslu-33.25)" in result.stderr


def test_a_city_is_not_taken_for_the_regency_of_its_name(built: Path) -> None:
    result = ask(built, "partners", "--of", "Bawaslu Kota Gresik")
    assert result.exit_code == 2 and "did you mean Bawaslu Kabupaten Gresik" in result.stderr


@pytest.mark.parametrize(("options", "expected"), [
    (["--since", "2024-09"], True), (["--since", "2024-09-26"], False), (["--until", "2024-09"], True),
    (["--until", "2024-08"], False), (["--since", "2024", "--until", "2024"], True),
])  # fmt: skip
def test_periods(built: Path, options: list[str], expected: bool) -> None:
    found = names(ask(built, *PARTNERS, *options, "--format", "csv"))
    assert ("Polres Gresik" in found) is expected


@pytest.mark.parametrize("kind", ["kejari", "Kejaksaan Negeri", "agency-type/kejari"])
def test_a_kind_by_key_name_or_iri(built: Path, kind: str) -> None:
    assert names(ask(built, *PARTNERS, "--kind", kind, "--format", "csv")) == ["Kejaksaan Negeri Gresik"]


@pytest.mark.parametrize(("options", "said"), [
    ([], "needs --of"),
    (["--of", "Bawaslu Gresik", "--since", "June"], "not a date; write it as 2024-09-25, 2024-09 or 2024"),
    (["--of", "Bawaslu Gresik", "--since", "2024-13"], "not a date"),
    (["--of", "Bawaslu Gresik", "--kind", "kejarii"], "did you mean"),
    (["--of", "Bawaslu Gresik", "--kid", "kejari"], "No such option"),
    (["--of", "nobody at all"], "no body of that name"),
])
def test_wrong_usage_is_told(built: Path, options: list[str], said: str) -> None:
    result = ask(built, "partners", *options)
    assert result.exit_code == 2 and said in result.stderr and "Traceback" not in result.stderr


def test_help_of_a_question_tells_its_options_in_both_languages(built: Path) -> None:
    told = ask(built, "partners", "--help").stdout
    assert "--since" in told and "With whom is a body in contact" in told and "Dengan siapa" in told


def test_shown_sparql_is_what_is_asked(built: Path) -> None:
    shown = ask(built, *PARTNERS, "--show").stdout
    assert f"<{GRESIK}>" in shown and "?of" not in shown.split("SELECT", 1)[1]
    assert ask(built, "-", given=shown).stdout == ask(built, *PARTNERS).stdout


@pytest.mark.parametrize("value", [
    '" . } DELETE WHERE { ?s ?p ?o } #', "'''", '"""', "\\", "\n} UNION { ?s ?p ?o", "?of", "<x> <y> <z>", "\u202e\\u0022",
])
def test_a_value_stays_a_value(value: str) -> None:
    """Whatever a user writes stays one term of the query."""
    query = bound("SELECT ?x WHERE { ?x ?p ?name . FILTER('?name' != ?name) } # ?name", {"name": Literal(value)})
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef("a:a"), rdflib.URIRef("a:b"), rdflib.Literal(value)))
    graph.add((rdflib.URIRef("a:c"), rdflib.URIRef("a:b"), rdflib.Literal("other")))
    assert [str(row[0]) for row in graph.query(query)] == ["a:a"]


def test_an_iri_that_would_end_its_place_is_none() -> None:
    with pytest.raises(ValueError, match="IRI"):
        NamedNode("a:b> ?x ?y . <c:d")


def test_forms_of_an_answer(built: Path) -> None:
    rows = json.loads(ask(built, *PARTNERS, "--format", "json").stdout)
    assert rows["results"]["bindings"][0]["partner"]["type"] == "uri"
    as_markdown = ask(built, *PARTNERS, "--format", "md").stdout.splitlines()
    assert as_markdown[1].startswith("| --- |") and "[org/polres-35.25](<https://" in "".join(as_markdown)
    as_table = ask(built, *PARTNERS).stdout
    assert "(9 rows; 1 column of IRIs left out, --wide shows all)" in as_table and "org/" not in as_table
    assert "org/polres-35.25" in ask(built, *PARTNERS, "--wide").stdout
    turtle = ask(built, "CONSTRUCT WHERE { ?p a bw:Person ; rdfs:label ?name }", "--format", "ttl").stdout
    assert len(list(parse(turtle.encode(), format=RdfFormat.TURTLE))) > 10


def test_long_cells_are_not_cut(built: Path) -> None:
    """A table shows the whole passage, line by line."""
    edge = ("evidence-of-contact", "--one", "Bawaslu Batang", "--other", "KPU Batang")
    shown = ask(built, *edge).stdout
    words = [row["words"] for row in csv.DictReader(io.StringIO(ask(built, *edge, "--format", "csv").stdout))]
    told = " ".join(shown.split())
    assert words and all(" ".join(one.split()) in told for one in words)
    assert max(map(len, shown.splitlines())) <= 120


def test_a_mistake_is_shown_at_its_place(built: Path) -> None:
    result = ask(built, "SELECT ?x\nWHERE { ?x bw:attendee }")
    assert result.exit_code == 1
    first, line, caret = result.stderr.splitlines()
    assert "line 2, column 24" in first and "expected a variable" in first
    assert line[caret.index("^")] == "}"


@pytest.mark.parametrize(("query", "said"), [
    ("SELECT ?x { ?x bww:attendee ?y }", "the prefix bww: is not declared; did you mean bw?"),
    ("SELECT (COUNT(?x) AS ?n) ?y { ?x a ?y }", "GROUP BY"),
    ("SELECT COUNT(?x) { ?x a ?y }", "line 1, column 8"),
    ("", "the query is empty"),
    ("SELECT * {" + "{" * 900 + "}" * 900 + "}", "nested too deeply"),
    ("SELECT * { ?s ?p '\\UFFFFFFFF' }", "names no sign of Unicode"),
])
def test_mistakes_in_words(built: Path, query: str, said: str) -> None:
    result = ask(built, "-", given=query)
    assert result.exit_code == 1 and said in result.stderr and "Traceback" not in result.stderr


def test_unknown_terms_of_our_namespace(built: Path) -> None:
    result = ask(built, "SELECT ?a { ?a bw:atendee ?b ; bw:theme <https://w3id.org/bawaslu-kg/id/theme/netralitass> }")
    assert result.exit_code == 0
    assert "bw:atendee is no term of the vocabulary; did you mean attendee?" in result.stderr
    assert "theme/netralitass is no concept of the ontology; did you mean netralitas" in result.stderr


def test_every_statement_counts_once_outside_graphs(built: Path) -> None:
    """A type or label that several articles state is one statement in the union."""
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    union = rdflib.Graph().parse(built / "graph.ttl")
    assert plain(_rows(kg.ask(built, query)).rows[0][0]) == str(len(union))


def _rows(answer: object) -> Rows:
    assert isinstance(answer, Rows)
    return answer


def test_python_gets_an_rdflib_dataset(built: Path) -> None:
    graph = kg.open(built)
    assert isinstance(graph, rdflib.Dataset) and len(graph) == len(rdflib.Graph().parse(built / "graph.ttl"))
    found = graph.query("SELECT ?name WHERE { ?b a bw:OversightBody ; rdfs:label ?name }")
    assert "Bawaslu Kabupaten Batang" in {str(row.name) for row in found}
    within = graph.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?a a bw:Article } }")
    assert len(list(within)) == 5
    one = graph.query("ASK { ?b bw:jurisdiction ?area }", initBindings={"b": rdflib.URIRef(GRESIK)})
    assert one.askAnswer


def test_python_gets_frames_and_a_network(built: Path) -> None:
    answer = _rows(kg.ask(built, "partners", of="Bawaslu Gresik", since="2024-06"))
    frame, other = answer.pandas(), answer.polars()
    assert list(frame["events"]) == list(other["events"]) == [1] * 9
    assert str(frame["first"][0]) == str(other["first"][0]) == "2024-09-25"
    network = kg.network(built)
    assert network.nodes[GRESIK]["label"] == "Bawaslu Kabupaten Gresik" and network.degree(GRESIK) == 9
    with pytest.raises(QuestionError, match="takes no off"):
        kg.ask(built, "partners", off="Bawaslu Gresik")
    with pytest.raises(QuestionError, match="run `kg build"):
        kg.open(built / "nowhere")


@pytest.fixture(scope="module")
def endpoint(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Oxigraph server that holds the dataset."""
    program = Path(sys.executable).with_name("oxigraph")
    place = tmp_path_factory.mktemp("oxigraph")
    shutil.copy(built / "graph.nq", place)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen([program, "serve", "-l", place / "store", "-b", address, "--union-default-graph"],
                              stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        for _ in range(200):
            try:
                requests.get(f"http://{address}/", timeout=5)
                break
            except requests.ConnectionError:
                time.sleep(0.05)
        data = (built / "graph.nq").read_bytes()
        requests.post(f"http://{address}/store", data, headers={"Content-Type": "application/n-quads"}, timeout=60).raise_for_status()
        yield f"http://{address}/query"
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize("question", [
    [*PARTNERS], ["coordination"], ["posts"], ["CONSTRUCT WHERE { ?p a bw:Person ; rdfs:label ?name }"], ["ASK { ?p a bw:Person }"],
])
@pytest.mark.parametrize("form", ["csv", "ttl"])
def test_an_endpoint_answers_as_the_folder_does(built: Path, endpoint: str, question: list[str], form: str) -> None:
    here = ask(built, *question, "--format", form)
    there = CliRunner().invoke(main, ["query", *question, "--endpoint", endpoint, "--format", form])
    assert (here.exit_code, here.stdout) == (there.exit_code, there.stdout)


def test_what_is_no_endpoint(endpoint: str) -> None:
    result = CliRunner().invoke(main, ["query", "posts", "--endpoint", endpoint.removesuffix("/query") + "/nothing"])
    assert result.exit_code == 1 and "the server answered 404" in result.stderr and "Traceback" not in result.stderr


def test_an_endpoint_that_is_not_there() -> None:
    result = CliRunner().invoke(main, ["query", "posts", "--endpoint", "http://127.0.0.1:9/sparql"])
    assert result.exit_code == 1 and "not reached" in result.stderr


def test_results_in_json_are_read_by_others(built: Path) -> None:
    """Our JSON is the W3C's: another reader gets the same rows from it."""
    text = ask(built, "posts", "--format", "json").stdout
    found = parse_query_results(text.encode(), format=QueryResultsFormat.JSON)
    rows = [[one.value for one in solution] for solution in found]  # type: ignore[union-attr]
    plainly = [list(row) for row in csv.reader(io.StringIO(ask(built, "posts", "--format", "csv").stdout))][1:]
    assert rows == plainly
