"""Queries in a worker: checked, put to the engine over the graphs asked for, and written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import nullcontext

from pyoxigraph import NamedNode

from kg.asking.checking import Refused, checked
from kg.asking.engine import run
from kg.outputs.problems import QuestionError
from kg.serving import formats
from kg.serving.accept import best
from kg.serving.confinement import offline
from kg.serving.formats import Format
from kg.serving.held import Held
from kg.serving.replies import NOT_KEPT, Order, Reply, plain
from kg.serving.results import written
from kg.serving.settings import Limits

SAMPLES = (
    *(("SELECT ?s WHERE { ?s a bw:Article } LIMIT 1", media) for media in formats.ROWS),
    *(("CONSTRUCT { ?s a bw:Article } WHERE { ?s a bw:Article } LIMIT 1", media) for media in formats.STATEMENTS),
    ("ASK { ?s a bw:Article }", "*/*"), ("DESCRIBE bw:Article", "*/*"), ("SELECT nonsense", "*/*"), ("CLEAR ALL", "*/*"),
)
"""Pairs of query and media type that touch all of this module once."""
_VARY = ("vary", "Accept")
_CHANGING = re.compile(r"\b(?:RAND|NOW|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)


def query(data: Held, limits: Limits, order: Order) -> Reply:
    """The answer to `text`, in the `format` or by `accept`, over `default` and `named` graphs if there are any."""
    try:
        question = checked(str(order["text"]))
    except Refused as error:
        return plain(403, str(error))
    except QuestionError as error:
        return plain(400, str(error))
    offered = formats.ROWS if question.kind in ("SELECT", "ASK") else formats.STATEMENTS
    form = chosen(order, offered)
    if form is None:
        return plain(406, f"{question.kind} answers in: {', '.join(offered)}", _VARY)
    try:
        default, named = _nodes(order.get("default", ())), _nodes(order.get("named", ()))
        # A store on disk opens its files when it needs them.
        with nullcontext() if data.on_disk else offline():
            reply = written(run(data.store, question, default, named), form, limits)
    except QuestionError as error:
        return plain(400, str(error))
    once = (NOT_KEPT,) if _CHANGING.search(question.text) else ()
    return Reply(reply.status, reply.media, reply.body, (_VARY, *once, *reply.headers))


def chosen(order: Order, offered: Mapping[str, Format]) -> Format | None:
    """The format that the order names, else the one that its Accept header likes best; None if none fits."""
    if order.get("format"):
        return formats.named(str(order["format"]), offered)
    media = best(str(order.get("accept", "")), tuple(offered))
    return offered[media] if media else None


def _nodes(iris: Iterable[str]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QuestionError(f"not the IRI of a graph: {error}") from error
