"""How fast the named questions are answered on a large graph: the engine here against rdflib's own, in one run.

    python benchmarks/million.py /tmp/million && python benchmarks/questions_speed.py /tmp/million

Each question with the options of its example. Ours is the median of three; rdflib is asked once, in a process that is ended
after LIMIT seconds. Loading is measured apart. Prints a table in Markdown.
"""

from __future__ import annotations

import multiprocessing
import shlex
import statistics
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import rdflib
from measuring import Row

from kg.asking import engine
from kg.asking.answers import Rows
from kg.asking.checking import Checked, checked
from kg.asking.questions import Question, questions
from kg.asking.sources import Local, filled
from kg.outputs.problems import QuestionError

LIMIT = 30.0
_PATIENCE = 300.0
_EVIDENCE = "evidence-of-contact"
_FORK = multiprocessing.get_context("fork")


def timed(action: Callable[[], int]) -> tuple[float, int]:
    """Seconds that an action takes, and the number that it gives."""
    start = time.perf_counter()
    found = action()
    return time.perf_counter() - start, found


def given(question: Question) -> dict[str, str]:
    """The options of a question's example."""
    words = shlex.split(question.example)
    return {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}


def asked(source: Local) -> dict[str, Checked]:
    """Every question that the data can be asked, with its example's names found in them."""
    found = {}
    for question in questions():
        try:
            found[question.name] = checked(filled(source, question, given(question))[0])
        except QuestionError as error:
            print(f"left out: {error}", file=sys.stderr)
    return found


def ours(source: Local, question: Checked) -> tuple[float, int]:
    """The median time of three answers, and the number of rows."""
    runs = [timed(lambda: _rows(source, question)) for _ in range(3)]
    return statistics.median(seconds for seconds, _ in runs), runs[0][1]


def _rows(source: Local, question: Checked) -> int:
    answer = engine.answer(source.store, question)
    return len(answer.rows) if isinstance(answer, Rows) else 1


def theirs(data: rdflib.Dataset, question: Checked, limit: float = LIMIT) -> tuple[float, int] | None:
    """rdflib's time and number of rows; None if it needed more than so many seconds."""
    here, there = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_ask_rdflib, args=(data, question, there))
    process.start()
    found = here.recv() if here.poll(limit) else None
    process.kill()
    process.join()
    return found


def _ask_rdflib(data: rdflib.Dataset, question: Checked, out: Connection) -> None:
    out.send(timed(lambda: len(list(data.query(question.text)))))


def rows(dataset: Path) -> list[Row]:
    """Row (f) of the bench: the slowest of all named questions, and the one for the words behind one edge."""
    source = Local(dataset)
    todo = asked(source)
    measured = {name: ours(source, question) for name, question in todo.items()}
    source.__dict__.clear()  # its memory is needed
    data = rdflib.Dataset(default_union=True)
    data.parse(dataset, format="nquads")
    slowest = max(measured, key=lambda name: measured[name][0])
    told = f"(f) {len(measured)} named questions on {len(data):,} statements, the slowest (`{slowest}`), against rdflib's engine"
    return [
        _row(told, measured[slowest][0], theirs(data, todo[slowest], _PATIENCE), "≥ 5"),
        _row(f"(f) the words behind one edge (`{_EVIDENCE}`)", measured[_EVIDENCE][0], theirs(data, todo[_EVIDENCE], _PATIENCE),
             "≥ 50"),
    ]  # fmt: skip


def _row(told: str, here: float, there: tuple[float, int] | None, aim: str) -> Row:
    slow = there[0] if there else _PATIENCE
    return Row(told, f"{1000 * here:,.1f} ms", f"{1000 * slow:,.1f} ms" if there else f"no answer in {slow:.0f} s", slow / here, aim)


def main() -> None:
    """Loads the data into both engines and asks both everything."""
    dataset = engine.find_dataset(Path(sys.argv[1]))
    source = Local(dataset)
    loading, statements = timed(lambda: len(source.store))
    todo = asked(source)
    measured = {name: ours(source, question) for name, question in todo.items()}
    source.__dict__.clear()  # its memory is needed
    data = rdflib.Dataset(default_union=True)
    parsing, _ = timed(lambda: len(data.parse(dataset, format="nquads")))
    print(f"Loading: pyoxigraph {loading:.1f} s ({statements:,} statements, those of the union once more), "
          f"rdflib {parsing:.1f} s.\n\n| question | rows | here (ms) | rdflib (ms) | ratio |\n|---|---:|---:|---:|---:|")  # fmt: skip
    for name, (seconds, rows) in sorted(measured.items(), key=lambda item: -item[1][0]):
        other = theirs(data, todo[name])
        slow = f"{other[0] * 1000:,.1f}" if other else f"over {LIMIT * 1000:,.0f}"
        ratio = f"{other[0] / seconds:,.0f}" if other else f"over {LIMIT / seconds:,.0f}"
        note = "" if other is None or other[1] == rows else f" ({other[1]} rows)"
        print(f"| {name} | {rows:,} | {seconds * 1000:,.1f} | {slow}{note} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
