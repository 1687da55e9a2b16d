"""How alike two spellings are."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def alike(one: str, other: str, least: float) -> bool:
    """Whether difflib's ratio of two strings (0 to 1) reaches `least`. Most pairs are told apart by length or letters."""
    if 2.0 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least
