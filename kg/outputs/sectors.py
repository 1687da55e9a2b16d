"""How the network page draws and names the sectors of bodies: by colour and by shape, for eyes that tell few colours."""

from __future__ import annotations

from typing import NamedTuple

GROUP = "group"


class Sector(NamedTuple):
    """A sector's colour on a light and on a dark ground, its shape, and its name in both languages."""

    light: str
    dark: str
    shape: str
    id: str
    en: str


# Colours after Okabe and Ito. Where two sectors share a shape their colours differ in lightness too.
SECTORS = {
    "OversightBody": Sector("#d55e00", "#ff8533", "dot", "Pengawas pemilu", "Election oversight"),
    "ElectionBody": Sector("#0072b2", "#58b4ec", "square", "Penyelenggara pemilu", "Election management"),
    "GovernmentBody": Sector("#009e73", "#2fd0a2", "triangle", "Pemerintah", "Government"),
    "SecurityBody": Sector("#3b4252", "#aab4c8", "diamond", "Polri, TNI, intelijen", "Police, military, intelligence"),
    "JusticeBody": Sector("#8e3b88", "#dd8ad5", "triangleDown", "Penegak hukum, peradilan", "Prosecution and courts"),
    "LegislativeBody": Sector("#7a4a12", "#d8a25a", "hexagon", "Lembaga perwakilan", "Legislatures"),
    "StateCommission": Sector("#56b4e9", "#a4dcff", "hexagon", "Komisi negara", "State commissions"),
    "PoliticalParty": Sector("#b8860b", "#f0e442", "star", "Partai politik", "Political parties"),
    "CivilSociety": Sector("#cc79a7", "#f5b3d6", "diamond", "Masyarakat sipil", "Civil society"),
    "MediaBody": Sector("#5c2a9d", "#b79cf0", "square", "Media dan organisasi pers", "Media and press organisations"),
    "EducationBody": Sector("#1b6e5a", "#9be8d2", "triangleDown", "Pendidikan", "Education"),
    "": Sector("#6b7280", "#c3c9d4", "dot", "Lembaga lain", "Other bodies"),
    GROUP: Sector("#9aa3af", "#717a88", "dot", "Kelompok", "Groups"),
}
