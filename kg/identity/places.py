"""Which area is meant: the article's own area by scored evidence, and every ambiguous name by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.identity.home import find_home, mentions_of, pick, said_levels, type_levels
from kg.lexicon import areas as gazetteer
from kg.lexicon.areas import REPUBLIC, province_of, regency_of
from kg.mentions import ReadSentence

_NATIONAL_FORMS = {
    "bkn",
    "kpk",
    "mk",
    "ma",
    "dkpp",
    "kasn",
    "kejagung",
    "bssn",
    "kemendagri",
    "kemenkominfo",
    "dpr",
    "dpd",
    "dewan-pers",
}


class Resolver:
    """Turns area candidates into codes for one article."""

    def __init__(self, text: str, sentences: tuple[ReadSentence, ...], dateline: tuple[str, ...] = ()) -> None:
        self.home = find_home(text, sentences, dateline)
        named = [(n, m) for n, m in mentions_of(sentences) if m.get("areas")]
        self._levels = said_levels(named)
        self._provinces: Counter[str] = Counter()
        local = [m for _, m in named if all(code.count(".") == 2 for code in m.get("areas").split())]
        self._districts = {self.area(m.get("areas").split()) for m in local} - {""}
        for code, weight in self.home.votes:
            self._provinces[province_of(code)] += int(weight * 10)

    def area(
        self, codes: Iterable[str], fitting: tuple[str, ...] = (), level: str = "", city_first: bool = False
    ) -> str:
        """The code meant by a name's candidates: the home area if it is among them, else the likeliest; "" if none."""
        options = list(codes)
        if not options:
            return ""
        districts = [c for c in options if c.count(".") == 2]
        if districts:
            near = (
                [c for c in districts if regency_of(c) == self.home.code]
                or [c for c in districts if self.home.vote(regency_of(c))]
                or [c for c in districts if province_of(c) == province_of(self.home.code)]
            )
            return near[0] if near else "" if len(districts) > 1 else districts[0]
        if self.home.code in options and (not fitting or gazetteer.load().get(self.home.code).level in fitting):
            return self.home.code
        return pick(options, self._levels, self._provinces, fitting, level, city_first) or ""

    def body_area(self, type_: str, codes: Iterable[str], level: str, national: bool) -> str:
        """The area of a body of a type: as named, else the home area at the level that the type can have."""
        if national or type_ in _NATIONAL_FORMS:
            return REPUBLIC
        fitting = type_levels(type_)
        code = self.area(codes, fitting, level)
        if not code and fitting and set(fitting) <= {"district", "village"}:
            code = self.only_district()
        if code:
            return (
                province_of(code)
                if fitting == ("province",) or (set(fitting) <= {"nation", "province"} and fitting)
                else code
            )
        return self._default(fitting, level)

    def only_district(self) -> str:
        """The one sub-district of the home area that the article names, "" if it names none or several."""
        return next(iter(self._districts)) if len(self._districts) == 1 else ""

    def _default(self, fitting: tuple[str, ...], level: str) -> str:
        home = self.home.code
        if level == "province" or (fitting and "regency" not in fitting and "province" in fitting):
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
