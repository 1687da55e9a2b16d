"""Dates as Indonesian news writes them: names of months and days and their misspellings, figures, ranges, missing years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon.words import MONTHS, WEEKDAYS
from kg.records import Mention, Span

_DAYNAME = r"(?:" + "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True)) + r")"
_MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")"
_DAY = r"[0-3]?\d"
_YEAR = r"(?:2[0Oo][0-9Oo]{2}|\d{2}\b)"
_SEP = r"[/.\-–]"
_TO = r"\s*\)?\s*(?:-|–|—|s\.?/?d\.?|sampai(?: dengan)?|hingga|dan|&)\s*"
_LEAD = (
    rf"(?:(?P<weekday>{_DAYNAME})(?:{_TO}(?P<weekday2>{_DAYNAME}))?(?:\s+(?:pagi|siang|sore|malam|dini hari))?"
    r"\s*[,:]?\s*(?:tanggal\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a date. Examples are whole mentions; `refuses` must not be read as a date at all."""

    name: str
    pattern: re.Pattern[str]
    reads: tuple[tuple[str, str], ...]
    refuses: tuple[str, ...]


def _form(name: str, body: str, reads: tuple[tuple[str, str], ...], refuses: tuple[str, ...]) -> Form:
    return Form(name, re.compile(rf"(?<![\w/]){_LEAD}\(?{body}", re.IGNORECASE), reads, refuses)


FORMS = (
    _form(
        "range_two_months",
        rf"(?P<day>{_DAY})\s+(?P<month>{_MONTH})\.?(?:\s+(?P<year>{_YEAR}))?{_TO}(?:{_DAYNAME}\s*,?\s*\(?)?(?P<day2>{_DAY})\s+(?P<month2>{_MONTH})\b\.?(?:\s+(?P<year2>{_YEAR}))?",
        (
            ("30 September - 2 Oktober 2024", "2024-09-30/2024-10-02"),
            ("28 Oktober hingga 1 November", "--10-28/--11-01"),
        ),
        ("Pasal 30 sampai 31",),
    ),
    _form(
        "range_one_month",
        rf"(?P<day>{_DAY}){_TO}(?P<day2>{_DAY})\s+(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>{_YEAR}))?",
        (("26-28 September 2024", "2024-09-26/2024-09-28"), ("12 s.d. 14 Agustus", "--08-12/--08-14")),
        ("7-8 orang",),
    ),
    _form(
        "named_month",
        rf"(?P<day>{_DAY})\s+(?:bulan\s+)?(?P<month>{_MONTH})\b\.?(?:\s*,?\s+(?:tahun\s+)?(?P<year>{_YEAR}))?",
        (("Selasa 25 Juni", "--06-25"), ("Jum'at, 4 Pebruari 2O22", "2022-02-04")),
        ("25 orang", "17 Agustusan"),
    ),
    _form(
        "range_figures",
        rf"(?P<day>{_DAY})/(?P<month>[01]?\d){_TO}(?P<day2>{_DAY})/(?P<month2>[01]?\d)(?:/(?P<year>{_YEAR}))?(?![\d/])",
        (("Senin-Rabu (18/11-20/11", "--11-18/--11-20"), ("(30/9-1/10/2024", "2024-09-30/2024-10-01")),
        ("11/12-13",),
    ),
    _form(
        "range_days_figures",
        rf"(?P<day>{_DAY}){_TO}(?P<day2>{_DAY})/(?P<month>[01]?\d)(?:/(?P<year>{_YEAR}))?(?![\d/])",
        (("(26-28/9/2024", "2024-09-26/2024-09-28"), ("(5-6/11", "--11-05/--11-06")),
        ("3-2",),
    ),
    _form(
        "figures",
        rf"(?P<day>{_DAY})\s*(?P<sep>{_SEP})\s*(?P<month>[01]?\d)\s*(?P=sep)\s*(?P<year>{_YEAR})(?![\d/])",
        (("Kamis (25/09/24", "2024-09-25"), ("Senin (23-12-2019", "2019-12-23")),
        ("7.943.000", "08/2018"),
    ),
    _form(
        "figures_no_year",
        rf"(?P<day>{_DAY})/(?P<month>[01]?\d)(?![\d/])",
        (("Rabu (25/9", "--09-25"), ("(7/11", "--11-07")),
        ("1/2 jam", "24/7"),
    ),
    Form(
        "iso",
        re.compile(r"(?<!\d)(?P<year>20\d{2})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        (("2024-11-07", "2024-11-07"), ("2023-01-31", "2023-01-31")),
        ("2024-13-40",),
    ),
)
# Where a date can begin: a day's name, a bracket or a number; what follows decides.
_START = re.compile(rf"(?<![\w/])(?:[\d(]|(?i:{_DAYNAME}))|(?<!\d)20\d{{2}}-")
_DIGIT = re.compile(r"\d")
_NEEDS_BRACKET = frozenset({"figures_no_year", "range_days_figures", "range_figures"})


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The dates in a stretch of text. `key` is ISO ("2024-09-26/2024-09-28"; "--09-25" without a year)."""
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop):
        return
    taken: list[Span] = []
    starts = [match.start() for match in _START.finditer(text, start, stop)]
    for form in FORMS if starts else ():
        for match in matches_at(form.pattern, text, starts, stop):
            span = Span(match.start(), match.end())
            key = _key(match)
            if key is None or any(span.meets(other) for other in taken) or not _bracketed(form, text, match):
                continue
            taken.append(span)
            days = tuple(day for day in (_group(match, "weekday"), _group(match, "weekday2")) if day)
            yield Mention("date", span, key, form.name, (("weekday", " ".join(day.lower() for day in days)),))


def matches_at(pattern: re.Pattern[str], text: str, starts: Sequence[int], stop: int) -> Iterator[re.Match[str]]:
    """All matches of a pattern, left to right, tried only at these places."""
    here = 0
    for start in starts:
        match = pattern.match(text, start, stop) if start >= here else None
        if match is not None:
            here = match.end()
            yield match


def _bracketed(form: Form, text: str, match: re.Match[str]) -> bool:
    """Bare figures such as 24/7 are dates only in brackets or beside a day's name; "Universitas 17 Agustus 1945" is none."""
    before = match.start()
    while before and text[before - 1].isspace():
        before -= 1
    if form.name not in _NEEDS_BRACKET:
        return not text.endswith(("Universitas", "Univ.", "Untag", "UNTAG"), 0, before)
    return (
        "(" in match.group()
        or bool(_group(match, "weekday"))
        or text.endswith(("(", "tanggal"), 0, before)
    )


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "") if name in match.re.groupindex else ""


def _key(match: re.Match[str]) -> str | None:
    year = _year(_group(match, "year2") or _group(match, "year"))
    day, month = int(_group(match, "day")), _month(_group(match, "month"))
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if not _group(match, "day2"):
        return f"{year}-{month:02}-{day:02}"
    day2, month2 = int(_group(match, "day2")), _month(_group(match, "month2") or _group(match, "month"))
    year1 = _year(_group(match, "year")) if _group(match, "year") else _year_before(year, month > month2)
    if not (1 <= day2 <= 31 and 1 <= month2 <= 12) or (year1, month, day) > (year, month2, day2):
        return None
    return f"{year1}-{month:02}-{day:02}/{year}-{month2:02}-{day2:02}"


def _year_before(year: str, earlier: bool) -> str:
    """The year of a range's first day, where only its last day gives one."""
    return str(int(year) - 1) if earlier and year != "-" else year


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.get(word.lower().rstrip("."), 0)


def _year(word: str) -> str:
    digits = word.lower().replace("o", "0")
    if not digits:
        return "-"
    return digits if len(digits) == 4 else f"20{digits}"
