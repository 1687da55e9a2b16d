"""An explanation as a page: the article's text with all that was read in it marked, and what was passed over."""

from __future__ import annotations

from datetime import date

from jinja2 import Environment, PackageLoader

from kg.explain.gather import Explanation, SentenceExplained
from kg.graph import names
from kg.outputs.packing import packed
from kg.outputs.page import parts
from kg.records import Claim, Fact, Mention, Reading, Ref, Rejection


def as_html(explanation: Explanation) -> bytes:
    """The page as UTF-8; the text and all names stand in it only as JSON data. Offsets count code points."""
    environment = Environment(loader=PackageLoader("kg.outputs", "page"), autoescape=True)
    environment.filters["packed"] = packed
    return environment.get_template("article.html.jinja").render(**parts.article(), data=_data(explanation)).encode()


def _data(explanation: Explanation) -> dict[str, object]:
    article, labels = explanation.article, _labels(explanation.reading)
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.published.isoformat() if article.published else "",
        "url": article.url if article.url.startswith(("https://", "http://")) else "",
        "self": article.self_reported,
        "relevant": explanation.reading.relevant,
        "warnings": [*explanation.reading.warnings, *(f"mended: {repair}" for repair in article.mended)],
        "text": article.text,
        "blocks": [{"start": b.span.start, "end": b.span.end, "kind": b.kind, "rule": b.rule} for b in article.blocks],
        "sentences": [_sentence(one, labels) for one in explanation.sentences],
    }


def _sentence(one: SentenceExplained, labels: dict[Ref, str]) -> dict[str, object]:
    span = one.sentence.span
    return {
        "number": one.number,
        "start": span.start,
        "end": span.end,
        "kind": one.sentence.kind,
        "mentions": [_mention(mention) for mention in one.mentions],
        "facts": [_fact(fact) for fact in one.facts],
        "claims": [_claim(claim, labels) for claim in one.claims],
        "rejected": [_rejection(rejection) for rejection in one.rejections],
    }


def _mention(mention: Mention) -> dict[str, object]:
    known = " ".join(part for part in (mention.key or mention.get("name"), mention.get("areas"), mention.get("status")) if part)
    return {"start": mention.span.start, "end": mention.span.end, "kind": mention.kind, "known": known, "rule": mention.rule}


def _fact(fact: Fact) -> dict[str, object]:
    found = [{"part": name, "start": m.span.start, "end": m.span.end} for name, m in fact.parts]
    return {"kind": fact.kind, "parts": found, "rule": fact.rule, "confidence": round(fact.confidence, 2)}


def _claim(claim: Claim, labels: dict[Ref, str]) -> dict[str, object]:
    return {"subject": _told(claim.subject, labels), "predicate": claim.predicate, "object": _told(claim.object, labels),
            "rule": claim.rule, "confidence": round(claim.confidence, 2)}


def _rejection(rejection: Rejection) -> dict[str, object]:
    return {"start": rejection.span.start, "end": rejection.span.end, "rule": rejection.rule, "reason": rejection.reason}


def _labels(reading: Reading) -> dict[Ref, str]:
    named = (("org", reading.organizations), ("person", reading.people), ("venue", reading.venues), ("event", reading.events))
    found = {Ref(kind, thing.key): thing.name for kind, things in named for thing in things}
    found |= {Ref("quotation", quote.key): f"“{quote.text}”" for quote in reading.quotations}
    found |= {Ref("membership", post.key): f"{post.title} ({post.status})" for post in reading.memberships}
    return found | {Ref("article", reading.article.key): "berita ini"}


def _told(value: Ref | str | date, labels: dict[Ref, str]) -> str:
    if not isinstance(value, Ref):
        return str(value)
    return labels.get(value) or names.label(value)
