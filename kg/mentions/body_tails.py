"""What follows the name of a body: its short form, level, area, class, or "se-…"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept
from kg.lexicon.phrases import Phrases
from kg.lexicon.words import LEVEL_OF_FORM, LEVEL_WORDS
from kg.mentions.context import AreaName, Line, area_at, capital, district_at, village_at

_SE = {"se", "sekabupaten", "sekota", "seprovinsi", "seluruh"}


_PANWAS = {"panwaslu", "panwas", "pemilu", "pemilihan"}


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
    own: str = ""


def forms() -> Phrases[Concept]:
    """The written forms of all agency types."""
    return concepts.phrases("agency-type")


def is_misspelt(written: str, concept: Concept) -> bool:
    """Whether a written form is one of the misspellings, and no proper form in other capitals."""
    low = written.lower()
    proper, misspelt = _spellings(concept.kind, concept.key)
    return low in misspelt and low.replace("-", " ") not in proper


@cache
def _spellings(kind: str, key: str) -> tuple[frozenset[str], frozenset[str]]:
    """The proper forms of a concept, without hyphens, and its misspellings, in small letters."""
    concept = concepts.load().get(kind, key)
    proper = frozenset(word.lower().replace("-", " ") for word in (concept.labels["id"], *concept.alt))
    return proper, frozenset(word.lower() for word in concept.hidden)


def with_tail(line: Line, index: int, after: int, concept: Concept, written: tuple[str, ...]) -> Body:
    """Reads what follows the type's name: a short form in brackets, the level, the area, or "se-…"."""
    after = _past_bracket(line, after, concept)
    levels = concept.properties.get("areaLevel", ())
    hint = next((LEVEL_OF_FORM[w.lower()] for w in reversed(written) if w.lower() in LEVEL_OF_FORM), "")
    misspelt = is_misspelt(" ".join(written), concept)
    if is_se(line, after):
        return Body(past_se(line, after), concept.key, None, hint, True, misspelt)
    if line.low(after) in {"ri", "republik"} or line.low(after) == "pusat":
        end = after + (2 if line.low(after + 1) == "indonesia" else 1)
        return Body(end, concept.key, None, "nation", False, misspelt, national=True)
    if concept.key in {"polres", "polsek"} and line.low(after) in {"pelabuhan", "bandara", "kawasan"}:
        end = after
        while capital(line.raw(end)) and line.raw(end).isalpha() and end - after < 4:
            end += 1
        return Body(end, concept.key, None, "", False, misspelt, own=f"{written[0]} {line.words(after, end)}")
    after, hint = _past_slash(line, _past_class(line, after, concept), hint)
    if hint == "all":
        return Body(past_se(line, after) if is_se(line, after) else after, concept.key, None, "", True, misspelt)
    return _with_area(line, after, concept, levels, hint, misspelt)


def _past_class(line: Line, after: int, concept: Concept) -> int:
    """Past the class of a prison, court or office: "Lapas Kelas IIA Batang", "LP Kelas 1 Palembang"."""
    if concept.key not in {"lapas", "imigrasi", "pn", "pt", "ptun"} or line.low(after) not in {
        "kelas",
        "klas",
        "i",
        "ii",
        "iia",
        "iib",
        "ia",
        "ib",
    }:
        return after
    while (
        line.low(after) in {"kelas", "klas", "i", "ii", "iia", "iib", "ia", "ib", "a", "b", "khusus"}
        or line.raw(after).isdigit()
    ):
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
        return Body(
            line.skip(after + 1) if line.raw(after + 1) == "." else after + 1, concept.key, None, level, False, misspelt
        )
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
    number = after
    while line.raw(number).isdigit() or (number > after and line.raw(number) in "/-–"):
        number += 1
    if number > after and line.raw(number - 1) in "/-–":
        return district_at(line, number, bare=True)
    if "regency" in levels:
        return district_at(line, after, bare=False)
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
    return (
        close + 1
        if known or (close == after + 2 and capital(line.raw(after + 1)) and _initial(line, after, concept))
        else after
    )


def _initial(line: Line, after: int, concept: Concept) -> bool:
    """A single bracketed word is the body's short form if it begins like its name, not an area's or a person's."""
    return line.raw(after + 1)[:1].lower() in {word[:1].lower() for word in concept.words}


def is_se(line: Line, index: int) -> bool:
    return line.low(index) in _SE and (line.low(index) != "seluruh" or line.low(index + 1) in LEVEL_WORDS)


def past_se(line: Line, index: int) -> int:
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
