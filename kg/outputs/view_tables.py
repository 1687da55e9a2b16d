"""All that the network page knows, as tables of plain values: each has its fields' names and its rows.

Rows name one another by number. Nothing of an article stands here but its title and the passages behind statements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from kg.graph.ties import Tie
from kg.outputs.geography import coasts, places
from kg.outputs.meetings import CONTACT, EVENT, ArticleMeetings, Row
from kg.outputs.sectors import GROUP, SECTORS
from kg.outputs.view_basis import basis
from kg.outputs.view_names import areas, concepts, short
from kg.outputs.view_part import Part
from kg.outputs.view_passages import Marker, Passages
from kg.records import Claim, Organization, Person, Reading, Ref

_BODY = ("key", "short", "type", "area", "sector", "group", "forms", "community", "map", "seen")
_PERSON = ("key", "name", "posts")
_POST = ("body", "title", "status", "attested", "article", "passages", "rule", "confidence")
_ARTICLE = ("id", "title", "outlet", "date", "url", "self", "themes")
_NOTED = ("article", "passages", "rule", "confidence")
Table = dict[str, object]


class Tables:
    """The tables of one page, built article by article."""

    def __init__(self, readings: Sequence[Reading], graph: nx.Graph[str], part: Part) -> None:
        self._graph, self._part = graph, part
        self._bodies = {key: number for number, key in enumerate(sorted(graph))}
        self._edges = {pair: number for number, pair in enumerate(edge_order(graph))}
        self._occasions: dict[str, list[tuple[int, int]]] = {}
        self._readings = self._wanted(readings)
        self._holders = _holders(self._readings, self._bodies)
        self._people = {key: number for number, key in enumerate(sorted(self._holders))}
        self._passages = Passages()
        self._rows: dict[str, list[Row]] = {"articles": [], "events": [], "contacts": []}
        self._seen: dict[int, list[Row]] = {number: [] for number in self._bodies.values()}
        self._posts: dict[int, list[Row]] = {number: [] for number in self._people.values()}
        for number, reading in enumerate(self._readings):
            self._add(number, reading)

    def _wanted(self, readings: Sequence[Reading]) -> list[Reading]:
        """The articles that the page speaks of: of a part, only those behind its contacts."""
        for pair, number in self._edges.items():
            tie: Tie = self._graph.edges[pair]["tie"]
            for place, occasion in enumerate(tie.occasions):
                self._occasions.setdefault(occasion.reading.article.key, []).append((number, place))
        return [r for r in readings if self._part.whole or r.article.key in self._occasions]

    def _add(self, number: int, reading: Reading) -> None:
        article = reading.article
        marker = Marker(reading, self._bodies, self._people)
        excerpts = self._passages.of(number, reading, marker)
        meetings = ArticleMeetings(reading, number, excerpts, self._bodies, self._people)
        events: dict[str | None, int] = {}
        behind = self._events_behind(article.key)
        for event in reading.events:
            if event.modality in ("held", "planned") and (self._part.whole or event.key in behind):
                events[event.key] = len(self._rows["events"])
                self._rows["events"].append(meetings.event(event))
        pairs = list(self._edges)
        for edge, place in self._occasions.get(article.key, []):
            occasion = self._graph.edges[pairs[edge]]["tie"].occasions[place]
            row = meetings.contact(occasion, edge, events.get(occasion.contact.event, -1), marker, self._passages.rows)
            self._rows["contacts"].append(row)
        themes = []
        for claim in reading.claims:
            self._note(claim, reading, number, [excerpts(claim.passages), claim.rule, round(claim.confidence, 2)], themes)
        url = article.url if article.url.startswith(("https://", "http://")) else ""
        self._rows["articles"].append([article.id, article.title, article.outlet, str(article.published or ""), url,
                                       int(article.self_reported), themes])

    def _events_behind(self, article: str) -> set[str | None]:
        pairs = list(self._edges) if article in self._occasions else []
        return {self._graph.edges[pairs[edge]]["tie"].occasions[place].contact.event
                for edge, place in self._occasions.get(article, [])}
