"""Runs all families of rules over the sentences of one article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import attendance, attendance_rules, holders, hosts, speaker_rules, speech, stated
from kg.mentions import ReadSentence, quoted
from kg.records import Fact, Mention
from kg.rules import Rule, matches

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "hosts": (*hosts.HOST, *hosts.JOIN),
    "attendance": (
        *attendance_rules.LISTS,
        attendance_rules.SUBJECTS,
        attendance_rules.CALLED,
        speaker_rules.MATERIAL,
        speaker_rules.TWO_STEPS,
        attendance_rules.PASSIVE,
        attendance_rules.ABSENT,
        attendance_rules.GOES_ON,
        attendance_rules.IN_QUOTE,
        *attendance_rules.THERE,
        *speaker_rules.SPEAKERS,
    ),
    "holders": holders.RULES,
    "speech": speech.RULES,
    "stated": (*stated.RULES, stated.WE, stated.TOLD),
}


def read(text: str, sentences: tuple[ReadSentence, ...]) -> tuple[Fact, ...]:
    """All facts of an article in the order of its sentences."""
    quotations = [quoted(text, one) for one in sentences]
    found = [
        *_hosting(text, sentences),
        *attendance.read(sentences, quotations),
        *holders.read(sentences),
        *speech.read(text, sentences),
        *stated.read(sentences, quotations),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.sentence, f.kind, f.rule, [m.span for _, m in f.parts])))


def _hosting(text: str, sentences: tuple[ReadSentence, ...]) -> Iterator[Fact]:
    for number, one in enumerate(sentences):
        for match in matches(hosts.HOST, one.tagged):
            verb = match.has("ev") and match["ev"].get("verb")
            if match.rule.name == "hosts_by_announcing_verb" and (not verb or match["ev"].get("passive")):
                continue
            parts = [("org" if name == "via" else name, match[name]) for name in ("org", "ev", "via") if match.has(name)]
            if match.has("second"):
                last = match.index("ev")
                parts += [
                    ("org", m) for m in one.top[match.index("org") + 1 : last] if m.kind in {"org", "group", "post"}
                ]
            yield Fact("host", tuple(parts), number, match.rule.name, match.rule.confidence)
        for match in matches(hosts.JOIN, one.tagged):
            if match.rule.name == "visits_by_verb" and not _goes_there(text, match["ev"]):
                continue
            parts = [(name, _body_of(one, match[name])) for name in ("who", "org", "ev") if match.has(name)]
            yield Fact("join", tuple(parts), number, match.rule.name, match.rule.confidence)


def _goes_there(text: str, event: Mention) -> bool:
    """Whether a verb of visiting has the visitor for its subject: "berkunjung", not "menerima kunjungan"."""
    words = text[event.span.start : event.span.end].lower()
    receives = words.startswith(("menerima", "terima", "menyambut", "sambut"))
    return bool(event.get("verb")) and event.key == "audiensi" and not receives


def _body_of(one: ReadSentence, mention: Mention) -> Mention:
    """The body whose office a place is ("ke kantor Bawaslu X"); anything else as it is."""
    if mention.kind != "venue":
        return mention
    return next((m for m in one.inner if m.kind == "org" and mention.span.holds(m.span)), mention)
