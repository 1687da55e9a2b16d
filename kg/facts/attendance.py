"""Who took part, who was invited, who spoke: cue words with the list after or before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts import lists
from kg.facts.attendance_rules import (
    ABSENT,
    CALLED,
    GOES_ON,
    IN_QUOTE,
    LISTS,
    PASSIVE,
    SUBJECTS,
    THERE,
)
from kg.facts.speaker_rules import MATERIAL, SPEAKERS, TWO_STEPS
from kg.mentions import ReadSentence
from kg.records import Fact, Mention
from kg.rules import Match, Rule, Tagged, expand, matches

_BULLET = re.compile(
    r"^\s*(?:[-–•*▪]|\d{1,2}[.)]|lalu|tak ketinggalan|serta|begitu pula|juga|kemudian|selain itu hadir)\s"
)
_INTRODUCES = re.compile(r"hadir|undangan|peserta|mendampingi|dihadiri|diikuti")
_CUE = re.compile(expand(r"{speaker}"))
_NOT_THERE = re.compile(r"\b(?:tidak|tak|berhalangan|belum|batal|tanpa|diharapkan|jika|bila)\s*$")


def read(sentences: tuple[ReadSentence, ...], quotations: Sequence[Sequence[Tagged]]) -> Iterator[Fact]:
    """Facts of kind attend, invite and speak, one per actor. `quotations` are those of each sentence (`kg.mentions.quoted`)."""
    going_on = speakers_due = False
    for number, (one, quotes) in enumerate(zip(sentences, quotations, strict=True)):
        found = list(_sentence(one.tagged))
        if not found and going_on:
            bullet = _BULLET.match(one.tagged.text)
            listed = lists.after(one.tagged, 0) if bullet else lists.only_a_list(one.tagged)
            found = [("attend", actor.mention, GOES_ON, None) for actor in listed]
        if speakers_due and TWO_STEPS.compiled.match(one.tagged.text):
            found += [("speak", actor.mention, TWO_STEPS, None) for actor in lists.after(one.tagged, 0)]
        spoke = any(kind == "speak" for kind, _, _, _ in found)
        speakers_due = (_CUE.search(one.tagged.text) is not None and not spoke) or (speakers_due and spoke)
        going_on = (one.tagged.text.rstrip().endswith(":") and _INTRODUCES.search(one.tagged.text) is not None) or any(
            kind == "attend" for kind, _, _, _ in found
        )
        for match in ABSENT.matches(one.tagged):
            yield Fact("invite", (("who", match["who"]),), number, ABSENT.name, ABSENT.confidence)
        for kind, actor, rule, event in [*found, *_quoted(quotes)]:
            parts = (("who", actor), ("event", event)) if event is not None else (("who", actor),)
            yield Fact(kind, parts, number, rule.name, rule.confidence)


def _quoted(quotes: Sequence[Tagged]) -> Iterator[Found]:
    """Those whom a quotation says were invited to the event."""
    for tagged in quotes:
        for match in IN_QUOTE.matches(tagged):
            if _near(tagged, match.end):
                for actor in lists.after(tagged, match.end, strict=True):
                    yield "attend", actor.mention, IN_QUOTE, None


Found = tuple[str, Mention, Rule, Mention | None]
_LOOSE = frozenset({"attended_by", "invites", "participants_are", "those_present_are"})
_CALLINGS = frozenset({"pelajar", "mahasiswa"})


def _sentence(tagged: Tagged) -> Iterator[Found]:
    yield from _speaking(tagged)
    for match in PASSIVE.matches(tagged):
        if not match.has("verb") or match["verb"].get("passive"):
            yield "attend", match["who"], PASSIVE, None
    for match in matches(LISTS, tagged):
        if _listing(tagged, match):
            event = match["ev"] if match.has("ev") else None
            for actor in lists.after(tagged, match.end, strict=match.rule.name not in _LOOSE):
                yield "attend", actor.mention, match.rule, event
    for match in matches(THERE, tagged):
        yield "attend", match["who"], match.rule, None
    for match in CALLED.matches(tagged):
        if match["calling"].key in _CALLINGS:
            yield "attend", match["who"], CALLED, None
    for match in SUBJECTS.matches(tagged):
        if not _NOT_THERE.search(tagged.text[: match.start]):
            for actor in lists.before(tagged, match.start):
                yield "attend", actor.mention, SUBJECTS, None


def _speaking(tagged: Tagged) -> Iterator[Found]:
    for match in matches(SPEAKERS[:3], tagged):
        for actor in _speakers(tagged, match.start, match.end):
            yield "speak", actor.mention, match.rule, None
    for match in matches(SPEAKERS[3:], tagged):
        named = [match["who"]] if match.has("who") else [a.mention for a in lists.before(tagged, match.start)[-6:]]
        for mention in named:
            yield "speak", mention, match.rule, None
    for match in MATERIAL.matches(tagged):
        for actor in lists.after(tagged, match.end, strict=True):
            yield "speak", actor.mention, MATERIAL, None


def _listing(tagged: Tagged, match: Match) -> bool:
    """Whether a cue is followed by a list of those present: not denied, not active, not a mere noun."""
    if _NOT_THERE.search(tagged.text[: match.start]):
        return False
    name = match.rule.name
    if (name == "attended_by" and _active(tagged, match)) or (name == "invites" and not _near(tagged, match.end)):
        return False
    if match.has("signing") and match["signing"].key != "penandatanganan":
        return False
    return name not in {"announcing_verb", "signed_by"} or bool(match["verb"].get("verb"))


_AT = re.compile(r"\s*(?:pada|dalam|di|ke|untuk|memberikan|sebagai|langsung di|secara)\b")


def _active(tagged: Tagged, match: Match) -> bool:
    """Whether "hadir pada …" has its subject before it, so that what follows is no list of those present."""
    if not re.search(
        r"hadir|tampak|terlihat|nampak", match.rule.compiled.pattern and tagged.text[match.start : match.end]
    ):
        return False
    subject = any(
        m.kind in lists.ACTORS for m, start in zip(tagged.mentions, tagged.starts, strict=True) if start < match.start
    )
    return subject and _AT.match(tagged.text, match.end) is not None


def _near(tagged: Tagged, position: int) -> bool:
    """Whether somebody stands close behind a verb of inviting."""
    found = re.search(r"⟦(?:org|group|person|post):", tagged.text[position:])
    gap = tagged.text[position : position + found.start()] if found is not None else ","
    return len(gap) <= 45 and ("," not in gap or re.search(r"yakni|yaitu|antara lain|unsur", gap) is not None)


_PRESENT = re.compile(r"dihadiri|diikuti|\bhadir")
_MANY = re.compile(
    r"(?:para|beberapa|sejumlah|dua|tiga|empat|lima|kedua|ketiga|yakni|yaitu|antara lain|diantaranya|di antaranya|adalah|masing-masing|seperti)"
)


def _speakers(tagged: Tagged, start: int, end: int) -> list[lists.Actor]:
    """The speakers after the cue: the whole list, but inside a list of those present only the first and what "dan" joins."""
    found = lists.after(tagged, end, strict=True)
    if (
        not _PRESENT.search(tagged.text[:start])
        or _MANY.search(tagged.text[max(0, start - 25) : end])
        or len(found) < 2
    ):
        return found
    kept = found[:1]
    for actor in found[1:]:
        between = re.sub(r"⟦[^⟧]*⟧", "", tagged.text[tagged.starts[kept[-1].index] : tagged.starts[actor.index]])
        if "," in between or not re.search(r"\b(?:dan|serta)\b", between):
            break
        kept.append(actor)
    return kept
