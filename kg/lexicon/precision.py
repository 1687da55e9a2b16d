"""How often each rule was right on the annotated articles: the confidence of its statements.

Source: ontology/tables/rule_precision.csv, made by kg.evaluation.precision over the gold set.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.lexicon.places import table

_PRIOR_WEIGHT = 4


@cache
def _counts() -> dict[str, tuple[int, int]]:
    return {row["rule"]: (int(row["right"]), int(row["wrong"])) for row in table("rule_precision")}


@lru_cache(maxsize=1 << 12)
def confidence(rule: str, expected: float) -> float:
    """The share of a rule's statements that were right, drawn towards what its author expected while few were seen."""
    right, wrong = _counts().get(rule, (0, 0))
    return round((right + _PRIOR_WEIGHT * expected) / (right + wrong + _PRIOR_WEIGHT), 3)
