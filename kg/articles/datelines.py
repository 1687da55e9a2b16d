"""The head of a report: where it was written and for which outlet ("TARAKAN,LENSAKU – Rapat ...")."""

from __future__ import annotations

import re
from typing import NamedTuple


class Dateline(NamedTuple):
    """The place and the outlet as written ("" if not given), and how many characters they take with their dash."""

    place: str
    outlet: str
    end: int


_WORD = r"[A-Z][\w./’']*"
_HEAD = re.compile(
    rf"(?P<head>{_WORD}(?:[ ]{_WORD}){{0,4}}(?:\s?,\s?{_WORD}(?:[ ]{_WORD}){{0,3}})?"
    r"(?:\s?\((?P<agency>[A-Z][\w. ]{1,20})\))?)"
    r"(?P<dash>\s?(?:[-–—]{1,2}|\|\|)\s?)(?=[\"“”‘'(]?\w)"
)
_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|co\.id|id|net|org|news|info|go\.id|or\.id|online|tv|my\.id|web\.id)\b", re.I)
# Parts of outlets' names, as in "Jatimheadline-" and "WARTAKOTA –", and capitals inside, as in "PosKota -".
_OUTLET_WORDS = re.compile(
    r"(?i:headline|berita|suara|radar|tribun|media|kabar|warta|koran|harian|news|post\b|online|times|today|"
    r"bawaslu|\bantara\b|humas|tempo|kompas|detik|liputan|\brri\b|\btvri\b|jurnal|redaksi|republika|portal)|[a-z][A-Z]"
)
_NOT_A_PLACE = re.compile(
    r"\d|(?i:\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|bawaslu|kpu|panwas\w*|ketua|pemilu|pilkada|rakor|foto)\b)"
)
# "Gresik, Jawa Timur - ": the second part is then no outlet.
_PROVINCES = re.compile(
    r"(?i:aceh|sumatera \w+|sumut|sumbar|sumsel|riau|kepulauan \w+|kepri|jambi|bengkulu|lampung|banten|"
    r"(?:dki )?jakarta|jawa \w+|jabar|jateng|jatim|(?:di )?yogyakarta|diy|bali|nusa tenggara \w+|ntb|ntt|"
    r"kalimantan \w+|kal(?:bar|teng|sel|tim|tara)|"
    r"sulawesi \w+|sul(?:ut|sel|teng|tra|bar)|gorontalo|maluku(?: utara)?|malut|papua(?: \w+)*)"
)
_DAYS = re.compile(r"(?i:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)")
_LONG = 100


def dateline(line: str) -> Dateline | None:
    """The dateline that a line of running text begins with, None if it begins without one.

    "MATARAM, SahabatBawaslu-Bawaslu NTB menggelar ..." gives ("MATARAM", "SahabatBawaslu", 24).
    """
    found = _HEAD.match(line[:120])
    if not found or not _is_running_text(line):
        return None
    head, agency = found["head"], found["agency"] or ""
    if agency:
        head = head[: head.rindex("(")].rstrip()
    place, outlet = _parts(head)
    outlet = agency or outlet
    tight = not found["dash"].strip("-–—|") and " " not in found["dash"]
    if _NOT_A_PLACE.search(place) or not (outlet or _may_be_place(place, line[found.end() :], tight)):
        return None
    return Dateline(place, outlet, found.end())


def opens_with_dateline(line: str) -> bool:
    """Whether a line begins with a dateline."""
    return dateline(line) is not None


def _is_running_text(line: str) -> bool:
    return len(line) >= _LONG or line.endswith((".", "”", '"'))


def _may_be_place(place: str, rest: str, tight: bool) -> bool:
    """Whether a head without an outlet is a place: "MEDAN-Segenap" is, "Orang-Orang" and "Anti-Korupsi" are not."""
    return place.isupper() or (not tight and len(place.split()) <= 3 and bool(re.match(r"\W?[A-Z]", rest)))


def _parts(head: str) -> tuple[str, str]:
    """Place and outlet in a head such as "KOTA, Outlet", "Outlet.com, KOTA", "KOTA.Outlet.co.id", "Outlet Kota"."""
    if "," in head:
        first, second = (part.strip() for part in head.split(",", 1))
        if _is_outlet(first) and not _is_outlet(second):
            return second, first
        return first, "" if _PROVINCES.fullmatch(second) or _DAYS.fullmatch(second) else second
    words = head.split()
    outlets = [word for word in words if _is_outlet(word)]
    if not outlets:
        return head, ""
    place = " ".join(word for word in words if word not in outlets)
    city, _, domain = outlets[0].partition(".")
    if not place and city.isupper() and _DOMAIN.fullmatch(domain):
        return city, domain
    return place, " ".join(outlets)


def _is_outlet(name: str) -> bool:
    return bool(_DOMAIN.search(name) or _OUTLET_WORDS.search(name))
