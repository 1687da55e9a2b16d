"""report.json: what was counted, what deserves a second look, what was left out and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from kg.articles.problems import Problem
from kg.records import Reading


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build holds: counts by name (distinct things), warnings by article, problems by input."""

    counts: dict[str, int]
    warnings: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def summary(counted: Mapping[str, int], warnings: Iterable[tuple[str, str]], problems: Iterable[Problem]) -> Summary:
    """Counts by name, and what was noted, in order."""
    in_order = sorted(problems, key=lambda problem: (problem.source, problem.line or 0, str(problem)))
    return Summary(dict(counted), tuple(sorted(warnings)), tuple(in_order))


def report(found: Summary) -> bytes:
    """The summary as JSON, keys sorted."""
    content = {
        "counts": found.counts,
        "warnings": [{"article": article, "warning": warning} for article, warning in found.warnings],
        "skipped": [asdict(problem) for problem in found.problems],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def warnings(reading: Reading) -> Iterator[tuple[str, str]]:
    """What deserves a second look in one reading: the id of the article, and what it is."""
    for warning in reading.warnings:
        yield reading.article.id, warning
    for event in reading.events:
        if event.date_note:
            yield reading.article.id, f"{event.name}: {event.date_note}"
    for repair in reading.article.mended:
        yield reading.article.id, f"mended: {repair}"
