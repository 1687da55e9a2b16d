"""Names of areas in a text: which of the article's areas each means, and how another area is written in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from rapidfuzz import fuzz

from swaps.annotated import CannotSwap, Edit, Gold, like
from swaps.gazetteer import Form, Place, campuses, districts, names, places, shared
from swaps.mentions import find

_REGENCY = re.compile(
    r"(?:Kabupaten|Kab\.?|Pemkab|Bupati|Wabup|Kota|Pemkot|Wali ?kota|Kota Administrasi|Kab/Kota)\s+$", re.IGNORECASE
)
_KAB = re.compile(r"(?:Kabupaten|Kab\.?|Pemkab|Bupati|Wabup|Sekretariat Daerah Kabupaten)\s+$", re.IGNORECASE)
_KOTA = re.compile(r"(?:Kota|Pemkot|Wali ?kota|Kota Administrasi)\s+$", re.IGNORECASE)
_PROVINCE = re.compile(
    r"(?:Provinsi|Propinsi|Prov\.?|Gubernur|Pemprov|Polda|Kejati|\(Polda\)|Kepolisian Daerah|Wagub)\s+$", re.IGNORECASE
)
_DISTRICT = re.compile(
    r"(?:Kecamatan|Kec\.?|Distrik|Kapanewon|Camat|Panwascam|Panwaslucam|Panwaslu|Panwas|Polsek|Koramil|PPK|KUA|"
    r"Panwaslu Kecamatan|Kapolsek|Danramil)\s+$",
    re.IGNORECASE,
)
_TYPED = re.compile(
    r"\b(?:Kabupaten|Kab\.?|Kota|Provinsi|Kecamatan|Pemkab|Pemkot)\s+([A-Z][a-z]{3,}(?:\s[A-Z][a-z]{3,})?)"
)
_BODY = re.compile(r"\b(?:Bawaslu|KPU|Polres|Polresta|Polda|DPRD|Kejari|Kesbangpol|Pemda|Satpol PP|Panwaslu)\s+$")


@dataclass(frozen=True, slots=True)
class Finding:
    """A name of an area in the text: the code it means, the kind of form (short, abbrev, capital, domain, ...)."""

    start: int
    end: int
    code: str
    form: str


@cache
def _pattern(regencies: tuple[str, ...]) -> re.Pattern[str]:
    every = {*names(), *(place.name.lower() for code in regencies for place in districts(code))}
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(every, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w]){'(?:' + joined + ')'}(?!\w)", re.IGNORECASE)


def scan(text: str, province: str, annotated: set[str], gold: Gold) -> list[Finding]:
    """The names of areas of one province in a text, nested ones by the longest name, people's and campuses' aside.

    `annotated` are the codes that the annotation speaks of. Raises CannotSwap where a name may mean two of them.
    """
    regencies = tuple(
        sorted(code for code in annotated if len(code) == 5 and code[:2] == province)
        or sorted({code[:5] for code in annotated if len(code) == 8 and code[:2] == province})
    )
    kept = [(one.start, one.end) for one in find(text, gold)[0]] if gold else []
    kept += [m.span() for name in campuses() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    hits = [m for m in _pattern(regencies).finditer(text) if not any(a < m.end() and m.start() < b for a, b in kept)]
    marked = _districts_named(text, hits, regencies, annotated)
    found = []
    for m in hits:
        code = _meant(text, m, province, annotated, marked)
        if code:
            found.append(Finding(*m.span(), *code))
    found += _misspelt(text, found)
    return found + list(_domains(text, found))


def _misspelt(text: str, found: list[Finding]) -> list[Finding]:
    """Names in a wrong spelling, or cut off at the end of the text, after a word that says what they are."""
    codes = sorted({one.code for one in found if one.form != "domain"})
    wrong, last = [], len(text.rstrip())
    for m in _TYPED.finditer(text):
        if any(one.start < m.end() and m.start(1) < one.end for one in found):
            continue
        for end in sorted({m.end(), m.start(1) + len(m[1].split()[0])}, reverse=True):
            written = text[m.start(1) : end].lower()
            code = next((code for code in codes if _alike(written, places()[code].name.lower(), end >= last)), None)
            if code:
                wrong.append(Finding(m.start(1), end, code, "misspelt"))
                break
    return wrong


def _alike(written: str, name: str, cut: bool) -> bool:
    return (cut and name.startswith(written)) or 86 <= fuzz.ratio(written, name) < 100


def _districts_named(
    text: str, hits: list[re.Match[str]], regencies: tuple[str, ...], annotated: set[str]
) -> dict[str, str]:
    """Names of districts that the article speaks of: annotated, or once named with a word that says so."""
    marked = {}
    for place in (one for code in regencies for one in districts(code)):
        name = place.name.lower()
        said = any(_norm(m[0]) == name and _DISTRICT.search(text[: m.start()]) for m in hits)
        if not said and " " not in name and place.code not in annotated:
            continue  # one word alone may be anything
        if any(_norm(m[0]) == name for m in hits):
            marked[name] = place.code
    return marked


def _norm(words: str) -> str:
    return " ".join(words.lower().split())


def _meant(
    text: str, m: re.Match[str], province: str, annotated: set[str], marked: dict[str, str]
) -> tuple[str, str] | None:
    name, before = _norm(m[0]), text[max(0, m.start() - 40) : m.start()]
    form = names().get(name, Form((), False))
    if name in marked and (_DISTRICT.search(before) or not form.codes):
        return (marked[name], "district") if m[0][0].isupper() or _DISTRICT.search(before) else None
    here = [(code, kind) for code, kind in form.codes if code[:2] == province]
    here = [one for one in here if one[1] != "doubtful" or (m[0].isupper() and _BODY.search(before))]
    if not here or (m[0].islower() and form.capital_only and not _REGENCY.search(before)):
        return None
    if len(m[0]) < 4 and m[0] not in {alias for code, kind in here for alias in places()[code].forms[kind]}:
        return None  # short forms are letters in other words, too
    return _choose(here, before, annotated)


def _choose(here: list[tuple[str, str]], before: str, annotated: set[str]) -> tuple[str, str] | None:
    kinds = {code: places()[code].kind for code, _ in here}
    for marker, wanted in ((_PROVINCE, "province"), (_KAB, "kab"), (_KOTA, "kota")):
        fits = [one for one in here if kinds[one[0]] == wanted]
        if marker.search(before) and len(fits) == 1:
            return fits[0]
    known = [one for one in here if one[0] in annotated]
    if len({code for code, _ in known}) > 1:
        raise CannotSwap("a name that two areas of the annotation share")
    if len({code for code, _ in here}) > 1 and not known:
        return None  # in passing, and of no area of the article
    return (known or here)[0]


def _domains(text: str, found: list[Finding]) -> Iterator[Finding]:
    """Names glued into addresses of the Bawaslu's own pages."""
    for code in sorted({one.code for one in found}):
        glued = re.sub(r"\W", "", places()[code].name.lower())
        for m in re.finditer(rf"(?<=[\w.@/]){glued}|{glued}(?=[\w]*\.(?:bawaslu|kpu))", text):
            if not any(one.start < m.end() and m.start() < one.end for one in found):
                yield Finding(*m.span(), code, "domain")


def spell(text: str, found: Finding, new: Place, rng: Random | None) -> Edit:
    """The edit that writes the new place where the old one stands, in the like form."""
    old, before = text[found.start : found.end], text[max(0, found.start - 40) : found.start]
    words = new.name
    if found.form == "domain":
        words = re.sub(r"\W", "", new.name.lower())
    elif found.form == "capital" and new.forms.get("capital"):
        words = new.forms["capital"][0]
    elif found.form == "abbrev" and (forms := [f for f in new.forms.get("abbrev", ()) if len(f) > 3]):
        words = rng.choice(forms) if rng else forms[0]
    if (
        words == new.name
        and found.form == "abbrev"
        and text[found.start - 2 : found.start] == " ("
        and text[found.end : found.end + 1] == ")"
    ):
        return found.start - 2, found.end + 1, ""  # "Kabupaten Tambrauw (Tambrauw)" would be said by nobody
    if words == new.name and shared(new.name) and _BODY.search(before):
        words = {"province": "Provinsi ", "kab": "Kabupaten ", "kota": "Kota "}.get(new.kind, "") + words
    return found.start, found.end, like(old, words) if len(old) > 3 else words
