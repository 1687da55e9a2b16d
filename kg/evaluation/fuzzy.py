"""The one door to rapidfuzz, which only evaluation needs."""

from __future__ import annotations

from typing import Any

MISSING = "`kg eval` needs rapidfuzz, which is not installed; run: pip install 'bawaslu-kg[eval]'"

_fuzz: Any
try:
    from rapidfuzz import fuzz as _fuzz
except ModuleNotFoundError:  # an optional extra; `require` tells how to get it
    _fuzz = None


class MissingExtra(Exception):
    """The optional packages for evaluation are not installed."""


def require() -> None:
    """Raises MissingExtra, with the command that mends it, unless rapidfuzz is there."""
    if _fuzz is None:
        raise MissingExtra(MISSING)


def ratio(a: str, b: str) -> float:
    """How alike two texts are, 0 to 100."""
    return float(_fuzz.ratio(a, b))


def sorted_ratio(a: str, b: str) -> float:
    """How alike two texts are whatever the order of their words, 0 to 100."""
    return float(_fuzz.token_sort_ratio(a, b))


def set_ratio(a: str, b: str) -> float:
    """How alike the sets of words of two texts are, 0 to 100."""
    return float(_fuzz.token_set_ratio(a, b))
