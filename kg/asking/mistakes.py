"""What is wrong with a query, shown at its place: line, column, a caret, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kg.outputs.problems import QuestionError

_WIDEST = 100
_KNOWN = {
    "The SELECT contains a variable that is unbound": "SELECT names a variable that GROUP BY does not have; "
    "add it there or count it",
}


class Mistaken(QuestionError):
    """A query that is not SPARQL. Its text has several lines: what is wrong, the line, a caret below the place."""


def pointed(text: str, line: int, column: int, said: str) -> str:
    """The message `said` with the line of the query that it is about and a caret below; line and column from 1."""
    lines = text.split("\n")
    row = min(max(line, 1), len(lines))
    whole = lines[row - 1].replace("\t", " ")
    at = min(max(column, 1), len(whole) + 1)
    start = max(0, at - _WIDEST // 2)
    shown = "".join(sign if sign.isprintable() else " " for sign in whole[start : start + _WIDEST])
    return f"line {row}, column {at}: {said}\n  {shown}\n  {' ' * (at - 1 - start)}^"


def mistake(message: str) -> Mistaken:
    """The engine's word about a query that its grammar reads but its meaning refuses, in plainer words."""
    told = " ".join(message.split())
    known = next((words for sign, words in _KNOWN.items() if sign in told), told)
    return Mistaken(f"the query makes no sense: {known}")


def meant(word: str, known: Iterable[str]) -> str:
    """ "; did you mean a or b?", or nothing if no known word comes close."""
    near = get_close_matches(word, sorted(known), n=2, cutoff=0.7)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def place_of(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    at = max(at, 0)
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
