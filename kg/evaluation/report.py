"""What an evaluation tells: a table for people, JSON for programs, the list of errors."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.evaluation.totals import KINDS, Results, Scores, prf


def table(found: Scores) -> Iterator[str]:
    """The lines of the table of scores."""
    yield f"{found.documents} documents"
    yield f"{'kind':15} {'P':>6} {'R':>6} {'F1':>6}   {'right':>5} {'wrong':>5} {'missed':>6}   95% of F1"
    for kind in KINDS:
        right, wrong, missed = found.counts[kind]
        p, r, f1 = prf(right, wrong, missed)
        low, high = found.intervals[kind]
        yield f"{kind:15} {p:6.3f} {r:6.3f} {f1:6.3f}   {right:5} {wrong:5} {missed:6}   {low:.3f} to {high:.3f}"
    for name in ("macro", "micro"):
        low, high = found.intervals[name]
        yield f"{name + ' F1':15} {found.f1[name]:20.3f}   {'':18}   {low:.3f} to {high:.3f}"


def errors(results: Results) -> Iterator[str]:
    """What is wrong and what is missed, by document."""
    for doc, parts in results.items():
        lines = [f"    {kind}: {word} {item}" for kind in KINDS
                 for word, items in (("wrong ", parts[kind][1]), ("missed", parts[kind][2])) for item in items]
        if lines:
            yield from ("", doc, *lines)


def as_json(found: Scores) -> str:
    """The scores as JSON."""
    kinds = {}
    for kind in KINDS:
        right, wrong, missed = found.counts[kind]
        p, r, _ = prf(right, wrong, missed)
        kinds[kind] = {"precision": p, "recall": r, "right": right, "wrong": wrong, "missed": missed}
    told = {"documents": found.documents, "f1": found.f1, "intervals": found.intervals, "kinds": kinds}
    return json.dumps(told, indent=1)
