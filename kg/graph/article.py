"""The graph of one article: everything that this article says, labels and types included."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pyoxigraph import Quad

from kg.graph import things
from kg.graph.claims import write_claims
from kg.graph.sheet import Sheet
from kg.graph.vocabulary import BASE, typed
from kg.records import Article, Reading, Ref


def quads(reading: Reading, base: str = BASE) -> list[Quad]:
    """One reading as the sorted quads of the named graph that bears the article's IRI."""
    return _sheet(reading, base).quads()


def lines(reading: Reading, base: str = BASE) -> list[bytes]:
    """The same as sorted lines of N-Quads, which takes a fraction of the time."""
    return _sheet(reading, base).lines()


def _sheet(reading: Reading, base: str) -> Sheet:
    article = Ref("article", reading.article.key)
    sheet = Sheet(article, base)
    _write_article(sheet, article, reading.article, reading.relevant)
    for body in reading.organizations:
        things.write_organization(sheet, body)
    for person in reading.people:
        things.write_person(sheet, person)
    for post in reading.memberships:
        things.write_membership(sheet, post)
    for venue in reading.venues:
        things.write_venue(sheet, venue)
    for event in reading.events:
        things.write_event(sheet, event)
    for quotation in reading.quotations:
        things.write_quotation(sheet, quotation, article)
    for contact in reading.contacts:
        things.write_contact(sheet, contact)
    things.write_listed(sheet, used(reading))
    write_claims(sheet, reading)
    return sheet


def used(reading: Reading) -> set[Ref]:
    """The areas and concepts that the graph of this reading speaks of (and other things that claims name)."""
    return set(_used(reading))


def _used(reading: Reading) -> Iterator[Ref]:
    areas = (*reading.areas, *(b.area for b in reading.organizations), *(v.area for v in reading.venues))
    yield from (Ref("area", code) for code in areas if code)
    yield from (things.type_of(body) for body in reading.organizations if body.type)
    yield from (Ref("role", post.role) for post in reading.memberships if post.role)
    yield from (Ref("event-type", event.type) for event in reading.events if event.type)
    for claim in reading.claims:
        yield claim.subject
        if isinstance(claim.object, Ref):
            yield claim.object


def _write_article(sheet: Sheet, node: Ref, article: Article, relevant: bool) -> None:
    sheet.named(node, article.title or article.id, "bw:Article")
    sheet.add(node, "dcterms:identifier", article.id)
    sheet.add(node, "bw:selfReported", article.self_reported)
    sheet.add(node, "bw:relevant", relevant)
    sheet.add(node, "bw:textHash", hashlib.sha256(article.text.encode()).hexdigest())
    if article.title:
        sheet.add(node, "schema:headline", article.title)
    if article.outlet:
        sheet.add(node, "schema:publisher", article.outlet)
    if article.url:
        sheet.add(node, "schema:url", typed(article.url, "xsd:anyURI"))
    if article.published:
        sheet.add(node, "schema:datePublished", article.published)
