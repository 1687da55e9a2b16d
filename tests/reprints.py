"""What another outlet makes of a press release: a new heading, a dateline and by-lines of its own, the text cut at the
head and the tail, some words changed, its own lines around it. What was reported, and its names and days, stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_OUTLETS = ("KABAR MISAL", "WARTAREKAAN.COM", "SUARACONTOH.ID", "Harian Umpama", "PORTAL ANDAI")
_HEADINGS = ("Jelang Pemilihan, Ini yang Dibahas", "Pengawasan Diperkuat, Simak Penjelasannya",
             "Begini Hasil Pertemuan Jajaran Pengawas", "Pesan Penting untuk Semua Pihak", "Semua Pihak Diminta Bersiap")
_BEFORE = ("Foto: Istimewa", "Reporter: Tim Redaksi", "Dok. Humas", "Baca Juga: Cuaca Pekan Ini Diprakirakan Hujan Ringan",
           "Bagikan:", "Editor: Redaktur Contoh", "1 menit baca")
_AFTER = ("Ikuti berita lainnya di saluran WhatsApp kami.", "Editor: Redaktur Contoh", "Baca Juga: Harga Cabai Turun di Pasar",
          "Penulis: Tim Redaksi", "Sumber: siaran pers", "Dapatkan kabar terbaru di Google News.", "Tags: Pemilu, Berita, Daerah")
_WORDS = tuple(tuple(pair.split("/")) for pair in """
mengatakan/menuturkan menyampaikan/mengutarakan menggelar/mengadakan kegiatan/acara pihaknya/lembaganya seluruh/semua
tersebut/itu juga/pula untuk/guna dalam/pada agar/supaya dapat/bisa harus/mesti menjelaskan/menerangkan ujarnya/katanya
bersama/beserta sebagai/selaku serta/dan karena/sebab melakukan/menjalankan adanya/terdapatnya masyarakat/warga
memastikan/menjamin terkait/mengenai berharap/menginginkan penting/krusial hadir/datang melalui/lewat oleh/dari
telah/sudah sejumlah/beberapa saat/ketika pelaksanaan/penyelenggaraan menjadi/jadi meningkatkan/menaikkan tegasnya/imbuhnya
""".split())
_OTHER = {word: other for one, two in _WORDS for word, other in ((one, two), (two, one))}


@dataclass(frozen=True, slots=True)
class Hand:
    """How hard an outlet works on a text: shares of words changed, of sentences dropped at the end and within, how
    many of the first paragraphs may go, whether it reorders paragraphs, and how many names it mistypes."""

    words: float
    tail: float
    within: float
    head: int
    reorder: bool = False
    typos: float = 0.0


HANDS = {
    "reprint": Hand(0.0, 0.0, 0.0, 0),
    "cut": Hand(0.1, 0.4, 0.05, 1, typos=0.01),
    "reworded": Hand(0.6, 0.2, 0.1, 1, typos=0.03),
    "half": Hand(0.3, 0.55, 0.1, 1, True),
}


def other_version(text: str, hand: Hand, rng: Random, place: str = "Kota Misal") -> str:
    """The text as another outlet runs it; the first line of `text` is its heading."""
    _, *lines = [line for line in text.split("\n") if line.strip()] or [""]
    paragraphs = [_dateline_off(line) if number == 0 else line for number, line in enumerate(lines)]
    paragraphs = paragraphs[min(rng.randint(0, hand.head), max(0, len(paragraphs) - 2)):]
    sentences = [(number, one) for number, line in enumerate(paragraphs) for one in _SENTENCE.split(line)]
    sentences = sentences[: max(3, round(len(sentences) * (1 - rng.uniform(0, hand.tail))))]
    kept = [one for number, one in enumerate(sentences) if number < 2 or rng.random() >= hand.within]
    body = [" ".join(_reworded(one, hand, rng) for at, one in kept if at == number)
            for number in sorted({at for at, _ in kept})]
    if hand.reorder and len(body) > 3:
        middle = body[1:]
        rng.shuffle(middle)
        body = [body[0], *middle]
    return "\n".join(_around(body, rng, place))


def _around(body: list[str], rng: Random, place: str) -> list[str]:
    outlet = rng.choice(_OUTLETS)
    lead = f"{rng.choice((place.upper(), place))}, {outlet} {rng.choice(('-', '–', '|'))} {body[0]}" if body else ""
    before = rng.sample(_BEFORE, rng.randint(0, 2))
    after = rng.sample(_AFTER, rng.randint(0, 3))
    return [rng.choice(_HEADINGS), *before, lead, *body[1:], *after]


def _dateline_off(line: str) -> str:
    return re.sub(r"^[^.\n]{3,60}?\s[-–—|]+\s", "", line)


def _reworded(sentence: str, hand: Hand, rng: Random) -> str:
    def other(match: re.Match[str]) -> str:
        word = _OTHER.get(match[0])
        return word if word and rng.random() < hand.words else match[0]

    def mistyped(match: re.Match[str]) -> str:
        at = rng.randrange(1, len(match[0]) - 1)
        return match[0][:at] + match[0][at + 1 :] if rng.random() < hand.typos else match[0]

    return re.sub(r"\b[A-Z][a-z]{4,}\b", mistyped, re.sub(r"[a-z]+", other, sentence))
