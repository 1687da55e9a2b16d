"""The derived graph: what no single article says: the ties of pairs over all articles, the stages that events fall in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Quad, RdfFormat, parse

from kg.graph import voting
from kg.graph.sheet import Sheet
from kg.graph.ties import Occasion, ties
from kg.graph.vocabulary import BASE, DERIVED
from kg.identity.copies import independent, of_readings
from kg.records import Reading, Ref


@dataclass(frozen=True, slots=True)
class Met:
    """What a tie knows of one contact: its key, its event ("" if none), its article, its days."""

    contact: str
    event: str
    article: str
    days: tuple[date, ...]
    coordination: bool = False


def quads(readings: Iterable[Reading], base: str = BASE) -> list[Quad]:
    """The ties, stages and copies of all readings as the sorted quads of the graph ``graph/derived``."""
    readings = list(readings)
    copies = of_readings(readings)
    found = set(same_reports(copies, base))
    for reading in readings:
        for event, stage in voting.stages(reading):
            found.update(stages(event, [stage], base))
    for one in ties(readings):
        found.update(tie(one.parties, [_met(occasion) for occasion in one.occasions], copies, base))
    return list(parse(b"".join(sorted(found)), format=RdfFormat.N_QUADS, lenient=True))


def tie(
    parties: tuple[str, str], meetings: Sequence[Met], copies: Mapping[str, str], base: str = BASE
) -> list[bytes]:
    """As sorted lines of N-Quads, what is stated of one pair from all its contacts; `copies` as `groups` gives them."""
    sheet = Sheet(DERIVED, base)
    node = Ref("tie", "--".join(parties))
    sheet.type(node, "bw:Tie")
    sheet.add(node, "bw:party", *(Ref("org", party) for party in parties))
    sheet.add(node, "bw:contact", *(Ref("contact", met.contact) for met in meetings))
    sheet.add(node, "bw:eventCount", len({met.event for met in meetings if met.event}))
    sheet.add(node, "bw:articleCount", len({met.article for met in meetings}))
    sheet.add(node, "bw:reportCount", independent((met.article for met in meetings), copies))
    days = [day for met in meetings for day in met.days]
    if days:
        sheet.add(node, "bw:firstDate", min(days))
        sheet.add(node, "bw:lastDate", max(days))
    return sheet.lines()


def same_reports(copies: Mapping[str, str], base: str = BASE) -> list[bytes]:
    """Each copy and the one with the smallest key among them, both ways: linear, and by symmetry the whole group."""
    sheet = Sheet(DERIVED, base)
    for key, first in copies.items():
        if key != first:
            sheet.add(Ref("article", key), "bw:sameReportAs", Ref("article", first))
            sheet.add(Ref("article", first), "bw:sameReportAs", Ref("article", key))
    return sheet.lines()


def stages(event: Ref, found: Iterable[Ref], base: str = BASE) -> list[bytes]:
    """The stages that one event falls in."""
    sheet = Sheet(DERIVED, base)
    sheet.add(event, "bw:stage", *found)
    return sheet.lines()


def _met(occasion: Occasion) -> Met:
    contact = occasion.contact
    return Met(contact.key, contact.event or "", occasion.reading.article.key, occasion.days, contact.coordination)
