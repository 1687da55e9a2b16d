"""English names of Indonesian areas: "Kabupaten Lampung Selatan" is South Lampung Regency."""

from __future__ import annotations

from kg.lexicon.areas import Area

_PROVINCES = {
    "19": "Bangka Belitung Islands", "21": "Riau Islands", "31": "Jakarta", "34": "Special Region of Yogyakarta",
    "52": "West Nusa Tenggara", "53": "East Nusa Tenggara", "95": "Highland Papua",
}
_SIDES = {
    "Barat Daya": "Southwest", "Barat Laut": "Northwest", "Timur Laut": "Northeast", "Tenggara": "Southeast",
    "Utara": "North", "Selatan": "South", "Timur": "East", "Barat": "West", "Tengah": "Central",
}
_KINDS = {
    "Provinsi": "{} Province", "Kabupaten": "{} Regency", "Kota": "{} City", "Kecamatan": "{} District",
    "Distrik": "{} District", "Kapanewon": "{} District", "Kemantren": "{} District",
    "Kabupaten Administrasi": "{} Administrative Regency", "Kota Administrasi": "{} Administrative City",
}
_ISLANDS = {"Jawa": "Java", "Sumatera": "Sumatra"}


def area_name(area: Area) -> str:
    """The English name of an area, a function of its code and its official name."""
    if area.level == "nation":
        return "Republic of Indonesia"
    if area.code in _PROVINCES:
        return _PROVINCES[area.code]
    name = area.short_name if area.level == "district" else _turned(area.short_name)
    return _KINDS.get(area.type, "{}").format(name)


def _turned(name: str) -> str:
    """Indonesian puts the side of the compass behind the name, English before it."""
    for side, english in _SIDES.items():
        if name.endswith(f" {side}"):
            rest = name.removesuffix(f" {side}")
            return f"{english} {_ISLANDS.get(rest, rest)}"
    return name
