"""`kg load` into real servers: what it sends and removes, how it goes on, and that the stores answer as we do."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner, Result
from comparing import multiset
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from servers import Proxy, Server, free_port, isql, oxigraph, program, proxy, virtuoso

from kg.asking.answers import Rows
from kg.asking.sources import Local
from kg.cli import main
from kg.lexicon.places import ontology_dir
from kg.pipeline import build

ROOT = Path(__file__).parent.parent
BASE = "https://w3id.org/bawaslu-kg/id/"
BW = "https://w3id.org/bawaslu-kg/ontology#"
CONTRACT = sorted((ontology_dir() / "contract" / "queries").glob("*.rq"))
STORES = ("Oxigraph", "Virtuoso")
DERIVED = f"{BASE}graph/derived"
JOURNAL = f"{BASE}graph/loaded"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and twenty more articles."""
    folder = tmp_path_factory.mktemp("output")
    more = sorted((ROOT / "tests/gold/dev").glob("*.txt"))[:20]
    build([str(ROOT / "seeds"), *map(str, more)], folder)
    return folder


@pytest.fixture(scope="module")
def without_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds without the last."""
    folder = tmp_path_factory.mktemp("less")
    build([str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))[:-1]], folder)
    return folder


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """Both servers."""
    folder = tmp_path_factory.mktemp("virtuoso")
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as one, virtuoso(folder, folder.parent) as other:
        yield {"Oxigraph": one, "Virtuoso": other}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, running: dict[str, Server], monkeypatch: pytest.MonkeyPatch) -> Server:
    """One of the servers, empty."""
    server = running[request.param]
    monkeypatch.setenv("KG_PASSWORD", "dba")
    if server.sql:
        isql(server, "RDF_GLOBAL_RESET ();")
    else:
        requests.post(server.update, data={"update": "DROP ALL"}, timeout=60).raise_for_status()
    assert not server.counts()
    return server


def load(url: str, place: Path, server: Server | None = None, *options: str) -> Result:
    signed = server.signed if server else []
    return CliRunner().invoke(main, ["load", url, "-d", str(place), *signed, *options])


def summary(url: str, place: Path, server: Server, *options: str) -> dict[str, object]:
    result = load(url, place, server, "--json", *options)
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def graphs(place: Path) -> dict[str, set[str]]:
    """The statements of a build by graph."""
    found: dict[str, set[str]] = {}
    for line in (place / "graph.nq").read_text(encoding="utf-8").splitlines():
        statement, graph = line.removesuffix(" .").rsplit(" ", 1)
        found.setdefault(graph.strip("<>"), set()).add(statement)
    return found


def sizes(place: Path) -> dict[str, int]:
    return {name: len(statements) for name, statements in graphs(place).items()}


def ours(server: Server) -> dict[str, int]:
    """The sizes of the graphs in a store, but for the journal."""
    return {name: count for name, count in server.counts().items() if name != JOURNAL}


def test_the_stores_answer_as_the_folder_does(store: Server, output: Path) -> None:
    found = summary(store.graph_store, output, store, "--everyone")
    assert len(CONTRACT) == 9 and ours(store) == sizes(output) and found["unchanged"] == 0
    local = Local(output)
    for path in CONTRACT:
        text = path.read_text(encoding="utf-8")
        here, there = local.ask(text), store.rows(text)
        assert isinstance(here, Rows) and here.rows
        loose = store.name == "Virtuoso"
        assert multiset(here, loose) == multiset(there, loose), path.stem


def test_people_without_a_public_role_stay_at_home(store: Server, built: Path, tmp_path: Path) -> None:
    """Unless asked for, they are not loaded, nor is what hangs on them."""
    graph = f"{BASE}article/000-d285a43d48e08c3c"
    hidden = f'<{BASE}person/x> <{BW}publicRole> "false"^^<http://www.w3.org/2001/XMLSchema#boolean> <{graph}> .\n'
    post = f"<{BASE}membership/x> <http://www.w3.org/ns/org#member> <{BASE}person/x> <{graph}> .\n"
    (tmp_path / "graph.nq").write_text((built / "graph.nq").read_text(encoding="utf-8") + hidden + post, encoding="utf-8")
    load(store.graph_store, tmp_path, store)
    assert ours(store) == sizes(built)
    load(store.graph_store, tmp_path, store, "--everyone")
    assert ours(store) == sizes(tmp_path) != sizes(built)


def test_the_second_load_sends_nothing(store: Server, built: Path) -> None:
    with proxy(store.graph_store) as between:
        first = summary(between.at(store.graph_store), built, store)
        assert first["sent"] == sorted(sizes(built)) and len(set(between.sent("PUT"))) == 7
        between.seen.clear()
        second = summary(between.at(store.graph_store), built, store)
    assert second["sent"] == [] and second["removed"] == [] and second["unchanged"] == 7
    assert between.seen and all(re.fullmatch("/(query|sparql)", path) for _, path in between.seen)


def test_one_article_changed(store: Server, built: Path, tmp_path: Path) -> None:
    load(store.graph_store, built, store)
    article = sorted(sizes(built))[2]
    lines = (built / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    gone = next(line for line in lines if line.endswith(f"<{article}> .\n") and "#label>" in line)
    (tmp_path / "graph.nq").write_text("".join(line for line in lines if line != gone), encoding="utf-8")
    told = load(store.graph_store, tmp_path, store, "--dry-run")
    assert told.stdout == f"PUT {article} (changed)\n" and ours(store) == sizes(built)
    assert summary(store.graph_store, tmp_path, store)["sent"] == [article]
    assert ours(store) == sizes(tmp_path)
    # And back again: the store must not take the first load's word for what the second one changed.
    assert summary(store.graph_store, built, store)["sent"] == [article]
    assert ours(store) == sizes(built)


def test_an_article_removed_takes_along_what_it_alone_said(store: Server, built: Path, without_one: Path) -> None:
    others = f"{BASE}article/of-somebody-else"
    load(store.graph_store, built, store)
    isql_or_update(store, f"INSERT DATA {{ GRAPH <{others}> {{ <{others}> <http://example.org/p> 1 }} }}")
    gone = sorted(set(sizes(built)) - set(sizes(without_one)))
    kept = summary(store.graph_store, without_one, store, "--keep")
    assert kept["removed"] == [] and ours(store)[gone[0]] == sizes(built)[gone[0]]
    found = summary(store.graph_store, without_one, store)
    assert found["removed"] == gone and len(gone) == 1
    assert ours(store) == sizes(without_one) | {others: 1}
    assert summary(store.graph_store, without_one, store)["removed"] == []


def test_graphs_and_journal_that_somebody_else_dropped_are_sent_again(store: Server, built: Path) -> None:
    load(store.graph_store, built, store)
    isql_or_update(store, f"DROP SILENT GRAPH <{DERIVED}>")
    isql_or_update(store, f"DELETE DATA {{ GRAPH <{sorted(sizes(built))[0]}> {{ {next(iter(graphs(built)[sorted(sizes(built))[0]]))} }} }}")
    assert summary(store.graph_store, built, store)["sent"] == [sorted(sizes(built))[0], DERIVED]
    isql_or_update(store, f"DROP SILENT GRAPH <{JOURNAL}>")
    assert len(summary(store.graph_store, built, store)["sent"]) == 7  # type: ignore[arg-type]
    assert ours(store) == sizes(built)


def test_a_load_that_was_killed_goes_on(store: Server, output: Path) -> None:
    everything = sizes(output)
    with proxy(store.graph_store) as between:
        killed_after(between, store, output, 22, signal.SIGKILL)
        # Two of the second batch have arrived as well, but that was noted nowhere.
        found = summary(store.graph_store, output, store, "--everyone")
    assert found["unchanged"] == 20 and ours(store) == everything


def test_a_load_that_was_interrupted_goes_on_where_it_stopped(store: Server, output: Path) -> None:
    with proxy(store.graph_store) as between:
        process = killed_after(between, store, output, 12, signal.SIGINT)
        assert process.returncode == 130 and "run it again to go on" in (process.stderr or "")
        between.seen.clear()
        found = summary(between.at(store.graph_store), output, store, "--everyone")
    assert found["unchanged"] == 12 and len(set(between.sent("PUT"))) == len(sizes(output)) - 12
    assert ours(store) == sizes(output)


def killed_after(between: Proxy, store: Server, place: Path, puts: int, how: signal.Signals) -> subprocess.CompletedProcess[str]:
    """A load in a process of its own that is ended when it waits for the answer to one PUT more than `puts`."""
    between.stop_after = puts
    command = [sys.executable, "-m", "kg.cli", "load", between.at(store.graph_store), "-d", str(place), "--everyone", *store.signed]
    heeding = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731 (tests in the background are deaf to it)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heeding) as process:
        assert between.stopped.wait(60)
        between.stop_after = None
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, "", said)


def test_a_store_that_is_busy_is_asked_again(store: Server, built: Path) -> None:
    with proxy(store.graph_store) as between:
        between.busy = 3
        assert len(summary(between.at(store.graph_store), built, store)["sent"]) == 7  # type: ignore[arg-type]
        assert between.refused == 3 and ours(store) == sizes(built)
        between.busy = 1000
        result = load(between.at(store.graph_store), built, store, "--fresh", "--retries", "1")
    assert result.exit_code == 1 and "503" in one_line(result) and "goes on" in one_line(result)


def test_union_holds_every_statement_once(store: Server, built: Path) -> None:
    name = "https://example.org/all"
    different = set().union(*graphs(built).values())
    assert summary(store.graph_store, built, store, "--union", name)["sent"] == [name]
    assert ours(store) == {name: len(different)} and len(different) < sum(sizes(built).values())
    assert summary(store.graph_store, built, store, "--union", name)["sent"] == []
    summary(store.graph_store, built, store)
    assert ours(store) == sizes(built) | {name: len(different)}


def test_by_update(store: Server, built: Path, without_one: Path) -> None:
    by_update = ("--via", "update", "--query", store.query)
    assert len(summary(store.update, built, store, *by_update)["sent"]) == 7  # type: ignore[arg-type]
    assert ours(store) == sizes(built)
    assert summary(store.update, built, store, *by_update)["sent"] == []
    assert summary(store.graph_store, built, store)["sent"] == []
    assert len(summary(store.update, without_one, store, *by_update)["removed"]) == 1  # type: ignore[arg-type]
    assert ours(store) == sizes(without_one)


def test_hard_literals_come_back(store: Server, tmp_path: Path) -> None:
    texts = ["“kutip” \"x\" 'y' \\ \\n \\u0041 \n\t\r é 😀 \u200f", "x" * 30_000, "{ } <a> . # ;", "é" * 5_000]
    literals = [Literal(text) for text in texts] + [Literal("Pengawas", language="id"), *(
        Literal(value, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")) for value, kind in
        (("true", "boolean"), ("false", "boolean"), ("0.95", "decimal"), ("1.0", "decimal"), ("7", "integer"),
         ("2024-06-25", "date"), ("https://a.b/c?d=e%20f", "anyURI")))]  # fmt: skip
    subject, predicate = NamedNode("https://example.org/a%20b"), "https://example.org/p"
    # A property each: Virtuoso takes true and 1.0 of one subject and property for one statement.
    quads = [Quad(subject, NamedNode(f"{predicate}{number}"), value, NamedNode("https://example.org/g"))
             for number, value in enumerate(literals)]  # fmt: skip
    (tmp_path / "hard.nq").write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    expected = multiset(Rows(("o",), tuple((value,) for value in literals)), True)
    for url, options in ((store.graph_store, []), (store.update, ["--via", "update", "--query", store.query, "--fresh"])):
        assert summary(url, tmp_path / "hard.nq", store, *options)["sent"] == ["https://example.org/g"]
        answer = store.rows(f"SELECT ?o {{ GRAPH <https://example.org/g> {{ {subject} ?p ?o }} }}")
        assert multiset(answer, True) == expected
    assert summary(store.graph_store, tmp_path / "hard.nq", store)["sent"] == []


def test_the_journal_stays_short(store: Server, built: Path) -> None:
    for _ in range(5):
        assert len(summary(store.graph_store, built, store, "--fresh")["sent"]) == 7  # type: ignore[arg-type]
    assert store.counts()[JOURNAL] <= 6 * 7
    assert summary(store.graph_store, built, store)["sent"] == []


def test_bulk_files_fill_virtuoso(running: dict[str, Server], built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    server, folder = running["Virtuoso"], tmp_path_factory.mktemp("bulk")
    isql(server, "RDF_GLOBAL_RESET ();")
    result = load(str(folder), built, None, "--via", "files")
    line = next(line for line in result.stdout.splitlines() if line.startswith("isql-vt"))
    assert result.exit_code == 0 and str(folder) in line
    isql(server, line.split('exec="')[1].removesuffix('"'))
    assert ours(server) == sizes(built)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KG_PASSWORD", "dba")
        assert summary(server.graph_store, built, server)["sent"] == []


def test_bulk_files_fill_oxigraph(built: Path, tmp_path: Path) -> None:
    result = load(str(tmp_path / "bulk"), built, None, "--via", "files")
    line = next(line for line in result.stdout.splitlines() if line.startswith("oxigraph load"))
    words = line.replace("DATABASE", str(tmp_path / "oxigraph")).split()
    subprocess.run([program("oxigraph"), *words[1:]], check=True, capture_output=True)
    with oxigraph(tmp_path) as server:
        assert ours(server) == sizes(built)
        assert summary(server.graph_store, built, server)["sent"] == []


def isql_or_update(store: Server, update: str) -> None:
    """A change by somebody else."""
    if store.sql:
        isql(store, f"SPARQL {update};")
    else:
        requests.post(store.update, data={"update": update}, timeout=60).raise_for_status()


def one_line(result: Result) -> str:
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error:")]
    assert len(errors) == 1 and result.stdout == "" and "Traceback" not in result.output, result.output
    return errors[0]


def test_what_goes_wrong_is_told_in_one_line(running: dict[str, Server], built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ox, virt = running["Oxigraph"], running["Virtuoso"]
    root = ox.graph_store.removesuffix("/store")
    monkeypatch.setenv("KG_PASSWORD", "wrong")
    for url, server, options, said in (
        (virt.graph_store, virt, ["--fresh"], "401 Unauthorized: name or password"),
        (virt.graph_store, None, ["--fresh"], "401 Unauthorized: name or password"),
        (virt.graph_store.removesuffix("-auth"), None, ["--fresh"], "403 Forbidden"),
        (f"{root}/nothing", None, [], "404 Not Found"),
        (f"{root}/query", None, ["--fresh"], "--via update"),
        (f"{root}/store", None, ["--query", f"{root}/"], "give --query URL"),
        (f"http://127.0.0.1:{free_port()}/store", None, ["--retries", "1"], "connection refused"),
        ("http://nobody.invalid/store", None, ["--retries", "0"], "no such host"),
    ):
        result = load(url, built, server, *options)
        assert result.exit_code == 1 and said in one_line(result), result.output


def test_basic_and_bearer(running: dict[str, Server], built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINE", "secret")
    with proxy(running["Oxigraph"].graph_store) as between:
        url = between.at(running["Oxigraph"].graph_store)
        for wants, options in (
            (f"Basic {b64encode(b'me:secret').decode()}", ["--user", "me", "--password-env", "MINE"]),
            ("Bearer secret", ["--token-env", "MINE"]),
        ):
            between.wants = wants
            assert load(url, built, None, *options, "--fresh").exit_code == 0
            assert "401" in one_line(load(url, built, None))
        between.wants = "Basic something else"
        assert "401" in one_line(load(url, built, None, "--user", "me", "--password-env", "MINE"))


def test_a_server_that_does_not_answer(built: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/store"
        result = load(url, built, None, "--timeout", "0.2", "--retries", "0")
    assert result.exit_code == 1 and "no answer within 0.2 s" in one_line(result)


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (["localhost"], 2, "begins with http"),
    (["http://127.0.0.1:1/store", "--union", "not an IRI"], 2, "is no IRI"),
    (["http://127.0.0.1:1/store", "--user", "me", "--password-env", "NOT_SET"], 2, "NOT_SET"),
    (["http://127.0.0.1:1/store", "-d", "nowhere"], 1, "kg build"),
])
def test_wrong_usage(built: Path, arguments: list[str], code: int, said: str) -> None:
    result = CliRunner().invoke(main, ["load", *arguments, *([] if "-d" in arguments else ["-d", str(built)])])
    assert result.exit_code == code and said in one_line(result)


def test_statements_without_a_graph_need_a_name(built: Path) -> None:
    result = load("http://127.0.0.1:1/store", built / "graph.ttl")
    assert result.exit_code == 1 and "--union IRI" in one_line(result)


def test_help_has_examples() -> None:
    result = CliRunner().invoke(main, ["load", "--help"])
    assert result.exit_code == 0 and "Examples:" in result.output and "Exit codes" in result.output
