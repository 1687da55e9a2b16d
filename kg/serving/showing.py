"""Things of the graph by their IRIs: where an IRI leads, its RDF, its page, and the marked article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote, unquote

from pyoxigraph import DefaultGraph, NamedNode, Store, Triple

from kg import explain
from kg.graph.vocabulary import term
from kg.serving import formats, headings, templates
from kg.serving.accept import best
from kg.serving.held import Held
from kg.serving.putting import chosen
from kg.serving.replies import Order, Reply, plain
from kg.serving.results import statements
from kg.serving.settings import Limits
from kg.serving.telling import Teller
from kg.serving.things import sections

_VARY = ("vary", "Accept")
_HTML = ("text/html", "application/xhtml+xml")
_SEE_OTHER = 303


def dereference(data: Held, limits: Limits, order: Order) -> Reply:
    """303 to the page or to the RDF of a thing, by Accept; 404 if the graph does not know it."""
    thing = _thing(data, limits, str(order["path"]))
    if thing is None:
        return _gone(data, limits, order)
    media = best(str(order["accept"]), (*formats.STATEMENTS, *_HTML))
    if media is None:
        return plain(406, f"a thing comes as: {', '.join((*_HTML, *formats.STATEMENTS))}", _VARY)
    path = thing.value.removeprefix(data.base)
    language = f"?lang={order['asked']}" if order["asked"] else ""
    place = f"/page/{path}{language}" if media in _HTML else f"/data/{path}.{formats.STATEMENTS[media].short}"
    return Reply(_SEE_OTHER, "", b"", (("location", place), _VARY))


def rdf(data: Held, limits: Limits, order: Order) -> Reply:
    """What the graph says of a thing, with the evidence, in the format of the suffix or by Accept."""
    path = str(order["path"])
    stem, _, suffix = path.rpartition(".")
    wanted = suffix if formats.named(suffix) in formats.STATEMENTS.values() else ""
    thing = _thing(data, limits, stem if wanted else path)
    if thing is None:
        return plain(404, headings.word("gone", limits.language))
    form = chosen({**order, "format": wanted}, formats.STATEMENTS)
    if form is None:
        return plain(406, f"a thing comes as: {', '.join(formats.STATEMENTS)}", _VARY)
    hidden = frozenset() if limits.everyone else data.private
    shown = (one for one in _about(data.store, thing) if not hidden & {one.subject, one.object})
    reply = statements(sorted(set(shown), key=str), form, limits)
    return Reply(reply.status, reply.media, reply.body, (_VARY, *reply.headers))


def page(data: Held, limits: Limits, order: Order) -> Reply:
    """The page of a thing for people."""
    thing = _thing(data, limits, str(order["path"]))
    if thing is None:
        return _gone(data, limits, order)
    language = str(order["language"])
    teller = Teller(data, language, limits.everyone, str(order["asked"]))
    kind = teller.kind(thing)
    path = thing.value.removeprefix(data.base)
    whole, parts = sections(data, teller, thing)
    size = sum(1 for _ in data.store.quads_for_pattern(None, None, None, thing))
    return templates.html(
        "thing.html.jinja", language, path=path, iri=thing.value, title=teller.label(thing),
        kind=headings.group("kind", language).get(kind, kind), size=size,
        types=[teller.link(one) for one in teller.all(thing, "bw:agencyType")],
        forms=[teller.link(one).text for name in ("skos:altLabel", "skos:hiddenLabel") for one in teller.all(thing, name)],
        evidence=whole, sections=parts, formats=("ttl", "nt", "jsonld", "rdf"),
        article=teller.article(thing, "").href if kind == "article" and data.texts else "",
    )  # fmt: skip


def article(data: Held, limits: Limits, order: Order) -> Reply:
    """An article's text with all that was read in it marked."""
    language = str(order["language"])
    if data.texts is None:
        return plain(404, headings.word("noTexts", language))
    found = data.texts.get(unquote(str(order["path"])))
    if found is None:
        return plain(404, headings.word("none", language))
    body = explain.as_html(explain.explain(found))
    return Reply(200, "text/html; charset=utf-8", body, (("content-security-policy", templates.policy(body)),))


def _thing(data: Held, limits: Limits, path: str) -> NamedNode | None:
    """The thing of a path below the base of IRIs, None if nothing is said of it or it is not shown."""
    kind, _, key = path.partition("/")
    try:
        thing = NamedNode(f"{data.base}{kind}/{quote(unquote(key, errors='strict'), safe='')}")
    except (ValueError, UnicodeError):
        return None
    if thing in data.private and not limits.everyone:
        return None
    store = data.store
    said = chain(store.quads_for_pattern(thing, None, None, None), store.quads_for_pattern(None, None, None, thing))
    return thing if next(said, None) is not None else None


def _gone(data: Held, limits: Limits, order: Order) -> Reply:
    language = str(order["language"])
    path = unquote(str(order["path"]), errors="replace")
    hidden = not limits.everyone and any(one.value == f"{data.base}{order['path']}" for one in data.private)
    told = headings.word("hidden" if hidden else "goneHelp", language)
    return templates.html("gone.html.jinja", language, status=404, path=path, told=told)


def _about(store: Store, thing: NamedNode) -> Iterator[Triple]:
    """Its own statements, those that lead to it, and the claims about it down to the words; of a graph, all of it."""
    graph = list(store.quads_for_pattern(None, None, None, thing))
    if graph:
        yield from (quad.triple for quad in graph)
        return
    claims = []
    for quad in store.quads_for_pattern(thing, None, None, DefaultGraph()):
        yield quad.triple
    for quad in store.quads_for_pattern(None, None, thing, DefaultGraph()):
        yield quad.triple
        if quad.predicate in (term("rdf:subject"), term("rdf:object")) and isinstance(quad.subject, NamedNode):
            claims.append(quad.subject)
    for claim in claims:
        yield from _down(store, claim, ("bw:evidence", "oa:hasSelector"))


def _down(store: Store, node: NamedNode, ways: tuple[str, ...]) -> Iterator[Triple]:
    for quad in store.quads_for_pattern(node, None, None, DefaultGraph()):
        yield quad.triple
        if ways and quad.predicate == term(ways[0]) and isinstance(quad.object, NamedNode):
            yield from _down(store, quad.object, ways[1:])
