"""Words that name a theme, strong ("politik uang") or weak ("pencegahan")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.phrases import Phrases
from kg.mentions.context import Line, excepted
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
    words, after = _words(), 0
    first_words = words.first_words
    for here, low in enumerate(line.lows):
        found = words.longest(line.tokens, here) if here >= after and low in first_words else None
        if found is None:
            continue
        after, values = found
        values = [v for v in values if not excepted(line, "theme", here, after, v[0][0])]
        for (key, weak), spelling in {value: (value, spelling) for value, spelling in values}.values():
            if not _shouted(spelling) or any(t.text.isupper() for t in line.tokens[here:after]):
                yield Mention(
                    "theme",
                    line.span(here, after),
                    key,
                    "theme_words_weak" if weak else "theme_words",
                    (("weak", "1"),) if weak else (),
                )


def _shouted(spelling: tuple[str, ...]) -> bool:
    """Short forms in capitals count only in capitals (TMS, PSU)."""
    return len(spelling) == 1 and spelling[0].isupper() and len(spelling[0]) <= 4
