"""What an article or its event is about: theme words weighed by where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.lexicon import concepts
from kg.mentions import ReadSentence
from kg.records import Mention

# A theme needs one full naming, or several passing ones; a sentence that names many gives each a little less.
THRESHOLD = 2.0
_NAMED, _IN_EVENT, _IN_QUOTE, _CROWDED, _CROWD = 2.0, 2.0, 1.0, -0.25, 5
_WEAK_EARLY, _WEAK_LATE = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, its weight, and the word that speaks for it most with its sentence."""

    key: str
    weight: float
    sentence: int
    mention: Mention


def choose(sentences: tuple[ReadSentence, ...]) -> list[Theme]:
    """The themes above the threshold, heaviest first."""
    weights: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, int, Mention]] = {}
    for number, one in enumerate(sentences):
        seen: dict[str, float] = {}
        for mention in one.themes:
            if _in_a_name(one, mention):
                continue
            weight = _weight(one, number, mention)
            seen[mention.key] = max(seen.get(mention.key, 0.0), weight)
            if weight > best.get(mention.key, (0.0, 0, mention))[0]:
                best[mention.key] = (weight, number, mention)
        for key, weight in seen.items():
            weights[key] += weight
    chosen = [Theme(key, weight, *best[key][1:]) for key, weight in weights.items() if weight >= THRESHOLD]
    return sorted(_with_broader(chosen), key=lambda t: (-t.weight, t.key))


def _weight(one: ReadSentence, number: int, mention: Mention) -> float:
    crowded = _CROWDED if len({m.key for m in one.themes}) > _CROWD else 0.0
    if mention.get("weak"):
        return crowded + (0.0 if one.sentence.kind == "title" else _WEAK_EARLY if number < 3 else _WEAK_LATE)
    inside = {m.kind for m in (*one.top, *one.inner) if m.span.holds(mention.span)}
    return crowded + _NAMED + (_IN_EVENT if "event" in inside else 0.0) + (_IN_QUOTE if "quote" in inside else 0.0)


def _in_a_name(one: ReadSentence, mention: Mention) -> bool:
    """Words of a post's or body's name are no theme ("Kordiv Penanganan Pelanggaran")."""
    return any(
        m.kind in {"post", "org"} and m.span.holds(mention.span) and m.key != "gakkumdu" for m in (*one.top, *one.inner)
    )


def _with_broader(chosen: list[Theme]) -> list[Theme]:
    """A narrower theme brings its broader one with it (branches of the scheme are no themes of their own)."""
    have = {theme.key for theme in chosen}
    found = list(chosen)
    for theme in chosen:
        if not concepts.load().has("theme", theme.key):
            continue
        for key in concepts.load().get("theme", theme.key).broader:
            broader = concepts.load().get("theme", key)
            if key not in have and broader.broader:
                have.add(key)
                found.append(Theme(key, theme.weight, theme.sentence, theme.mention))
    branches = {"tahapan", "pengawasan", "integritas", "partisipasi"}
    return [theme for theme in found if theme.key not in branches]
