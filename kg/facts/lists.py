"""Lists of actors in a tagged sentence: "Ketua KPU X, Masykur, Forkopimda, serta awak media"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon.cues import Guarded
from kg.records import Mention
from kg.rules import Tagged, expand

ACTORS = frozenset({"org", "group", "person", "post"})
_TAG = re.compile(r"⟦(\w+):(\d+)⟧")
# What may stand between two members of one list. Each entry with the phrase that made it needed.
_GAP = re.compile(
    r"^(?:[\s,;:&()/.\-–•]|dan|serta|beserta|berikut|maupun|hingga|juga|bersama|jajaran(?:nya)?|unsur|perwakilan|utusan|para|segenap|seluruh|"
    r"semua|sejumlah|beberapa|oleh|dari|di|wilayah|yakni|yaitu|antara lain|seperti|pihak|lainnya|terkait|tingkat|pengurus|perwakilan dari|"
    r"tamu undangan|undangan|ketua|anggota|staf|selaku|sebagai|yang|diwakili|mewakili|turut|hadir|ikut|pula|masing-masing|\d+|"
    r"setempat|kemudian|sampai|termasuk|bapak|ibu|diantaranya|adalah|terdiri|kepala|pimpinan|atau|dan/atau|pendukung|lainnya|lalu|tak|ketinggalan|begitu|puluhan|ratusan|belasan|seluruhnya|antara|dll|rombongan|kedua|ketiga|pertama|keempat|kelima|tersebut|ini|rekan|kalangan|"
    r"unsur|elemen|berbagai|lain|siswa|rombongan|didatangkan|dihadirkan|diundang|menjadi|sekaligus|bertindak|berperan|salah|seorang|satu|utama|tim|sebanyak|orang|peserta|narasumber|pemateri|pembicara)*$"
)
_STOP = re.compile(
    r"(?:\b(?:untuk|guna|agar|supaya|membahas|bertujuan|bertema|bertajuk|dengan tema|dalam rangka|sebagai upaya|sehingga|karena|sebab|"
    r"ketika|saat|setelah|sebelum|terkait|mengenai|tentang|soal|demi|dimana|di mana|namun|tetapi|sementara itu|dalam acara|dengan agenda|"
    r"dengan mengambil|dengan materi|membawakan|menyampaikan materi|yang (?:mengupas|membahas|memaparkan|menyampaikan|berlangsung|digelar|"
    r"bertugas|menjelaskan|mengatakan))\b)"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of a list: a person, else a body or group, else a post whose holder is not named."""

    mention: Mention
    index: int


_SAYS = re.compile(expand(r"{says}"))
_QUOTE = re.compile(r"⟦quote")


def after(tagged: Tagged, position: int, *, strict: bool = False) -> list[Actor]:
    """The actors that stand after a position, up to a word that ends lists, a quotation or a verb of saying.

    `strict`: the list ends at the first gap that holds more than list words.
    """
    stop = _end(tagged, position)
    found: list[Actor] = []
    last = position
    for index, start in enumerate(tagged.starts):
        if not position <= start < stop:
            continue
        mention = tagged.mentions[index]
        if mention.kind in ACTORS:
            if strict and not _GAP.match(_words(tagged.text[last:start])):
                break
            found.append(Actor(mention, index))
            last = start + len(f"⟦{mention.kind}:{index}⟧")
        elif mention.kind in {"area", "date", "weekday", "venue", "place", "event", "pronoun"} and strict:
            last = start + len(f"⟦{mention.kind}:{index}⟧") if mention.kind in {"area", "place"} else last
    return _without_holders(tagged, found)


def before(tagged: Tagged, position: int) -> list[Actor]:
    """The actors of the list that ends just before a position, in order."""
    found: list[Actor] = []
    last = position
    for index in range(len(tagged.starts) - 1, -1, -1):
        start, mention = tagged.starts[index], tagged.mentions[index]
        end = start + len(f"⟦{mention.kind}:{index}⟧")
        if end > position:
            continue
        if mention.kind not in ACTORS | {"area", "place"} or not _GAP.match(_words(tagged.text[end:last])):
            break
        if mention.kind in ACTORS:
            found.insert(0, Actor(mention, index))
        last = start
    return _without_holders(tagged, found)


def _end(tagged: Tagged, position: int) -> int:
    """Where a list ends. A verb before its first member does not end it ("hadir membuka acara Anggota …")."""
    first = next(
        (
            start
            for m, start in zip(tagged.mentions, tagged.starts, strict=True)
            if start >= position and m.kind in ACTORS
        ),
        position,
    )
    from_first = first if first - position <= 60 else position
    stop = len(tagged.text)
    for pattern, start in ((_STOP, from_first), (_SAYS, from_first), (_QUOTE, position)):
        found = pattern.search(tagged.text, start)
        if found:
            stop = min(stop, found.start())
    return stop


def _words(gap: str) -> str:
    return _TAG.sub(" ", gap).strip()


def _without_holders(tagged: Tagged, actors: list[Actor]) -> list[Actor]:
    """A post beside the person who holds it is not a second actor; an absent one that somebody stands in for is none."""
    kept: list[Actor] = []
    for actor in actors:
        if actor.mention.kind == "org" and _of_the_person_behind(tagged, actor.index):
            continue
        if actor.mention.kind == "post" and (_holder_near(tagged, actor.index) or _stood_in(tagged, actor.index)):
            continue
        kept.append(actor)
    return kept


def _of_the_person_behind(tagged: Tagged, index: int) -> bool:
    """Whether a person stands right behind a body ("narasumber Bawaslu Riau Budi")."""
    return (
        index + 1 < len(tagged.mentions)
        and tagged.mentions[index + 1].kind == "person"
        and _between(tagged, index, index + 1) == " "
    )


def only_a_list(tagged: Tagged) -> list[Actor]:
    """The actors of a sentence that is nothing but a list of three or more, [] otherwise."""
    if len(tagged.mentions) < 3 or not _GAP.match(
        re.sub(r"(?:diwakili|diwakilkan|lain\w*|dll)", " ", _words(tagged.text)).strip(" .")
    ):
        return []
    found = [Actor(m, i) for i, m in enumerate(tagged.mentions) if m.kind in ACTORS]
    return _without_holders(tagged, found) if len(found) >= 3 else []


def _holder_near(tagged: Tagged, index: int) -> bool:
    return any(
        0 <= other < len(tagged.mentions)
        and tagged.mentions[other].kind == "person"
        and re.fullmatch(
            r"[\s,:(]*(?:yakni|yaitu|selaku|sebagai|,)?[\s,:(]*", _between(tagged, min(index, other), max(index, other))
        )
        for other in (index + 1, index - 1)
    )


def _between(tagged: Tagged, left: int, right: int) -> str:
    end = tagged.starts[left] + len(f"⟦{tagged.mentions[left].kind}:{left}⟧")
    return tagged.text[end : tagged.starts[right]]


_STAND_IN = Guarded(re.compile(r"[^⟦]{0,4}(?:yang )?(?:kali ini |dalam hal ini )?(?:diwakili|diwakilkan)"))
_FOR = Guarded(re.compile(r"\b(?:mewakili|membacakan|sambutan(?: tertulis)?|amanat(?: tertulis)?|pesan)\s*(?:⟦post:\d+⟧\s*)?$"))


def _stood_in(tagged: Tagged, index: int) -> bool:
    end = tagged.starts[index] + len(f"⟦{tagged.mentions[index].kind}:{index}⟧")
    return bool(_STAND_IN.match(tagged.text, end)) or bool(_FOR.search(tagged.text[: tagged.starts[index]]))


def absent(tagged: Tagged) -> Iterator[int]:
    """Indexes of posts and people that somebody stands in for."""
    return (i for i, m in enumerate(tagged.mentions) if m.kind in {"post", "person"} and _stood_in(tagged, i))
