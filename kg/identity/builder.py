"""Collects the things and statements of one article, each thing once, each statement with its passages."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from operator import attrgetter

from kg.identity import bodies
from kg.identity.evidence import Passages
from kg.identity.places import Resolver
from kg.lexicon import precision
from kg.mentions import ReadSentence
from kg.records import Article, Claim, Fact, Mention, Organization, Reading, Ref, Rejection, Span

_start = attrgetter("start")


class Builder:
    """The reading of one article while it grows."""

    def __init__(
        self, article: Article, sentences: tuple[ReadSentence, ...], facts: tuple[Fact, ...], resolver: Resolver
    ) -> None:
        self.article = article
        self.sentences = sentences
        self.facts = facts
        self.resolver = resolver
        self.passages = Passages(article, tuple(one.sentence for one in sentences))
        self.organizations: dict[str, Organization] = {}
        self._by_type: dict[str, list[Mention]] = defaultdict(list)
        self._meant: dict[Mention, Organization | None] = {}
        self._written: dict[str, dict[str, bool]] = defaultdict(dict)
        self._claims: dict[tuple[Ref, str, Ref | str | date], Claim] = {}
        self._quotes = [m.span for one in sentences for m in one.top if m.kind == "quote"]
        self.rejections: list[Rejection] = []
        self.warnings: list[str] = []

    def words(self, span: Span) -> str:
        """The article's words at a span, blanks made single."""
        return " ".join(self.article.text[span.start : span.end].split())

    def organization(self, mention: Mention) -> Organization | None:
        """The body of an org mention, or of the body behind a post; kept once, with its written forms."""
        if mention not in self._meant:
            self._meant[mention] = bodies.named(mention, self.resolver, self.article.text)
        body = self._meant[mention]
        if body is None:
            return None
        if mention.kind == "org":
            self._written[body.key][self.words(mention.span)] = bool(mention.get("misspelt"))
        return self.organizations.setdefault(body.key, body)

    def form(self, body: Organization, words: str, misspelt: bool) -> None:
        """Keeps one more written form of a body."""
        self._written[body.key][words] = misspelt

    def group(self, mention: Mention, area: str) -> Organization:
        """The group of a group mention in an area."""
        group = bodies.group(mention, self.resolver, area)
        self._written[group.key][self.words(mention.span)] = bool(mention.get("misspelt"))
        return self.organizations.setdefault(group.key, group)

    def claim(
        self,
        subject: Ref,
        predicate: str,
        object_: Ref | str | date,
        spans: Iterable[Span],
        rule: str,
        confidence: float,
        at_most: float = 1.0,
    ) -> None:
        """States something once: the surest rule is kept, the first passages that hold its words."""
        sure = min(precision.confidence(rule, confidence), at_most)
        key = (subject, predicate, object_)
        known = self._claims.get(key)
        if known is None or known.confidence < sure:
            self._claims[key] = Claim(subject, predicate, object_, self.passages.around(spans), rule, sure)

    def mention(self, thing: Ref, span: Span, rule: str, confidence: float) -> None:
        """States that the article mentions a thing."""
        self.claim(Ref("article", self.article.key), "bw:mentions", thing, [span], rule, confidence)

    def reject(self, span: Span, rule: str, reason: str) -> None:
        """Notes what was considered and not taken."""
        self.rejections.append(Rejection(span, rule, reason))

    def within(self, span: Span) -> tuple[ReadSentence, ...]:
        """The sentences that a span stands in."""
        return self.sentences[self.passages.number(span) : self.passages.number(Span(span.end - 1, span.end)) + 1]

    def of_type(self, type_: str) -> list[Mention]:
        """The bodies and posts of a type that are named with an area, sentence by sentence."""
        if not self._by_type:
            for one in self.sentences:
                for m in (*one.top, *one.inner):
                    if m.kind in {"org", "post"} and m.get("areas"):
                        self._by_type[m.get("type") or m.key].append(m)
        return self._by_type.get(type_, [])

    def in_quote(self, mention: Mention) -> bool:
        """Whether a mention stands in a quotation."""
        number = bisect_right(self._quotes, mention.span.start, key=_start) - 1
        return number >= 0 and self._quotes[number].holds(mention.span)

    def claimed(self, subject: Ref, predicate: str) -> list[Ref | str | date]:
        """The objects already stated."""
        return [o for (s, p, o) in self._claims if s == subject and p == predicate]

    def spans_of(self, subject: Ref, predicate: str, object_: Ref | str | date) -> tuple[Span, ...]:
        """The passages of a statement already made, () if it was not."""
        found = self._claims.get((subject, predicate, object_))
        return found.passages if found else ()

    def confidence_of(self, subject: Ref, predicate: str, object_: Ref | str | date) -> float:
        """How sure a statement already made is; 1 if it was not made."""
        found = self._claims.get((subject, predicate, object_))
        return found.confidence if found else 1.0

    def finish(self, reading: Reading) -> Reading:
        """The reading with organisations, claims and notes in a fixed order."""
        organizations = tuple(
            Organization(body.key, body.name, body.type, body.area, body.sector, body.group,
                         self._forms(body, False), self._forms(body, True))
            for _, body in sorted(self.organizations.items())
        )  # fmt: skip
        order = sorted(self._claims, key=lambda key: (key[0], key[1], str(key[2])))
        claims = tuple(self._claims[key] for key in order)
        rejections = tuple(sorted(set(self.rejections), key=lambda r: (r.span, r.rule)))
        return replace(
            reading, organizations=organizations, claims=claims, rejections=rejections, warnings=tuple(self.warnings)
        )

    def _forms(self, body: Organization, misspelt: bool) -> tuple[str, ...]:
        return tuple(
            sorted(form for form, wrong in self._written[body.key].items() if wrong == misspelt and form != body.name)
        )
