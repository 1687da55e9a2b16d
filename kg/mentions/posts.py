"""Posts: status, role, division or unit, and the body, as one phrase ("Pj Bupati Batang", "Kordiv SDM Bawaslu Gresik")."""

from __future__ import annotations

from functools import cache

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept
from kg.lexicon.phrases import Phrases
from kg.lexicon.words import LEVEL_OF_FORM, NO_NAME, STATUS
from kg.mentions import bodies
from kg.mentions.context import Line, area_at, capital
from kg.mentions.offices import Office, office_at, past_term, past_unit
from kg.records import Mention

# A plain head's role follows from the body ("Kepala Kejaksaan Negeri Jember" is a Kajari).
_HEAD_OF_BODY = {
    "kejari": "kajari",
    "kejati": "kajati",
    "polres": "kapolres",
    "polda": "kapolda",
    "polsek": "kapolsek",
    "kodim": "dandim",
    "koramil": "danramil",
    "desa": "kepala-desa",
    "kelurahan": "lurah",
}
# Without an area or a name these are many: "para camat, kepala desa".
_OFTEN_MANY = frozenset({"camat", "lurah", "kepala-desa", "pkd", "ptps"})
# "Kantor Wali Kota", "rumah dinas Bupati" are places.
_ROOMS = frozenset({"kantor", "kediaman", "pendopo", "jabatan", "dinas", "ruang", "pendapa"})
# Titles that are names too: behind another name they are part of it ("Amin Sultan Rahim").
_NOBLE = frozenset({"sultan", "raja", "datu", "pangeran", "imam", "penghulu", "hakim", "tua"})
_COURTS = frozenset({"pn", "pt", "ptun"})


@cache
def _heads_of_offices() -> Phrases[Concept]:
    """Short titles made of "Ka" and an office's short name: Kadishub, Kasatpol PP, Kakesbangpol."""
    found: Phrases[Concept] = Phrases()
    for concept in concepts.load().of("agency-type"):
        if concept.first("sectorClass") != "GovernmentBody" or "regency" not in concept.properties.get("areaLevel", ()):
            continue
        for word in concept.words:
            if (
                word[:3].lower() in {"dis", "din", "sat", "bap", "bak", "kes", "bad", "bpb", "bkp"}
                and len(word.split()) <= 2
            ):
                for head in ("Ka", "Kaban ", "Kadis ", "Kakan ", "Sekdis ", "Kaba"):
                    found.add(
                        head + (word[3:] if head == "Kadis " and word.lower().startswith("dis") else word), concept
                    )
    return found


def first_words() -> frozenset[str]:
    """The words, in small letters, that posts begin with: titles, and what is said of their status."""
    titles = (*concepts.phrases("role").first_words, *_heads_of_offices().first_words)
    return frozenset((*titles, "p", *(status.split()[0] for status in STATUS)))


def at(line: Line, index: int) -> tuple[int, tuple[Mention, ...]] | None:
    """The post at a token: (index after, the post's mention and that of its body), or None."""
    if line.low(index - 1) in _ROOMS or (line.low(index - 2) == "ruang" and line.low(index - 1) == "kerja"):
        return None
    if line.low(index) in _NOBLE and capital(line.raw(index - 1)) and line.raw(index - 1).isalpha():
        return None
    start, status = _status(line, index)
    best: tuple[int, tuple[Mention, ...]] | None = None
    for after, values in concepts.phrases("role").at(line.tokens, start):
        if _spelt(line, start, values[0][1]):
            parsed = _post(line, index, after, values[0][0], status)
            if parsed is None:
                continue
            if best is None or parsed[0] > best[0] or (parsed[0] == best[0] and len(parsed[1]) > len(best[1])):
                best = parsed
    made = _heads_of_offices().longest(line.tokens, start)
    if made is not None:
        head = _office_head(line, index, start, status, made[0], made[1][0][0])
        best = head if best is None or (head[0] >= best[0] and len(best[1]) == 1) else best
    return best


def _spelt(line: Line, start: int, spelling: tuple[str, ...]) -> bool:
    """Short titles in capitals are titles only in capitals."""
    return not (len(spelling) == 1 and spelling[0].isupper()) or line.raw(start).isupper() or capital(line.raw(start))


def _status(line: Line, index: int) -> tuple[int, str]:
    word = line.low(index)
    if word == "p" and line.low(index + 1) == "j":
        return line.skip(index + 2), "acting"
    if f"{word} {line.low(index + 1)}" in STATUS:
        return index + 2, STATUS[f"{word} {line.low(index + 1)}"]
    if line.low(index - 1) in {"menjabat", "menjadi"} and line.low(index - 2) == "pernah":
        return index, "former"
    if word in STATUS:
        bracket = (
            3 if line.raw(index + 1) == "(" and line.low(index + 2) in STATUS and line.raw(index + 3) == ")" else 0
        )
        return line.skip(index + 1 + bracket), STATUS[word]
    return index, "current"


def _past_addition(line: Line, end: int) -> int:
    """Past "lainnya", "setempat", "asal Sumatera Barat", "daerah pemilihan Maluku", "Dapil II" behind a body."""
    if line.low(end) in {"lainnya", "setempat"}:
        return end + 1
    here = end + (
        2
        if line.low(end) == "daerah" and line.low(end + 1) == "pemilihan"
        else 1
        if line.low(end) in {"asal", "dapil"}
        else 0
    )
    if here == end:
        return end
    area = area_at(line, here, loose=True)
    return area.after if area is not None else here + (line.raw(here).isupper() or line.raw(here).isdigit())


def _name_follows(line: Line, end: int) -> bool:
    here = line.skip(end, ",")
    return (
        capital(line.raw(here))
        and line.raw(here).isalpha()
        and line.low(here) not in NO_NAME
        and bodies.at(line, here) is None
    )


def _post(line: Line, index: int, after: int, role: Concept, status: str) -> tuple[int, tuple[Mention, ...]] | None:
    after = past_unit(line, after, role)
    if (
        line.raw(after) == "("
        and line.raw(after + 2) == ")"
        and concepts.phrases("role").longest(line.tokens, after + 1)
    ):
        after += 3
    title = line.words(index, after)
    if title.lower().startswith("kepala daerah"):
        return None
    place = office_at(line, after, role)
    end = place.after if place else after
    if place and line.low(end) in {"bidang", "bagian", "urusan", "komisi"}:
        unit = past_unit(line, end, role)
        title, end = (f"{title} {line.words(end, unit)}", unit) if unit > end + 1 else (title, end)
    if place and place.mention and place.mention.kind == "group" and not _name_follows(line, end):
        return None
    if role.key in _OFTEN_MANY and place is None and not _name_follows(line, end) and status == "current":
        return None
    end, status = past_term(line, _past_addition(line, end) if place else end, status)
    type_ = place.type if place else role.first("impliesBody")
    type_ = "pemda" if type_ == "setda" and role.key in {"asisten", "sekda", "kabid"} else type_
    return end, _mentions(line, index, end, title, _role_at(role.key, type_), status, type_, place)


def _role_at(role: str, type_: str) -> str:
    if role in {"kepala", "komandan"}:
        return _HEAD_OF_BODY.get(type_, role)
    return "ketua-pengadilan" if role == "ketua" and type_ in _COURTS else role


def _office_head(
    line: Line, index: int, start: int, status: str, after: int, office: Concept
) -> tuple[int, tuple[Mention, ...]]:
    area = area_at(line, after, loose=True)
    end = area.after if area else after
    place = Office(end, office.key, area, area.level if area else "")
    return end, _mentions(line, index, end, line.words(index, after), "kepala", status, office.key, place)


def _mentions(
    line: Line, index: int, end: int, title: str, role: str, status: str, type_: str, place: Office | None
) -> tuple[Mention, ...]:
    inner = place.mention if place else None
    codes = place.area.codes if place and place.area else ()
    detail = (
        ("title", title),
        ("status", status),
        ("type", type_),
        ("areas", " ".join(codes)),
        ("level", place.level if place else LEVEL_OF_FORM.get(title.lower().split()[-1], "")),
        ("national", "1" if place and place.national else ""),
        ("placed", "1" if place else ""),
        ("name", inner.get("name") if inner else ""),
        ("sector", inner.get("sector") if inner else ""),
    )
    post = Mention("post", line.span(index, end), role, "post_phrase", detail)
    return (post, inner) if inner else (post,)
