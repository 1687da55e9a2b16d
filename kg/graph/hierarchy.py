"""Which body stands above which: from the ontology's table of agency types, with exceptions by name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

from kg.graph import names
from kg.lexicon.areas import REPUBLIC
from kg.lexicon.naming import official
from kg.lexicon.places import ontology_dir
from kg.records import Organization, Ref

_KEY = re.compile(r"(?P<type>.+)-(?P<area>id|\d\d(?:\.\d\d)*)")


def above(body: Organization) -> Iterator[Organization]:
    """All bodies above a body, nearest first: Bawaslu Batang, then Bawaslu Jawa Tengah, then Bawaslu RI."""
    seen = {body.key}
    step = _parent(body)
    while step and step.key not in seen:
        yield step
        seen.add(step.key)
        step = _parent(step)


def _parent(body: Organization) -> Organization | None:
    if body.group:
        return None
    if body.key in exceptions():
        return _from_key(exceptions()[body.key])
    kind = names.concept(Ref("agency-type", body.type))
    area = names.area(body.area)
    if kind is None or area is None or not kind.first("partOf"):
        return None
    codes = {"same-area": area.code, "parent-area": area.parent, "nation": REPUBLIC}
    superior = _official(kind.first("partOf"), codes.get(kind.first("partOfScope"), ""))
    return superior if superior is None or _exists(superior) else _parent(superior)


def _exists(body: Organization) -> bool:
    """Whether there is such a body at all: a polling station's ward supervisor has no name here, the one above has."""
    concept, area = names.concept(Ref("agency-type", body.type)), names.area(body.area)
    return bool(concept and area and area.level in concept.properties.get("areaLevel", (area.level,)))


@cache
def exceptions() -> dict[str, str]:
    """Bodies whose superior does not follow from type and area (Polres Depok is under Polda Metro Jaya), by key."""
    path = ontology_dir() / "hierarchy.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["child_key"]: row["parent_key"] for row in csv.DictReader(lines)}


def _from_key(key: str) -> Organization | None:
    match = _KEY.fullmatch(key)
    return _official(match["type"], match["area"]) if match else None


def _official(kind: str, code: str) -> Organization | None:
    """The body of a type that bears its area's name; None where the tables know no such type or area."""
    concept, area = names.concept(Ref("agency-type", kind)), names.area(code)
    if concept is None or area is None:
        return None
    return Organization(f"{kind}-{code}", official(concept, code), kind, code, concept.first("sectorClass"))
