"""Words that name a theme, strong ("politik uang") or weak ("pencegahan")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.phrases import Phrases
from kg.mentions.context import Line
from kg.records import Mention


@cache
def _words() -> Phrases[tuple[str, bool]]:
    found: Phrases[tuple[str, bool]] = Phrases()
    for concept in concepts.load().of("theme"):
        for word in dict.fromkeys(concept.words):
            found.add(word, (concept.key, False))
        for word in concept.properties.get("weakLabel", ()):
            found.add(word, (concept.key, True))
    return found


def find(line: Line) -> Iterator[Mention]:
    """The theme words of a sentence, longest at each place."""
    words, here = _words(), 0
    while here < len(line.tokens):
        found = words.longest(line.tokens, here) if line.low(here) in words.first_words else None
        if found is None:
            here += 1
            continue
        after, values = found
        values = [v for v in values if not _excepted(line, here, after, v[0][0])]
        for (key, weak), spelling in {value: (value, spelling) for value, spelling in values}.values():
            if not _shouted(spelling) or any(t.text.isupper() for t in line.tokens[here:after]):
                yield Mention(
                    "theme",
                    line.span(here, after),
                    key,
                    "theme_words_weak" if weak else "theme_words",
                    (("weak", "1"),) if weak else (),
                )
        here = after


def _excepted(line: Line, index: int, after: int, key: str) -> bool:
    """Whether the words stand in a phrase in which they do not name the theme ("Divisi Pencegahan")."""
    return any(
        end >= after and any(concept.key == key for concept, _ in values)
        for first in range(max(0, index - 4), index + 1)
        for end, values in concepts.exceptions("theme").at(line.tokens, first)
    )


def _shouted(spelling: tuple[str, ...]) -> bool:
    """Short forms in capitals count only in capitals (TMS, PSU)."""
    return len(spelling) == 1 and spelling[0].isupper() and len(spelling[0]) <= 4
