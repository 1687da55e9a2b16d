"""Whether a page of a crawl is worth the reading: a look at its bytes, long before its text is taken out of it.

It may let through what turns out to be irrelevant; it must not turn away what `kg` would have read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.places import table

ELECTION = frozenset({"bawaslu", "panwaslih", "panwascam", "pkd", "ptps", "kpu", "ppk", "pps", "kpps", "dkpp", "gakkumdu"})
"""Types of bodies that supervise or run elections, or judge those who do."""
_UNSEEN = re.compile(rb"<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL)
_WORD = re.compile(rb"[a-z]+")
_GENERAL = frozenset(
    "Kabupaten Kab Kota Provinsi Prov Kecamatan Kelurahan Desa Distrik Daerah Pusat Indonesia Republik RI Wilayah Badan Komisi Panitia "
    "Dewan Tim Petugas Kelompok Anggota Umum Pemilu Lapangan Hukum Terpadu Independen Kepala TPS Pos Posko Kantor".split()
)
_COMMON = 0.03
_ACRONYM = 5


def names_election_body(page: bytes) -> bool:
    """Whether the page has a word without which no name of an election body is written."""
    words, acronyms = _signs()
    return acronyms.search(page) is not None or any(word in page.lower() for word in words)


def indonesian(page: bytes) -> bool:
    """Whether the page's text is Indonesian: its commonest words, and more of its own than of Malay's."""
    counts = Counter(_WORD.findall(_UNSEEN.sub(b" ", page.lower())))
    both, own, malay = (sum(counts[word] for word in _words()[language]) for language in ("both", "id", "ms"))
    return both + own >= _COMMON * counts.total() > 0 and own >= malay


@cache
def _words() -> dict[str, frozenset[bytes]]:
    rows = [(row["language"], row["word"].encode()) for row in table("language_words")]
    return {language: frozenset(word for of, word in rows if of == language) for language, _ in rows}


@cache
def _signs() -> tuple[tuple[bytes, ...], re.Pattern[bytes]]:
    """Of each name its telling word, in small letters; acronyms, in capitals, must stand alone."""
    signs = {_telling(name) for name in _names()}
    acronyms = {sign for sign in signs if sign.isupper() and len(sign) <= _ACRONYM}
    words = {sign.lower() for sign in signs - acronyms}
    shortest = sorted(word.encode() for word in words if not any(other in word for other in words - {word}))
    return tuple(shortest), re.compile(rb"\b(?:" + b"|".join(sorted(sign.encode() for sign in acronyms)) + rb")\b")


def _names() -> Iterator[str]:
    for concept in concepts.load().of("agency-type"):
        if concept.key in ELECTION:
            yield from (*concept.alt, *concept.hidden, concept.labels["id"])


def _telling(name: str) -> str:
    """An acronym if there is one, else the longest word that other news would hardly have."""
    words = re.findall(r"\w+", name)
    own = [word for word in words if word not in _GENERAL] or words
    return next((word for word in own if word.isupper() and word.lower() != word), "") or max(own, key=len)
