"""Names of elections: the offices that are voted on are nobody's post."""

from __future__ import annotations

from kg.mentions import bodies
from kg.mentions.context import Line, capital
from kg.records import Mention

_OFFICES = frozenset(
    "baik kepala daerah gubernur wakil bupati wali kota walikota dan serta maupun atau legislatif presiden anggota dpr dprd "
    "dpd umum , / & - –".split()
)
_LINKS = frozenset(["dan", "serta", ",", "/", "&", "-", "–", "maupun", "atau", "wakil", "anggota"])

FIRST_WORDS = frozenset({"pemilihan", "pilkada", "calon", "pemilu"})


def at(line: Line, index: int) -> tuple[int, Mention] | None:
    """ "Pemilihan Gubernur dan Wakil Gubernur serta Bupati" at a token: (index after, mention), or None."""
    if line.low(index) not in FIRST_WORDS:
        return None
    here = index + 1
    while line.low(here) in _OFFICES:
        here += 1
    while here > index + 1 and line.low(here - 1) in _LINKS:
        here -= 1
    if here < index + 2 or (line.low(index) == "calon" and _name_follows(line, here)):
        return None
    return here, Mention("election", line.span(index, here), "", "offices_voted_on")


def _name_follows(line: Line, here: int) -> bool:
    return capital(line.raw(here)) and line.raw(here).isalpha() and bodies.at(line, here) is None
