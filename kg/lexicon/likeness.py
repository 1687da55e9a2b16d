"""How alike two spellings are."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def alike(one: str, other: str, least: float) -> bool:
    """Whether difflib's ratio of two strings (0 to 1) reaches `least`. Most pairs are told apart without difflib."""
    both = len(one) + len(other)
    if 2.0 * min(len(one), len(other)) < least * both:
        return False
    # The ratio leaves out (1 - ratio) * both letters, and every letter that only one of the two has.
    if (_letters(one) ^ _letters(other)).bit_count() > (1.0 - least) * both + 0.001:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> int:
    """The letters of a word as a set of bits, those of one remainder together."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found
