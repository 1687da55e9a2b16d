"""Groups without a name of their own, with the area that "se-…" gives them."""

from __future__ import annotations

from kg.lexicon import concepts
from kg.mentions.bodies import _is_se, _past_se
from kg.mentions.context import Line, area_at
from kg.records import Mention


def at(line: Line, index: int) -> tuple[int, Mention] | None:
    """The group named at a token: (index after, mention), or None."""
    found = concepts.phrases("group-type").longest(line.tokens, index)
    if found is None:
        return None
    after, values = found
    concept, spelling = values[0]
    if all(word.isupper() and len(word) <= 4 for word in spelling) and not line.raw(index).isupper():
        return None
    end = _past_se(line, after) if _is_se(line, after) else after
    area = area_at(line, end - 1) if end > after else None
    detail = (("areas", " ".join(area.codes) if area else ""), ("se", "1" if end > after else ""))
    return end, Mention("group", line.span(index, end), concept.key, "group_words", detail)
