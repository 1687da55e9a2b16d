"""All that the network page knows, as tables of plain values: each has its fields' names and its rows.

Rows name one another by number. Nothing of an article stands here but its title and the passages behind statements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from kg.graph.ties import Occasion
from kg.outputs.geography import coasts, national, places
from kg.outputs.meetings import CONTACT, EVENT, ArticleMeetings, Row
from kg.outputs.sectors import SECTORS
from kg.outputs.view_basis import basis
from kg.outputs.view_names import areas, concepts, short
from kg.outputs.view_noted import NOTED, POST, THEME, Noted, officials
from kg.outputs.view_part import Part
from kg.outputs.view_passages import Excerpts, Marker, Passages
from kg.records import Article, Organization, Reading

_BODY = ("key", "short", "type", "area", "sector", "group", "forms", "community", "map", "seen")
_PERSON = ("key", "name", "posts")
_ARTICLE = ("id", "title", "outlet", "date", "url", "self", "report", "themes")
Pair = tuple[str, str]


def pairs(graph: nx.Graph[str]) -> list[Pair]:
    """The edges of the network in a fixed order, which is the order of their numbers in the page."""
    return sorted((min(edge), max(edge)) for edge in graph.edges())


def tables(
    graph: nx.Graph[str], readings: Sequence[Reading], part: Part, copies: Mapping[str, str]
) -> dict[str, object]:
    """Everything but the places of nodes and edges, which pyvis holds. `readings` in a fixed order; `copies` gives the
    group of each article that is a copy."""
    rows = _Rows(graph, readings, part, copies)
    bodies = [graph.nodes[key]["body"] for key in sorted(graph)]
    return {
        "bodies": _table(_BODY, rows.bodies()),
        "people": _table(_PERSON, rows.people()),
        "articles": _table(_ARTICLE, rows.articles),
        "events": _table(EVENT, rows.events),
        "contacts": _table(CONTACT, sorted(rows.contacts, key=lambda row: (row[0], not row[3], row[3], row[2]))),
        "passages": _table(("article", "text", "marks"), [list(row) for row in rows.passages.rows]),
        "fields": {"seen": NOTED, "posts": POST, "themes": THEME},
        "areas": areas([body.area for body in bodies if body.area] + [str(row[6]) for row in rows.events if row[6]]),
        "types": concepts("agency-type", [body.type for body in bodies if not body.group])
        | concepts("group-type", [body.type for body in bodies if body.group]),
        "themes": concepts("theme", rows.theme_keys()),
        "eventTypes": concepts("event-type", [str(row[2]) for row in rows.events]),
        "sectors": {name: sector._asdict() for name, sector in SECTORS.items()},
        "coasts": coasts(),
        "nationalAt": national(),
        "basis": basis(rows.readings),
        "part": {"whole": part.whole, "people": part.people} | ({"of": part.of} if part.of else {}),
    }


class _Rows:
    """The rows of one page, collected article by article."""

    def __init__(
        self, graph: nx.Graph[str], readings: Sequence[Reading], part: Part, copies: Mapping[str, str]
    ) -> None:
        self._graph, self._part, self._copies = graph, part, copies
        self._reports: dict[str, int] = {}
        self._occasions = _by_article(graph)
        self.readings = [r for r in readings if part.whole or r.article.key in self._occasions]
        self._bodies = {key: number for number, key in enumerate(sorted(graph))}
        self._officials = officials(self.readings, self._bodies)
        self._people = {key: number for number, key in enumerate(sorted(self._officials))}
        self._noted = Noted(self._bodies, self._people)
        self.passages = Passages()
        self.articles: list[Row] = []
        self.events: list[Row] = []
        self.contacts: list[Row] = []
        for number, reading in enumerate(self.readings):
            self._add(number, reading)

    def _add(self, number: int, reading: Reading) -> None:
        marker = Marker(reading, self._bodies, self._people)
        excerpts = Excerpts(self.passages, number, reading, marker)
        meetings = ArticleMeetings(reading, number, excerpts, self._bodies, self._people)
        occasions = self._occasions.get(reading.article.key, [])
        wanted = {occasion.contact.event for _, occasion in occasions}
        numbers: dict[str | None, int] = {}
        for event in reading.events:
            if event.modality in ("held", "planned") and (self._part.whole or event.key in wanted):
                numbers[event.key] = len(self.events)
                self.events.append(meetings.event(event))
        for edge, occasion in occasions:
            event_number = numbers.get(occasion.contact.event, -1)
            self.contacts.append(meetings.contact(occasion, edge, event_number, marker, self.passages.rows))
        key = reading.article.key
        report = self._reports.setdefault(self._copies.get(key, key), number)
        self.articles.append([*_about(reading.article), report, self._noted.read(reading, number, excerpts)])

    def bodies(self) -> list[Row]:
        """The rows of all bodies and groups, in the order of their keys."""
        found = {key: self._graph.nodes[key] for key in sorted(self._graph)}
        where = places((key, node["body"].area) for key, node in found.items())
        return [[*_body(node["body"]), sorted(node["forms"]), node["community"], where[key],
                 self._noted.seen[self._bodies[key]]] for key, node in found.items()]

    def people(self) -> list[Row]:
        """The rows of all officials."""
        return [[key, self._officials[key].name, self._noted.posts[number]] for key, number in self._people.items()]

    def theme_keys(self) -> set[str]:
        """The themes of all articles and events."""
        of_articles = {str(theme[0]) for row in self.articles for theme in _listed(row[-1])}
        return of_articles | {str(theme) for row in self.events for theme in _listed(row[7])}


def _by_article(graph: nx.Graph[str]) -> dict[str, list[tuple[int, Occasion]]]:
    found: dict[str, list[tuple[int, Occasion]]] = {}
    for number, pair in enumerate(pairs(graph)):
        for occasion in graph.edges[pair]["tie"].occasions:
            found.setdefault(occasion.reading.article.key, []).append((number, occasion))
    return found


def _about(article: Article) -> Row:
    url = article.url if article.url.startswith(("https://", "http://")) else ""
    date = article.published.isoformat() if article.published else ""
    return [article.id, article.title, article.outlet, date, url, int(article.self_reported)]


def _body(body: Organization) -> Row:
    return [body.key, short(body), body.type, body.area, body.sector, int(body.group)]


def _table(fields: Sequence[str], rows: Sequence[Row]) -> dict[str, object]:
    return {"fields": list(fields), "rows": list(rows)}


def _listed(value: object) -> list[list[object]]:
    return value if isinstance(value, list) else []
