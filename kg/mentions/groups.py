"""Groups without a name of their own, with the area that "se-…" gives them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.lexicon import concepts
from kg.lexicon.concepts import Concept
from kg.lexicon.phrases import Phrases
from kg.mentions import named
from kg.mentions.body_tails import is_misspelt, is_se, past_se
from kg.mentions.context import Line, area_at
from kg.records import Mention


@cache
def _weak() -> Phrases[Concept]:
    """Words that mean a group only in a list of those who take part ("camat", "kepala desa")."""
    found: Phrases[Concept] = Phrases()
    for concept in concepts.load().of("group-type"):
        for word in concept.properties.get("weakLabel", ()):
            found.add(word, concept)
    return found


def first_words() -> frozenset[str]:
    """The words, in small letters, that words for groups begin with."""
    return frozenset((*concepts.phrases("group-type").first_words, *_weak().first_words))


def _runs_into_a_name(line: Line, index: int, after: int) -> bool:
    """Whether the last words of a group's phrase begin a body's name ("siswa SMA" of "siswa SMA Negeri 3")."""
    return any((found := named.at(line, here)) is not None and found[0] > after for here in range(index + 1, after))


def _phrase(line: Line, index: int) -> tuple[tuple[int, Sequence[tuple[Concept, tuple[str, ...]]]] | None, bool]:
    """The longest words for a group at a token with what they mean; whether they mean it only in company."""
    for after, values in concepts.phrases("group-type").at(line.tokens, index):
        if not _runs_into_a_name(line, index, after):
            return (after, values), False
    return _weak().longest(line.tokens, index), True


def at(line: Line, index: int) -> tuple[int, Mention] | None:
    """The group named at a token: (index after, mention), or None."""
    found, weak = _phrase(line, index)
    if found is None:
        return None
    after, values = found
    if line.raw(after).isdigit() and line.raw(after + 1) == ".":  # "perempuan 120.345": a count of them, nobody present
        return None
    after -= line.low(after - 1) == "se"
    concept, spelling = values[0]
    if all(word.isupper() and len(word) <= 4 for word in spelling) and not line.raw(index).isupper():
        return None
    end = past_se(line, after) if is_se(line, after) else after
    area = area_at(line, end - 1) if end > after else None
    detail = (
        ("areas", " ".join(area.codes) if area else ""),
        ("se", "1" if end > after else ""),
        ("weak", "1" if weak and end == after else ""),
        ("misspelt", "1" if is_misspelt(line.words(index, after), concept) else ""),
    )
    return end, Mention("group", line.span(index, end), concept.key, "group_words", detail)
