"""report.json: what was counted, what deserves a second look, what was left out and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from kg.articles.problems import Problem
from kg.graph.ties import ties
from kg.records import Reading

_THINGS = ("organizations", "people", "memberships", "venues", "events", "quotations", "contacts", "areas")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build holds: counts by name (distinct things), warnings by article, problems by input."""

    counts: dict[str, int]
    warnings: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def summary(readings: Sequence[Reading], problems: Iterable[Problem], triples: int) -> Summary:
    """Counts over all readings; `triples` is the size of the union."""
    counts = {"articles": len(readings), "relevant": sum(reading.relevant for reading in readings)}
    counts |= {name: len({_key(thing) for reading in readings for thing in getattr(reading, name)}) for name in _THINGS}
    counts |= {"claims": sum(len(reading.claims) for reading in readings), "ties": len(ties(readings))}
    warnings = sorted(pair for reading in readings for pair in _warnings(reading))
    in_order = sorted(problems, key=lambda problem: (problem.source, problem.line or 0, str(problem)))
    return Summary({**counts, "triples": triples}, tuple(warnings), tuple(in_order))


def report(found: Summary) -> bytes:
    """The summary as JSON, keys sorted."""
    content = {
        "counts": found.counts,
        "warnings": [{"article": article, "warning": warning} for article, warning in found.warnings],
        "skipped": [asdict(problem) for problem in found.problems],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def _key(thing: object) -> str:
    return thing if isinstance(thing, str) else str(getattr(thing, "key", thing))


def _warnings(reading: Reading) -> Iterator[tuple[str, str]]:
    for warning in reading.warnings:
        yield reading.article.id, warning
    for event in reading.events:
        if event.date_note:
            yield reading.article.id, f"{event.name}: {event.date_note}"
    for repair in reading.article.mended:
        yield reading.article.id, f"mended: {repair}"
