"""Raw text to cleaned text."""

from __future__ import annotations

from kg.articles.repairs import repair
from kg.articles.wrapping import unwrap


def clean(raw: str) -> tuple[str, tuple[str, ...]]:
    """The text mended and unwrapped, and the names of the rules that changed it.

    Words and quotes stay as written: only broken letters, white space, markup and line breaks change.
    """
    mended, repairs = repair(raw)
    text, joins = unwrap(mended)
    return text, (*repairs, *joins)
