"""Which body or group a mention means: key, official name, type, area and sector."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.identity.places import Resolver
from kg.lexicon import areas as gazetteer
from kg.lexicon import concepts
from kg.lexicon.areas import REPUBLIC
from kg.lexicon.naming import official
from kg.records import Mention, Organization

_SMALL = frozenset("dan di untuk bagi dari se".split())
_ACRONYM = re.compile(
    r"^(?:sma|smk|smp|man|mts|sman|smkn|smpn|mtsn|ma|uin|iain|stain|stai|stie|stisip|stkip|stikes|unu|tvri|rri|bppk|smsi|lsm|osis|fisip|fkip|ukm|bem|bpjs|pgri|ldii|dpm|mkks|bprn|kahmi|kpa|dad|iain|ppi|gmki|pmii)$"
)


# Without a place these are ordinary words.
_BARE_WORDS = frozenset({"desa", "kelurahan", "puskesmas", "sekolah"})


@lru_cache(maxsize=1 << 13)
def slug(text: str) -> str:
    """Lower-case words joined by hyphens, ASCII letters and digits only."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def named(mention: Mention, resolver: Resolver, text: str) -> Organization | None:
    """The body that a mention of kind org (or the body behind a post) means; None if its words tell too little."""
    type_ = mention.get("type") if mention.kind == "post" else mention.key
    written = text[mention.span.start : mention.span.end]
    if not type_:
        return _by_name(mention, resolver)
    if type_ in _BARE_WORDS and mention.kind == "org" and not mention.get("areas") and not resolver.only_district():
        return None
    type_ = _local_type(type_, mention, resolver, written)
    concept = concepts.load().get("agency-type", type_)
    codes = mention.get("areas").split()
    if mention.get("own"):
        area = resolver.home.code
        return Organization(
            f"{slug(mention.get('own'))}-{area}", mention.get("own"), type_, area, concept.first("sectorClass")
        )
    area = resolver.body_area(type_, codes, mention.get("level"), bool(mention.get("national")))
    return Organization(
        f"{type_}-{area}" if area else type_, official(concept, area), type_, area, concept.first("sectorClass")
    )


def _local_type(type_: str, mention: Mention, resolver: Resolver, written: str) -> str:
    """Words for an institution at large mean its local office: "Kepolisian", "Kejaksaan" at a regency's or province's meeting."""
    area = resolver.area(mention.get("areas").split()) or resolver.home.code
    local = "." in area
    if (
        type_ == "polri"
        and re.match(r"(?i)kepolisian|polisi", written)
        and area != REPUBLIC
        and not mention.get("national")
    ):
        return "polres" if local else "polda"
    if type_ == "kejari" and not local and re.match(r"(?i)kejaksaan(?! negeri)", written) and area != REPUBLIC:
        return "kejati"
    if type_ == "kesbangpol" and area == REPUBLIC:
        return type_
    return type_


def _by_name(mention: Mention, resolver: Resolver) -> Organization | None:
    name = mention.get("name")
    if not name:
        return None
    key = slug(name)
    sector = mention.get("sector") or "EducationBody"
    area = resolver.area(mention.get("areas").split(), level=mention.get("level"))
    if sector == "GovernmentBody":
        area = area or resolver.home.code
        return Organization(
            f"{key}-{area}", f"{_title(key)} {gazetteer.load().get(area).name}", "dinas-lain", area, sector
        )
    if sector == "CivilSociety":
        area = area or resolver.home.code
        return Organization(f"{key}-{area}", f"{_title(key)} {gazetteer.load().get(area).name}", "", area, sector)
    return Organization(key, _title(key), "", "", sector)


def _title(key: str) -> str:
    """A readable name from a slug, the same for every article."""
    return " ".join(w if w in _SMALL else w.upper() if _ACRONYM.match(w) else w.capitalize() for w in key.split("-"))


def group(mention: Mention, resolver: Resolver, area: str) -> Organization:
    """The group that a mention means, with the area that its words, the organiser or the article give it."""
    concept = concepts.load().get("group-type", mention.key)
    code = resolver.area(mention.get("areas").split()) or area
    return Organization(f"{mention.key}-{code}", official(concept, code), mention.key, code, "", group=True)
