"""The questions put to the embedded engine, to Oxigraph's server and to Virtuoso after `kg load`: the table of docs/stores.md.

`python benchmarks/stores.py` builds the seeds and the articles of tests/gold/dev, loads them into both servers on
loopback and writes the table between the two marks of docs/stores.md. Named questions that take options are asked as
their example says; without one, with their defaults.
"""

from __future__ import annotations

import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from click.testing import CliRunner  # noqa: E402
from comparing import multiset  # noqa: E402
from servers import Server, oxigraph, virtuoso  # noqa: E402

from kg.asking.answers import Rows  # noqa: E402
from kg.asking.questions import Question, questions  # noqa: E402
from kg.asking.sources import Local, filled  # noqa: E402
from kg.cli import main  # noqa: E402
from kg.outputs.problems import QuestionError  # noqa: E402
from kg.pipeline import build  # noqa: E402

DOC = ROOT / "docs" / "stores.md"
MARKS = ("<!-- table: python benchmarks/stores.py -->\n", "<!-- end of table -->\n")


def asked(local: Local) -> Iterator[tuple[Question, str]]:
    """Every question with its text, options filled in; those of the contract first."""
    for question in sorted(questions(), key=lambda one: (one.path.parent.parent.name != "contract", one.name)):
        words = shlex.split(question.example)
        given = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}
        try:
            yield question, filled(local, question, given)[0]
        except QuestionError as error:
            print(f"{question.name}: left out, {error}", file=sys.stderr)


def compared(local: Local, servers: list[Server]) -> Iterator[tuple[Question, int, list[str]]]:
    """Each question with the number of rows here, and for each server the number of rows there and whether all agree."""
    for question, text in asked(local):
        here = local.ask(text)
        assert isinstance(here, Rows)
        told = []
        for server in servers:
            try:
                there = server.rows(text)
            except QuestionError as error:
                print(f"{question.name} on {server.name}: {error}", file=sys.stderr)
                told.append("error")
                continue
            loose = server.name == "Virtuoso"
            same = multiset(here, loose) == multiset(there, loose)
            told.append(f"{len(there.rows)} {'equal' if same else '**differs**'}")
        yield question, len(here.rows), told


def table(local: Local, servers: list[Server]) -> str:
    """The table as Markdown."""
    heads = ["question", "embedded", *(f"{server.name} {server.version}" for server in servers)]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for question, rows, told in compared(local, servers):
        kind = "contract" if question.path.parent.parent.name == "contract" else "named"
        lines.append(f"| {question.name} ({kind}) | {rows} | {' | '.join(told)} |")
    return "\n".join(lines) + "\n"


def run() -> None:
    """Builds, loads, asks, and puts the table into its place."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        built = build([str(ROOT / "seeds"), *map(str, sorted((ROOT / "tests" / "gold" / "dev").glob("*.txt")))], folder / "output")
        for part in ("one", "two"):
            (folder / part).mkdir()
        servers = [stack.enter_context(oxigraph(folder / "one")), stack.enter_context(virtuoso(folder / "two"))]
        for server in servers:
            command = ["load", server.graph_store, "-d", str(folder / "output"), "--everyone"]
            signed = ["--user", server.user[0]] if server.user else []
            done = CliRunner(env={"KG_PASSWORD": "dba"}).invoke(main, [*command, *signed])
            assert done.exit_code == 0, done.output
            print(done.stderr, end="", file=sys.stderr)
        found = f"{built.articles} articles, {sum(servers[0].counts().values())} statements in the store.\n\n"
        found += table(Local(folder / "output"), servers)
    text = DOC.read_text(encoding="utf-8")
    before, rest = text.split(MARKS[0])
    DOC.write_text(f"{before}{MARKS[0]}{found}{MARKS[1]}{rest.split(MARKS[1])[1]}", encoding="utf-8")


if __name__ == "__main__":
    run()
