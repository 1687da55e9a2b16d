"""Counts over documents to precision, recall and F1, with the interval that resampling the documents gives."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.matching import Parts

KINDS = ("bodies", "groups", "people", "posts", "events", "event details", "organizers", "participants", "speakers",
         "themes", "coordination", "quotations")
Counts = tuple[int, int, int]
Results = Mapping[str, Mapping[str, Parts]]
Interval = tuple[float, float]
_RESAMPLES, _LOW, _HIGH = 200, 4, 195


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by kind (right, wrong, missed), and intervals (95%) of F1 by kind, macro and micro."""

    documents: int
    counts: dict[str, Counts]
    intervals: dict[str, Interval]

    @property
    def f1(self) -> dict[str, float]:
        """F1 by kind, with macro (the mean of kinds) and micro (all items alike)."""
        return _f1(self.counts)


def prf(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1; nothing to find and nothing found is perfect."""
    p = right / (right + wrong) if right + wrong else (0.0 if missed else 1.0)
    r = right / (right + missed) if right + missed else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def scores(results: Results, seed: int = 1) -> Scores:
    """The scores over the results of documents by id."""
    per = [{kind: _sizes(parts[kind]) for kind in KINDS} for parts in results.values()]
    total = _sum(per)
    rng = random.Random(seed)
    samples = [_f1(_sum([rng.choice(per) for _ in per])) for _ in range(_RESAMPLES if per else 0)]
    intervals = {name: _interval([sample[name] for sample in samples]) for name in _f1(total)} if per else {}
    return Scores(len(per), total, intervals)


def _sizes(parts: Parts) -> Counts:
    return len(parts[0]), len(parts[1]), len(parts[2])


def _sum(per: Sequence[Mapping[str, Counts]]) -> dict[str, Counts]:
    return {kind: (sum(doc[kind][0] for doc in per), sum(doc[kind][1] for doc in per), sum(doc[kind][2] for doc in per))
            for kind in KINDS}


def _f1(counts: Mapping[str, Counts]) -> dict[str, float]:
    by_kind = {kind: prf(*counts[kind])[2] for kind in KINDS}
    every = [sum(counts[kind][n] for kind in KINDS) for n in range(3)]
    return by_kind | {"macro": sum(by_kind.values()) / len(KINDS), "micro": prf(*every)[2]}


def _interval(values: list[float]) -> Interval:
    in_order = sorted(values)
    return in_order[_LOW], in_order[_HIGH]
