"""Which area is meant: the article's own area by scored evidence, and every ambiguous name by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon import areas as gazetteer
from kg.lexicon import concepts
from kg.lexicon.areas import REPUBLIC, province_of, regency_of
from kg.mentions import ReadSentence
from kg.mentions.context import level_of
from kg.records import Mention

_NATIONAL_FORMS = {"kpk", "mk", "ma", "dkpp", "kasn", "kejagung", "bssn", "kemendagri", "kemenkominfo", "dpr", "dpd", "dewan-pers"}


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
    evidence = list(_evidence(text, sentences))
    votes: dict[str, float] = defaultdict(float)
    for piece in evidence:
        votes[piece.code] += piece.weight
    for code in dateline:
        votes[code] += 1.0
    supervisors = {c: w for c, w in _supervisors(sentences, votes).items() if c in votes}
    if not supervisors and _national(sentences, votes):
        return Home(REPUBLIC, tuple(sorted(votes.items())), tuple(evidence))
    ranked = supervisors or votes
    code = max(sorted(ranked), key=lambda c: (ranked[c], len(c))) if ranked else REPUBLIC
    return Home(code, tuple(sorted(votes.items())), tuple(evidence))


def _national(sentences: tuple[ReadSentence, ...], votes: Mapping[str, float]) -> bool:
    """No supervisory body has an area, and the capital or nothing else is named: the national body is meant."""
    local = [m for _, m in mentions_of(sentences) if m.kind in {"org", "post"} and m.get("areas")]
    return not local and set(votes) <= {"31", "31.71", "31.72", "31.73", "31.74", "31.75"}


def _evidence(text: str, sentences: tuple[ReadSentence, ...]) -> Iterator[Evidence]:
    named = [(n, m) for n, m in mentions_of(sentences) if m.get("areas")]
    levels = _said_levels(named)
    sure = {codes[0] for _, m in named for codes in [m.get("areas").split()] if len(codes) == 1}
    provinces = Counter(province_of(c) for c in sure)
    for number, mention in named:
        code = _pick(mention.get("areas").split(), levels, provinces, _type_levels(mention.get("type") or mention.key), mention.get("level"))
        if code is None:
            continue
        weight = 2.0 if sentences[number].sentence.kind == "title" or number < 2 else 1.0
        weight *= 2.0 if "bawaslu" in (mention.key, mention.get("type")) else 1.0 if mention.kind in {"org", "post"} else 0.6
        yield Evidence(code, weight, text[mention.span.start:mention.span.end])


def _supervisors(sentences: tuple[ReadSentence, ...], votes: Mapping[str, float]) -> dict[str, float]:
    """Votes for the areas of the Bawaslu bodies named, each counted by where it stands."""
    found: dict[str, float] = defaultdict(float)
    levels = _said_levels([(n, m) for n, m in mentions_of(sentences) if m.get("areas")])
    provinces = Counter({c: int(w) for c, w in votes.items() if "." not in c})
    for number, mention in mentions_of(sentences):
        if (mention.get("type") or mention.key) not in {"bawaslu", "panwascam"} or not mention.get("areas"):
            continue
        code = _pick(mention.get("areas").split(), levels, provinces, ("province", "regency"), mention.get("level"))
        if code is not None:
            first = 3.0 if sentences[number].sentence.kind == "title" else 2.0 if number < 3 else 1.0
            found[regency_of(code)] += first * (0.5 if mention.key == "panwascam" else 1.0)
    return found


def _said_levels(named: list[tuple[int, Mention]]) -> Counter[tuple[str, str]]:
    """How often each name stands with each level ("Kabupaten Madiun", "Wali Kota Madiun")."""
    found: Counter[tuple[str, str]] = Counter()
    for _, mention in named:
        codes = mention.get("areas").split()
        if mention.get("level") in {"kabupaten", "kota", "province"} and len(codes) == 1:
            found[gazetteer.load().get(codes[0]).short_name, mention.get("level")] += 1
    return found


def _type_levels(key: str) -> tuple[str, ...]:
    known = concepts.load()
    return known.get("agency-type", key).properties.get("areaLevel", ()) if known.has("agency-type", key) else ()


def _pick(codes: list[str], levels: Counter[tuple[str, str]], provinces: Counter[str], fitting: tuple[str, ...], level: str) -> str | None:
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
        return (said, provinces[province_of(code)], int(province_first), int(level_of(code) == "kabupaten"))
    return max(sorted(codes), key=score)


class Resolver:
    """Turns area candidates into codes for one article."""

    def __init__(self, text: str, sentences: tuple[ReadSentence, ...], dateline: tuple[str, ...] = ()) -> None:
        self.home = find_home(text, sentences, dateline)
        named = [(n, m) for n, m in mentions_of(sentences) if m.get("areas")]
        self._levels = _said_levels(named)
        self._provinces: Counter[str] = Counter()
        for code, weight in self.home.votes:
            self._provinces[province_of(code)] += int(weight * 10)

    def area(self, codes: Iterable[str], fitting: tuple[str, ...] = (), level: str = "") -> str:
        """The code meant by a name's candidates: the home area if it is among them, else the likeliest; "" if none."""
        options = list(codes)
        if not options:
            return ""
        districts = [c for c in options if c.count(".") == 2]
        if districts:
            near = [c for c in districts if regency_of(c) == self.home.code] or [
                c for c in districts if self.home.vote(regency_of(c))] or [
                c for c in districts if province_of(c) == province_of(self.home.code)]
            return near[0] if near else "" if len(districts) > 1 else districts[0]
        if self.home.code in options and (not fitting or gazetteer.load().get(self.home.code).level in fitting):
            return self.home.code
        return _pick(options, self._levels, self._provinces, fitting, level) or ""

    def body_area(self, type_: str, codes: Iterable[str], level: str, national: bool) -> str:
        """The area of a body of a type: as named, else the home area at the level that the type can have."""
        if national or type_ in _NATIONAL_FORMS:
            return REPUBLIC
        fitting = _type_levels(type_)
        code = self.area(codes, fitting, level)
        if code:
            return province_of(code) if fitting == ("province",) or set(fitting) <= {"nation", "province"} and fitting else code
        return self._default(fitting, level)

    def _default(self, fitting: tuple[str, ...], level: str) -> str:
        home = self.home.code
        if level == "province" or fitting and "regency" not in fitting and "province" in fitting:
            return province_of(home)
        if fitting == ("nation",):
            return REPUBLIC
        if home == REPUBLIC or "." in home:
            return home
        return home if not fitting or "province" in fitting else self._only_regency() or home

    def _only_regency(self) -> str:
        """At a provincial meeting: the one regency that the article names most."""
        inside = [(w, c) for c, w in self.home.votes if "." in c and province_of(c) == self.home.code]
        return max(inside)[1] if inside else ""

