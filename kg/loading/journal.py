"""What a store holds of ours, as it says itself in a graph of its own, `graph/loaded`.

An entry is `<graph> owl:versionInfo "LOAD STEP DIGEST"`: in the LOADth load the graph was `begun` or `done` with that
digest (`gone`: with nothing). Entries are only ever added, one before a graph is sent and one after, so that an
interrupted load leaves a graph begun and not done, which no later load takes for settled. Where two loads at the same
time disagree, nothing is settled either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal

GONE = "gone"
_ENTRY = "http://www.w3.org/2002/07/owl#versionInfo"
_STEPS = ("begun", "done")


@dataclass(frozen=True, slots=True)
class Journal:
    """The digest of each graph that a load touched (None: not settled), the next load's number, and how many entries."""

    held: Mapping[str, str | None]
    number: int
    entries: int


def question(journal: str, after: str, most: int) -> str:
    """SPARQL for the entries of the graphs whose names sort behind `after`: ?g and ?all, a line an entry."""
    return (
        f"SELECT ?g (GROUP_CONCAT(?entry; separator='\\n') AS ?all) WHERE {{ GRAPH <{journal}> {{ ?g <{_ENTRY}> ?entry }} "
        f"FILTER(STR(?g) > {Literal(after)}) }} GROUP BY ?g ORDER BY STR(?g) LIMIT {most}"
    )


def understood(entries: Mapping[str, str]) -> Journal:
    """The journal from its entries by graph, a line each. What is no entry settles nothing."""
    parsed = {name: [_parsed(line) for line in lines.splitlines()] for name, lines in entries.items()}
    numbers = [number for found in parsed.values() for number, _, _ in found]
    held = {name: _settled(found) for name, found in parsed.items()}
    return Journal(held, max(numbers, default=0) + 1, len(numbers))


def begun(number: int, graphs: Mapping[str, str]) -> list[bytes]:
    """The entries to add before graphs are sent, from their digests by name, as lines of N-Triples."""
    return _lines(number, "begun", graphs)


def done(number: int, graphs: Mapping[str, str]) -> list[bytes]:
    """The entries to add when the store has taken them."""
    return _lines(number, "done", graphs)


def _lines(number: int, step: str, graphs: Mapping[str, str]) -> list[bytes]:
    return [f'<{name}> <{_ENTRY}> "{number} {step} {digest}" .\n'.encode() for name, digest in sorted(graphs.items())]


def _parsed(line: str) -> tuple[int, str, str]:
    number, _, rest = line.partition(" ")
    step, _, digest = rest.partition(" ")
    good = number.isdecimal() and step in _STEPS
    return (int(number), step, digest) if good else (0, "", "")


def _settled(found: Iterable[tuple[int, str, str]]) -> str | None:
    entries = list(found)
    last = max((number for number, _, _ in entries), default=0)
    steps = {step for number, step, _ in entries if number == last}
    digests = {digest for number, _, digest in entries if number == last}
    return digests.pop() if "done" in steps and len(digests) == 1 else None
