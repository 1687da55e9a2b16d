"""A corpus of any size that looks like an archive: reports of meetings, reprints of them, and other news.

    python benchmarks/corpus.py 10000 > corpus.jsonl

Reports are the annotated articles with other areas, people and days (tests/swaps). Of ten texts six are reports of their
own, two are reprints with a new headline and an end cut off, two are about something else. The same number and seed give
the same lines.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from swaps import KINDS, CannotSwap  # noqa: E402
from swaps.annotated import Annotated, load  # noqa: E402

from kg.lexicon import areas  # noqa: E402

_REPRINTS, _OTHER = 0.2, 0.2
_VARIANTS = 20
_RECENT = 200
_OUTLETS = "Kabar {0}|Suara {0}|{0} Pos|Radar {0}|Warta {0}|{0} Terkini".split("|")
_SUBJECTS = (
    "Harga cabai", "Hujan deras", "Turnamen bola voli", "Panen padi", "Perbaikan jalan", "Pameran batik", "Vaksinasi ternak",
    "Lomba paduan suara", "Kemacetan di simpang lima", "Pelatihan nelayan",
)  # fmt: skip
_TELLING = (
    "{0} di {1} menarik perhatian warga sejak {2} pagi.", "Kepala Dinas Perdagangan {1} menyebut keadaan itu wajar.",
    '"Kami terus memantau perkembangan di lapangan," kata {3}, Kamis ({4}/8).', "Sebanyak {4} orang datang dari kecamatan sekitar.",
    "Pemerintah Kabupaten {1} menyiapkan anggaran Rp {4}00 juta.", "Menurut {3}, tahun lalu jumlahnya hanya {4} unit.",
    "Warga berharap {0} segera mendapat perhatian.", "Kegiatan itu berlangsung di Alun-Alun {1} sampai sore.",
    "Ketua Karang Taruna {1}, {3}, ikut membantu panitia.", "Cuaca di {1} diperkirakan cerah sampai akhir pekan.",
)  # fmt: skip
_NAMES = "Sutrisno Wahyuni Hartono Lestari Kurniawan Rahmawati Simanjuntak Siregar Nasution Wibowo Handayani Saputra".split()


def corpus(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many articles as the records of a JSONL file, one after the other."""
    rng = Random(seed)
    recent: deque[str] = deque(maxlen=_RECENT)
    for number in range(count):
        kind = rng.random()
        if kind < _REPRINTS and recent:
            text = _reprinted(rng.choice(recent), rng)
        elif kind < _REPRINTS + _OTHER:
            text = _other(rng)
        else:
            text = _report(rng)
            recent.append(text)
        yield {"id": f"{seed}-{number:07}", "outlet": rng.choice(_OUTLETS).format(_place(rng)), "text": text}


def _report(rng: Random) -> str:
    """An annotated article in another area, with other people, on other days: as far as its words allow."""
    article = _moved(rng.randrange(len(_originals())), rng.randrange(_VARIANTS))
    for kind in ("people", "dates"):
        article = _swapped(article, kind, rng)
    return article.text


@cache
def _moved(number: int, variant: int) -> Annotated:
    """Areas take long to swap, so that each article gets some twenty others only."""
    return _swapped(_originals()[number], "area", Random(f"{number} {variant}"))


def _swapped(article: Annotated, kind: str, rng: Random) -> Annotated:
    try:
        return KINDS[kind](article, rng)
    except CannotSwap:
        return article


@lru_cache(maxsize=1)
def _originals() -> tuple[Annotated, ...]:
    return tuple(article for folder in ("seeds", "dev", "own") for article in load(ROOT / "tests" / "gold" / folder))


def _reprinted(text: str, rng: Random) -> str:
    """The text under another headline, often without its last lines."""
    lines = text.split("\n")
    headline = f"{_place(rng)}: {lines[0]}" if len(lines[0]) < 150 else lines[0]
    return "\n".join([headline, *lines[1 : len(lines) - rng.choice((0, 0, 1, 2)) * (len(lines) > 6)]])


def _other(rng: Random) -> str:
    subject, place, name = rng.choice(_SUBJECTS), _place(rng), " ".join(rng.sample(_NAMES, 2))
    told = [
        rng.choice(_TELLING).format(subject, place, "Senin", name, rng.randrange(2, 90)) for _ in range(rng.randrange(8, 20))
    ]
    return "\n\n".join([f"{subject} di {place} Jadi Perhatian", *(" ".join(told[i : i + 3]) for i in range(0, len(told), 3))])


def _place(rng: Random) -> str:
    known = areas.load()
    return known.get(rng.choice(known.codes("regency"))).short_name


if __name__ == "__main__":
    for record in corpus(int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])):
        print(json.dumps(record, ensure_ascii=False))
