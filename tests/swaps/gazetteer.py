"""Names of areas for the swaps: which codes a name may mean, and how an area is called.

Read from the ontology's tables directly, not through the program under test.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).resolve().parents[2] / "ontology" / "tables"
_READ = {"short", "abbrev", "spelling", "capital", "former"}
_PRESS = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}


@dataclass(frozen=True, slots=True)
class Place:
    """A province, regency, city or district: its bare name, and the kind that a swap keeps.

    The kinds are province, kab, kota, district; `forms` holds other ways to write the name, by kind of form.
    """

    code: str
    kind: str
    name: str
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def province(self) -> str:
        """The code of its province."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: what it may mean (code, kind of form), and whether only capitals make it a name."""

    codes: tuple[tuple[str, str], ...]
    capital_only: bool


def _table(name: str) -> list[dict[str, str]]:
    with (_TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _kind(row: dict[str, str]) -> str:
    """The kind of form; a doubtful one is read only where a body's name stands before it."""
    return "doubtful" if row["confidence"] == "low" else row["kind"]


@cache
def places() -> dict[str, Place]:
    """All provinces, regencies, cities and districts by code."""
    forms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _table("area_aliases"):
        if row["kind"] in _READ:
            forms[row["code"]][_kind(row)].append(row["alias"])
    found = {}
    for row in _table("areas"):
        kind = row["level"] if row["level"] == "province" else "kota" if row["type"].startswith("Kota") else "kab"
        name = _PRESS.get(row["code"], row["short_name"])
        found[row["code"]] = Place(row["code"], kind, name, {k: tuple(v) for k, v in forms[row["code"]].items()})
    for row in _table("districts"):
        found[row["code"]] = Place(row["code"], "district", row["name"])
    return found


@cache
def names() -> dict[str, Form]:
    """All names of provinces, regencies and cities in small letters, and what each may mean."""
    codes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    capital: set[str] = set()
    for row in _table("area_aliases"):
        if row["kind"] in _READ:
            codes[row["alias"].lower()].append((row["code"], _kind(row)))
            if row["case_sensitive"] == "yes" or row["ambiguous"] == "word":
                capital.add(row["alias"].lower())
    return {name: Form(tuple(found), name in capital) for name, found in codes.items()}


@cache
def plain_districts(regency: str) -> tuple[Place, ...]:
    """The districts of a regency whose names no other area bears."""
    unique = {row["code"] for row in _table("districts") if row["same_name_count"] == "1"}
    return tuple(
        place
        for code, place in sorted(places().items())
        if place.kind == "district"
        and code.startswith(regency + ".")
        and code in unique
        and place.name.lower() not in names()
    )


@cache
def districts(regency: str) -> tuple[Place, ...]:
    """All districts of a regency."""
    return tuple(
        place for code, place in sorted(places().items()) if place.kind == "district" and code.startswith(regency + ".")
    )


@cache
def shared(name: str) -> bool:
    """Whether more than one province, regency or city bears this bare name."""
    return len({code for code, kind in names().get(name.lower(), Form((), False)).codes if kind == "short"}) > 1


@cache
def campuses() -> tuple[str, ...]:
    """Names and short names of universities, which keep the area in them."""
    return tuple(sorted({row[column] for row in _table("campuses") for column in ("short", "name") if row[column]}))
