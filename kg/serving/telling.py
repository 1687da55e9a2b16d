"""What things are called on a page, and what is said beside their names."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg.graph.vocabulary import CONCEPT_KINDS, PREFIXES, term
from kg.serving import headings
from kg.serving.held import Held

Node = NamedNode | Literal | BlankNode | Triple
_CUT = 160


@dataclass(frozen=True, slots=True)
class Link:
    """A text, and the address behind it if there is one; `away` if that is another site."""

    text: str
    href: str = ""
    away: bool = False


class Teller:
    """Names things of a dataset in one language."""

    def __init__(self, data: Held, language: str, everyone: bool, asked: str = "") -> None:
        self._data, self.language, self._everyone = data, language, everyone
        self._suffix = f"?lang={asked}" if asked else ""

    def hides(self, node: Node) -> bool:
        """Whether this is somebody whom pages do not name."""
        return not self._everyone and node in self._data.private

    def kind(self, node: Node | None) -> str:
        """The kind in a thing's IRI ("org", "person", ...); "" for all else."""
        if not isinstance(node, NamedNode) or not node.value.startswith(self._data.base):
            return ""
        return node.value.removeprefix(self._data.base).partition("/")[0]

    def link(self, node: Node) -> Link:
        """A thing by its label with its page, a value in words, another site's address."""
        if isinstance(node, Literal):
            return Link(node.value, node.value, away=True) if _web(node.value) and " " not in node.value else Link(self._value(node))
        if not isinstance(node, NamedNode):
            return Link(str(node))
        if self.hides(node):
            return Link(headings.word("private", self.language))
        if self.kind(node):
            return Link(self.label(node), f"/page/{node.value.removeprefix(self._data.base)}{self._suffix}")
        return Link(headings.short(node.value), node.value, away=True) if _web(node.value) else Link(node.value)

    def label(self, node: NamedNode) -> str:
        """The label, else what the thing consists of, else its key."""
        known = self._label(node)
        if known:
            return known
        kind = self.kind(node)
        if kind == "membership":
            return ", ".join(filter(None, (self.text(node, "bw:roleTitle"), self.text(node, "org:organization"))))
        if kind in ("contact", "tie"):
            return " – ".join(sorted(self.link(party).text for party in self.all(node, "bw:party")))
        if kind == "claim":
            return " — ".join(self.text(node, name) for name in ("rdf:subject", "rdf:predicate", "rdf:object"))
        if kind == "passage":
            return _cut(self.text(self.one(node, "oa:hasSelector"), "oa:exact"))
        if kind in ("quotation", "selector"):
            return _cut(self.text(node, "schema:text") or self.text(node, "oa:exact"))
        return unquote(node.value.rpartition("/")[2])

    def notes(self, node: Node, beside: NamedNode, name: str) -> tuple[Link, ...]:
        """A few words that tell one thing from another: posts, dates, places, outlets."""
        wanted = {
            "membership": ("org:member", "org:organization", "bw:status", "bw:attestedOn"),
            "event": ("bw:eventType", "schema:startDate", "bw:area", "bw:modality"),
            "quotation": ("bw:saidBy",), "contact": ("bw:basis", "bw:modality"),
            "tie": ("bw:firstDate", "bw:lastDate"), "article": ("schema:publisher", "schema:datePublished"),
            "venue": ("bw:area",), "claim": ("bw:confidence",),
        }.get(self.kind(node), ())  # fmt: skip
        values = [value for one in wanted for value in self.all(node, one)[:1] if value != beside]
        if self.kind(node) == "org" and name == "bw:inContactWith":
            return self._tie(node, beside)
        return tuple(self.link(value) for value in values)

    def article(self, article: NamedNode, start: str) -> Link:
        """The article's marked text, opened where the words stand."""
        key = article.value.removeprefix(f"{self._data.base}article/")
        hash_ = "&".join(part for part in (f"at={start}" if start else "", f"lang={self.language}") if part)
        return Link(self.label(article), f"/articles/{key}#{hash_}")

    def about_article(self, article: NamedNode) -> tuple[str, ...]:
        """Outlet and date of an article, and whether Bawaslu reports of itself."""
        found = [self.text(article, name) for name in ("schema:publisher", "schema:datePublished")]
        own = self.one(article, "bw:selfReported")
        mark = headings.word("self", self.language) if isinstance(own, Literal) and own.value == "true" else ""
        return tuple(part for part in (*found, mark) if part)

    def text(self, subject: Node | None, name: str) -> str:
        """What the first value of a property is called; "" if there is none."""
        value = self.one(subject, name)
        return self.link(value).text if value is not None else ""

    def one(self, subject: Node | None, name: str) -> Node | None:
        """The first value of a property."""
        return next(iter(self.all(subject, name)), None)

    def all(self, subject: Node | None, name: str) -> list[Node]:
        """The values of a property (a prefixed name of the vocabulary), sorted."""
        if not isinstance(subject, NamedNode):
            return []
        found = self._data.store.quads_for_pattern(subject, term(name), None, DefaultGraph())
        return sorted((quad.object for quad in found), key=str)

    def _label(self, node: NamedNode) -> str:
        if self.language == "en" and self.kind(node) in (*CONCEPT_KINDS, "org", "area"):
            for value in self.all(node, "skos:prefLabel"):
                if isinstance(value, Literal) and value.language == "en":
                    return value.value
        found = next((value for value in self.all(node, "rdfs:label") if isinstance(value, Literal)), None)
        return found.value if found else ""

    def _tie(self, node: Node, beside: NamedNode) -> tuple[Link, ...]:
        first, last = sorted(one.value.rpartition("/")[2] for one in (node, beside) if isinstance(one, NamedNode))
        tie = NamedNode(f"{self._data.base}tie/{first}--{last}")
        if self.one(tie, "rdf:type") is None:
            return ()
        counts = [f"{self.text(tie, count)} {headings.word(unit, self.language)}" for count, unit in
                  (("bw:eventCount", "events"), ("bw:articleCount", "articles")) if self.text(tie, count) not in ("", "0")]  # fmt: skip
        days = dict.fromkeys(filter(None, (self.text(tie, "bw:firstDate"), self.text(tie, "bw:lastDate"))))
        return (Link(", ".join(counts), self.link(tie).href), *([Link(" – ".join(days))] if days else []))

    def _value(self, node: Literal) -> str:
        if node.datatype.value == f"{PREFIXES['xsd']}date":
            return headings.day(node.value, self.language)
        return headings.group("value", self.language).get(node.value, node.value)


def _web(iri: str) -> bool:
    return iri.startswith(("https://", "http://"))


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[: _CUT - 1].rstrip()}…"
