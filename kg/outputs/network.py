"""network.html: bodies and groups, and who is in contact with whom, in one file that asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.graph.ties import ties
from kg.outputs.layout import positions
from kg.outputs.meetings import meetings
from kg.outputs.sectors import GROUP, SECTORS
from kg.records import Organization, Reading

_VIS = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_PAGE = files("kg.outputs") / "page"


def page(readings: Sequence[Reading]) -> bytes:
    """The page as UTF-8. Names and texts stand in it only as JSON data, never as markup."""
    graph = network(readings)
    net = Network(directed=True, cdn_resources="in_line")
    _fill(net, graph)
    net.templateEnv = Environment(loader=PackageLoader("kg.outputs", "page"), autoescape=True)
    net.path = "network.html.jinja"
    net.templateEnv.globals.update(_parts(), data=_data(graph, readings))
    html: str = net.generate_html()
    return html.encode()


def network(readings: Iterable[Reading]) -> nx.Graph[str]:
    """A networkx graph of all bodies and groups in contact: one edge a pair, which keeps every meeting of the two."""
    readings = sorted(readings, key=lambda reading: reading.article.key)
    bodies = {body.key: body for reading in readings for body in reading.organizations}
    graph: nx.Graph[str] = nx.Graph()
    for tie in ties(readings):
        for key in tie.parties:
            body = bodies.get(key) or Organization(key, key, "", "", "")
            graph.add_node(key, label=body.name, sector=GROUP if body.group else body.sector)
        graph.add_edge(*tie.parties, events=len(tie.events), coordination=tie.coordination, meetings=meetings(tie))
    return graph


def _fill(net: Network, graph: nx.Graph[str]) -> None:
    places = positions(graph)
    for key, node in sorted(graph.nodes(data=True)):
        x, y = places[key]
        size = 10 + 3 * min(graph.degree(key), 12)
        net.add_node(key, label=node["label"], color=SECTORS[node["sector"]].color, x=x, y=y, size=size,
                     font={"size": 22 if graph.degree(key) > 4 else 15})
    for number, (one, other, edge) in enumerate(_edges(graph)):
        count = edge["events"]
        look = {"color": "#1f5fa8", "dashes": False} if edge["coordination"] else {"color": "#8a8f98", "dashes": True}
        label = str(count) if count > 1 else ""
        net.add_edge(one, other, id=number, arrows="", label=label, width=2 + min(count, 9), **look)


def _edges(graph: nx.Graph[str]) -> list[tuple[str, str, dict[str, Any]]]:
    return sorted(((*sorted((one, other)), edge) for one, other, edge in graph.edges(data=True)), key=lambda e: e[:2])


def _data(graph: nx.Graph[str], readings: Sequence[Reading]) -> dict[str, object]:
    edges = [{"parties": [one, other], **edge} for one, other, edge in _edges(graph)]
    present = {node["sector"] for _, node in graph.nodes(data=True)}
    legend = [[sector.color, sector.id, sector.en] for name, sector in SECTORS.items() if name in present]
    return {"edges": edges, "legend": legend, "articles": len(readings)}


def _parts() -> dict[str, object]:
    """Scripts and style as text, and the hashes by which the page's policy knows them."""
    vis = _VIS.read_text(encoding="utf-8").replace("</script", "<\\/script")
    script = (_PAGE / "network.js").read_text(encoding="utf-8")
    style = (_PAGE / "network.css").read_text(encoding="utf-8")
    hashes = {"vis_hash": _hash(vis), "script_hash": _hash(script), "style_hash": _hash(style)}
    return {"vis": Markup(vis), "script": Markup(script), "style": Markup(style), **hashes}


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
