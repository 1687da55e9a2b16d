"""Who wrote, took the picture, edited, and when the page was put up: lines about the article, not of it."""

from __future__ import annotations

import re

from kg.articles.shapes import shape
from kg.lexicon.cues import Guarded

_DAY = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|ahad|minggu)"
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[ie]?|jul[iy]?|agu(?:st(?:us)?)?|ags|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?)\.?"
)
_DATE = (
    rf"(?:{_DAY}\s?[,/|]?\s*)?\(?(?:\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},\s+\d{{4}}|"
    r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d\d-\d\d)\)?"
)
_PUT_UP = (
    r"(?:(?:dipublikasikan|diterbitkan|diperbarui|diposting|posted on|published|updated?|tayang|terbit|last updated|"
    r"tanggal)?\s*(?:pada)?\s*:?)"
)
_TIME = r"(?:(?:pukul|jam|at)?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?\s*(?:am|pm)?\s*(?:wib|wita|wit)?"
_NAME = r"(?-i:[A-Z][\w.’']*(?: [A-Z][\w.’']*){0,4})"
ROLE = (
    r"(?:oleh|penulis|pewarta|reporter|wartawan|jurnalis|kontributor|laporan|editor|redaktur|penyunting|uploader|by|author|"
    r"foto(?:grafer)?|sumber|source|publisher|publikasi|admin)"
)

PAGE_DATE = shape(
    "page_date",
    "byline",
    rf"(?:[\w .]{{0,30}}[|/•·–,-]\s*)?{_PUT_UP}?\s*{_DATE}[\s,|@•·–-]*{_TIME}"
    r"\s*(?:[|•·–-]?\s*(?:cetak|print|[\w .]{0,30}views?|dilihat.{0,20}))?\.?",
    reads=(
        "Selasa, 17 Desember 2019 09:15 WIB",
        "Jumat, 18 Oktober 2024",
        "Sabtu, 17 Februari 2024 - 19:30:05 WIB Cetak",
        "Admin | 12 Juni 2024",
        "Diperbarui: 3/10/2024 14.05",
        "2024-09-25",
    ),
    refuses=("Rapat digelar Rabu (21/08/2024).", "Selasa, 24 Desember 2019 di Gresik."),
)
CREDIT = shape(
    "credit_line",
    "byline",
    rf"\W*(?:{ROLE}(?:\s*(?:/|&|dan)\s*{ROLE})?)\s*[:|]\s*.{{1,90}}|oleh|\W*(?:oleh|by|laporan)\s+{_NAME}(?:\W.{{0,60}})?",
    reads=(
        "Penulis: Budi Santoso", "Editor : Ani", "Reporter/Editor: Budi", "oleh", "Oleh: Humas", "Oleh Budi Santoso",
        "Foto : Dok. Humas", "Sumber: Humas Bawaslu",
    ),
    refuses=("Penulis buku itu hadir.", "Oleh karena itu Bawaslu mengundang para camat untuk ikut serta mengawasi."),
)  # fmt: skip
SIGNATURE = shape(
    "signature",
    "byline",
    r"[-–—(*\[]{1,2}\s?[^\W\d_][\w.,’'/& *+-]{0,40}?\s?[-–—)*\]]{1,2}\.?|\(?[*)(+]{1,5}\)?|"
    r"[^\W\d_][\w.]*(?: [\w.]+){0,3} / [A-Z][\w .]{1,30}",
    reads=("-NOVIA ROCHMAWATI-", "(Iwan)", "(*)", "(nov/rif)", "***", "Budi / RBTV"),
    refuses=("(1) melaporkan dugaan pelanggaran,", "- Bawaslu Gresik"),
)
BYLINES = (PAGE_DATE, CREDIT, SIGNATURE)

_INITIALS = (
    r"\((?:(?:adv|red|hms|humas|rls|rilis)\b[^()]{0,20}|\*+|[a-z]{1,6}(?:[/|&-][A-Za-z*]{1,12})*|[A-Z]{1,5}|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:[/|][\w*]+)?|[A-Z][A-Za-z]*/[\w* ]{1,20})\)?[.*]?"
)
_AFTER_SENTENCE = r"(?:(?<=[.!?)\"”])|(?<=[.!?)\"”] ))"
END_CREDIT = Guarded(re.compile(
    rf"(?:-(?P<dashed>[A-Z][A-Z.’']+(?: [A-Z][A-Z.’']*){{0,4}})-|{_AFTER_SENTENCE}(?P<initials>{_INITIALS})|\(\*+\)"
    r"|(?P<photo>\((?i:foto|sumber|ist|istimewa|dok|dokumentasi|doc)\b[^()]{0,60}\)\.?)"
    rf"|{_AFTER_SENTENCE}(?P<agency>[A-Z]{{3,}}(?: FOTO)?/[A-Z][\w.]*(?: [A-Z][\w.]*){{0,4}})"
    rf"|{_AFTER_SENTENCE}(?P<label>(?i:foto|sumber|penulis|editor|reporter)\s?:\s?[A-Z][^.!?]{{1,60}}))$"
))
"""A credit at the end of a line of text: "(nov)", "(Iwan)", "-NOVIA ROCHMAWATI-", "(Sumber: Humas)", "ANTARA/Budi"."""
