"""Where answers come from: a build's folder or file here, or an endpoint elsewhere. Both are asked in the same way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import Store

from kg.asking import engine, remote
from kg.asking.answers import Answer, Rows
from kg.asking.binding import bound
from kg.asking.checking import checked
from kg.asking.indexed import Tell, silent
from kg.asking.questions import Question
from kg.asking.values import terms
from kg.outputs.problems import Misused


@dataclass(frozen=True)
class Local:
    """A dataset on this machine, opened when it is first asked; `tell` is told if that takes long."""

    place: Path
    tell: Tell = silent

    @cached_property
    def store(self) -> Store:
        """The dataset, default graph and named graphs."""
        return engine.open_store(engine.find_dataset(self.place), tell=self.tell)

    def ask(self, text: str) -> Answer:
        """The answer to a query's text; QuestionError if it cannot be put."""
        return engine.answer(self.store, checked(text))


@dataclass(frozen=True)
class Endpoint:
    """A SPARQL endpoint by its address."""

    url: str
    auth: tuple[str, str] | None = None

    def ask(self, text: str) -> Answer:
        """The answer to a query's text; QuestionError if it cannot be put."""
        return remote.ask(self.url, checked(text), self.auth)


Source = Local | Endpoint


def filled(source: Source, question: Question, given: Mapping[str, str]) -> tuple[str, list[str]]:
    """A named question's query with what it was told (parameter name to value) in place; names are found in the source.

    With it, a line for each name that was found under another one. Raises Misused for values that do not fit.
    """
    unknown = sorted(given.keys() - {one.name for one in question.parameters})
    if unknown:
        raise Misused(f"{question.name} takes no {unknown[0]}; see `kg query {question.name} --help`")

    def rows(text: str) -> Rows:
        found = source.ask(text)
        return found if isinstance(found, Rows) else Rows((), ())

    values, told = terms(question, given, rows)
    return bound(question.text, values), told
