"""What a user writes for a parameter, as an RDF term: days, numbers, text, names of concepts, areas and things."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.asking.answers import Rows
from kg.asking.catalogue import Catalogue
from kg.asking.questions import Parameter, Question
from kg.graph.vocabulary import typed
from kg.outputs.problems import Misused

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
Term = NamedNode | Literal


def terms(
    question: Question, given: Mapping[str, str], ask: Callable[[str], Rows] | Catalogue
) -> tuple[dict[str, Term], list[str]]:
    """The terms for a question's variables, from what the user gave by parameter name; defaults where nothing is.

    With them, a line for each name that stands for a thing of another name. `ask` puts a query to the data, to find
    things by name; one catalogue may do for many questions. Raises Misused for a value that does not fit, an unknown
    name, or one that fits several things.
    """
    catalogue = ask if isinstance(ask, Catalogue) else Catalogue(ask)
    found: dict[str, Term] = {}
    for parameter in question.parameters:
        value = given.get(parameter.name) or parameter.default
        if value is not None:
            found[parameter.variable] = _term(parameter, value.strip(), catalogue)
        elif parameter.required:
            raise Misused(f"{question.name} needs --{parameter.name}: {parameter.about}; {_hint(question)}")
    return found, catalogue.told


def _hint(question: Question) -> str:
    return f"for example `kg query {question.name} {question.example}`" if question.example else "see --help"


def _term(parameter: Parameter, value: str, catalogue: Catalogue) -> Term:
    if parameter.kind in ("from-date", "to-date", "day"):
        return _day(parameter, value)
    if parameter.kind == "number":
        if not re.fullmatch(r"\d{1,9}", value):
            raise Misused(f"--{parameter.name} {value}: not a whole number; write one such as 3")
        return typed(str(int(value)), "xsd:integer")
    if parameter.kind == "text":
        return Literal(value)
    return catalogue.find(parameter.kind, value, f"--{parameter.name}")


def _day(parameter: Parameter, value: str) -> Literal:
    match = _DAY.fullmatch(value)
    whole = parameter.kind == "day"
    try:
        if match is None or (whole and not match[3]):
            raise ValueError("not a day")
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        last = parameter.kind == "to-date"
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(year, month)[1] if last else 1)
        return typed(date(year, month, day).isoformat(), "xsd:date")
    except ValueError as error:
        form = "2024-09-25" if whole else "2024-09-25, 2024-09 or 2024"
        raise Misused(f"--{parameter.name} {value}: not a date; write it as {form}") from error
