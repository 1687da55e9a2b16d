"""Lists of participants in a text, cut into items: a body, a group, or a post with the person who holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swaps.annotated import Annotated, Gold
from swaps.members import GROUP_WORDS, TYPE_WORDS
from swaps.mentions import find

_OPENS = re.compile(
    r"\b(?:dihadiri|hadir|hadiri|diikuti|ikuti|mengundang|diundang|melibatkan|menghadirkan|mengikutsertakan|meliputi|"
    r"terdiri|antara lain|yakni|yaitu|di antaranya|diantaranya|mulai dari|tampak)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\s*(?:(?:oleh|dari|atas|antara lain|yakni|yaitu|adalah|para|seluruh|segenap|unsur|perwakilan|juga|"
    r"turut|pula|langsung|lain|dalam|pada|kegiatan|acara|tersebut|ini|itu|di|sejumlah)\s+)*[:,]?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*[,;]\s*(?:(?:dan|serta|beserta|hingga|maupun)\s+(?:juga\s+|pula\s+)?)?"
    r"|\s+(?:dan|serta|beserta)\s+(?:juga\s+|pula\s+)?"
)
_VERB = re.compile(
    r"\b(?:yang|untuk|guna|akan|ikut|telah|sudah|agar|supaya|dengan|bahwa|saat|di|pada|ketika|karena|juga|"
    r"turut|demi|sebagai|selaku|bersama|me[nmlry]\w{3,}|ber\w{4,}|di[a-z]{4,}i)\b"
)
_ENDS = re.compile(
    r"(?<=[a-z]{3})\.(?=\s|$)|(?<=[A-Z]{3})\.(?=\s|$)|(?<=\))\.|[:!?\n\"“”]|\s-\s|\((?!\w+\))|"
    r"\.?\s(?:yang|untuk|guna|pada|dengan|bertempat|saat|agar|dalam|kata)\s|\sdi\s(?!wilayah|lingkungan)"
)
# In these names "dan" joins no two items.
_ONE = re.compile(
    r"(?:Dinas|Badan|Bagian|Bidang|Divisi|Kementerian|Ketua|Tata|Sekretaris|Asisten|Kabag|Kepala|Gubernur|"
    r"Bupati|Koordinator|Kordiv)\b[^,;]*$",
    re.IGNORECASE,
)
_POST = re.compile(
    r"^(?:Ketua|Anggota|Sekretaris|Komisioner|Kepala|Wakil|Kapol|Kasat|Dandim|Kasdim|Camat|Bupati|Wabup|Sekda|"
    r"Ko?ordi|Kabag|Plt|Plh|Pjs?\b|Rektor|Danramil|Kajari|Wali ?kota|Asisten|Lurah)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:para\s+)?(?:Ketua|Anggota|Sekretaris|Wakil Ketua|Kepala)", re.IGNORECASE)
_OFFICE = re.compile(r"(?:Kabag|Kasub|Kasi|Ko?ordi|Kepala (?:Bagian|Bidang|Sub))", re.IGNORECASE)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.?\s?){1,4}|Dt\.?\s?.*")
REST = re.compile(r"lain|sejumlah|undangan|instansi terkait|dll", re.IGNORECASE)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A list in the text: where it stands, its items, and the event (by number) whose participants they are."""

    start: int
    end: int
    items: tuple[str, ...]
    event: int


def find_rows(article: Annotated) -> list[Row]:
    """The lists of an article whose items are all plain, and mostly known as participants of one event."""
    people = [(one.start, one.end) for one in find(article.text, article.gold)[0]]
    rows: list[Row] = []
    for m in _OPENS.finditer(article.text):
        stop = _ENDS.search(article.text, m.end())
        lead = _LEAD.match(article.text[m.end() :])
        start, limit = m.end() + (lead.end() if lead else 0), stop.start() if stop else len(article.text)
        spans = _items(article, start, limit, people)
        if any(row.start < limit and start < row.end for row in rows) or not _plain(article.text, spans, people):
            continue
        items = tuple(article.text[a:b] for a, b in spans)
        event = _event(items, spans, people, article)
        if event is not None:
            rows.append(Row(spans[0][0], spans[-1][1], items, event))
    return rows


def _items(article: Annotated, start: int, end: int, people: list[Span]) -> list[Span]:
    """Where the items stand: pieces between separators, a post put together with its person, a person with degrees."""
    text, pieces, at = article.text, [], start
    names = [body["name"] for field in ("bodies", "bodies_maybe") for body in article.gold.get(field, [])]
    whole = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    for m in _CUT.finditer(text, start, end):
        within = any(a < m.start() and m.end() < b for a, b in whole)
        if within or (
            "," not in m[0]
            and ";" not in m[0]
            and _ONE.search(text[at : m.start()])
            and not _named((at, m.start()), people)
        ):
            continue
        pieces.append((at, m.start()))
        at = m.end()
    merged: list[Span] = []
    for piece in [*pieces, (at, len(text[:end].rstrip(" ,")))]:
        if merged and _together(text, merged[-1], piece, people):
            merged[-1] = merged[-1][0], piece[1]
        else:
            merged.append(piece)
    return merged


def _together(text: str, before: Span, piece: Span, people: list[Span]) -> bool:
    words, held = text[piece[0] : piece[1]], _named(before, people)
    if held:
        return (
            bool(_DEGREE.fullmatch(words))
            and not _named(piece, people)
            and "." in words + text[piece[1] : piece[1] + 1]
        )
    old = text[before[0] : before[1]]
    starts = any(piece[0] <= a <= piece[0] + 16 and b <= piece[1] for a, b in people)
    return bool(_BARE.fullmatch(old)) or (bool(_POST.match(old)) and starts and not _POST.match(words))


def _named(span: Span, people: list[Span]) -> bool:
    return any(span[0] <= a and b <= span[1] for a, b in people)


def _plain(text: str, spans: list[Span], people: list[Span]) -> bool:
    """Three items or more, all different, each short and without a clause."""
    items = [text[a:b] for a, b in spans]
    if len(items) < 3 or len(set(items)) < len(items):
        return False
    if any(_OFFICE.match(item) and not _named(span, people) for item, span in zip(items, spans, strict=True)):
        return False  # the head of several divisions, cut in two
    return all(
        0 < len(item.split()) <= (18 if _named(span, people) else 8)
        and not _VERB.search(re.sub(r"\bdi (?:wilayah|lingkungan)\b", "", item))
        for item, span in zip(items, spans, strict=True)
    )


def _event(items: tuple[str, ...], spans: list[Span], people: list[Span], article: Annotated) -> int | None:
    """The event that takes at least two thirds of the items, and at least two, as participants (people aside)."""
    for number, event in enumerate(article.gold.get("events", [])):
        took = [*event.get("participants", []), *event.get("speakers", []), *event.get("participants_maybe", [])]
        hits = [
            item
            for item, span in zip(items, spans, strict=True)
            if _named(span, people) or any(_is(item, key, article.gold) for key in took)
        ]
        sure = [item for item in items if any(_is(item, key, article.gold) for key in event.get("participants", []))]
        held = [key for key in event.get("participants", []) if key.startswith("person:")]
        if len(hits) >= 2 and 3 * len(hits) >= 2 * len(items) and (len(sure) >= 2 or len(held) >= 2):
            return number
    return None


def _is(item: str, key: str, gold: Gold) -> bool:
    """Whether an item of a list is this body or group."""
    if key.startswith("person:"):
        return False
    if key.startswith("group:"):
        return bool(re.search(GROUP_WORDS.get(key[6:], key[6:].replace("-", " ")), item, re.IGNORECASE))
    name = next((body["name"] for body in gold["bodies"] if body["key"] == key), "")
    short = TYPE_WORDS.get(key.partition("@")[0], "(?!)")
    return bool(name and (name.lower() in item.lower() or item.lower() in name.lower())) or bool(
        re.search(rf"\b(?:{short})\b", item, re.IGNORECASE)
    )
