"""Other dates: every date of the article moved by the same number of days, weekdays along with them, years with the
elections' years, and written in other formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from swaps.annotated import Annotated, CannotSwap, Edit, Gold, followed, like, mapped, rewrite
from swaps.daywords import DAYS, LAW, NO_DAY_AFTER, NO_WEEKDAY, WEEKDAY, YEAR, Found, dates, weekday, written

_ISO = re.compile(r"20\d\d-\d\d-\d\d")
_TRIES = 400
_RANGED = re.compile(r"[-–]\s*\||\|\s*[-–]\s*\d")
_QUOTED = re.compile(r"[\"“”][^\"“”\n]{0,1200}[\"“”]")


def swap(article: Annotated, rng: Random) -> Annotated:
    """The article on other days. Raises CannotSwap where it bears no date."""
    year = _year(article.gold)
    kept = _kept(article)
    found = [one for one in dates(article.text, year) if not _within(one.start, kept)]
    starts = [date.fromisoformat(day) for day in sorted(_days(article.gold))]
    if not found or not starts:
        raise CannotSwap("no date")
    every = [*starts, *(day for one in found for day in (one.first, one.last) if day)]
    days, years = _shift(rng, every, article.text)
    edits = [
        *_dates(article.text, found, days, rng),
        *_weekdays(article.text, days, kept),
        *_years(article.text, found, years, kept),
    ]
    return Annotated(article.id, rewrite(article.text, edits), _gold(article, edits, days))


def _year(gold: Gold) -> int:
    days = sorted(_days(gold))
    return int(days[0][:4]) if days else 2024


def _days(gold: Gold) -> set[str]:
    found: set[str] = set()
    for event in (*gold.get("events", []), *gold.get("events_maybe", [])):
        for field in ("start", "end", "start_maybe", "end_maybe"):
            mapped(event.get(field), lambda day: found.add(day) or day)
    return {day for day in found if _ISO.fullmatch(day)}


def _kept(article: Annotated) -> list[tuple[int, int]]:
    """Where words look like dates and are none: names of bodies, venues and people, numbers of laws."""
    names = {body["name"] for field in ("bodies", "bodies_maybe") for body in article.gold.get(field, [])}
    names |= {event.get("venue") or "" for event in article.gold.get("events", [])} | set(
        article.gold.get("people", [])
    )
    spans = [
        m.span()
        for name in names
        if re.search(rf"\d|{'|'.join(DAYS)}", name)
        for m in re.finditer(re.escape(name), article.text)
    ]
    return spans + [m.span(1) for m in LAW.finditer(article.text)]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)


def _shift(rng: Random, every: list[date], text: str) -> tuple[int, int]:
    """By how many days and years: all dates keep their distance, and all change their year alike."""
    span = [int(m[0]) for m in YEAR.finditer(text)] + [day.year for day in every]
    for _ in range(_TRIES):
        years = rng.choice((-2, -1, 0, 0, 1))
        days = 365 * years + rng.randint(-75, 75)
        new = [day + timedelta(days) for day in every]
        aside = all(a.year + years == b.year for a, b in zip(every, new, strict=True))
        # Before 2018 the supervisors bore other names; a shift must not cross that line.
        if days and aside and (years == 0 or (min(span) + min(years, 0) >= 2018)):
            return days, years
    raise CannotSwap("its dates lie at both ends of a year")


def _dates(text: str, found: list[Found], days: int, rng: Random) -> Iterator[Edit]:
    styles: dict[str, tuple[str, str]] = {}
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    for one in found:
        first, last = one.first + timedelta(days), one.last + timedelta(days) if one.last else None
        old = text[one.start : one.end]
        place, form = styles.setdefault(old + _around(text, one), _style(rng, text, one))
        if _within(one.start, quotes):
            place, form = "as it is", one.format
        new = written(first, last, form, one.year, one.short_year)
        start, end = one.start, one.end
        if place == "out":
            start, end, new = _before(text, start, "("), end + 1, f", {new}"
        elif place == "in":
            start, new = _before(text, start, ""), f" ({new})"
        yield start, end, like(old, new) if old.isupper() else new


def _before(text: str, at: int, mark: str) -> int:
    """Where the spaces, the comma and the mark before a place begin."""
    return len(text[:at].removesuffix(mark).rstrip().removesuffix(",").rstrip())


def _around(text: str, one: Found) -> str:
    closed = text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] == ")"
    day = bool(
        re.search(
            rf"(?:{'|'.join(DAYS)}|Jum.at)(?:\s(?:pagi|siang|sore|malam))?\s*,?\s*\(?$",
            text[max(0, one.start - 24) : one.start],
        )
    )
    opened = text.rfind("(", 0, one.start) > text.rfind(")", 0, one.start)
    return f"{'closed' if closed else 'opened' if opened else 'bare'} {'day' if day else ''}"


def _style(rng: Random, text: str, one: Found) -> tuple[str, str]:
    """Where a date may stand (out of brackets, in brackets, as it is), and in which format."""
    around = _around(text, one)
    numeric = ["numeric", "padded", *(["dashed"] if one.year and not one.last else [])]
    if one.format == "iso" or _RANGED.search(text[one.start - 3 : one.start] + "|" + text[one.end : one.end + 3]):
        return "as it is", one.format
    if around.startswith("closed"):
        outside = [("out", "named")] if around.endswith("day") else []
        return rng.choice([*outside, *(("as it is", form) for form in ("named", *numeric))])
    if around == "bare day" and text[one.end : one.end + 1] in (" ", ",", ".", "\n", ""):
        return rng.choice([("as it is", "named"), *(("in", form) for form in numeric)])
    return "as it is", rng.choice(["named", "named", *(numeric if one.year else [])])


def _weekdays(text: str, days: int, kept: list[tuple[int, int]]) -> Iterator[Edit]:
    for m in WEEKDAY.finditer(text):
        small = m[0].islower() and not re.search(r"hari\s+$", text[: m.start()], re.IGNORECASE)
        no_day = NO_WEEKDAY.search(text[max(0, m.start() - 12) : m.start()])
        if small or no_day or _within(m.start(), kept) or NO_DAY_AFTER.match(text[m.end() : m.end() + 10]):
            continue
        yield m.start(), m.end(), like(m[0], DAYS[(weekday(m[0]) + days) % 7])


def _years(text: str, found: list[Found], years: int, kept: list[tuple[int, int]]) -> Iterator[Edit]:
    dated = [(one.start, one.end) for one in found]
    for m in YEAR.finditer(text):
        if years and not _within(m.start(), kept + dated):
            yield m.start(), m.end(), str(int(m[0]) + years)


def _gold(article: Annotated, edits: list[Edit], days: int) -> Gold:
    def change(text: str) -> str:
        if _ISO.fullmatch(text):
            return (date.fromisoformat(text) + timedelta(days)).isoformat()
        return followed(article.text, edits, text)

    gold: dict[str, Any] = dict(article.gold)
    for field in ("events", "events_maybe", "quotes", "quotes_maybe"):
        if field in gold:
            gold[field] = mapped(
                gold[field],
                change,
                (
                    "participants",
                    "participants_maybe",
                    "speakers",
                    "speaker",
                    "speakers_maybe",
                    "organizers",
                    "organizers_maybe",
                    "type",
                ),
            )
    return gold
