"""Which day an event took place: candidates scored by where they stand, missing years from what the article says."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache

from kg.lexicon.words import WEEKDAYS
from kg.mentions import ReadSentence
from kg.records import Article, Mention

# Days of voting are spoken of in many articles and are not the day of a meeting.
POLLING_DAYS = frozenset(
    {
        date(2014, 4, 9),
        date(2014, 7, 9),
        date(2015, 12, 9),
        date(2017, 2, 15),
        date(2018, 6, 27),
        date(2019, 4, 17),
        date(2020, 12, 9),
        date(2024, 2, 14),
        date(2024, 11, 27),
    }
)
_STAGE = re.compile(
    r"(?:sejak|mulai|hingga|sampai|tahapan|masa kampanye|masa tenang|pemungutan|pencoblosan|pencolosan|puncak\w*|hari h|undang-undang|"
    r"nomor|batas akhir|dijadwalkan|jadwal|mendatang|nanti|rencananya|surat|edaran|putusan)[^⟦⟧.]{0,45}$"
)


def resolve(mention: Mention, article: Article, default_year: int | None) -> tuple[date, date] | None:
    """First and last day of a date mention; the year from its weekday, the publication or the article; None if impossible."""
    first, _, last = mention.key.partition("/")
    last = last or first
    years = _years(mention, article, default_year) if first.startswith("-") or last.startswith("-") else [None]
    for year in years:
        days = _day(first, year), _day(last, year)
        if days[0] and days[1]:
            return days[0], days[1]
    return None


def _day(key: str, year: int | None) -> date | None:
    parts = key.lstrip("-").split("-")
    try:
        return (
            date(int(parts[0]), int(parts[1]), int(parts[2]))
            if len(parts) == 3
            else date(year or 0, int(parts[0]), int(parts[1]))
        )
    except ValueError:
        return None


def _years(mention: Mention, article: Article, default: int | None) -> list[int]:
    """Years to try, best first: publication, a year whose weekday fits, the year the article speaks of most."""
    if article.published is not None:
        return [article.published.year]
    likely = [*([default] if default else []), *_spoken_of(article.text)]
    if mention.get("weekday"):
        around = [y + d for y in likely[:2] for d in (0, -1)]
        fitting = [y for y in around if y and _fits(mention, y)]
        likely = fitting[:1] + likely
        likely += [] if likely else [y for y in range(2026, 2016, -1) if _fits(mention, y)]
    return [y for y in dict.fromkeys(likely) if y]


@lru_cache(maxsize=1)
def _spoken_of(text: str) -> tuple[int, ...]:
    """The years that a text speaks of, the one most named first."""
    named = Counter(int(year) for year in re.findall(r"(?<!\d)20[0-3]\d(?!\d)", text))
    return tuple(sorted(named, key=lambda year: (-named[year], -year)))


def _fits(mention: Mention, year: int) -> bool:
    day = _day(mention.key.partition("/")[0], year)
    return day is not None and day.weekday() == WEEKDAYS.get(mention.get("weekday").split()[0])


def note(mention: Mention, first: date) -> str:
    """What speaks against a date: the weekday written beside it, with the nearest day that fits it; "" if nothing does."""
    said = mention.get("weekday").split()
    if not said or first.weekday() == WEEKDAYS.get(said[0], first.weekday()):
        return ""
    names = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    want = WEEKDAYS[said[0]]
    shift = min(((want - first.weekday()) % 7, (want - first.weekday()) % 7 - 7), key=abs)
    fitting = date.fromordinal(first.toordinal() + shift)
    return f"{first.isoformat()} was {names[first.weekday()]}, the text says {names[want]}; {fitting.isoformat()} would fit"


def choose(
    article: Article, sentences: tuple[ReadSentence, ...], anchors: dict[int, float]
) -> tuple[int, Mention] | None:
    """The date that is the event's day: (sentence, mention). `anchors`: how strongly each sentence speaks of the event."""
    best: tuple[float, int, int, Mention] | None = None
    for number, one in enumerate(sentences):
        for index, mention in enumerate(one.top):
            if mention.kind != "date":
                continue
            score = anchors.get(number, 0.0) + (1.5 if number < 4 else 0.5) + (1.0 if mention.get("weekday") else 0.0)
            score += (
                1.0
                if article.text[mention.span.start : mention.span.end].startswith("(") or "(" in mention.rule
                else 0.0
            )
            before = one.tagged.text[: one.tagged.starts[index]]
            score -= 3.0 if _STAGE.search(before) else 0.0
            days = resolve(mention, article, None)
            if days is None or days[0] in POLLING_DAYS:
                continue
            if best is None or (score, -number) > (best[0], -best[1]):
                best = (score, number, index, mention)
    if best is None or best[0] <= 0:
        return None
    return _range_from(article, sentences, best[3]) or (best[1], best[3])


def _range_from(article: Article, sentences: tuple[ReadSentence, ...], chosen: Mention) -> tuple[int, Mention] | None:
    """A range elsewhere that begins on the chosen day tells the event's days more fully."""
    day = resolve(chosen, article, None)
    for number, one in enumerate(sentences):
        for mention in one.top:
            if mention.kind == "date" and "/" in mention.key and "/" not in chosen.key:
                days = resolve(mention, article, None)
                if day and days and days[0] == day[0] and (days[1] - days[0]).days <= 6:
                    return number, mention
    return None
