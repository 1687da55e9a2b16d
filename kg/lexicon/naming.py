"""The official name of a body or group: a function of its type and its area, the same wherever it is needed."""

from __future__ import annotations

from kg.lexicon import areas
from kg.lexicon.areas import Area
from kg.lexicon.concepts import Concept

_WITHOUT_KIND = frozenset({"SecurityBody", "JusticeBody"})


def official(concept: Concept, code: str) -> str:
    """The official name of a body of that type which bears the name of the area with that code; "" for no area.

    "Bawaslu Provinsi Jawa Tengah". Police, military and courts leave out what kind of area it is, but for cities:
    "Polres Gresik"; others never say it twice: "Panwaslu Kecamatan Bojong". KeyError if no table holds the area.
    """
    stem = concept.first("nameStem") or concept.labels.get("id", concept.key)
    if not code:
        return stem
    area = areas.load().get(code)
    if area.level == "nation":
        return concept.first("nationalName", stem)
    return f"{stem} {_place(concept, stem, area)}"


def _place(concept: Concept, stem: str, area: Area) -> str:
    """How the area is called behind the stem."""
    without_kind = concept.first("sectorClass") in _WITHOUT_KIND and not area.type.startswith("Kota")
    return area.short_name if without_kind or stem.endswith(f" {area.type}") else area.name
