"""The body that a post belongs to, where its words do not say it."""

from __future__ import annotations

import re

from kg.identity.builder import Builder
from kg.records import Mention, Organization

_OWN_ROLES = frozenset(
    {
        "ketua",
        "wakil-ketua",
        "anggota",
        "kordiv",
        "kepala-sekretariat",
        "koordinator-sekretariat",
        "kabid",
        "staf",
        "sekretaris",
    }
)


def body_of(
    builder: Builder, post: Mention, last: Organization | None, own: list[Organization | None]
) -> Organization | None:
    """The body of a post: as named, as the title implies, else the person's own or the article's Bawaslu for its roles."""
    if post.get("name") or (post.get("type") and (post.get("areas") or post.get("national"))):
        return builder.organization(post)
    stood_in = _before_stand_in(builder, post)
    if stood_in is not None and post.get("type") in ("", stood_in.type):
        return stood_in
    if post.get("type"):
        return _same_type_before(builder, post) or builder.organization(post)
    if post.key in _CAMPUS_ROLES or _CAMPUS_WORDS.search(post.get("title").lower()):
        return _campus(builder, post)
    if own and own[-1] is not None:
        return own[-1]
    return _by_context(builder, post, last) if post.key in _OWN_ROLES else None


def _by_context(builder: Builder, post: Mention, last: Organization | None) -> Organization | None:
    """A title that says nothing of its body: the body beside it, the last one spoken of, else the article's Bawaslu."""
    beside = _beside(builder, post)
    if beside is not None:
        return beside
    title = post.get("title").lower()
    if last is not None and last.sector == "GovernmentBody" and title.startswith("kabag"):
        detail = (("areas", last.area), ("type", "pemda"))  # a Bagian belongs to the Setda, not to the office before it
        return builder.organization(Mention("post", post.span, "pemda", post.rule, detail))
    if last is not None and (post.key in {"kabid", "staf", "anggota"} or (post.key == "kordiv" and last.type in _DIVIDED)):
        return last
    if " " in title and post.key in {"ketua", "sekretaris", "wakil-ketua"}:
        return None
    return builder.organization(Mention("post", post.span, "bawaslu", post.rule, (("type", "bawaslu"),)))


# Bodies whose members head divisions.
_DIVIDED = frozenset({"bawaslu", "kpu", "panwascam", "ppk", "kpid", "komnas-ham"})
_CAMPUS_ROLES = frozenset({"rektor", "dekan", "dosen", "guru-besar", "akademisi"})
_CAMPUS_WORDS = re.compile(r"\b(?:fakultas|bem|prodi|kaprodi|program studi|jurusan|himpunan)\b")


def _campus(builder: Builder, post: Mention) -> Organization | None:
    """The university of a dean or lecturer: the one named nearest before, else the only one of the article."""
    named = [
        m
        for one in builder.sentences
        for m in (*one.top, *one.inner)
        if m.kind == "org" and m.get("sector") == "EducationBody"
    ]
    before = [m for m in named if m.span.end <= post.span.start]
    chosen = max(before, key=lambda m: m.span) if before else (named[0] if named else None)
    return builder.organization(chosen) if chosen is not None else None


_STAND_IN = re.compile(r"(?:diwakili|diwakilkan|mewakili|melalui|lewat)(?: oleh)?[\s,]*$")


def _before_stand_in(builder: Builder, post: Mention) -> Organization | None:
    """The body of whom the holder stands in for: "Ketua Bawaslu X diwakili Kordiv …", "Bawaslu X melalui Kordiv …"."""
    one = builder.sentences[builder.passages.number(post.span)]
    lead = builder.article.text[one.sentence.span.start : post.span.start].lower()
    if not _STAND_IN.search(lead) and not re.search(r"\b(?:melalui|lewat)\b", lead):
        return None
    before = [
        m
        for m in one.top
        if m.kind in {"post", "org"} and m.span.end <= post.span.start and (m.get("type") or m.kind == "org")
    ]
    return builder.organization(before[-1]) if before else None


def _beside(builder: Builder, post: Mention) -> Organization | None:
    """The election body named before a bare title in its sentence: "Dari Bawaslu X, tampak Kordiv …"."""
    one = builder.sentences[builder.passages.number(post.span)]
    before = [
        m
        for m in (*one.top, *one.inner)
        if m.kind == "org"
        and m.key in {"bawaslu", "kpu", "panwascam"}
        and m.span.end <= post.span.start
        and not any(q.kind == "quote" and q.span.holds(m.span) for q in one.top)
    ]
    return builder.organization(max(before, key=lambda m: m.span)) if before else None


def _same_type_before(builder: Builder, post: Mention) -> Organization | None:
    """The body of the same type named last before, or else first after: a bare "Bupati" is that of the regency spoken of."""
    named = builder.of_type(post.get("type"))
    before = [m for m in named if m.span.end <= post.span.start]
    chosen = max(before, key=lambda m: m.span) if before else min(named, key=lambda m: m.span, default=None)
    return builder.organization(chosen) if chosen is not None else None
