"""The derived graph: what no single article says: the ties of pairs over all articles, the stages that events fall in."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.graph import voting
from kg.graph.sheet import Sheet
from kg.graph.ties import Tie, ties
from kg.graph.vocabulary import BASE, DERIVED
from kg.records import Reading, Ref


def quads(readings: Iterable[Reading], base: str = BASE) -> list[Quad]:
    """The ties and stages of all readings as the sorted quads of the graph ``graph/derived``."""
    return _sheet(readings, base).quads()


def lines(readings: Iterable[Reading], base: str = BASE) -> list[bytes]:
    """The same as sorted lines of N-Quads."""
    return _sheet(readings, base).lines()


def _sheet(readings: Iterable[Reading], base: str) -> Sheet:
    sheet = Sheet(DERIVED, base)
    readings = list(readings)
    for reading in readings:
        for event, stage in voting.stages(reading):
            sheet.add(event, "bw:stage", stage)
    for tie in ties(readings):
        _write_tie(sheet, tie)
    return sheet


def _write_tie(sheet: Sheet, tie: Tie) -> None:
    node = Ref("tie", "--".join(tie.parties))
    sheet.type(node, "bw:Tie")
    sheet.add(node, "bw:party", *(Ref("org", party) for party in tie.parties))
    sheet.add(node, "bw:contact", *(Ref("contact", occasion.contact.key) for occasion in tie.occasions))
    sheet.add(node, "bw:eventCount", len(tie.events))
    sheet.add(node, "bw:articleCount", len(tie.articles))
    if tie.days:
        sheet.add(node, "bw:firstDate", tie.days[0])
        sheet.add(node, "bw:lastDate", tie.days[-1])
