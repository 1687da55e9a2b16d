"""Contacts that the text states in so many words: coordination, cooperation, agreements, acting together."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import lists
from kg.mentions import ReadSentence
from kg.records import Fact
from kg.rules import Rule

_ASIDE = r"(?:[^⟦⟧.;]|⟦(?:area|date|weekday|person|event|theme|venue):\d+⟧){0,80}?"
RULES = (
    Rule("coordinates_with", rf"<one=org|post>{_ASIDE}{{cooperate}}(?: pihak| jajaran| teman-teman| berbagai pihak terkait, seperti dengan)?(?= ⟦)",
         ("[org Bawaslu X] berkoordinasi dengan [org KPU X]", "[org Bawaslu X] akan bekerja sama dengan [org PWI X]"),
         ("[org Bawaslu X] diminta berkoordinasi dengan [org KPU X]",), 0.8,
         unless=r"\b(?:diminta|meminta|harus|perlu|hendaknya|agar|supaya|tidak|belum|diharapkan|berharap|mengajak|ingin|menginginkan|harapan)\b"),
    Rule("acts_together", r"<one=org> bersama(?: dengan)? <two=org>(?:,? (?:dan|serta|juga) <three=org|group>)? (?:menyatakan|berkomitmen|berkomitmen|sepakat|bersepakat|"
         r"meneken|menandatangani|membentuk|mendirikan|turun|melakukan|menertibkan|siap|<event>)",
         ("[org Satpol PP X] bersama [org Bawaslu X] menyatakan", "[org Polres X] bersama [org Panwaslu X] dan [org Kejari X] mendirikan"),
         ("[org Bawaslu X] bersama [org KPU X] diminta",), 0.85),
)


def read(sentences: tuple[ReadSentence, ...]) -> Iterator[Fact]:
    """Facts of kind stated: one pair each."""
    for number, one in enumerate(sentences):
        for match in RULES[0].matches(one.tagged):
            for actor in lists.after(one.tagged, match.end, strict=True):
                yield Fact("stated", (("one", match["one"]), ("two", actor.mention)), number, RULES[0].name, RULES[0].confidence)
        for match in RULES[1].matches(one.tagged):
            names = [n for n in ("one", "two", "three") if match.has(n)]
            for i, a in enumerate(names):
                for b in names[i + 1:]:
                    yield Fact("stated", (("one", match[a]), ("two", match[b])), number, RULES[1].name, RULES[1].confidence)
