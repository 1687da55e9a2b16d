"""Dates and weekdays as the press writes them: found in a text, shifted, written again in another format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_MONTH_FORMS = {name.lower(): i + 1 for i, name in enumerate(MONTHS)} | {
    "pebruari": 2,
    "nopember": 11,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "agt": 8,
    "agust": 8,
    "ags": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "des": 12,
}
_DAY = r"Senin|Selasa|Rabu|Kamis|Jum['’`]?at|Sabtu|Minggu|Ahad"
_MONTH = "|".join(sorted(_MONTH_FORMS, key=len, reverse=True))
_TO = r"\s*(?:-|–|s/d|s\.d\.?|sampai|hingga|dan|&)\s*"
_DATE = rf"""(?P<iso>20\d\d-\d\d-\d\d)
  |(?P<nd>[\dO]{{1,2}})(?:{_TO}(?P<nd2>\d{{1,2}}))?\s+(?P<nm>{_MONTH})\b\.?(?:(?P<ncomma>\s*,?\s*)(?P<ny>2[0O][\dO]{{2}}))?
  |(?P<d>[\dO]{{1,2}})(?:\s?-\s?(?P<d2>\d{{1,2}}))?(?P<sep>\s?[/.-]\s?)(?P<m>[\dO]{{1,2}})(?:\s?[/.-]\s?(?P<y>20[\dO]{{2}}|[12]\d))
  |(?<=\()(?P<sd>\d{{1,2}})(?:\s?-\s?(?P<sd2>\d{{1,2}}))?\s?/\s?(?P<sm>\d{{1,2}})(?=\)|-\d\d?/\d\d?\))
  |(?:(?<=/\d-)|(?<=/\d\d-))(?P<ed>\d{{1,2}})/(?P<em>\d{{1,2}})(?=\))"""
DATE = re.compile(
    rf"(?<![\w/.])(?:(?<!-)|(?<=/\d-)|(?<=/\d\d-))(?:{_DATE})(?![\w/]|\.\d|-\d(?!\d?/\d\d?\)))",
    re.IGNORECASE | re.VERBOSE,
)
WEEKDAY = re.compile(rf"(?<![\w@])(?:{_DAY})(?!\w)", re.IGNORECASE)
NO_WEEKDAY = re.compile(
    r"(?:\b(?:salat|sholat|shalat|setiap|tiap|satu|dua|tiga|empat|beberapa|se|per|\d+)\s*)$", re.IGNORECASE
)
NO_DAY_AFTER = re.compile(
    r"\s+(?:Curhat|Berkah|Bersih|Kliwon|Legi|Pahing|Pon|Wage|depan|lalu|tenang|ini)\b", re.IGNORECASE
)
YEAR = re.compile(r"(?<![\d./\-])20[12]\d(?![\d.]|-\d\d-)")
LAW = re.compile(
    r"(?:Nomor|No\.?|UU|Perbawaslu|PKPU|Perda|PP|Perpu|Perppu|Permendagri|Undang-undang)\b[^.,;\n]{0,50}"
    r"(?:Tahun|/)\s*(20[012]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in the text: where, which days (first and last), whether a year is written, and the format.

    `format` is iso, named or numeric.
    """

    start: int
    end: int
    first: date
    last: date | None
    year: bool
    format: str
    short_year: bool = False


def dates(text: str, year: int) -> list[Found]:
    """All dates of a text; one without a year is taken to lie in the given one."""
    return [one for m in DATE.finditer(text) if (one := _found(m, year))]


def _found(m: re.Match[str], year: int) -> Found | None:
    try:
        if m["iso"]:
            return Found(*m.span(), date.fromisoformat(m["iso"]), None, True, "iso")
        if m["nm"]:
            day, last, month, written, form = m["nd"], m["nd2"], _MONTH_FORMS[m["nm"].lower()], m["ny"], "named"
        else:
            day, last = m["d"] or m["sd"] or m["ed"], m["d2"] or m["sd2"]
            month, written, form = _number(m["m"] or m["sm"] or m["em"]), m["y"], "numeric"
        y = (_number(written) % 100 + 2000) if written else year
        end = date(y, month, _number(last)) if last else None
        return Found(
            *m.span(), date(y, month, _number(day)), end, bool(written), form, bool(written) and len(written) == 2
        )
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text.upper().replace("O", "0"))


def weekday(word: str) -> int:
    """The number of a weekday, Monday being 0."""
    plain = re.sub(r"['’`]", "", word).capitalize()
    return DAYS.index("Minggu" if plain == "Ahad" else plain)


def written(first: date, last: date | None, form: str, year: bool, short: bool = False) -> str:
    """A date, or days from first to last, in a format: iso, named, numeric, dashed, padded."""
    if form == "iso":
        return first.isoformat()
    if form == "named":
        until = _named(last, year) if last else ""
        if not last:
            return _named(first, year)
        same = (first.year, first.month) == (last.year, last.month)
        return f"{first.day}-{until}" if same else f"{_named(first, year and first.year != last.year)} - {until}"
    if not last:
        return _numeric(first, form, year, short)
    same = (first.year, first.month) == (last.year, last.month)
    head = f"{first.day:02d}" if form == "padded" else str(first.day)
    return f"{head if same else _numeric(first, form, False, short)}-{_numeric(last, form, year, short)}"


def _named(day: date, year: bool) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def _numeric(day: date, form: str, year: bool, short: bool) -> str:
    mark = "-" if form == "dashed" and year else "/"
    number = "{:02d}" if form == "padded" else "{}"
    parts = [number.format(day.day), number.format(day.month)]
    return mark.join([*parts, *([f"{day.year % 100:02d}" if short else str(day.year)] if year else [])])
