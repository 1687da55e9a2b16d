"""What an article or its event is about: theme words weighed by where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.lexicon import concepts
from kg.mentions import ReadSentence
from kg.records import Mention

THRESHOLD = 1.6
_SENTENCE = 1.0
_BY_KIND = {"title": 3.0, "caption": 0.8, "body": 1.0}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, its weight, and the word that speaks for it most with its sentence."""

    key: str
    weight: float
    sentence: int
    mention: Mention


def choose(sentences: tuple[ReadSentence, ...], anchors: dict[int, float]) -> list[Theme]:
    """The themes above the threshold, heaviest first. `anchors`: how strongly each sentence speaks of the event."""
    weights: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, int, Mention]] = {}
    for number, one in enumerate(sentences):
        seen: dict[str, float] = {}
        for mention in one.themes:
            weight = _weight(one, number, mention, anchors)
            seen[mention.key] = max(seen.get(mention.key, 0.0), weight)
            if weight > best.get(mention.key, (0.0, 0, mention))[0]:
                best[mention.key] = (weight, number, mention)
        for key, weight in seen.items():
            weights[key] += weight
    chosen = [Theme(key, weight, *best[key][1:]) for key, weight in weights.items() if weight >= THRESHOLD]
    return sorted(_with_broader(chosen), key=lambda t: (-t.weight, t.key))


def _weight(one: ReadSentence, number: int, mention: Mention, anchors: dict[int, float]) -> float:
    weight = _BY_KIND[one.sentence.kind] + (1.0 if number < 3 and one.sentence.kind == "body" else 0.0)
    if anchors.get(number, 0.0) >= 2 and one.sentence.kind == "body":
        weight += 0.5
    crowd = len({m.key for m in one.themes})
    if crowd > 4:
        weight *= 0.5
    return weight * (0.5 if mention.get("weak") else 1.0)


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
