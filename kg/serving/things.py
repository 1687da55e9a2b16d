"""A thing in the graph as a page needs it: what is said of it, what leads to it, and on which words that rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg.graph.vocabulary import term
from kg.serving import headings
from kg.serving.held import Held
from kg.serving.telling import Link, Teller

Node = NamedNode | Literal | BlankNode | Triple
MOST = 60
"""Items of a section that are shown; more are counted."""
_MOST_CLAIMS = 4000
_CONTACT = "bw:inContactWith"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a statement, where they stand, by which rule they were read and how surely (0 to 1)."""

    words: str
    article: Link
    notes: tuple[str, ...]
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Item:
    """One value or thing under a heading."""

    link: Link
    notes: tuple[Link, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items; `more` are left out."""

    heading: str
    items: tuple[Item, ...]
    more: int


def sections(data: Held, teller: Teller, thing: NamedNode) -> tuple[tuple[Evidence, ...], list[Section]]:
    """The words behind a thing as a whole (posts and contacts have some), and the parts of its page in their order."""
    evidence = _Evidence(data, teller, thing)
    own: dict[str, list[Node]] = defaultdict(list)
    inverse: dict[str, list[Node]] = defaultdict(list)
    for quad in data.store.quads_for_pattern(thing, None, None, DefaultGraph()):
        own[headings.short(quad.predicate.value)].append(quad.object)
    for quad in data.store.quads_for_pattern(None, None, thing, DefaultGraph()):
        inverse[headings.short(quad.predicate.value)].append(quad.subject)
    inverse.pop(_CONTACT, None)  # symmetric
    if teller.kind(thing) == "org":
        inverse.pop("bw:party", None)  # the section of contacts says it
    coordinating = frozenset(own.get("bw:coordinatesWith", ()))
    found = [_section(heading, name, own[name], evidence, coordinating) for name, heading in _headings(own, "own", teller)]
    found += [_section(heading, name, inverse[name], evidence, None) for name, heading in _headings(inverse, "inverse", teller)]
    return evidence.whole(thing), [section for section in found if section.items]


def _headings(by_name: Mapping[str, object], group: str, teller: Teller) -> Iterator[tuple[str, str]]:
    """What the words list, in their order; then, of statements about the thing itself, what they do not list."""
    listed = headings.group(group, teller.language)
    yield from ((name, heading) for name, heading in listed.items() if name in by_name)
    if group == "own":
        yield from ((name, name) for name in sorted(by_name.keys() - listed.keys() - headings.SILENT))


def _section(heading: str, name: str, nodes: list[Node], evidence: _Evidence, coordinating: frozenset[Node] | None) -> Section:
    """A section; `coordinating` is None for statements that lead to the thing."""
    teller = evidence.teller
    shown = [(teller.link(node), node) for node in nodes if not teller.hides(node)]
    shown.sort(key=lambda pair: (pair[0].text.casefold(), str(pair[1])))
    items = []
    for link, node in shown[:MOST]:
        mark = coordinating and name == _CONTACT and node in coordinating
        marks = (Link(headings.word("coordination", teller.language)),) if mark else ()
        items.append(Item(link, (*marks, *teller.notes(node, evidence.thing, name)), evidence.of(name, node, coordinating is None)))
    return Section(heading, tuple(items), len(shown) - len(items))


class _Evidence:
    """The claims in which a thing stands, by statement."""

    def __init__(self, data: Held, teller: Teller, thing: NamedNode) -> None:
        self.thing, self.teller = thing, teller
        self._store = data.store
        self._claims: dict[tuple[Node, str, Node], list[NamedNode]] = defaultdict(list)
        for role in ("rdf:subject", "rdf:object"):
            found = self._store.quads_for_pattern(None, term(role), thing, DefaultGraph())
            for quad, _ in zip(found, range(_MOST_CLAIMS), strict=False):
                self._note(quad.subject)

    def of(self, name: str, node: Node, inverse: bool) -> tuple[Evidence, ...]:
        """The words for the statement that joins the thing and the node, or for the post or contact that the node is."""
        ways: list[tuple[Node, str, Node]] = [(node, name, self.thing)] if inverse else [(self.thing, name, node)]
        if name == _CONTACT:
            ways.append((node, name, self.thing))
        return self._told(claim for way in ways for claim in self._claims.get(way, ())) or self.whole(node)

    def whole(self, node: Node) -> tuple[Evidence, ...]:
        """The words behind a post, or behind a contact: statements that join its two sides."""
        kind = self.teller.kind(node)
        ends = [(node, "org:member", person) for person in self.teller.all(node, "org:member")] if kind == "membership" else []
        if kind == "contact":
            one, other = (*self.teller.all(node, "bw:party"), node, node)[:2]
            ends = [(one, _CONTACT, other), (other, _CONTACT, one)]
        claims = [claim for end in ends for claim in self._claims_of(*end)]
        article = str(node).strip("<>").rpartition("/")[2].rpartition("-")[0]
        own = [one for one in claims if kind != "contact" or one.value.rpartition("/")[2].startswith(article)]
        return self._told(own)

    def _claims_of(self, subject: Node, name: str, value: Node) -> list[NamedNode]:
        found = self._store.quads_for_pattern(None, term("rdf:subject"), subject, DefaultGraph())
        claims = [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
        return [one for one in claims if self._one(one, "rdf:object") == value and self._one(one, "rdf:predicate") == term(name)]

    def _told(self, claims: Iterable[NamedNode]) -> tuple[Evidence, ...]:
        """The words, the surest first."""
        found = [one for claim in dict.fromkeys(claims) for one in self._words(claim)]
        return tuple(sorted(found, key=lambda one: (-float(one.confidence or 0), one.article.text, one.words)))

    def _note(self, claim: Node) -> None:
        parts = [self._one(claim, role) for role in ("rdf:subject", "rdf:predicate", "rdf:object")]
        subject, predicate, value = parts
        if subject is not None and isinstance(predicate, NamedNode) and value is not None and isinstance(claim, NamedNode):
            claims = self._claims[subject, headings.short(predicate.value), value]
            if claim not in claims:
                claims.append(claim)

    def _words(self, claim: NamedNode) -> Iterator[Evidence]:
        rule, confidence = self._one(claim, "bw:rule"), self._one(claim, "bw:confidence")
        for quad in self._store.quads_for_pattern(claim, term("bw:evidence"), None, DefaultGraph()):
            article, selector = self._one(quad.object, "oa:hasSource"), self._one(quad.object, "oa:hasSelector")
            words, start = self._one(selector, "oa:exact"), self._one(selector, "oa:start")
            if isinstance(article, NamedNode) and isinstance(words, Literal):
                yield Evidence(words.value, self.teller.article(article, _text(start)), self.teller.about_article(article),
                               _text(rule).replace("_", " "), _text(confidence))  # fmt: skip

    def _one(self, subject: Node | None, name: str) -> Node | None:
        return self.teller.one(subject, name)


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, Literal | NamedNode) else ""
