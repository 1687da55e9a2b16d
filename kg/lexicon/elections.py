"""The elections and the stages of an election, with their days. Source: ontology/elections.ttl."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept


@dataclass(frozen=True, slots=True)
class Election:
    """One election: its key, the key of its family, the day of the vote, and the last day of its last stage."""

    key: str
    family: str
    vote: date
    closes: date


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of an election, its first and last day, both included (None where none is fixed), the themes it matches."""

    key: str
    election: str
    first: date | None
    last: date | None
    themes: tuple[str, ...]

    def meets(self, first: date, last: date) -> bool:
        """Whether one of the days lies in the stage; never if the stage has no fixed first and last day."""
        return self.first is not None and self.last is not None and self.first <= last and first <= self.last


@cache
def elections() -> tuple[Election, ...]:
    """The elections by the day of the vote; their families are none."""
    found = [concept for concept in concepts.load().of("election") if concept.broader]
    return tuple(sorted((_election(concept) for concept in found), key=lambda election: election.vote))


def _election(concept: Concept) -> Election:
    vote = date.fromisoformat(concept.first("schema:startDate"))
    last = [stage.last for stage in stages() if stage.election == concept.key and stage.first and stage.last]
    return Election(concept.key, concept.broader[0], vote, max((vote, *last)))


@cache
def stages() -> tuple[Stage, ...]:
    """The stages of all elections, by key."""
    return tuple(_stage(concept) for concept in concepts.load().of("stage"))


def _stage(concept: Concept) -> Stage:
    first, last = concept.first("schema:startDate"), concept.first("schema:endDate")
    return Stage(
        concept.key,
        concept.first("dcterms:isPartOf"),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        concept.properties.get("related", ()),
    )


@cache
def by_key() -> dict[str, Election]:
    """The elections by their keys."""
    return {one.key: one for one in elections()}


def of_year(family: str, year: int) -> Election | None:
    """The election of a family in a year."""
    return next((one for one in elections() if one.family == family and one.vote.year == year), None)


def running(family: str, day: date) -> Election | None:
    """The election of a family that a day belongs to: after the vote before it (of any family), to the end of its stages."""
    for before, one in zip(elections(), elections()[1:], strict=False):
        if one.family == family and before.vote < day <= one.closes:
            return one
    return None
