"""How well articles are read: gold annotations against a dataset, kind by kind, with floors that no run may break."""

from kg.evaluation.documents import Doc, score
from kg.evaluation.gold import GoldError, GoldSet, load
from kg.evaluation.matching import Parts
from kg.evaluation.predictions import from_dataset, from_readings
from kg.evaluation.totals import KINDS, Scores, scores

__all__ = [
    "KINDS",
    "Doc",
    "GoldError",
    "GoldSet",
    "Parts",
    "Scores",
    "from_dataset",
    "from_readings",
    "load",
    "score",
    "scores",
]
