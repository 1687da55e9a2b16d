"""Words that stand before, in, behind or never in the names of people."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.places import table
from kg.lexicon.words import CLASSES, NO_NAME, WEEKDAYS
from kg.mentions import offices

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
RANK_GRADES = frozenset("Kepala Pertama Muda Madya Satu Dua Utama Pratama Prajurit Pembantu Mar".split())


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
    } - RANK_GRADES
    words |= _CALLED
    return frozenset(word.lower() for word in words if word not in {"R", "Abu", "Abi", "Ayah"})


# Words with these beginnings and endings are verbs and nouns of headlines ("Mantapkan", "Penyelesaian", "Jajarannya").
VERBAL = re.compile(r"(?:me(?:ng|ny|m|n)?|di|ber|ter|per|ke)\w{3,}kan$|\w{4,}nya$|\w{3,}kan$|pe(?:ng|ny|m|n)\w{4,}an$")


# A verb that begins a sentence ("Bertindak selaku …", "Mendampingi Wali Kota").
VERB_AT_START = re.compile(r"(?:ber|men|mem|meng|meny)\w{4,}$")
NAME_PARTS = frozenset("ra r rm rr tb kgs i ni la wa m a h st t dt moh muh abd md l dg".split())


@cache
def _class_words() -> frozenset[str]:
    """Single words of the closed classes: in a headline's capitals they are no names ("Kapolres Sambut Bawaslu")."""
    return frozenset(form for forms in CLASSES.values() for form in forms if form.isalpha())


@cache
def role_words() -> frozenset[str]:
    """Titles of one word, but for those that are names too."""
    return (
        frozenset(w.lower() for role in concepts.load().of("role") for w in role.words if w.isalpha())
        - _TITLES_IN_NAMES
    )


@cache
def no_names() -> frozenset[str]:
    """Words that are no names, whatever stands beside them: function words, titles, words of the closed classes, days."""
    return NO_NAME.union(_class_words(), role_words(), WEEKDAYS)


@cache
def no_first_names() -> frozenset[str]:
    """Words of offices that do not begin a name."""
    return offices.office_words() - {"damai", "bangsa", "budaya", "muda", "wawasan"}


# Titles that count in small letters too.
SMALL_LEADS = frozenset({"dr", "drg", "drh", "apt", "sdr", "bpk", "bapak", "ibu"})
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
STREET = frozenset({"jalan", "jl", "jln"})


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
