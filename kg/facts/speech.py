"""Quotations and who said them: by name, post or pronoun beside the quote, else by the sentence before or after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions import ReadSentence
from kg.records import Fact, Mention
from kg.rules import Rule, Tagged, matches

_WHO = r"<who=person|post|pronoun>"
_BRIDGE = (
    r"(?:mewakili ⟦post:\d+⟧(?: ⟦person:\d+⟧)?|[^⟦⟧]|⟦(?:date|weekday|area|venue|event|group|place|election):\d+⟧)"
)
BESIDE = (
    Rule(
        "said_after",
        rf"<quote=quote> ?,? ?(?:demikian |begitu )?{{say}}(?: lagi| pula| juga| tegas| kembali)?,? (?:oleh )?{_WHO}(?: ?,? ?<name=person>)?",
        ("[quote “…”] ujar [person Alek]", "[quote “…”] tandas [pronoun dia]"),
        ("[quote “…”] di depan [person Alek]",),
        0.97,
    ),
    Rule(
        "said_after_with_subject",
        rf"<quote=quote> ?,? ?{_WHO}(?: ?,? ?<name=person>)?,? {{says}}",
        ("[quote “…”] [person Alek] mengatakan", "[quote “…”], [post Ketua] [person Budi] menjelaskan"),
        ("[quote “…”] di depan [person Alek]",),
        0.7,
    ),
    Rule(
        "said_before",
        rf"{_WHO}(?: ?,? ?<name=person>)?{_BRIDGE}{{0,120}}?(?:{{says}}|{{say}}|sambutannya|arahannya){_BRIDGE}{{0,80}}?[,:]? ?<quote=quote>",
        (
            "[person Umar] mengatakan, [quote “…”]",
            "[post Ketua], [person Sari] saat memberi sambutan menuturkan, [quote “…”]",
        ),
        ("[person Umar] duduk di [quote “Aula”]",),
        0.9,
    ),
    Rule(
        "said_short",
        r"<quote=quote> ?,? ?(?:demikian )?{say}\b",
        ("[quote “…”] ujarnya.", "[quote “…”], katanya"),
        ("[quote “…”] di dalam",),
        0.85,
    ),
)
_SUBJECT = (
    Rule(
        "speaks_in_sentence",
        r"(?:<post> ?,? ?)?<who=person>(?: ?,? ?<post>)?(?:[^⟦⟧.]|⟦(?:area|date|weekday|event|venue|org|group|place):\d+⟧){0,90}?{says}",
        ("[person Umar] dalam sambutannya menyampaikan", "[post Ketua X], [person Sari] juga menegaskan"),
        ("[person Umar] dan teman",),
        0.85,
    ),
    Rule(
        "source_in_sentence",
        r"(?:menurut|kata|ujar|tegas|lanjut|tutur|ungkap|jelas|sebut|terang|papar|imbuh|tambah|bagi|disebutkan|dikatakan|disampaikan|diungkapkan|ditegaskan\w*|dijelaskan)(?: oleh)?(?: <post>,?)? <who=person>",
        ("menurut [person Robbah], netralitas", "disampaikan [post Ketua X] [person Sari]"),
        ("menurut rencana",),
        0.85,
    ),
    Rule(
        "post_speaks_in_sentence",
        r"<who=post>(?! ?,? ?⟦person)(?:[^⟦⟧.]|⟦(?:area|date|weekday|event|venue|place):\d+⟧){0,40}?{says}",
        ("ditemui usai apel, [post Dandim] menegaskan", "[post Kasat Reskrim] menegaskan penyidiknya siap"),
        ("[post Dandim] [person Eko] menegaskan",),
        0.8,
    ),
    Rule(
        "acts_first_in_sentence",
        r"^[^⟦⟧]{0,60}(?:<post> ?,? ?)?<who=person>(?: ?,? ?<post>)?,? (?:[^⟦⟧.]|⟦(?:event|org|area|date|weekday):\d+⟧){0,25}?\b(?:me|ber)\w{3,}",
        ("di lain pihak [person Asrun] memuji", "[post Lurah] [person Supraptana] mengaku"),
        ("rombongan itu dan [person Asrun] lalu pulang",),
        0.7,
    ),
)
_MOTTO = re.compile(
    r"(?:tema|bertema|bertajuk|tajuk|judul|berjudul|slogan|tagline|motto|bertemakan|bertopik|topik|mengusung|nama|istilah|program|disebut|kata|acara|kegiatan|sosialisasi|dialog|publika|seputar|event)\b[^⟦⟧]{0,25}$"
)
MOTTO = Rule(
    "title_in_quote_marks",
    r"(?:tema|tajuk|judul|bertema|bertajuk|berjudul|slogan|motto) (?:\w+ )?<quote=quote>",
    ("dengan tema [quote “Awasi”]", "bertajuk [quote “Kawal Pemilu”]"),
    ("ujarnya, [quote “Kami siap”]",),
)


def read(text: str, sentences: tuple[ReadSentence, ...]) -> Iterator[Fact]:
    """Facts of kind said, one per quotation; `who` may be missing. `kept` sentences tell who spoke last."""
    speaker: Mention | None = None
    for number, one in enumerate(sentences):
        found = {m.span: m for m in one.top if m.kind == "quote"}
        for quote in found.values():
            if _is_title(text, one, quote):
                continue
            fact = _speaker(one.tagged, quote, number)
            if fact is None:
                fact = _by_neighbours(sentences, number, quote, speaker)
            who = fact.part("who")
            speaker = who if who is not None and who.kind != "pronoun" else speaker
            yield fact
        speaker = _subject(one.tagged) or speaker


def subject(one: ReadSentence) -> Mention | None:
    """The person who speaks in a sentence."""
    return _subject(one.tagged)


def _is_title(text: str, one: ReadSentence, quote: Mention) -> bool:
    """Mottos, names of events and scare quotes are short, or stand behind a word such as "tema"."""
    index = one.top.index(quote)
    before = one.tagged.text[: one.tagged.starts[index]]
    words = text[quote.span.start : quote.span.end].split()
    alone = one.tagged.text.strip() == f"⟦quote:{index}⟧"
    if one.sentence.kind == "title" or _MOTTO.search(before):
        return True
    if len(words) <= 3:
        return True
    return len(words) <= 7 and not alone and not _attributed(one.tagged, index)


def _attributed(tagged: Tagged, index: int) -> bool:
    return any(match.index("quote") == index for match in matches(BESIDE, tagged))


def _speaker(tagged: Tagged, quote: Mention, number: int) -> Fact | None:
    for match in matches(BESIDE[:3], tagged):
        if match["quote"] == quote:
            who = match["name"] if match.has("name") else match["who"]
            if who.kind == "pronoun":
                continue
            return Fact("said", (("quote", quote), ("who", who)), number, match.rule.name, match.rule.confidence)
    return None


def _by_neighbours(sentences: tuple[ReadSentence, ...], number: int, quote: Mention, last: Mention | None) -> Fact:
    """No name beside it: the next sentence's attribution, this sentence's subject, or who spoke last."""
    own = _subject(sentences[number].tagged)
    if own is not None:
        return Fact("said", (("quote", quote), ("who", own)), number, "said_by_subject_of_sentence", 0.85)
    if last is not None:
        return Fact("said", (("quote", quote), ("who", last)), number, "said_by_last_speaker", 0.8)
    following = _subject(sentences[number + 1].tagged) if number + 1 < len(sentences) else None
    if following is not None:
        return Fact("said", (("quote", quote), ("who", following)), number, "said_by_next_subject", 0.6)
    return Fact("said", (("quote", quote),), number, "said_by_nobody_named", 0.5)


def _subject(tagged: Tagged) -> Mention | None:
    for match in matches(_SUBJECT, tagged):
        return match["who"]
    people = [m for m in tagged.mentions if m.kind == "person"]
    return people[-1] if len(people) == 1 else None


RULES = (*BESIDE, *_SUBJECT, MOTTO)
