"""The rows of an answer in a form in which two engines can be compared."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from pyoxigraph import Literal

from kg.asking.answers import Rows, Term

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "int", "long", "double")}


def multiset(answer: Rows, numbers_only: bool = False) -> Counter[tuple[str, ...]]:
    """Each row and how often it comes.

    With `numbers_only`, numbers are compared by value and true and false as 1 and 0, since Virtuoso writes 1.0 as 1
    and booleans as numbers (docs/stores.md); everything else stays as it is.
    """
    return Counter(tuple(_cell(value, numbers_only) for value in row) for row in answer.rows)


def _cell(value: Term, numbers_only: bool) -> str:
    if not numbers_only or not isinstance(value, Literal) or value.language:
        return str(value)
    if value.datatype.value == f"{_XSD}boolean":
        return str(int(value.value in ("true", "1")))
    if value.datatype.value in _NUMBERS:
        return f"{Decimal(value.value).normalize():f}"
    return str(value)
