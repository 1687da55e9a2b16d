"""Captions: text about a picture, which is read, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.articles.bylines import END_CREDIT
from kg.articles.datelines import opens_with_dateline
from kg.articles.lines import Line
from kg.articles.shapes import LONGEST, shape

_ABOVE = 400
_FRAGMENT = 110

CAPTION_HEAD = shape(
    "caption_head",
    "caption",
    r"(?:\W*(?:ket(?:erangan)?\.? ?(?:foto|gambar)|teks ?foto|caption|foto|gambar|photo)\s*[:/–—-]\s*(?=(?:\S+ ){4}).*"
    r"|(?-i:[A-Z]{4,}(?: [A-Z]+){0,2})\s?:\s.*[.)])",
    reads=(
        "Foto: Ketua Bawaslu Gresik menyerahkan piagam kepada camat.",
        "Keterangan foto: Suasana rakor di Hotel Horison.",
        "SERAHKAN: Ketua Bawaslu menyerahkan piagam.",
    ),
    refuses=("Foto: Humas", "Foto bersama menutup acara.", "KPU: pendaftaran dibuka.", "BAWASLU: Jangan Golput"),
)
_OWN_FORM = re.compile(r"^[\"“”]|^(?:[-•*▪]|\(?\d+[.)]|[a-z][.)])\s|[,:;\"“”]$")
_POSITION = re.compile(
    r"(?i)\((?:[^()]{0,30}\b(?:dari|paling|sebelah)\s)?"
    r"(?:kiri|kanan|tengah|berdiri|duduk|berjilbab|berpeci|memegang mik\w*)[^()]{0,30}\)"
)
_FROM_ONE_SIDE = re.compile(r"(?i)\(?dari (?:kiri|kanan)\b")


def label_pictures(lines: list[Line]) -> None:
    """Tells the captions that show by their own words."""
    _label(lines, _told_by_words)


def label_untold_pictures(lines: list[Line]) -> None:
    """Tells the captions that show by their place, once the titles are known."""
    dateline = _first_dateline(lines)
    _label(lines, lambda line, at: _told_by_place(lines, at, dateline))


def _label(lines: list[Line], rule_of: Callable[[Line, int], str]) -> None:
    for at, line in enumerate(lines):
        rule = "" if line.kind or line.length > _ABOVE else rule_of(line, at)
        if rule:
            line.kind, line.rule = "caption", rule


def _told_by_words(line: Line, _: int) -> str:
    words = line.words
    if line.length <= LONGEST and CAPTION_HEAD.pattern.fullmatch(words):
        return CAPTION_HEAD.name
    placed = ("(" in words and _POSITION.search(words)) or _FROM_ONE_SIDE.match(words)
    if placed and not words.startswith(("\"", "“", "”")):
        return "who_stands_where"
    credit = END_CREDIT.search(words[-160:])
    return "photo_credit_behind" if credit and (credit["photo"] or credit["dashed"] or credit["agency"]) else ""


def _told_by_place(lines: list[Line], at: int, dateline: int) -> str:
    if _is_repeated(lines, at):
        return "said_twice"
    if at < dateline:
        return "above_the_dateline"
    return "fragment" if _is_fragment(lines, at) else ""


def _first_dateline(lines: list[Line]) -> int:
    """Where the report itself begins: the last of the first few lines that carry a dateline, -1 if none does."""
    told = [at for at, line in enumerate(lines) if line.kind in ("", "title", "caption")][:6]
    return max((at for at in told if not lines[at].kind and opens_with_dateline(lines[at].words)), default=-1)


def _is_repeated(lines: list[Line], at: int) -> bool:
    """Whether the line above or below says the same: a picture's caption and its alternative text."""
    near = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return lines[at].length <= LONGEST and any(other.length <= LONGEST and other.same == lines[at].same for other in near)


def _is_fragment(lines: list[Line], at: int) -> bool:
    """Whether the line stands by itself between sentences and is none: a picture's text, or a heading."""
    line = lines[at]
    if line.length > _FRAGMENT or line.ends_sentence or _OWN_FORM.search(line.words):
        return False
    alone = line.text[line.start - 2 : line.start] == "\n\n" and line.text[line.end : line.end + 2] == "\n\n"
    return alone and 0 < at < len(lines) - 1
