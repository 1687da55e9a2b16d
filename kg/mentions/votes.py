"""Which election the words name: "Pilkada Serentak Tahun 2024", "Pemilu dan Pemilihan 2024", "Pilkada" alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.lexicon import concepts, elections
from kg.lexicon.words import MONTHS
from kg.mentions.dates import matches_at
from kg.records import Mention, Span


@dataclass(frozen=True, slots=True)
class Naming:
    """A way to name an election. `reads` are texts with the keys read in them; `refuses` are not read in this way.

    In the pattern ``{word}`` stands for a form of a family, ``{legal}`` for one that needs a day too, ``{year}`` for
    years, ``{links}`` for what may stand between them (areas, offices), ``{also}`` for another election before it.
    """

    name: str
    pattern: str
    reads: tuple[tuple[str, str], ...]
    refuses: tuple[str, ...]


NAMINGS = (
    Naming(
        "election_with_year",
        r"{also}{word}{links}\s+{year}",
        (
            ("tahapan Pilkada Serentak Tahun 2024", "pilkada-2024"),
            ("Pemilihan Gubernur dan Wakil Gubernur, Bupati dan Wakil Bupati Tahun 2020", "pilkada-2020"),
            ("Pilgub Nusa Tenggara Barat 2018", "pilkada-2018"),
            ("pengawasan Pemilu dan Pilkada 2024", "pemilu-2024 pilkada-2024"),
            ("belajar dari Pemilu 2019 dan 2024", "pemilu-2019 pemilu-2024"),
            ("Pemilihan Umum Kepala Daerah 2024", "pilkada-2024"),
        ),
        (
            "Pilkades 2024",
            "Komisi Pemilihan Umum Tahun 2024",
            "Pilkada 2017",
            "Pemilihan Serentak Kepala Desa 2024",
            "Pemilu",
        ),
    ),
    Naming(
        "election_on_polling_day",
        r"{word}{links}(?:,?\s+(?i:yang|jadwalnya|digelar|pada|tanggal|hari|rabu),?){0,5}\s+(?P<day>\d{1,2})\s+{month}\s+{year}",
        (("Pilkada serentak, Rabu 27 November 2024", "pilkada-2024"), ("pemilu tanggal 17 April 2019", "pemilu-2019")),
        ("Pemilu pada 26 Agustus 2024", "Pilkada 27 November"),
    ),
    Naming(
        "election_legal_name",
        r"{also}{legal}\s+(?:(?i:tahun)\s+)?{year}",
        (("tahapan Pemilihan Tahun 2024", "pilkada-2024"), ("Pemilu dan Pemilihan 2024", "pemilu-2024 pilkada-2024")),
        ("pemilihan 2024", "Pemilihan Ketua 2024", "Pemilihan Tahun 2019"),
    ),
    Naming(
        "election_by_date",
        r"{word}",
        (("persiapan Pilkada di daerah", "pilkada"), ("Pemilihan Serentak mendatang", "pilkada")),
        ("pengawas Pemilu", "Pilkada 2024", "Pilkada 2015", "pemilihan"),
    ),
)
_WITHOUT_YEAR = "pilkada"
"""Only this family is read without a year: "Pemilu" stands in names of bodies and laws, and for any vote."""
_LINKS = r"""(?:(?>
    (?:,?\s+|\s*/\s*)(?i:kepala|daerah|gubernur|bupati|wali\s?kota|wakil|dan|serta|maupun)\b(?!\s*(?:{families}|{legal}))
  | \s+(?i:serentak|seretak|nasional|langsung|tahun|thn|th|di|kabupaten|kab|kota|provinsi|prov)\b\.?
  | \s+(?!{families}|{legal}|Desa\b|Ketua\b)[A-Z][\w’'-]*
  )){0,16}""".replace("\n", "").replace(" ", "")
_FIRST = 3
_ALSO = r"(?:(?P<also>{families})(?:\s+(?i:serentak|tahun))?\s*(?:,|/|&|\b(?i:dan|serta|maupun|atau)\b)\s*)?"
_YEAR = r"(?P<year>20[12]\d)(?!\d)(?:\s*(?:,|/|&|dan|serta)\s*(?P<second>20[12]\d)(?!\d))?"


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The elections that a stretch of text names, by rule; the key is the election's, without a year the family's."""
    stop = len(text) if end is None else end
    first = _compiled("{word}|{legal}")
    starts = [at.start() for at in _beginning().finditer(text, start, stop) if first.match(text, at.start(), stop)]
    taken: list[Span] = []
    for naming in NAMINGS if starts else ():
        for match in matches_at(_compiled(naming.pattern), text, starts, stop):
            span = Span(*match.span())
            if not any(span.meets(other) for other in taken):
                taken.append(span)
                for key in _keys(naming.name, match):
                    yield Mention("election", span, key, naming.name)


def _keys(name: str, match: re.Match[str]) -> list[str]:
    parts = match.groupdict()
    family = _families().get(_plain(parts.get("word") or ""), _WITHOUT_YEAR)
    if name == "election_by_date":
        return [family] if family == _WITHOUT_YEAR else []
    named = [_families().get(_plain(parts.get("also") or "")), family]
    years = [int(year) for year in (parts["year"], parts["second"]) if year]
    found = [elections.of_year(each, year) for each in named if each for year in years]
    if parts.get("day"):
        day = (int(parts["day"]), MONTHS[parts["month"].lower()])
        found = [one for one in found if one and (one.vote.day, one.vote.month) == day]
    return list(dict.fromkeys(one.key for one in found if one))


def means(mention: Mention, day: date | None) -> str:
    """The key of the election that a mention means in a report of a day, "" if that is not sure.

    The law's bare "Pemilihan" counts from the vote before its own that year; a name without a year while the election runs.
    """
    if mention.rule == "election_by_date":
        running = elections.running(mention.key, day) if day else None
        return running.key if running else ""
    if mention.rule != "election_legal_name":
        return mention.key
    own = elections.by_key()[mention.key].vote
    before = [one.vote for one in elections.elections() if one.vote < own and one.vote.year == own.year]
    return mention.key if not before or (day is not None and day > max(before)) else ""


@cache
def _beginning() -> re.Pattern[str]:
    """The first letters of all forms: most sentences have none of them anywhere."""
    forms = [*_families(), *(word.lower() for word in _weak())]
    first = "".join(sorted({form[0] + form[0].upper() for form in forms}))
    return re.compile(f"[{first}](?=(?i:{'|'.join(sorted({form[1:_FIRST] for form in forms}))}))")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    words = "|".join(map(_pattern, sorted(_families(), key=len, reverse=True)))
    first = "".join(sorted({form[0] + form[0].upper() for form in _families()}))
    families = rf"(?=[{first}])(?<!\w)(?<!(?i:komisi)\s)(?<!(?i:badan\spengawas)\s)(?i:{words})\b"
    legal = rf"(?<!\w)(?:{'|'.join(map(_pattern, _weak()))})\b"
    months = "|".join(sorted(MONTHS, key=len, reverse=True))
    parts = {
        "{also}": _ALSO,
        "{links}": _LINKS,
        "{year}": _YEAR,
        "{month}": rf"(?P<month>(?i:{months}))\b",
        "{word}": "(?P<word>{families})",
        "{families}": families,
        "{legal}": legal,
    }
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern)


def _pattern(form: str) -> str:
    return r"\s+".join(map(re.escape, form.split()))


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _families() -> dict[str, str]:
    """The forms of each family of elections, in small letters."""
    families = [concept for concept in concepts.load().of("election") if not concept.broader]
    return {word.lower(): concept.key for concept in families for word in concept.words}


def _weak() -> list[str]:
    families = [concept for concept in concepts.load().of("election") if not concept.broader]
    return sorted(word for concept in families for word in concept.properties.get("weakLabel", ()))
