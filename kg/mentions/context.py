"""One sentence as tokens, and the reading of an area's name at a token: what all finders of names share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from kg.lexicon import areas as gazetteer
from kg.lexicon import concepts
from kg.lexicon.phrases import tokenize
from kg.lexicon.words import DISTRICT_WORDS, LEVEL_WORDS, VILLAGE_WORDS
from kg.records import Sentence, Span

_LEVEL_OF_TYPE = {
    "Kabupaten": "kabupaten",
    "Kabupaten Administrasi": "kabupaten",
    "Kota": "kota",
    "Kota Administrasi": "kota",
}


_OUTSIDE = ("",) * 40


class Line:
    """A sentence with its text and tokens (offsets are those of the article)."""

    __slots__ = ("aliases", "brackets", "low", "lows", "raw", "raws", "sentence", "text", "tokens")
    low: Callable[[int], str]
    """The lower-case token at an index, "" outside."""
    raw: Callable[[int], str]
    """The token as written at an index, "" outside."""

    def __init__(self, text: str, sentence: Sentence, aliases: Mapping[str, tuple[str, str]]) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = tuple(tokenize(text, sentence.span.start, sentence.span.end))
        self.aliases = aliases
        self.lows = [token.low for token in self.tokens]
        self.raws = [token.text for token in self.tokens]
        self.brackets = _before_brackets(self) if "(" in self.raws else {}
        # Rules look a few tokens before and behind a name: these stand for all outside.
        self.low = [*self.lows, *_OUTSIDE].__getitem__
        self.raw = [*self.raws, *_OUTSIDE].__getitem__

    def has(self, word: str) -> bool:
        """Whether a token is written so."""
        return word in self.raws

    def span(self, first: int, after: int) -> Span:
        """The span of the tokens from `first` to before `after`."""
        return Span(self.tokens[first].start, self.tokens[after - 1].end)

    def words(self, first: int, after: int) -> str:
        """The text of those tokens as written, blanks made single."""
        span = self.span(first, after)
        return " ".join(self.text[span.start : span.end].split())

    def skip(self, index: int, marks: str = ".") -> int:
        """The index after any of these marks."""
        while self.raw(index) and self.raw(index) in marks:
            index += 1
        return index


def _before_brackets(line: Line) -> dict[int, int]:
    """The tokens at which two to six capitals begin that a bracket follows, each with the index of the bracket."""
    found: dict[int, int] = {}
    for bracket in [here for here, raw in enumerate(line.raws) if raw == "("]:
        here = bracket - 1
        while here >= max(0, bracket - 6) and capital(line.raws[here]) and line.raws[here].isalpha():
            if bracket - here >= 2:
                found[here] = bracket
            here -= 1
    return found


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area's name as read: index after it, the codes it may mean, the level its words say, and what speaks for care."""

    after: int
    codes: tuple[str, ...]
    level: str = ""
    risky: bool = False
    seat: bool = False


def capital(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def excepted(line: Line, kind: str, index: int, after: int, key: str) -> bool:
    """Whether tokens belong to a phrase in which a concept's words mean something else ("Divisi Pencegahan")."""
    phrases = concepts.exceptions(kind)
    before = max(0, index - 4)
    return not phrases.first_words.isdisjoint(line.lows[before : index + 1]) and any(
        end >= after and any(concept.key == key for concept, _ in values)
        for first in range(before, index + 1)
        for end, values in phrases.at(line.tokens, first)
    )


@cache
def first_words() -> frozenset[str]:
    """The words, in small letters, that names of areas and villages begin with, words for their level included."""
    names = gazetteer.load().names.first_words
    return frozenset((*names, *LEVEL_WORDS, *DISTRICT_WORDS, *VILLAGE_WORDS, "kep"))


@lru_cache(maxsize=1 << 13)
def level_of(code: str) -> str:
    """kabupaten, kota, province, district or nation."""
    area = gazetteer.load().get(code)
    return _LEVEL_OF_TYPE.get(area.type, area.level)


def area_at(line: Line, index: int, level: str = "", *, loose: bool = False) -> AreaName | None:
    """The area named at a token, with the words for its level before it ("Kabupaten Batang", "Prov. Riau", "OKI").

    `level` is what earlier words say ("Bupati" → kabupaten). `loose`: lower-case and ambiguous names are accepted, since a
    body's name stands before. A short form in brackets after the name belongs to it.
    """
    if line.low(index) == "kep" and loose:
        index = line.skip(index + 1)
    start, said = _level_words(line, index)
    level = said or level
    found = _name_at(line, start, level, loose or bool(said)) or (
        _name_at(line, index, level, loose) or _misspelt(line, start, said) if start != index else None
    )
    return _with_short_form(line, found) if found else None


def _level_words(line: Line, index: int) -> tuple[int, str]:
    """Past "Kabupaten", "Kab.", "Kota Administrasi", "Provinsi": the index after, and the level said."""
    word = LEVEL_WORDS.get(line.low(index), "")
    if not word or index + 1 >= len(line.tokens):
        return index, ""
    after = line.skip(index + 1)
    if line.low(after) in {"administrasi", "adm"}:
        after = line.skip(after + 1)
    return after, word


def _name_at(line: Line, index: int, level: str, loose: bool) -> AreaName | None:
    for after, values in gazetteer.load().names.at(line.tokens, index):
        words = [t.text for t in line.tokens[index:after] if t.text not in ".-–"]
        cased = all(capital(w) or w.lower() in {"dan", "of"} for w in words)
        usable = [
            alias
            for alias, spelling in values
            if (
                tuple(words) in (spelling, tuple(w.upper() for w in spelling))
                if alias.exact_case
                else cased or (loose and not alias.risky)
            )
            and (loose or not alias.risky)
        ]
        codes = tuple(dict.fromkeys(a.code for a in usable if not level or level_of(a.code) == level))
        if codes:
            kept = [a for a in usable if a.code in codes]
            return AreaName(after, codes, level, all(a.risky for a in kept), all(a.seat for a in kept))
    return None


def _misspelt(line: Line, index: int, level: str) -> AreaName | None:
    """A changed or cut name after its level ("Kabupaten Karanganya"): the one official name that is close to it."""
    word = line.low(index)
    if len(word) < 6 or not capital(line.raw(index)):
        return None
    names = _regencies(level)
    close = [n for n in names if n.startswith(word)] or get_close_matches(word, names, n=2, cutoff=0.88)
    return AreaName(index + 1, (names[close[0]],), level) if len(close) == 1 else None


@cache
def _regencies(level: str) -> dict[str, str]:
    """The names, in small letters, of all regencies or of all cities, with their codes."""
    places = gazetteer.load()
    return {places.get(code).short_name.lower(): code for code in places.codes("regency") if level_of(code) == level}


def _with_short_form(line: Line, found: AreaName) -> AreaName:
    """Takes in "(OKI)" after "Ogan Komering Ilir", and "Provinsi" names are left for the caller."""
    after = found.after
    if line.raw(after) == "(" and line.raw(after + 2) == ")" and line.raw(after + 1).isalpha():
        return AreaName(after + 3, found.codes, found.level, found.risky, found.seat)
    return found


def district_at(line: Line, index: int, *, bare: bool) -> AreaName | None:
    """A district's name at a token: after "Kecamatan", "Kec.", "Distrik" …, or `bare` where a word before has said so."""
    start = index
    while line.low(start) in DISTRICT_WORDS or (line.raw(start) == "." and start > index):
        start += 1
    if start == index and not bare:
        return None
    for after, values in gazetteer.load().districts.at(line.tokens, start):
        if all(capital(t.text) or t.text in ".-–'" for t in line.tokens[start:after]) or start > index:
            return AreaName(after, tuple(dict.fromkeys(code for code, _ in values)), "district")
    return None


def village_at(line: Line, index: int) -> int | None:
    """The index after a village's or ward's name ("Desa Mangli", "Kelurahan Pulogebang"), None if there is none."""
    if line.low(index) not in VILLAGE_WORDS:
        return None
    after = line.skip(index + 1)
    first = after
    while after < len(line.tokens) and capital(line.raw(after)) and line.raw(after).isalpha() and after - first < 3:
        if line.low(after) in DISTRICT_WORDS or line.low(after) in LEVEL_WORDS:
            break
        after += 1
    return after if after > first else None
