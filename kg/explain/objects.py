"""An explanation as JSON, for a program to read."""

from __future__ import annotations

import json

from kg.explain.gather import Explanation, SentenceExplained
from kg.records import Article, Claim, Fact, Mention, Ref, Rejection


def as_json(explanation: Explanation, only: int | None = None) -> str:
    """The explanation as one JSON object on one line; offsets count code points of the cleaned text."""
    reading = explanation.reading
    told = {
        "article": reading.article.id,
        "relevant": reading.relevant,
        "warnings": reading.warnings,
        "sentences": [_sentence(one, reading.article) for one in explanation.picked(only)],
    }
    return json.dumps(told, ensure_ascii=False, default=str)


def _sentence(one: SentenceExplained, article: Article) -> dict[str, object]:
    span = one.sentence.span
    return {
        "number": one.number,
        "kind": one.sentence.kind,
        "start": span.start,
        "end": span.end,
        "text": article.text[span.start : span.end],
        "mentions": [_mention(mention, article) for mention in one.mentions],
        "facts": [_fact(fact, article) for fact in one.facts],
        "claims": [_claim(claim) for claim in one.claims],
        "rejected": [_rejection(rejection, article) for rejection in one.rejections],
    }


def _mention(mention: Mention, article: Article) -> dict[str, object]:
    words = article.text[mention.span.start : mention.span.end]
    about = {"kind": mention.kind, "words": words, "key": mention.key, "rule": mention.rule}
    return {**about, **mention.span._asdict(), "detail": {name: value for name, value in mention.detail if value}}


def _fact(fact: Fact, article: Article) -> dict[str, object]:
    parts = [{"part": name, "words": article.text[m.span.start : m.span.end]} for name, m in fact.parts]
    return {"kind": fact.kind, "parts": parts, "rule": fact.rule, "confidence": fact.confidence}


def _claim(claim: Claim) -> dict[str, object]:
    value = claim.object
    return {
        "subject": "/".join(claim.subject),
        "predicate": claim.predicate,
        "object": "/".join(value) if isinstance(value, Ref) else value,
        "passages": [passage._asdict() for passage in claim.passages],
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _rejection(rejection: Rejection, article: Article) -> dict[str, object]:
    words = article.text[rejection.span.start : rejection.span.end]
    return {"words": words, **rejection.span._asdict(), "rule": rejection.rule, "reason": rejection.reason}
