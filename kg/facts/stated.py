"""Contacts that the text states in so many words: coordination, cooperation, agreements, acting together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts import lists
from kg.mentions import ReadSentence
from kg.records import Fact
from kg.rules import Rule, Tagged

_ASIDE = r"(?:[^⟦⟧.;]|⟦(?:area|date|weekday|person|event|theme|venue):\d+⟧){0,80}?"
RULES = (
    Rule(
        "coordinates_with",
        rf"<one=org|post>{_ASIDE}{{cooperate}}(?: pihak| jajaran| teman-teman| berbagai pihak terkait, seperti dengan)?(?= ⟦)",
        ("[org Bawaslu X] berkoordinasi dengan [org KPU X]", "[org Bawaslu X] akan bekerja sama dengan [org PWI X]"),
        ("[org Bawaslu X] diminta berkoordinasi dengan [org KPU X]",),
        0.8,
        unless=r"\b(?:diminta|meminta|harus|perlu|hendaknya|agar|supaya|tidak|belum|diharapkan|berharap|mengajak|ingin|menginginkan|harapan)\b",
    ),
    Rule(
        "acts_together",
        r"<one=org> bersama(?: dengan)? <two=org>(?:,? (?:dan|serta|juga) <three=org|group>)? (?:menyatakan|berkomitmen|berkomitmen|sepakat|bersepakat|"
        r"meneken|menandatangani|membentuk|mendirikan|turun|melakukan|menertibkan|siap|<event>)",
        (
            "[org Satpol PP X] bersama [org Bawaslu X] menyatakan",
            "[org Polres X] bersama [org Panwaslu X] dan [org Kejari X] mendirikan",
        ),
        ("[org Bawaslu X] bersama [org KPU X] diminta",),
        0.85,
    ),
)


WE = Rule(
    "we_coordinate",
    r"(?:kami|kita|pihaknya)(?:[^⟦⟧.;]|⟦(?:org|area|event|group|theme):\d+⟧){0,60}?(?:koordinasi|berkoordinasi|bekerja sama|bekerjasama|kerja sama|bersinergi|"
    r"sinergi|berkolaborasi|kolaborasi)(?: yang baik)? (?:dengan|bersama)(?: berbagai pihak terkait| sejumlah pihak| semua pihak| ⟦group:\d+⟧| terkait| lainnya)*(?:,? seperti)?(?: dengan| pihak| teman-teman| rekan-rekan)*(?= ⟦)",
    (
        "kami telah melakukan berbagai koordinasi dengan [org KPU X]",
        "kami di [org Undip] berkolaborasi bersama [org KPU X]",
    ),
    ("kami harus berkoordinasi dengan [org KPU X]",),
    0.75,
    unless=r"\b(?:akan|harus|perlu|agar|supaya|ingin|minta|meminta|berharap|harap|bisa|dapat|kalau|jika|segera)\b",
)
TOLD = Rule(
    "suggests_to",
    r"<one=pronoun|org>(?:[^⟦⟧.;]){0,15}? (?:telah|sudah) (?:menyampaikan|menyarankan|merekomendasikan|mengirim\w*|bersurat|menyurati)(?:[^⟦⟧.;]){0,40}?(?:ke|kepada)?"
    r"(?: teman-teman| rekan-rekan| pihak| jajaran)* <two=org>",
    (
        "[pronoun pihaknya] juga telah menyampaikan ke teman-teman [org KPU X]",
        "[org Bawaslu X] sudah bersurat kepada [org KPU X]",
    ),
    ("[pronoun ia] menyampaikan kepada [org KPU X]",),
    0.7,
)


def read(sentences: tuple[ReadSentence, ...], quotations: Sequence[Sequence[Tagged]]) -> Iterator[Fact]:
    """Facts of kind stated: one pair each; a quotation or pronoun stands for the body of who speaks.

    `quotations` are those of each sentence (`kg.mentions.quoted`).
    """
    for number, one in enumerate(sentences):
        quotes = [m for m in one.top if m.kind == "quote"]
        for quote, tagged in zip(quotes, quotations[number], strict=True):
            for match in WE.matches(tagged):
                for actor in lists.after(tagged, match.end, strict=True):
                    yield Fact("stated", (("one", quote), ("two", actor.mention)), number, WE.name, WE.confidence)
        for match in TOLD.matches(one.tagged):
            yield Fact("stated", (("one", match["one"]), ("two", match["two"])), number, TOLD.name, TOLD.confidence)
        for match in RULES[0].matches(one.tagged):
            for actor in lists.after(one.tagged, match.end, strict=True):
                yield Fact(
                    "stated",
                    (("one", match["one"]), ("two", actor.mention)),
                    number,
                    RULES[0].name,
                    RULES[0].confidence,
                )
        for match in RULES[1].matches(one.tagged):
            names = [n for n in ("one", "two", "three") if match.has(n)]
            for i, a in enumerate(names):
                for b in names[i + 1 :]:
                    yield Fact(
                        "stated", (("one", match[a]), ("two", match[b])), number, RULES[1].name, RULES[1].confidence
                    )
