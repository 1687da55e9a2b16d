"""How the network page colours and names the sectors of bodies."""

from __future__ import annotations

from typing import NamedTuple

GROUP = "group"


class Sector(NamedTuple):
    """A sector's colour and its name in both languages."""

    color: str
    id: str
    en: str


SECTORS = {
    "OversightBody": Sector("#c1272d", "Pengawas pemilu", "Election oversight"),
    "ElectionBody": Sector("#e8871e", "Penyelenggara pemilu", "Election management"),
    "GovernmentBody": Sector("#2f6fb5", "Pemerintah", "Government"),
    "SecurityBody": Sector("#3d5a40", "Polri, TNI, intelijen", "Police, military, intelligence"),
    "JusticeBody": Sector("#6b3fa0", "Penegak hukum, peradilan", "Prosecution and courts"),
    "LegislativeBody": Sector("#a0522d", "Lembaga perwakilan", "Legislatures"),
    "StateCommission": Sector("#008080", "Komisi negara", "State commissions"),
    "PoliticalParty": Sector("#b8a000", "Partai politik", "Political parties"),
    "CivilSociety": Sector("#4c9f38", "Masyarakat sipil", "Civil society"),
    "MediaBody": Sector("#d6548f", "Media dan organisasi pers", "Media and press organisations"),
    "EducationBody": Sector("#17a2c4", "Pendidikan", "Education"),
    "": Sector("#5f6670", "Lembaga lain", "Other bodies"),
    GROUP: Sector("#a9b1bb", "Kelompok", "Groups"),
}
