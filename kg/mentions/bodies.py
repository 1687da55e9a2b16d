"""Named bodies of a listed type in every press form: type, the words for its level, and its area if one is said."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import concepts
from kg.lexicon.likeness import alike
from kg.lexicon.words import LEVEL_WORDS
from kg.mentions.body_tails import Body, forms, with_tail
from kg.mentions.context import Line, capital
from kg.records import Mention

_GROUP_OF = {
    "bawaslu": "bawaslu-kabkota",
    "kpu": "kpu-kabkota",
    "panwascam": "panwascam-se",
    "pkd": "pkd-se",
    "ptps": "ptps-se",
    "ppk": "badan-adhoc",
    "pps": "badan-adhoc",
    "kpps": "badan-adhoc",
    "kecamatan": "camat",
    "kelurahan": "lurah",
    "desa": "kepala-desa",
    "polsek": "tni-polri",
    "koramil": "tni-polri",
    "forkopimcam": "camat",
}
_AD_HOC = {"panwascam", "pkd", "ptps", "ppk", "pps", "kpps"}


def at(line: Line, index: int) -> Body | None:
    """The body named at a token, or None."""
    for after, values in forms().at(line.tokens, index):
        written = tuple(t.text for t in line.tokens[index:after] if t.text not in ".-–")
        fitting = [(c, spelling) for c, spelling in values if _spelt(written, spelling)]
        if fitting:
            after, written = _without_level(line, index, after, written)
            return with_tail(line, index, after, fitting[0][0], written)
    return _by_short_form(line, index)


def _by_short_form(line: Line, index: int) -> Body | None:
    """A misspelt long name whose short form stands behind it: "Komisi Pemikihan Umum (KPU)"."""
    here = line.brackets.get(index)
    if here is None or concepts.phrases("role").longest(line.tokens, index):
        return None
    found = forms().longest(line.tokens, here + 1)
    if found is None or line.raw(found[0]) != ")":
        return None
    concept = found[1][0][0]
    words = " ".join(t.low for t in line.tokens[index:here])
    if not any(alike(words, form.lower(), 0.85) for form in concept.words):
        return None
    body = with_tail(line, index, found[0] + 1, concept, (line.raw(here + 1),))
    return replace(body, misspelt=True)


def _without_level(line: Line, index: int, after: int, written: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Steps back before a level or "RI" at the end of a listed form: what follows is read with it."""
    while len(written) > 1 and (
        written[-1].lower() in {*LEVEL_WORDS, "ri", "pusat", "republik"}
        or "republik" in [w.lower() for w in written[-2:]]
    ):
        after -= 1
        while line.raw(after - 1) in ".-–":
            after -= 1
        written = written[:-1]
        if after <= index + 1:
            break
    return after, written


def _spelt(written: tuple[str, ...], spelling: tuple[str, ...]) -> bool:
    """Capitals of short forms are part of their spelling: PAN is no "pan", PPP no "ppp"."""
    for word, listed in zip(written, spelling, strict=True):
        if (
            listed.isupper()
            and len(listed) <= 4
            and not word.isupper()
            and not (len(listed) > 2 and word[:1].isupper() and listed not in {"PAN", "PPS", "MA", "PT", "PN"})
        ):
            return False
    return len(spelling) > 1 or spelling[0].isupper() or any(capital(word) for word in written) or len(spelling[0]) > 6


def mention(line: Line, index: int, body: Body) -> Mention:
    """The mention of a body, or of the group where many of a kind are meant."""
    span = line.span(index, body.after)
    codes = body.area.codes if body.area else ()
    detail = (
        ("areas", " ".join(codes)),
        ("level", body.level),
        ("misspelt", "1" if body.misspelt else ""),
        ("national", "1" if body.national else ""),
        ("own", body.own),
    )
    named = body.area is not None and (bool(codes) or body.area.level == "village")
    if body.type in _GROUP_OF and (body.plural or (body.type in _AD_HOC and not named)):
        return Mention("group", span, _GROUP_OF[body.type], "bodies_of_a_kind", (*detail, ("type", body.type)))
    if body.type == "bawaslu" and body.area and body.area.level == "district" and codes:
        return Mention("org", span, "panwascam", "named_body", detail)
    return Mention("org", span, body.type, "named_body", detail)
