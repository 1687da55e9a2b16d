"""The area that an article is about, by scored evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import areas as gazetteer
from kg.lexicon import concepts
from kg.lexicon.areas import REPUBLIC, province_of, regency_of
from kg.mentions import ReadSentence
from kg.mentions.context import level_of
from kg.records import Mention

Named = Sequence[tuple[int, Mention]]
"""Mentions with areas, and the numbers of their sentences."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for an area: its weight and the words."""

    code: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Home:
    """The area that the article is about, and how often each area is named in it."""

    code: str
    votes: tuple[tuple[str, float], ...]
    evidence: tuple[Evidence, ...]

    def vote(self, code: str) -> float:
        """The votes for a code."""
        return dict(self.votes).get(code, 0.0)


def mentions_of(sentences: Iterable[ReadSentence]) -> Iterator[tuple[int, Mention]]:
    """All mentions with the number of their sentence, inner ones too."""
    for number, one in enumerate(sentences):
        for mention in (*one.top, *one.inner):
            yield number, mention


def find_home(text: str, sentences: tuple[ReadSentence, ...], dateline: tuple[str, ...] = ()) -> Home:
    """The article's area: what its Bawaslu bodies, its title, its first sentences and other names speak for."""
    named = [(n, m) for n, m in mentions_of(sentences) if m.get("areas")]
    levels = said_levels(named)
    evidence = list(_evidence(text, sentences, named, levels))
    votes: dict[str, float] = defaultdict(float)
    for piece in evidence:
        votes[piece.code] += piece.weight
    for code in dateline:
        votes[code] += 1.0
    supervisors = {c: w for c, w in _supervisors(sentences, named, levels, votes).items() if c in votes}
    if not supervisors and _national(sentences, votes):
        return Home(REPUBLIC, tuple(sorted(votes.items())), tuple(evidence))
    ranked = supervisors or votes
    code = max(sorted(ranked), key=lambda c: (ranked[c], len(c))) if ranked else REPUBLIC
    return Home(code, tuple(sorted(votes.items())), tuple(evidence))


def _national(sentences: tuple[ReadSentence, ...], votes: Mapping[str, float]) -> bool:
    """No supervisory body has an area, and the capital or nothing else is named: the national body is meant."""
    local = [m for _, m in mentions_of(sentences) if m.kind in {"org", "post"} and m.get("areas")]
    return not local and set(votes) <= {"31", "31.71", "31.72", "31.73", "31.74", "31.75"}


def _evidence(
    text: str, sentences: tuple[ReadSentence, ...], named: Named, levels: Counter[tuple[str, str]]
) -> Iterator[Evidence]:
    sure = {codes[0] for _, m in named for codes in [m.get("areas").split()] if len(codes) == 1}
    provinces = Counter(province_of(c) for c in sure)
    for number, mention in named:
        code = pick(
            mention.get("areas").split(),
            levels,
            provinces,
            type_levels(mention.get("type") or mention.key),
            mention.get("level"),
        )
        if code is None:
            continue
        weight = 2.0 if sentences[number].sentence.kind == "title" or number < 2 else 1.0
        weight *= (
            2.0 if "bawaslu" in (mention.key, mention.get("type")) else 1.0 if mention.kind in {"org", "post"} else 0.6
        )
        yield Evidence(code, weight, text[mention.span.start : mention.span.end])


def _supervisors(
    sentences: tuple[ReadSentence, ...], named: Named, levels: Counter[tuple[str, str]], votes: Mapping[str, float]
) -> dict[str, float]:
    """Votes for the areas of the Bawaslu bodies named, each counted by where it stands."""
    found: dict[str, float] = defaultdict(float)
    provinces = Counter({c: int(w) for c, w in votes.items() if "." not in c})
    for number, mention in named:
        if (mention.get("type") or mention.key) not in {"bawaslu", "panwascam"}:
            continue
        code = pick(mention.get("areas").split(), levels, provinces, ("province", "regency"), mention.get("level"))
        if code is not None:
            first = 3.0 if sentences[number].sentence.kind == "title" else 2.0 if number < 3 else 1.0
            found[regency_of(code)] += first * (0.5 if mention.key == "panwascam" else 1.0)
    return found


def said_levels(named: Named) -> Counter[tuple[str, str]]:
    """How often each name stands with each level ("Kabupaten Madiun", "Wali Kota Madiun")."""
    found: Counter[tuple[str, str]] = Counter()
    for _, mention in named:
        codes = mention.get("areas").split()
        if mention.get("level") in {"kabupaten", "kota", "province"} and len(codes) == 1:
            found[gazetteer.load().get(codes[0]).short_name, mention.get("level")] += 1
    return found


@cache
def type_levels(key: str) -> tuple[str, ...]:
    """The levels of the areas that bodies of a type have, () if no list holds the type."""
    known = concepts.load()
    return known.get("agency-type", key).properties.get("areaLevel", ()) if known.has("agency-type", key) else ()


def pick(
    codes: list[str],
    levels: Counter[tuple[str, str]],
    provinces: Counter[str],
    fitting: tuple[str, ...],
    level: str,
    city_first: bool = False,
) -> str | None:
    """The likeliest of the codes that a name may mean."""
    places = gazetteer.load()
    if fitting:
        kept = [c for c in codes if places.get(c).level in fitting]
        codes = kept or codes
    if not codes:
        return None

    def score(code: str) -> tuple[float, float, int, int]:
        area = places.get(code)
        said = levels[area.short_name, level_of(code)]
        province_first = area.level == "province" and "province" in fitting and not level
        return (
            said,
            provinces[province_of(code)],
            int(province_first),
            int(level_of(code) == ("kota" if city_first else "kabupaten")),
        )

    return max(sorted(codes), key=score)
