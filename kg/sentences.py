"""Article → sentences: headlines and captions whole, paragraphs split where a sentence ends.

A quotation is not split: its marks hold its sentences together. Chrome, bylines and headlines of other articles are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon.words import NO_NAME
from kg.records import Article, Block, Sentence, Span

READ = frozenset({"title", "caption", "body"})
# Each entry with the phrase that made it needed.
_ABBREVIATIONS = frozenset(
    {
        "no",
        "nomor",  # Perbawaslu No. 5
        "jl",
        "jln",
        "kec",
        "kab",
        "kel",
        "prov",
        "rt",
        "rw",  # Jl. Di Panjaitan, Kec. Indramayu
        "dr",
        "drs",
        "dra",
        "ir",
        "prof",
        "h",
        "hj",
        "kh",
        "st",
        "tgk",
        "dt",
        "tb",
        "kgs",
        "rd",
        "rm",
        "ra",
        "rr",
        "lc",  # Drs. H. Ahmad, RA. Muhammad
        "pj",
        "pjs",
        "plt",
        "plh",  # Pj. Bupati
        "s",
        "m",
        "sh",
        "mh",
        "si",
        "sos",
        "pd",
        "ag",
        "kom",
        "ip",
        "ik",
        "ap",
        "hum",
        "ak",
        "psi",
        "kn",
        "th",  # S.Pd., M.Si.
        "moh",
        "muh",
        "abd",
        "ab",
        "ny",
        "sdr",
        "bpk",  # Moh. Amin
        "div",
        "dll",
        "dsb",
        "dst",
        "hlm",
        "tgl",
        "pol",
        "inf",
        "purn",
        "a",
        "n",
        "an",  # a.n. Bupati
    }
)
# Degrees may end a sentence: "… Budi Santoso, S.E. Turut hadir".
_DEGREE_ENDS = frozenset("e h m s si pd sos kom ag hum sh mh se mm ip ap ak kn th psi i k".split())
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-ZÀ-Þ0-9])")
_QUOTE_MARK = re.compile("[“„”\"]")
_LAST_WORD, _NEXT_WORD = re.compile(r"(\w+)$"), re.compile(r"\W+(\w+)")
_OPEN_QUOTE, _CLOSE_QUOTE = '“„”"', '”"'


def split(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article, in order; their spans point into its text."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind in READ:
            found += [Sentence(span, block.kind, number) for span in _spans(article.text, block)]
    return tuple(found)


def _spans(text: str, block: Block) -> Iterator[Span]:
    start, end = block.span.start, block.span.end
    closed = _quoted(text, start, end)
    quote = 0
    for match in _END.finditer(text, start, end):
        while quote < len(closed) and closed[quote][1] <= match.end():
            quote += 1
        inside = quote < len(closed) and closed[quote][0] < match.start()
        if inside or _abbreviated(text, start, match):
            continue
        if text[start : match.end()].strip():
            yield Span(start, match.end())
        start = _past_blanks(text, match.end(), end)
    if text[start:end].strip():
        yield Span(start, end)


def _past_blanks(text: str, here: int, end: int) -> int:
    while here < end and text[here].isspace():
        here += 1
    return here


def _abbreviated(text: str, start: int, match: re.Match[str]) -> bool:
    if not text.startswith(".", match.start()):
        return False
    word = _LAST_WORD.search(text[max(start, match.start() - 20) : match.start()])
    if word is None:
        return False
    if word.group(1).isdigit():  # "1." before an item of a list, not "tahun 2024."
        return len(word.group(1)) <= 2 and text[match.start() - len(word.group(1)) - 1] in " \n("
    following = _NEXT_WORD.match(text, match.end())
    if following and word.group(1).lower() in _DEGREE_ENDS and following.group(1).lower() in NO_NAME:
        return False
    return word.group(1).lower() in _ABBREVIATIONS or (len(word.group(1)) == 1 and word.group(1).isalpha())


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between paired double quotes within one block."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for found in _QUOTE_MARK.finditer(text, start, end):
        here, mark = found.start(), found.group()
        if opened is None and mark in _OPEN_QUOTE:
            opened = here
        elif opened is not None and mark in _CLOSE_QUOTE:
            spans.append((opened, here + 1))
            opened = None
        elif opened is not None and mark == "“":
            opened = here
    return spans
