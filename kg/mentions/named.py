"""Bodies that no list holds, known by the word their name begins with: universities, schools, associations, offices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.phrases import Phrases
from kg.lexicon.places import table
from kg.mentions import bodies
from kg.mentions.context import AreaName, Line, area_at, capital
from kg.records import Mention


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins names of bodies, the class of what it names, and the phrase that made it needed."""

    words: tuple[str, ...]
    sector: str
    phrase: str


def _heads() -> dict[str, Head]:
    rows = (
        ("universitas institut politeknik akademi", "EducationBody", "Universitas Diponegoro"),
        ("uin iain stain stai stie stisip stkip stikes stmik stih iai unu umm", "EducationBody", "UIN Walisongo"),
        ("sma smk smp man mts sman smkn smpn mtsn ma slb", "EducationBody", "SMA Negeri 1 Batang"),
        ("ponpes pesantren", "EducationBody", "Ponpes Lirboyo"),
        (
            "yayasan lembaga forum ikatan himpunan persatuan perkumpulan komunitas aliansi koalisi majelis paguyuban serikat "
            "gerakan lsm ormas keluarga jaringan persekutuan perhimpunan laskar relawan",
            "CivilSociety",
            "Forum Kewaspadaan Dini",
        ),
        (
            "dinas badan kantor biro sekretariat satuan komando kementerian komisi dewan perum perumda bank",
            "GovernmentBody",
            "Dinas Pertanian",
        ),
    )
    return {word: Head((word,), sector, phrase) for words, sector, phrase in rows for word in words.split()}


HEADS = _heads()
_PAIRS = {
    ("sekolah", "tinggi"): "EducationBody",
    ("pondok", "pesantren"): "EducationBody",
    ("badan", "eksekutif"): "CivilSociety",
    ("cabang", "dinas"): "GovernmentBody",
}
_SCHOOLS = frozenset("sma smk smp man mts sman smkn smpn mtsn ma slb".split())
_LINKS = frozenset(["dan", "&", "untuk", "bagi", "/", "-", "–", ",", "'", "’"])
_STOPS = frozenset("kabupaten kab kota provinsi prov se yang di pada dalam selaku".split())
# Verbs in headlines end a name ("Lembaga Pendidikan Tingkatkan Partisipasi").
_HEADLINE_VERB = re.compile(
    r"(?!pe|ke)\w{4,}kan$|me(?:ng|ny|n|m)\w{4,}$|ber(?:sepakat|sama|sinergi|kolaborasi|kunjung)$"
)
_LEADS_TO_CAMPUS = frozenset(
    "akademisi dosen kampus mahasiswa universitas rektor pakar fakultas bem dari dekan guru".split()
)


def first_words() -> frozenset[str]:
    """The words, in small letters, that names of this kind begin with: head words, and short names of universities."""
    return frozenset((*HEADS, *(first for first, _ in _PAIRS), *campuses()))


def at(line: Line, index: int) -> tuple[int, Mention] | None:
    """A body named by its first word and the capitals after it: (index after, mention), or None."""
    word = line.low(index)
    sector = _PAIRS.get((word, line.low(index + 1)), HEADS[word].sector if word in HEADS else "")
    if not sector or not capital(line.raw(index)) or (word in {"ma", "man"} and not line.raw(index).isupper()):
        return None
    after = _end(line, index, sector)
    if after - index < 2 or (
        sector == "GovernmentBody"
        and any(
            bodies.at(line, here) or concepts.phrases("role").longest(line.tokens, here)
            for here in range(index + 1, after)
        )
    ):
        return None
    if sector == "GovernmentBody" and concepts.phrases("group-type").longest(line.tokens, index):
        return None
    if after - index == 2 and concepts.phrases("group-type").longest(line.tokens, index + 1):
        return None
    return _mention(line, index, after, sector)


def campus_at(line: Line, index: int) -> tuple[int, Mention] | None:
    """A university by its short name; very short ones only in capitals after a word that leads to them."""
    short = line.raw(index)
    if short in line.aliases:
        name, kind = line.aliases[short]
        return index + 1, Mention(
            "org",
            line.span(index, index + 1),
            "",
            "short_form_given_before",
            (("areas", ""), ("level", ""), ("name", name), ("sector", kind)),
        )
    if short.lower() not in campuses() or not capital(short):
        return None
    if len(short) <= 3 and not (short.isupper() and line.low(index - 1) in _LEADS_TO_CAMPUS):
        return None
    detail = (("areas", ""), ("level", ""), ("name", campuses()[short.lower()]), ("sector", "EducationBody"))
    return index + 1, Mention("org", line.span(index, index + 1), "", "short_name_of_campus", detail)


@cache
def _full_names() -> Phrases[str]:
    """Universities by their full names: what follows is a person or place ("Universitas Negeri Timur Budi Santoso")."""
    found: Phrases[str] = Phrases()
    for name in campuses().values():
        found.add(name, name)
    return found


@cache
def campuses() -> dict[str, str]:
    """Short names of universities (lower case) to full names, from ontology/tables/campuses.csv."""
    return {row["short"].lower(): row["name"] for row in table("campuses")}


def _end(line: Line, index: int, sector: str) -> int:
    """Past the capitals of the name; links count only between capitals. A known university ends where its name ends."""
    known = _full_names().longest(line.tokens, index) if sector == "EducationBody" else None
    if known is not None:
        return known[0]
    here = index + 1
    while here < len(line.tokens):
        word = line.raw(here)
        if line.low(here) in _STOPS or line.low(here) in {"prof", "dr", "drs", "dra", "ir", "h", "hj"} or word == "(":
            break
        if _HEADLINE_VERB.match(word.lower()) or concepts.phrases("event-type").longest(line.tokens, here):
            break
        if (capital(word) and (word.isalpha() or "'" in word)) or (
            word.isdigit() and (line.low(index) in _SCHOOLS or here - index < 5)
        ):
            here += 1
            continue
        if word.lower() in _LINKS and _joins(line, here, sector):
            here += 1
            continue
        break
    return here


def _joins(line: Line, here: int, sector: str) -> bool:
    """ "dan" joins two words of one name only in names of offices; a comma never ends one."""
    if not capital(line.raw(here + 1)) or line.low(here + 1) in HEADS:
        return False
    if line.low(here) == ",":
        return sector == "GovernmentBody" and "dan" in (line.low(here + 2), line.low(here + 3))
    return line.low(here) != "dan" or sector == "GovernmentBody"


def _mention(line: Line, index: int, after: int, sector: str) -> tuple[int, Mention]:
    end, area = after, None
    if sector == "GovernmentBody" or line.low(after) in {"kabupaten", "kab", "kota", "provinsi"}:
        area = _area_inside(line, index, after) or area_at(line, after, loose=True)
        if area is not None and area.after > after:
            end = area.after
        elif area is not None:
            after = next(i for i in range(index + 1, after + 1) if area_at(line, i, loose=True) == area)
    name = line.words(index, after)
    if line.raw(after) == "(" and line.raw(after + 2) == ")":
        end = max(end, after + 3)
        if (
            sector == "EducationBody"
            and len(name.split()) == 2
            and capital(line.raw(end))
            and area_at(line, end, loose=True)
        ):
            name, end = f"{name} {line.raw(end)}", end + 1
    codes = area.codes if area is not None else ()
    return end, Mention(
        "org",
        line.span(index, end),
        "",
        "named_by_head_word",
        (("areas", " ".join(codes)), ("level", area.level if area else ""), ("name", name), ("sector", sector)),
    )


def _area_inside(line: Line, index: int, after: int) -> AreaName | None:
    """An office's area at the end of its capitals ("Dinas Pertanian Batang")."""
    for here in range(index + 2, after):
        area = area_at(line, here)
        if area is not None and area.after == after:
            return area
    return None
