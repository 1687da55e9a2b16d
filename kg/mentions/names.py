"""Names of people: stretches of capitals with their titles, ranks and degrees parted off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from kg.lexicon import concepts
from kg.lexicon.places import table
from kg.lexicon.words import CLASSES, ENGLISH_MONTH_LIKE, NAME_PARTICLES, NO_NAME, WEEKDAYS
from kg.mentions import offices
from kg.mentions.context import Line, capital
from kg.records import Mention, Span

_MAX_WORDS = 7


_DOTTED = r"[SMDABCLPQ][A-Za-z]{0,4}(?:\.[A-Za-z]{1,7}|\.\([A-Za-z]+\)){1,4}\.?"


_SPACED = r"[SM]\. ?(?:[A-Z][a-z]{1,4}|[A-Z])\.?(?: ?[A-Z][A-Za-z]{0,3}\.)?"


@cache
def degree_tail() -> re.Pattern[str]:
    """What follows a name as degrees: ", S.H., M.H.", " SH MH", ",SE,MS.i"."""
    plain = sorted(
        {re.sub(r"[. ()]", "", row["token"]) for row in table("titles") if row["position"] == "suffix"}
        | {"SH", "MH", "SE", "MM", "SIP", "MAP", "SSTP", "Amd", "Spd", "Mpd"},
        key=len,
        reverse=True,
    )
    word = rf"(?:{_DOTTED}|(?:{'|'.join(plain)})\b\.?)"
    adat = r"\s*,\s*(?:Dt|St|Sutan|Datuk|Tk|Mdt|Pk)\.?\s*[A-Z]\w+(?:\s[A-Z]\w+)?"  # ", Dt. Rajo Intan"
    return re.compile(rf"(?:{adat})?(?:\s*,\s*(?:{word}|{_SPACED})|\s+{word})+(?![a-z])|{adat}")


# Words of ranks that are ordinary words too: they count only inside a rank ("Brigadir Polisi Kepala").
_RANK_GRADES = frozenset("Kepala Pertama Muda Madya Satu Dua Utama Pratama Prajurit Pembantu Mar".split())


_CALLED = frozenset("pak jro jero bu ustadz ustadzah haji hajah komisaris polisi besar ajun tgk saudara nyonya ny".split())


@cache
def lead_words() -> frozenset[str]:
    """Titles, honorifics and ranks before a name, lower case without dots: dr, h, akbp, letkol, inf."""
    titles = {
        row["token"]
        for row in table("titles")
        if row["position"] == "prefix" and row["strip"] in {"yes", "alias"} and row["kind"] != "position"
    }
    ranks = {part for row in table("ranks") for part in (row["abbreviation"], row["name"], *row["variants"].split(";"))}
    words = {word for title in titles for word in re.sub(r"[.()]", " ", title).split()}
    words |= {
        word for rank in ranks for word in rank.replace("(", " ").replace(")", " ").replace(".", " ").split()
    } - _RANK_GRADES
    words |= _CALLED
    return frozenset(word.lower() for word in words if word not in {"R", "Abu", "Abi", "Ayah"})


# Words with these beginnings and endings are verbs and nouns of headlines ("Mantapkan", "Penyelesaian", "Jajarannya").
_VERBAL = re.compile(r"(?:me(?:ng|ny|m|n)?|di|ber|ter|per|ke)\w{3,}kan$|\w{4,}nya$|\w{3,}kan$|pe(?:ng|ny|m|n)\w{4,}an$")


# A verb that begins a sentence ("Bertindak selaku …", "Mendampingi Wali Kota").
_VERB_AT_START = re.compile(r"(?:ber|men|mem|meng|meny)\w{4,}$")
_NAME_PARTS = frozenset("ra r rm rr tb kgs i ni la wa m a h st t dt moh muh abd md l dg".split())


@cache
def _class_words() -> frozenset[str]:
    """Single words of the closed classes: in a headline's capitals they are no names ("Kapolres Sambut Bawaslu")."""
    return frozenset(form for forms in CLASSES.values() for form in forms if form.isalpha())


@cache
def _role_words() -> frozenset[str]:
    """Titles of one word, but for those that are names too."""
    return (
        frozenset(w.lower() for role in concepts.load().of("role") for w in role.words if w.isalpha())
        - _TITLES_IN_NAMES
    )


@cache
def _no_names() -> frozenset[str]:
    """Words that are no names, whatever stands beside them: function words, titles, words of the closed classes, days."""
    return NO_NAME.union(_class_words(), _role_words(), WEEKDAYS)


@cache
def _no_first_names() -> frozenset[str]:
    """Words of offices that do not begin a name."""
    return offices.office_words() - {"damai", "bangsa", "budaya", "muda", "wawasan"}


# Titles that count in small letters too.
_SMALL_LEADS = frozenset({"dr", "drg", "drh", "apt", "sdr", "bpk", "bapak", "ibu"})
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_end = attrgetter("end")
_STREET = frozenset({"jalan", "jl", "jln"})


_TITLES_IN_NAMES = frozenset(
    "raja penghulu imam datu pangeran pamong carik kuwu gamal pembina perintis majelis".split()
)


class Small:
    """The words of three letters or more that a text writes with a small letter somewhere: as capitals they are no sure names."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: str) -> bool:
        if len(word) < 3 or not (word.isascii() and word.isalpha() and word.islower()):
            return False
        at = self._text.find(word)
        while at >= 0:
            before, after = self._text[at - 1] if at else " ", self._text[at + len(word) : at + len(word) + 1]
            if not (before.isalnum() or before in "_’'" or after.isalnum() or after == "_"):
                return True
            at = self._text.find(word, at + 1)
        return False


def candidates(line: Line, taken: Sequence[Mention], ordinary: Small) -> list[Mention]:
    """Stretches that may be names, left to right, outside other mentions. `ordinary`: words the article also writes small."""
    found: list[Mention] = []
    free = _free(line, taken)
    end = 0
    for here, word in enumerate(line.raws):
        may_begin = word[0].isupper() or line.lows[here] in _SMALL_LEADS
        if not may_begin or not free[here] or line.tokens[here].start < end:
            continue
        if line.low(here - 1) in _STREET or line.low(here - 2) in _STREET:
            continue
        chunk = _chunk(line, here, free, ordinary)
        if chunk is not None:
            after, first = chunk
            found.append(_mention(line, here, first, after))
            end = max(found[-1].span.end, line.tokens[after - 1].end)
    return found


def _free(line: Line, taken: Sequence[Mention]) -> list[bool]:
    """For each token whether it lies outside all mentions."""
    free = [True] * len(line.tokens)
    for mention in taken:
        here = bisect_right(line.tokens, mention.span.start, key=_end)
        while here < len(free) and line.tokens[here].start < mention.span.end:
            free[here] = False
            here += 1
    return free


def _chunk(line: Line, start: int, free: list[bool], ordinary: Small) -> tuple[int, int] | None:
    """From a token: (index after the name, index of its first word past the titles), or None."""
    first = start
    while first < len(line.tokens) and free[first] and _is_lead(line, first):
        first = _past_corps(line, _past_dot(line, first + 1))
    after = first
    while (
        after < len(line.tokens)
        and free[after]
        and after - first < _MAX_WORDS + 4
        and _is_name_word(line, after, first)
    ):
        after = (
            _past_dot(line, after + 1) if len(line.raw(after)) <= 4 and line.low(after) not in NO_NAME else after + 1
        )
    while after > first and (
        line.low(after - 1) in NAME_PARTICLES or (line.raw(after - 1) == "." and len(line.raw(after - 2)) > 1)
    ):
        after -= 1
    if after == first or (first == start and _only_ordinary(line, first, after, ordinary)):
        return None
    return after, _past_inner_title(line, first, after)


# "Rektor Universitas Timur Dr. Budi": what stands before the title is none of the name.
_ACADEMIC = frozenset({"dr", "drs", "dra", "ir", "prof", "drg", "drh"})


def _past_inner_title(line: Line, first: int, after: int) -> int:
    titles = [i for i in range(first + 1, after - 2) if line.low(i) in _ACADEMIC and line.raw(i + 1) == "."]
    return titles[-1] + 2 if titles else first


def _past_corps(line: Line, index: int) -> int:
    """Past the corps in brackets behind a rank: "Letkol Laut (P) Budi"."""
    corps = line.raw(index + 1)
    marked = line.raw(index) == "(" and line.raw(index + 2) == ")" and corps.isupper() and len(corps) <= 3
    return index + 3 if marked else index


def _is_lead(line: Line, index: int) -> bool:
    word = line.raw(index)
    if word in _RANK_GRADES and index and line.low(index - 1) in lead_words() and capital(line.raw(index - 1)):
        return True
    if word.lower().rstrip(".") not in lead_words() or not (
        capital(word) or word.lower() in _SMALL_LEADS
    ):
        return False
    if word.lower() in _NAME_PARTS:
        return line.raw(index + 1) == "." or word == "H"
    return True


def _past_dot(line: Line, index: int) -> int:
    return (
        index + 1
        if line.raw(index) == "." and index and line.tokens[index - 1].end == line.tokens[index].start
        else index
    )


def _is_name_word(line: Line, index: int, first: int) -> bool:
    word, low = line.raw(index), line.low(index)
    if low in NAME_PARTICLES:
        return index > first and capital(line.raw(index + 1))
    if not capital(word) or not _WORD.fullmatch(word):
        return False
    if index > first and line.tokens[index - 1].text == "." and len(line.tokens[index - 2].text) > 4:
        return False
    if index == first and low == "lalu":
        following = line.low(index + 1)
        return index > 0 and capital(line.raw(index + 1)) and following not in NO_NAME and following not in _role_words()
    if _ordinary_word(low, index == first):
        return False
    if word.isupper() and 1 < len(word) <= 5 and low not in _NAME_PARTS:
        return not _mixed(line) and len(word) > 3
    return True


def _ordinary_word(low: str, begins: bool) -> bool:
    """Whether a capital word is none of a name: function words, titles, verbs, days, months, words of offices."""
    if low in _no_names() or (begins and low in _no_first_names()):
        return True
    if _VERBAL.match(low) and (begins or low.endswith("nya")):
        return True
    return low in ENGLISH_MONTH_LIKE and low not in {"juli", "agustus", "april", "mar"}


def _mixed(line: Line) -> bool:
    """Whether the sentence is written in ordinary case, so that capitals mean a short form."""
    return sum(c.islower() for c in line.text[line.sentence.span.start : line.sentence.span.end]) > 10


def _only_ordinary(line: Line, first: int, after: int, ordinary: Small) -> bool:
    words = [token.low for token in line.tokens[first:after] if token.text != "."]
    begins = first == 0 or line.raw(first - 1) in '"“”.:-–'
    if begins and len(words) == 1 and _VERB_AT_START.match(words[0]):
        return True
    return all(word in ordinary for word in words) and (len(words) == 1 or begins)


def _mention(line: Line, start: int, first: int, after: int) -> Mention:
    span = line.span(first, after)
    name = " ".join(line.text[span.start : span.end].split())
    tail = degree_tail().match(line.text, span.end, line.sentence.span.end)
    lead = line.words(start, first) if first > start else ""
    if tail and _is_list_item(line.text, tail):
        tail = None
    whole = Span(line.tokens[start].start, tail.end() if tail else span.end)
    return Mention(
        "name",
        whole,
        name,
        "capitals",
        (("lead", lead), ("degree", tail.group().strip(" ,") if tail else ""), ("core", f"{span.start} {span.end}")),
    )


def _is_list_item(text: str, tail: re.Match[str]) -> bool:
    """A degree must not run into a longer word."""
    return text[tail.end() : tail.end() + 1].isalpha()
