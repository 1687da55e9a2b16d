"""Named bodies of a listed type in every press form: type, the words for its level, and its area if one is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept
from kg.lexicon.phrases import Phrases
from kg.lexicon.words import LEVEL_OF_FORM, LEVEL_WORDS
from kg.mentions.context import AreaName, Line, area_at, capital, district_at, village_at
from kg.records import Mention

_SE = {"se", "sekabupaten", "sekota", "seprovinsi", "seluruh"}
_GROUP_OF = {"bawaslu": "bawaslu-kabkota", "kpu": "kpu-kabkota", "panwascam": "panwascam-se", "pkd": "pkd-se", "ptps": "ptps-se",
             "ppk": "badan-adhoc", "pps": "badan-adhoc", "kpps": "badan-adhoc", "kecamatan": "camat", "kelurahan": "lurah",
             "desa": "kepala-desa", "polsek": "tni-polri", "koramil": "tni-polri", "forkopimcam": "camat"}
_PANWAS = {"panwaslu", "panwas", "pemilu", "pemilihan"}
_AD_HOC = {"panwascam", "pkd", "ptps", "ppk", "pps", "kpps"}
_PLACE_TYPES = {"kelurahan", "desa", "kecamatan"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body as read at a token: index after it, its type, its area as far as said, whether many of a kind are meant."""

    after: int
    type: str
    area: AreaName | None
    level: str
    plural: bool
    misspelt: bool
    national: bool = False


def at(line: Line, index: int) -> Body | None:
    """The body named at a token, or None."""
    for after, values in forms().at(line.tokens, index):
        written = tuple(t.text for t in line.tokens[index:after] if t.text not in ".-–")
        fitting = [(c, spelling) for c, spelling in values if _spelt(written, spelling)]
        if fitting:
            after, written = _without_level(line, index, after, written)
            return _with_tail(line, index, after, fitting[0][0], written)
    return _by_short_form(line, index)


def _by_short_form(line: Line, index: int) -> Body | None:
    """A misspelt long name whose short form stands behind it: "Komisi Pemikihan Umum (KPU)"."""
    here = index
    while capital(line.raw(here)) and line.raw(here).isalpha() and here - index < 6:
        here += 1
    if here - index < 2 or line.raw(here) != "(" or concepts.phrases("role").longest(line.tokens, index):
        return None
    found = forms().longest(line.tokens, here + 1)
    if found is None or line.raw(found[0]) != ")":
        return None
    concept = found[1][0][0]
    words = " ".join(t.low for t in line.tokens[index:here])
    if max(SequenceMatcher(None, words, form.lower()).ratio() for form in concept.words) < 0.85:
        return None
    body = _with_tail(line, index, found[0] + 1, concept, (line.raw(here + 1),))
    return replace(body, misspelt=True)


def _without_level(line: Line, index: int, after: int, written: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Steps back before a level or "RI" at the end of a listed form: what follows is read with it."""
    while len(written) > 1 and (written[-1].lower() in {*LEVEL_WORDS, "ri", "pusat", "republik"} or "republik" in [w.lower() for w in written[-2:]]):
        after -= 1
        while line.raw(after - 1) in ".-–":
            after -= 1
        written = written[:-1]
        if after <= index + 1:
            break
    return after, written


def forms() -> Phrases[Concept]:
    """The written forms of all agency types."""
    return concepts.phrases("agency-type")


def _spelt(written: tuple[str, ...], spelling: tuple[str, ...]) -> bool:
    """Capitals of short forms are part of their spelling: PAN is no "pan", PPP no "ppp"."""
    for word, listed in zip(written, spelling, strict=True):
        if listed.isupper() and len(listed) <= 4 and not word.isupper() and not (len(listed) > 2 and word[:1].isupper()
                                                                                and listed not in {"PAN", "PPS", "MA", "PT", "PN"}):
            return False
    return len(spelling) > 1 or spelling[0].isupper() or any(capital(word) for word in written) or len(spelling[0]) > 6


def _with_tail(line: Line, index: int, after: int, concept: Concept, written: tuple[str, ...]) -> Body:
    """Reads what follows the type's name: a short form in brackets, the level, the area, or "se-…"."""
    after = _past_bracket(line, after, concept)
    levels = concept.properties.get("areaLevel", ())
    hint = next((LEVEL_OF_FORM[w.lower()] for w in reversed(written) if w.lower() in LEVEL_OF_FORM), "")
    misspelt = " ".join(written).lower() in {word.lower() for word in concept.hidden}
    if _is_se(line, after):
        return Body(_past_se(line, after), concept.key, None, hint, True, misspelt)
    if line.low(after) in {"ri", "republik"} or line.low(after) == "pusat":
        end = after + (2 if line.low(after + 1) == "indonesia" else 1)
        return Body(end, concept.key, None, "nation", False, misspelt, national=True)
    after, hint = _past_slash(line, _past_class(line, after, concept), hint)
    if hint == "all":
        return Body(_past_se(line, after) if _is_se(line, after) else after, concept.key, None, "", True, misspelt)
    return _with_area(line, after, concept, levels, hint, misspelt)


def _past_class(line: Line, after: int, concept: Concept) -> int:
    """Past the class of a prison, court or office: "Lapas Kelas IIA Batang", "LP Kelas 1 Palembang"."""
    if concept.key not in {"lapas", "imigrasi", "pn", "pt", "ptun"} or line.low(after) not in {"kelas", "klas", "i", "ii", "iia", "iib", "ia", "ib"}:
        return after
    while line.low(after) in {"kelas", "klas", "i", "ii", "iia", "iib", "ia", "ib", "a", "b", "khusus"} or line.raw(after).isdigit():
        after += 1
    return after


def _with_area(line: Line, after: int, concept: Concept, levels: tuple[str, ...], hint: str, misspelt: bool) -> Body:
    if "district" in levels or "village" in levels:
        found = _low_area(line, after, concept, levels)
        if found is not None:
            return Body(found.after, concept.key, found, "district", False, misspelt)
    area = area_at(line, after, hint, loose=True) or (_after_unit_number(line, after, hint))
    local = district_at(line, after, bare=True) if concept.key == "bawaslu" and line.low(after - 1) in _PANWAS else None
    if local is not None and (area is None or local.after > area.after):
        return Body(local.after, "panwascam", local, "district", False, misspelt)
    if area is not None:
        return Body(area.after, concept.key, area, area.level or hint, False, misspelt)
    level = LEVEL_WORDS.get(line.low(after), "")
    if level and not capital(line.raw(line.skip(after + 1))):
        return Body(line.skip(after + 1) if line.raw(after + 1) == "." else after + 1, concept.key, None, level, False, misspelt)
    return Body(after, concept.key, None, hint, False, misspelt)


def _after_unit_number(line: Line, after: int, hint: str) -> AreaName | None:
    """Army commands carry a number: Kodim 0803/Madiun, Korem 071/Wijayakusuma."""
    if not line.raw(after).isdigit():
        return None
    here = line.skip(after + 1, "/-–")
    while line.raw(here).isdigit():
        here = line.skip(here + 1, "/-–")
    return area_at(line, here, hint, loose=True) or AreaName(here, ())


def _low_area(line: Line, after: int, concept: Concept, levels: tuple[str, ...]) -> AreaName | None:
    """The sub-district (or the village, with its sub-district if said) of a local body."""
    if "village" in levels:
        end = village_at(line, after)
        if end is None and concept.key in _PLACE_TYPES and capital(line.raw(after)):
            end = after + 1
            while capital(line.raw(end)) and line.raw(end).isalpha() and end - after < 2:
                end += 1
        if end is not None:
            district = district_at(line, end, bare=False)
            return AreaName(district.after if district else end, district.codes if district else (), "village")
    bare = area_at(line, after, "", loose=False) is None or line.low(after) not in LEVEL_WORDS
    return district_at(line, after, bare=bare)


def _past_bracket(line: Line, after: int, concept: Concept) -> int:
    """Past "(Bawaslu)" after "Badan Pengawas Pemilu", whatever short form it is."""
    if line.raw(after) != "(":
        return after
    close = next((i for i in range(after + 1, min(after + 6, len(line.tokens))) if line.raw(i) == ")"), None)
    if close is None:
        return after
    inside = forms().longest(line.tokens, after + 1)
    known = inside is not None and inside[0] >= close - 1
    return close + 1 if known or close == after + 2 and capital(line.raw(after + 1)) and _initial(line, after, concept) else after


def _initial(line: Line, after: int, concept: Concept) -> bool:
    """A single bracketed word is the body's short form if it begins like its name, not an area's or a person's."""
    return line.raw(after + 1)[:1].lower() in {word[:1].lower() for word in concept.words}


def _is_se(line: Line, index: int) -> bool:
    return line.low(index) in _SE and (line.low(index) != "seluruh" or line.low(index + 1) in LEVEL_WORDS)


def _past_se(line: Line, index: int) -> int:
    """Past "se-Kabupaten OKI", "se-NTB", "se Kota Medan"."""
    here = line.skip(index + 1, "-–")
    area = area_at(line, here, loose=True)
    if area is not None:
        return area.after
    return here + 1 if line.low(here) in LEVEL_WORDS or line.low(here) in {"kecamatan", "distrik"} else here


def _past_slash(line: Line, after: int, hint: str) -> tuple[int, str]:
    """Past "Kabupaten/Kota", which names all of them ("Bawaslu Kabupaten/Kota")."""
    if line.low(after) in {"kabupaten", "kab"} and "kota" in (line.low(after + 2), line.low(after + 3)):
        here = line.skip(after + 1)
        if line.raw(here) in {"/", "-", "dan"}:
            return here + 2, "all"
    return after, hint


def mention(line: Line, index: int, body: Body) -> Mention:
    """The mention of a body, or of the group where many of a kind are meant."""
    span = line.span(index, body.after)
    codes = body.area.codes if body.area else ()
    detail = (("areas", " ".join(codes)), ("level", body.level), ("misspelt", "1" if body.misspelt else ""),
              ("national", "1" if body.national else ""))
    named = body.area is not None and (bool(codes) or body.area.level == "village")
    if body.type in _GROUP_OF and (body.plural or body.type in _AD_HOC and not named):
        return Mention("group", span, _GROUP_OF[body.type], "bodies_of_a_kind", (*detail, ("type", body.type)))
    if body.type == "bawaslu" and body.area and body.area.level == "district" and codes:
        return Mention("org", span, "panwascam", "named_body", detail)
    return Mention("org", span, body.type, "named_body", detail)
