"""The office behind a title: its unit or division, the body it belongs to, the area it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon.concepts import Concept
from kg.lexicon.places import table
from kg.lexicon.words import LEVEL_OF_FORM
from kg.mentions import bodies, named
from kg.mentions.context import AreaName, Line, area_at, capital, district_at, village_at
from kg.records import Mention

_LINKS = frozenset(["dan", "&", ",", "/", "serta", "-", "–"])


_PREPOSITIONS = frozenset("di pada dari".split())


_LOCAL_ROLES = {
    "kecamatan": "district",
    "polsek": "district",
    "koramil": "district",
    "kelurahan": "village",
    "desa": "village",
}


_NUMERALS = frozenset("i ii iii iv v 1 2 3 4 a b c d".split())


@dataclass(frozen=True, slots=True)
class Office:
    """The body behind a post: index after it, type, area and what else its words say; the mention of it if it is named."""

    after: int
    type: str
    area: AreaName | None
    level: str
    national: bool = False
    mention: Mention | None = None


@cache
def office_words() -> frozenset[str]:
    """Words that make up names of divisions and units (ontology/tables/office_words.csv)."""
    return frozenset(row["word"] for row in table("office_words"))


def past_term(line: Line, end: int, status: str) -> tuple[int, str]:
    """Past "Periode Pertama" or "Periode 2018-2023"; a term that is over makes the post a former one."""
    if line.low(end) not in {"periode", "masa"}:
        return end, status
    here = end + 1
    while (
        line.low(here) in _EARLIER
        or line.raw(here).isdigit()
        or (here > end + 1 and line.raw(here) in "-–/" and line.raw(here))
    ):
        here += 1
    if here == end + 1:
        return end, status
    years = [int(t.text) for t in line.tokens[end + 1 : here] if t.text.isdigit() and len(t.text) == 4]
    over = line.low(end + 1) in _EARLIER or (years and max(years) < _latest_year(line.text))
    return here, "former" if over else status


@lru_cache(maxsize=1)
def _latest_year(text: str) -> int:
    """The latest year that a text speaks of, 0 if none."""
    return max((int(year) for year in re.findall(r"(?<!\d)20[0-3]\d(?!\d)", text)), default=0)


_EARLIER = frozenset({"pertama", "kedua", "sebelumnya", "lalu", "lama"})


def past_unit(line: Line, after: int, role: Concept) -> int:
    """Past the division or unit: "Penanganan Pelanggaran dan Data Informasi", "II", "(P3S)", "SDMO dan Diklat"."""
    here = after + (line.raw(after) == "." and line.tokens[after - 1].text.lower() == "div")
    after = here
    while here < len(line.tokens):
        word = line.low(here)
        if _is_unit_word(line, here, here == after, role):
            here += 1
        elif word in _LINKS and here > after and _is_unit_word(line, here + 1, False, role):
            here += 2
        elif word == "(" and line.raw(here + 2) == ")" and here > after and not line.raw(here + 1).islower():
            here += 3
        elif word == "." and here > after and line.low(here - 1) in _NUMERALS:
            here += 1
        else:
            break
    return here


def _is_unit_word(line: Line, here: int, first: bool, role: Concept) -> bool:
    word, raw = line.low(here), line.raw(here)
    if (
        word in _NUMERALS
        and (raw.isupper() or raw.isdigit())
        and not (raw.isalpha() and line.raw(here + 1) == "." and len(raw) == 1)
    ):
        return role.key not in {"ketua", "bupati"} or not first
    if word in office_words():
        body = bodies.at(line, here)
        return (
            body is None
            or (body.after == here + 1 and word in {"kecamatan", "desa"})
            or (body.area is None and not capital(raw))
        )
    if not first and line.raw(here + 1) == "." and len(raw) <= 3:
        return False
    return role.key == "kordiv" and raw.isupper() and len(raw) > 1 and raw.isalnum() and bodies.at(line, here) is None


# A deputy's title says whose deputy it is ("Sekretaris Camat").
_OFFICE_OF_WORD = {"camat": "kecamatan", "lurah": "kelurahan"}
_BRANCHES = frozenset(
    {"dpc", "dpd", "dpw", "dpp", "pac", "pc", "pw", "pd", "dpk", "pimpinan", "cabang", "daerah", "wilayah", "pengurus"}
)


def _past_branch(line: Line, here: int) -> int:
    """Past "DPC", "DPD II" before a party's or association's name."""
    start = here
    while line.low(here) in _BRANCHES or (here > start and line.low(here) in _NUMERALS):
        here += 1
    body = bodies.at(line, here) if here > start else None
    return here if body is not None and body.type not in {"bawaslu", "kpu", "panwascam"} else start


def office_at(line: Line, after: int, role: Concept) -> Office | None:
    """The body after a title: named, by its area alone where the title implies its type, or after "di", "pada", "dari"."""
    implied = role.first("impliesBody") or _OFFICE_OF_WORD.get(line.low(after - 1), "")
    for here in (after, after + 1):
        if here > after and line.low(after) not in _PREPOSITIONS:
            break
        found = (
            _named(line, _past_branch(line, here))
            or (_acronym(line, here) if here == after and role.key in _LEADERS else None)
            or (_by_area(line, here, implied, role, after) if implied and here == after else None)
        )
        if found is not None and not (here > after and implied and found.type != implied):
            return found
    return None


_LEADERS = frozenset({"ketua", "wakil-ketua", "sekretaris", "anggota", "rektor", "dekan"})


def _acronym(line: Line, here: int) -> Office | None:
    """A body known by its short form alone: "Ketua BPRN Pariangan"."""
    word = line.raw(here)
    if not (word.isupper() and word.isalpha() and 3 <= len(word) <= 7):
        return None
    after = here + 1
    area = area_at(line, after, loose=True)
    if area is None and capital(line.raw(after)) and not line.raw(after).isupper() and line.raw(after + 1) == ",":
        after += 1
    name = line.words(here, area.after if area else after)
    end = area.after if area else after
    detail = (
        ("areas", " ".join(area.codes) if area else ""),
        ("level", ""),
        ("name", name),
        ("sector", "CivilSociety"),
    )
    return Office(end, "", area, "", False, Mention("org", line.span(here, end), "", "short_form_after_title", detail))


def _named(line: Line, here: int) -> Office | None:
    body = bodies.at(line, here)
    if body is not None:
        mention = bodies.mention(line, here, body)
        type_ = mention.key if mention.kind == "org" else body.type
        return Office(body.after, type_, body.area, body.level, body.national, mention)
    other = named.campus_at(line, here) or named.at(line, here)
    if other is not None:
        codes = tuple(other[1].get("areas").split())
        return Office(
            other[0], "", AreaName(other[0], codes) if codes else None, other[1].get("level"), False, other[1]
        )
    return None


def _by_area(line: Line, here: int, implied: str, role: Concept, after: int) -> Office | None:
    hint = LEVEL_OF_FORM.get(line.low(after - 1), "")
    first = here
    here = _past_unit_number(line, here)
    if implied in _LOCAL_ROLES:
        area = district_at(line, here, bare=True) if _LOCAL_ROLES[implied] == "district" else _village(line, here)
        return Office(area.after, implied, area, "district") if area else None
    area = area_at(line, here, hint, loose=True)
    if area is None and here > first:
        return Office(here, implied, None, hint)
    return Office(area.after, implied, area, area.level or hint) if area else None


def _past_unit_number(line: Line, here: int) -> int:
    """Past "0803/" of Dandim 0803/Madiun."""
    first = here
    while line.raw(here).isdigit():
        here = line.skip(here + 1, "/-–")
    if (
        here > first
        and line.raw(here - 1) == "/"
        and capital(line.raw(here))
        and area_at(line, here, loose=True) is None
    ):
        here += 1  # a unit's own name: 173/PVB, 1622-04/Bukapiting
    return here if here > first else first


def _village(line: Line, here: int) -> AreaName | None:
    """A village's name behind "Lurah" or "PKD": after "Desa", or where a person's name follows ("Lurah Sungai Danau, Budi")."""
    end = village_at(line, here)
    if end is None and capital(line.raw(here)) and line.raw(here).isalpha() and line.low(here) not in _NUMERALS:
        end = here + 1 + (capital(line.raw(here + 1)) and line.raw(here + 1).isalpha())
        if line.raw(end) != "," or not capital(line.raw(end + 1)):
            return None
    if end is None:
        return None
    district = district_at(line, end, bare=False)
    return AreaName(district.after if district else end, district.codes if district else (), "village")
