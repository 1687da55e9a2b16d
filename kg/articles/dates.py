"""The day of publication in the forms that files and pages give it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_OTHER_MONTHS = {"may": 5, "ags": 8, "aug": 8, "oct": 10, "nop": 11, "dec": 12}
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)")
_NAMED = re.compile(r"\b(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2}),\s+(\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b")


def parse_date(value: object) -> date | None:
    """The day a field means: ISO 8601, RFC 2822, seconds since 1970, or as Indonesian pages write it; else None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_seconds(value)
    words = str(value).strip()[:200]
    return find_date(words) or _from_mail(words)


def find_date(words: str) -> date | None:
    """The first day that is written in the words ("Selasa, 17 Desember 2019 09:15 WIB"), None if none is."""
    if found := _ISO.search(words):
        return _day(found[1], found[2], found[3])
    if found := _NAMED.search(words):
        return _day(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.search(words):
        return _day(found[3], _month(found[1]), found[2])
    if found := _NUMBERS.search(words):
        year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        return _day(year, found[2], found[1])
    return None


def _month(name: str) -> int:
    start = name[:3].lower()
    return _MONTHS.index(start) + 1 if start in _MONTHS else _OTHER_MONTHS.get(start, 0)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _from_seconds(value: float) -> date | None:
    try:
        return datetime.fromtimestamp(value, tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _from_mail(words: str) -> date | None:
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None
