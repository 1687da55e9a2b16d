"""network.html: bodies and groups, and who is in contact with whom, in one file that asks nothing of the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader
from pyvis.network import Network

from kg.identity.copies import of_readings
from kg.outputs.communities import communities
from kg.outputs.layout import positions
from kg.outputs.packing import packed
from kg.outputs.page import parts
from kg.outputs.sectors import GROUP, SECTORS
from kg.outputs.view_part import WHOLE, Part, kept
from kg.outputs.view_tables import pairs, tables
from kg.records import Organization, Reading


def page(readings: Sequence[Reading], part: Part = WHOLE, copies: Mapping[str, str] | None = None) -> bytes:
    """The page as UTF-8, of all or of a part. Names and texts stand in it only as JSON data, never as markup.

    `copies` gives the group of each copied article, where it is known already.
    """
    readings = sorted(readings, key=lambda reading: reading.article.key)
    graph = network(readings, part)
    found = of_readings(readings) if copies is None else copies
    net = Network(directed=True, cdn_resources="in_line")
    _fill(net, graph)
    net.templateEnv = Environment(loader=PackageLoader("kg.outputs", "page"), autoescape=True)
    net.templateEnv.filters["packed"] = packed
    net.path = "network.html.jinja"
    net.templateEnv.globals.update(parts.network(), tables=tables(graph, readings, part, found))
    html: str = net.generate_html()
    return html.encode()


def network(readings: Sequence[Reading], part: Part = WHOLE) -> nx.Graph[str]:
    """A networkx graph of bodies and groups: one edge a pair in contact, whose tie keeps every meeting of the two.

    Of the whole, also the bodies without any contact are nodes.
    """
    graph: nx.Graph[str] = nx.Graph()
    bodies, forms = _bodies(readings)
    for tie in kept(readings, part):
        graph.add_edge(*tie.parties, tie=tie, events=len(tie.events), coordination=tie.coordination)
    graph.add_nodes_from(sorted(bodies) if part.whole else ())
    member = communities(graph)
    for key, node in graph.nodes(data=True):
        body = bodies.get(key) or Organization(key, key, "", "", "")
        node |= {"body": body, "label": body.name, "sector": GROUP if body.group else body.sector}
        node |= {"forms": forms.get(key, set()), "community": member[key]}
    return graph


def _bodies(readings: Sequence[Reading]) -> tuple[dict[str, Organization], dict[str, set[str]]]:
    """Each body as the first article gives it, and all its written forms."""
    bodies: dict[str, Organization] = {}
    forms: dict[str, set[str]] = {}
    for reading in readings:
        for body in reading.organizations:
            bodies.setdefault(body.key, body)
            forms.setdefault(body.key, set()).update(body.written, body.misspelt)
    return bodies, forms


class _Ids(list[int]):
    """The numbers of nodes. pyvis looks each up in this list: the number of nodes is answer enough."""

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and number < len(self)


def _fill(net: Network, graph: nx.Graph[str]) -> None:
    """Nodes by number and edges by number, in the order of their keys: parallel meetings stay on their pair's edge."""
    net.node_ids = _Ids()
    places = positions(graph)
    numbers = {key: number for number, key in enumerate(sorted(graph))}
    for key, number in numbers.items():
        x, y = places[key]
        node = graph.nodes[key]
        sector = SECTORS.get(node["sector"], SECTORS[""])
        net.add_node(number, label=node["label"], x=x, y=y, shape=sector.shape, color=sector.light, size=_size(graph, key))
    for number, (one, other) in enumerate(pairs(graph)):
        count = graph.edges[one, other]["events"]
        net.add_edge(numbers[one], numbers[other], id=number, arrows="", width=round(1 + 1.6 * sqrt(count), 1))


def _size(graph: nx.Graph[str], key: str) -> float:
    meetings: set[Any] = {event for _, _, edge in graph.edges(key, data=True) for event in edge["tie"].events}
    return round(7 + 3.2 * sqrt(len(meetings)), 1)
