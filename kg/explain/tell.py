"""An explanation in words, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from kg.explain.gather import Explanation, SentenceExplained
from kg.graph import names
from kg.records import Article, Claim, Fact, Mention, Reading, Ref, Rejection

_INDENT = "  "
_CUT = 60
Row = tuple[str, ...]


def as_lines(explanation: Explanation, only: int | None = None) -> Iterator[Text]:
    """The explanation as styled lines; `only` picks the sentence of that number (nothing if there is none)."""
    article = explanation.article
    yield Text(f"{article.id}  {article.title}".rstrip(), "bold underline")
    if not explanation.reading.relevant:
        yield Text("names no body that runs or supervises elections: nothing is taken over into the graph", "yellow")
    for warning in explanation.reading.warnings:
        yield Text(f"warning: {warning}", "yellow")
    told = _Names(explanation.reading)
    for one in explanation.picked(only):
        yield Text()
        yield from _sentence(one, told)


def _sentence(one: SentenceExplained, told: _Names) -> Iterator[Text]:
    span = one.sentence.span
    yield Text.assemble((f"{one.number} ", "bold cyan"), (f"{one.sentence.kind} {span.start}–{span.end}", "dim"))
    yield Text(_INDENT + told.words(one), "bold")
    yield from _table("mentions", "green", [told.mention(mention) for mention in one.mentions])
    yield from _table("facts", "blue", [told.fact(fact) for fact in one.facts])
    yield from _table("claims", "magenta", [told.claim(claim) for claim in one.claims])
    yield from _table("rejected", "red", [told.rejection(rejection) for rejection in one.rejections])


def _table(head: str, style: str, rows: list[Row]) -> Iterator[Text]:
    if not rows:
        return
    yield Text(f"{_INDENT}{head}", style)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield Text((_INDENT * 2 + _INDENT.join(cells)).rstrip())


class _Names:
    """What things are called in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._article = reading.article
        self._labels = {Ref("article", reading.article.key): "the article"}
        self._labels |= {Ref("org", body.key): body.name for body in reading.organizations}
        self._labels |= {Ref("person", person.key): person.name for person in reading.people}
        self._labels |= {Ref("venue", venue.key): venue.name for venue in reading.venues}
        self._labels |= {Ref("event", event.key): event.name for event in reading.events}
        self._labels |= {Ref("quotation", q.key): _short(q.text) for q in reading.quotations}
        posts = {post.key: f"{post.title} ({post.status})" for post in reading.memberships}
        self._labels |= {Ref("membership", key): title for key, title in posts.items()}

    def words(self, one: SentenceExplained | Mention | Rejection) -> str:
        """The article's words, on one line."""
        span = one.sentence.span if isinstance(one, SentenceExplained) else one.span
        return _flat(self._article, span.start, span.end)

    def mention(self, mention: Mention) -> Row:
        """Kind, words, key and rule of a mention."""
        key = mention.key or mention.get("name")
        known = " ".join(part for part in (key, mention.get("areas"), mention.get("status")) if part)
        return mention.kind, _short(self.words(mention)), _short(known), mention.rule

    def fact(self, fact: Fact) -> Row:
        """Kind, parts, rule and confidence of a fact."""
        parts = "; ".join(f"{name}: {_short(self.words(mention))}" for name, mention in fact.parts)
        return fact.kind, parts, fact.rule, f"{fact.confidence:.2f}"

    def claim(self, claim: Claim) -> Row:
        """Subject, predicate, object, rule and confidence of a claim."""
        return self._of(claim.subject), claim.predicate, self._of(claim.object), claim.rule, f"{claim.confidence:.2f}"

    def rejection(self, rejection: Rejection) -> Row:
        """Words, rule and reason of a rejection."""
        return _short(self.words(rejection)), rejection.rule, rejection.reason

    def _of(self, value: Ref | str | date) -> str:
        if not isinstance(value, Ref):
            return _short(str(value))
        return self._labels.get(value) or names.label(value)


def _short(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"


def _flat(article: Article, start: int, end: int) -> str:
    return " ".join(article.text[start:end].split())
