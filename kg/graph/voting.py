"""Elections and their stages in the graph: their days and sources, and the stages that an event falls in by its date."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode

from kg.graph.sheet import Sheet
from kg.lexicon import elections
from kg.lexicon.concepts import Concept
from kg.records import Reading, Ref


def companions(ref: Ref) -> set[Ref]:
    """What is described along with an election (its stages) or a stage (its election, the themes it corresponds to)."""
    if ref.kind == "election":
        return {Ref("stage", stage.key) for stage in elections.stages() if stage.election == ref.key}
    if ref.kind == "stage":
        stage = next(stage for stage in elections.stages() if stage.key == ref.key)
        return {Ref("election", stage.election), *(Ref("theme", key) for key in stage.themes)}
    return set()


def write(sheet: Sheet, ref: Ref, concept: Concept) -> None:
    """The days and source of an election or stage, and what a stage belongs to; nothing for other concepts."""
    if ref.kind not in {"election", "stage"}:
        return
    for name in ("schema:startDate", "schema:endDate"):
        sheet.add(ref, name, *map(date.fromisoformat, concept.properties.get(name, ())))
    sheet.add(ref, "dcterms:source", *map(NamedNode, concept.properties.get("dcterms:source", ())))
    citation = "dcterms:bibliographicCitation"
    sheet.add(ref, citation, *concept.properties.get(citation, ()))
    sheet.add(
        ref, "dcterms:isPartOf", *(Ref("election", key) for key in concept.properties.get("dcterms:isPartOf", ()))
    )
    sheet.add(ref, "skos:related", *(Ref("theme", key) for key in concept.properties.get("related", ())))


def stages(reading: Reading) -> list[tuple[Ref, Ref]]:
    """The events of a reading with the stages that they fall in.

    An event falls in a stage if one of its days lies there and the event is about the stage's election; where the
    article ties the event to no election, those that the article names count.
    """
    said = _said(reading)
    article = said.get((Ref("article", reading.article.key), "bw:election"), set())
    found: list[tuple[Ref, Ref]] = []
    for event in (Ref("event", event.key) for event in reading.events):
        about = said.get((event, "bw:election"), set()) or article
        given = [*said.get((event, "schema:startDate"), ()), *said.get((event, "schema:endDate"), ())]
        days = [day for day in given if isinstance(day, date)]
        for stage in elections.stages() if days else ():
            if Ref("election", stage.election) in about and stage.meets(min(days), max(days)):
                found.append((event, Ref("stage", stage.key)))
    return found


def _said(reading: Reading) -> dict[tuple[Ref, str], set[Ref | str | date]]:
    said: dict[tuple[Ref, str], set[Ref | str | date]] = {}
    for claim in reading.claims:
        if claim.predicate in {"bw:election", "schema:startDate", "schema:endDate"}:
            said.setdefault((claim.subject, claim.predicate), set()).add(claim.object)
    return said
