"""Posts: status, role, division or unit, and the body, as one phrase ("Pj Bupati Batang", "Kordiv SDM Bawaslu Gresik")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept
from kg.lexicon.phrases import Phrases
from kg.lexicon.places import table
from kg.lexicon.words import LEVEL_OF_FORM, NO_NAME, STATUS
from kg.mentions import bodies, named
from kg.mentions.context import AreaName, Line, area_at, capital, district_at, village_at
from kg.records import Mention

_LINKS = frozenset(["dan", "&", ",", "/", "serta", "-", "–"])
_PREPOSITIONS = frozenset("di pada dari".split())
_LOCAL_ROLES = {"kecamatan": "district", "polsek": "district", "koramil": "district", "kelurahan": "village", "desa": "village"}
_NUMERALS = frozenset("i ii iii iv v 1 2 3 4 a b c d".split())
# A plain head's role follows from the body ("Kepala Kejaksaan Negeri Jember" is a Kajari).
_HEAD_OF_BODY = {"kejari": "kajari", "kejati": "kajati", "polres": "kapolres", "polda": "kapolda", "polsek": "kapolsek",
                 "kodim": "dandim", "koramil": "danramil", "desa": "kepala-desa", "kelurahan": "lurah"}
# Without an area or a name these are many: "para camat, kepala desa".
_OFTEN_MANY = frozenset({"camat", "lurah", "kepala-desa", "pkd", "ptps"})
_COURTS = frozenset({"pn", "pt", "ptun"})


@dataclass(frozen=True, slots=True)
class _Place:
    """The body behind a post: index after it, type, area and what else its words say; the mention of it if it is named."""

    after: int
    type: str
    area: AreaName | None
    level: str
    national: bool = False
    mention: Mention | None = None


@cache
def office_words() -> frozenset[str]:
    """Words that make up names of divisions and units (ontology/tables/office_words.csv)."""
    return frozenset(row["word"] for row in table("office_words"))


@cache
def _heads_of_offices() -> Phrases[Concept]:
    """Short titles made of "Ka" and an office's short name: Kadishub, Kasatpol PP, Kakesbangpol."""
    found: Phrases[Concept] = Phrases()
    for concept in concepts.load().of("agency-type"):
        if concept.first("sectorClass") != "GovernmentBody" or "regency" not in concept.properties.get("areaLevel", ()):
            continue
        for word in concept.words:
            if word[:3].lower() in {"dis", "din", "sat", "bap", "bak", "kes", "bad", "bpb", "bkp"} and len(word.split()) <= 2:
                for head in ("Ka", "Kaban ", "Kadis ", "Kakan ", "Sekdis ", "Kaba"):
                    found.add(head + (word[3:] if head == "Kadis " and word.lower().startswith("dis") else word), concept)
    return found


def at(line: Line, index: int) -> tuple[int, tuple[Mention, ...]] | None:
    """The post at a token: (index after, the post's mention and that of its body), or None."""
    start, status = _status(line, index)
    best: tuple[int, tuple[Mention, ...]] | None = None
    for after, values in concepts.phrases("role").at(line.tokens, start):
        if _spelt(line, start, values[0][1]):
            parsed = _post(line, index, after, values[0][0], status)
            if parsed is None:
                continue
            if best is None or parsed[0] > best[0] or parsed[0] == best[0] and len(parsed[1]) > len(best[1]):
                best = parsed
    made = _heads_of_offices().longest(line.tokens, start)
    if made is not None:
        head = _office_head(line, index, start, status, made[0], made[1][0][0])
        best = head if best is None or head[0] >= best[0] and len(best[1]) == 1 else best
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
    if word in STATUS:
        return line.skip(index + 1), STATUS[word]
    return index, "current"


def _name_follows(line: Line, end: int) -> bool:
    here = line.skip(end, ",")
    return capital(line.raw(here)) and line.raw(here).isalpha() and line.low(here) not in NO_NAME and bodies.at(line, here) is None


def _post(line: Line, index: int, after: int, role: Concept, status: str) -> tuple[int, tuple[Mention, ...]] | None:
    after = _unit(line, after, role)
    title = line.words(index, after)
    if title.lower().startswith("kepala daerah"):
        return None
    place = _body(line, after, role)
    end = place.after if place else after
    if place and line.low(end) in {"bidang", "bagian", "urusan", "komisi"}:
        unit = _unit(line, end, role)
        title, end = (f"{title} {line.words(end, unit)}", unit) if unit > end + 1 else (title, end)
    if place and place.mention and place.mention.kind == "group" and not _name_follows(line, end):
        return None
    if role.key in _OFTEN_MANY and place is None and not _name_follows(line, end) and status == "current":
        return None
    end, status = _term(line, end, status)
    type_ = place.type if place else role.first("impliesBody")
    return end, _mentions(line, index, end, title, _role_at(role.key, type_), status, type_, place)


def _term(line: Line, end: int, status: str) -> tuple[int, str]:
    """Past "Periode Pertama" or "Periode 2018-2023"; an earlier term makes the post a former one."""
    if line.low(end) not in {"periode", "masa"}:
        return end, status
    here = end + 1
    former = line.low(here) in {"pertama", "kedua", "sebelumnya", "lalu", "lama"}
    while former and line.low(here) in {"pertama", "kedua", "sebelumnya", "lalu", "lama"} or line.raw(here).isdigit() or line.raw(here) in {"-", "–", "/"}:
        here += 1
    return (here, "former" if former else status) if here > end + 1 else (end, status)


def _role_at(role: str, type_: str) -> str:
    if role == "kepala":
        return _HEAD_OF_BODY.get(type_, role)
    return "ketua-pengadilan" if role == "ketua" and type_ in _COURTS else role


def _office_head(line: Line, index: int, start: int, status: str, after: int,
                 office: Concept) -> tuple[int, tuple[Mention, ...]]:
    area = area_at(line, after, loose=True)
    end = area.after if area else after
    place = _Place(end, office.key, area, area.level if area else "")
    return end, _mentions(line, index, end, line.words(index, after), "kepala", status, office.key, place)


def _mentions(line: Line, index: int, end: int, title: str, role: str, status: str, type_: str,
              place: _Place | None) -> tuple[Mention, ...]:
    inner = place.mention if place else None
    codes = place.area.codes if place and place.area else ()
    detail = (("title", title), ("status", status), ("type", type_), ("areas", " ".join(codes)),
              ("level", place.level if place else LEVEL_OF_FORM.get(title.lower().split()[-1], "")),
              ("national", "1" if place and place.national else ""), ("placed", "1" if place else ""),
              ("name", inner.get("name") if inner else ""), ("sector", inner.get("sector") if inner else ""))
    post = Mention("post", line.span(index, end), role, "post_phrase", detail)
    return (post, inner) if inner else (post,)


def _unit(line: Line, after: int, role: Concept) -> int:
    """Past the division or unit: "Penanganan Pelanggaran dan Data Informasi", "II", "(P3S)", "SDMO dan Diklat"."""
    here = after + (line.raw(after) == "." and line.tokens[after - 1].text.lower() == "div")
    after = here
    while here < len(line.tokens):
        word = line.low(here)
        if _is_unit_word(line, here, here == after, role):
            here += 1
        elif word in _LINKS and here > after and _is_unit_word(line, here + 1, False, role):
            here += 2
        elif word == "(" and line.raw(here + 2) == ")" and here > after and not line.raw(here + 1).islower():
            here += 3
        elif word == "." and here > after and line.low(here - 1) in _NUMERALS:
            here += 1
        else:
            break
    return here


def _is_unit_word(line: Line, here: int, first: bool, role: Concept) -> bool:
    word, raw = line.low(here), line.raw(here)
    if word in _NUMERALS and (raw.isupper() or raw.isdigit()):
        return role.key not in {"ketua", "bupati"} or not first
    if word in office_words():
        body = bodies.at(line, here)
        return body is None or body.after == here + 1 and word in {"kecamatan", "desa"} or body.area is None and not capital(raw)
    if not first and line.raw(here + 1) == "." and len(raw) <= 3:
        return False
    return role.key == "kordiv" and raw.isupper() and len(raw) > 1 and raw.isalnum() and bodies.at(line, here) is None


def _body(line: Line, after: int, role: Concept) -> _Place | None:
    """The body after a title: named, by its area alone where the title implies its type, or after "di", "pada", "dari"."""
    implied = role.first("impliesBody")
    for here in (after, after + 1):
        if here > after and line.low(after) not in _PREPOSITIONS:
            break
        found = _named(line, here) or (_acronym(line, here) if here == after and role.key in _LEADERS else None) or (_by_area(line, here, implied, role, after) if implied and here == after else None)
        if found is not None and not (here > after and implied and found.type != implied):
            return found
    return None


_LEADERS = frozenset({"ketua", "wakil-ketua", "sekretaris", "anggota", "rektor", "dekan"})


def _acronym(line: Line, here: int) -> _Place | None:
    """A body known by its short form alone: "Ketua BPRN Pariangan"."""
    word = line.raw(here)
    if not (word.isupper() and word.isalpha() and 3 <= len(word) <= 7):
        return None
    after = here + 1
    area = area_at(line, after, loose=True)
    if area is None and capital(line.raw(after)) and not line.raw(after).isupper() and line.raw(after + 1) == ",":
        after += 1
    name = line.words(here, area.after if area else after)
    end = area.after if area else after
    detail = (("areas", " ".join(area.codes) if area else ""), ("level", ""), ("name", name), ("sector", "CivilSociety"))
    return _Place(end, "", area, "", False, Mention("org", line.span(here, end), "", "short_form_after_title", detail))


def _named(line: Line, here: int) -> _Place | None:
    body = bodies.at(line, here)
    if body is not None:
        mention = bodies.mention(line, here, body)
        type_ = mention.key if mention.kind == "org" else body.type
        return _Place(body.after, type_, body.area, body.level, body.national, mention)
    other = named.campus_at(line, here) or named.at(line, here)
    if other is not None:
        codes = tuple(other[1].get("areas").split())
        return _Place(other[0], "", AreaName(other[0], codes) if codes else None, other[1].get("level"), False, other[1])
    return None


def _by_area(line: Line, here: int, implied: str, role: Concept, after: int) -> _Place | None:
    hint = LEVEL_OF_FORM.get(line.low(after - 1), "")
    first = here
    here = _past_unit_number(line, here)
    if implied in _LOCAL_ROLES:
        area = district_at(line, here, bare=True) if _LOCAL_ROLES[implied] == "district" else _village(line, here)
        return _Place(area.after, implied, area, "district") if area else None
    area = area_at(line, here, hint, loose=True)
    if area is None and here > first:
        return _Place(here, implied, None, hint)
    return _Place(area.after, implied, area, area.level or hint) if area else None


def _past_unit_number(line: Line, here: int) -> int:
    """Past "0803/" of Dandim 0803/Madiun."""
    first = here
    while line.raw(here).isdigit():
        here = line.skip(here + 1, "/-–")
    return here if here > first else first


def _village(line: Line, here: int) -> AreaName | None:
    end = village_at(line, here)
    if end is None and capital(line.raw(here)) and line.raw(here).isalpha() and line.low(here) not in _NUMERALS:
        end = here + 1
    if end is None:
        return None
    district = district_at(line, end, bare=False)
    return AreaName(district.after if district else end, district.codes if district else (), "village")
