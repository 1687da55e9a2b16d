"""Words for events (rakor, sosialisasi, apel …), with the name that follows them."""

from __future__ import annotations

from functools import cache

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept
from kg.lexicon.phrases import Phrases
from kg.lexicon.words import CLASSES, NO_NAME
from kg.mentions import bodies, elections, groups
from kg.mentions.context import Line, capital
from kg.records import Mention


@cache
def _words(name: str) -> Phrases[Concept]:
    found: Phrases[Concept] = Phrases()
    for concept in concepts.load().of("event-type"):
        for word in concept.properties.get(name, ()):
            if word.split()[0] not in CLASSES["host"] or " " not in word:
                found.add(word, concept)
    return found


def first_words() -> frozenset[str]:
    """The words, in small letters, that words for events begin with."""
    tables = (concepts.phrases("event-type"), _words("weakLabel"), _words("verbForm"))
    return frozenset(word for table in tables for word in table.first_words)


def at(line: Line, index: int) -> tuple[int, Mention] | None:
    """The event word at a token and the capitals that name it: (index after, mention), or None.

    The detail `weak` marks words such as "kegiatan", `verb` verbs that announce an event by themselves ("melantik").
    """
    for kind, phrases in (
        ("", concepts.phrases("event-type")),
        ("weak", _words("weakLabel")),
        ("verb", _words("verbForm")),
    ):
        found = phrases.longest(line.tokens, index)
        if found is not None:
            after = found[0] if kind else _named(line, found[0])
            detail: tuple[tuple[str, str], ...] = ((kind, "1"),) if kind else ()
            if kind == "verb" and line.low(index).startswith("di"):
                detail = (*detail, ("passive", "1"))
            return after, Mention(
                "event", line.span(index, after), found[1][0][0].key, f"event_words{'_' + kind if kind else ''}", detail
            )
    return None


def _named(line: Line, after: int) -> int:
    """Past "(Rakor)" and the capitals of the event's own name."""
    if line.raw(after) == "(" and concepts.phrases("event-type").longest(line.tokens, after + 1):
        close = next((i for i in range(after + 1, min(after + 6, len(line.tokens))) if line.raw(i) == ")"), None)
        after = close + 1 if close else after
    here = after
    while here < len(line.tokens) and capital(line.raw(here)) and line.raw(here).isalpha() and here - after < 12:
        if elections.at(line, here):
            break
        if (
            line.low(here) in _LINKING
            or line.low(here) in _NO_NAMES
            or bodies.at(line, here)
            or (groups.at(line, here) and here == after)
        ):
            break
        here += 1
    return here if here - after < 12 else after


_LINKING = frozenset(
    form for name in ("with", "attended", "host", "hosted", "say") for form in CLASSES[name] if form.isalpha()
)
_IN_NAMES = frozenset(
    "pemilu pemilihan pilkada pengawasan pencegahan penanganan pelanggaran hukum serentak tahun tahapan kampanye umum "
    "masyarakat partai dan dalam politik organisasi lembaga data informasi sengketa divisi sdm humas".split()
)
_NO_NAMES = NO_NAME - _IN_NAMES
