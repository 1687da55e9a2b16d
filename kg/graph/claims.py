"""Statements with their evidence: the triple itself, and the claim, passages and selectors behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date

from kg.graph.sheet import Sheet
from kg.graph.vocabulary import decimal, term
from kg.records import Article, Claim, Reading, Ref, Span

_CONTACT = "bw:inContactWith"


def write_claims(sheet: Sheet, reading: Reading) -> None:
    """Writes every claim of a reading: its statement, and the words that it rests on."""
    coordinating = [set(contact.parties) for contact in reading.contacts if contact.coordination]
    for key, claim in sorted(strongest(reading).items()):
        _write_statement(sheet, claim, coordinating)
        _write_claim(sheet, key, claim, reading.article.key)
    for span in {span for claim in reading.claims for span in claim.passages}:
        _write_passage(sheet, span, reading.article)


def strongest(reading: Reading) -> dict[str, Claim]:
    """Claims by key. Where two rules read the same statement in the same words, the surer one stands for both."""
    found: dict[str, Claim] = {}
    for claim in reading.claims:
        key = f"{reading.article.key}-{claim_hash(claim)}"
        best = found.get(key)
        if best is None or (-claim.confidence, claim.rule) < (-best.confidence, best.rule):
            found[key] = claim
    return found


def claim_hash(claim: Claim) -> str:
    """Sixteen hex digits that stand for a statement and its passages, whatever the base IRI."""
    passages = ",".join(f"{span.start}-{span.end}" for span in sorted(claim.passages))
    parts = (_plain(claim.subject), claim.predicate, _plain(claim.object), passages)
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _plain(value: Ref | str | date) -> str:
    return f"{value.kind}/{value.key}" if isinstance(value, Ref) else str(value)


def _write_statement(sheet: Sheet, claim: Claim, coordinating: Collection[set[str]]) -> None:
    sheet.add(claim.subject, claim.predicate, claim.object)
    if claim.predicate != _CONTACT or not isinstance(claim.object, Ref):
        return
    sheet.add(claim.object, _CONTACT, claim.subject)
    if {claim.subject.key, claim.object.key} in coordinating:
        sheet.add(claim.subject, "bw:coordinatesWith", claim.object)
        sheet.add(claim.object, "bw:coordinatesWith", claim.subject)


def _write_claim(sheet: Sheet, key: str, claim: Claim, article: str) -> None:
    sheet.describe(
        Ref("claim", key),
        ("rdf:type", term("bw:Claim")),
        ("rdf:subject", claim.subject),
        ("rdf:predicate", term(claim.predicate)),
        ("rdf:object", claim.object),
        ("bw:rule", claim.rule),
        ("bw:confidence", decimal(round(claim.confidence, 4))),
        *(("bw:evidence", Ref("passage", _of_passage(article, span))) for span in claim.passages),
    )


def _of_passage(article: str, span: Span) -> str:
    return f"{article}-{span.start}-{span.end}"


def _write_passage(sheet: Sheet, span: Span, article: Article) -> None:
    key = _of_passage(article.key, span)
    passage, selector = Ref("passage", key), Ref("selector", key)
    sheet.describe(
        passage,
        ("rdf:type", term("bw:Passage")), ("oa:hasSource", Ref("article", article.key)), ("oa:hasSelector", selector),
    )  # fmt: skip
    sheet.describe(
        selector,
        ("rdf:type", term("oa:TextPositionSelector")), ("rdf:type", term("oa:TextQuoteSelector")),
        ("oa:start", span.start), ("oa:end", span.end), ("oa:exact", article.text[span.start : span.end]),
    )  # fmt: skip
