"""Provinces, regencies, cities and districts, and the names by which the press calls them.

Source: ontology/tables/areas.csv, districts.csv, area_aliases.csv (see SOURCES.md there). Codes are Kemendagri's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from kg.lexicon.phrases import Phrases
from kg.lexicon.places import table

REPUBLIC = "id"
_TYPE_OF_TERM = {"kecamatan": "Kecamatan", "distrik": "Distrik", "kapanewon": "Kapanewon", "kemantren": "Kemantren"}
_KINDS = {"official", "short", "abbrev", "spelling", "former", "capital"}


@dataclass(frozen=True, slots=True)
class Area:
    """An area: Kemendagri code, level (nation, province, regency, district), official name, centroid in degrees.

    `iso` is the ISO 3166-2 code of its province, `wikidata` its item there ("" where no source confirms one).
    """

    code: str
    level: str
    type: str
    name: str
    short_name: str
    parent: str
    lat: str = ""
    lon: str = ""
    iso: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an area's name. `risky`: also an ordinary word or another abbreviation; `seat`: a capital town."""

    code: str
    exact_case: bool
    risky: bool
    seat: bool


class Areas:
    """The gazetteer: areas by code, and the phrases that name them. Districts are read when the first one is asked for."""

    def __init__(self, regions: dict[str, Area], names: Phrases[Alias]) -> None:
        self._regions = regions
        self.names = names

    @cached_property
    def districts(self) -> Phrases[str]:
        """The names of districts, with their codes."""
        names: Phrases[str] = Phrases()
        for code, area in _districts().items():
            names.add(area.short_name, code)
        return names

    def get(self, code: str) -> Area:
        """The area of that code; KeyError if there is none."""
        found = self._regions.get(code)
        return found if found is not None else _districts()[code]

    def __contains__(self, code: str) -> bool:
        return code in self._regions or (code.count(".") == 2 and code in _districts())

    def codes(self, level: str) -> list[str]:
        """All codes of a level, sorted."""
        areas = _districts() if level == "district" else self._regions
        return sorted(code for code, area in areas.items() if area.level == level)


def _regions() -> dict[str, Area]:
    areas = {REPUBLIC: Area(REPUBLIC, "nation", "", "Republik Indonesia", "Indonesia", "")}
    for row in table("areas"):
        code = row["code"]
        parent = REPUBLIC if row["level"] == "province" else row["province_code"]
        areas[code] = Area(
            code,
            row["level"],
            row["type"],
            row["name"],
            row["short_name"],
            parent,
            row["centroid_lat"],
            row["centroid_lon"],
            row["iso_3166_2"],
            row["wikidata"],
        )
    return areas


@cache
def _districts() -> dict[str, Area]:
    areas = {}
    for row in table("districts"):
        kind = _TYPE_OF_TERM.get(row["term"], "Kecamatan")
        areas[row["code"]] = Area(
            row["code"],
            "district",
            kind,
            f"{kind} {row['name']}",
            row["name"],
            row["regency_code"],
            row["lat"],
            row["lon"],
        )
    return areas


def _alias_phrases() -> Phrases[Alias]:
    phrases: Phrases[Alias] = Phrases()
    for row in table("area_aliases"):
        if row["kind"] not in _KINDS or (row["confidence"] == "low" and row["ambiguous"] == "no"):
            continue
        alias = Alias(row["code"], row["case_sensitive"] == "yes", row["ambiguous"] == "word", row["kind"] == "capital")
        phrases.add(row["alias"], alias)
    return phrases


@cache
def load() -> Areas:
    """The gazetteer, read once per process."""
    return Areas(_regions(), _alias_phrases())


def province_of(code: str) -> str:
    """The province that a code lies in; the republic for itself."""
    return code.split(".")[0]


def regency_of(code: str) -> str:
    """The regency or city that a code lies in; the code itself for a province or the republic."""
    return ".".join(code.split(".")[:2])
