"""Finding a thing by the name that a user has for it: official, as written in an article, a synonym or an old name.

As on the network page, a body is found by the words of its kind together with those of its area ("Panwaslu Gresik").
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from kg.asking.answers import Rows
from kg.graph.vocabulary import BASE, PREFIXES
from kg.lexicon import areas, concepts
from kg.outputs.problems import Misused
from kg.outputs.view_names import plain_names

_CLASSES = {"body": ("bw:Organization", "bw:StakeholderGroup"), "person": ("bw:Person",), "article": ("bw:Article",),
            "event": ("bw:Event",)}  # fmt: skip
_TABLES = {"kind": ("agency-type", "group-type"), "theme": ("theme",), "event-type": ("event-type",), "role": ("role",),
           "election": ("election",), "stage": ("stage",)}  # fmt: skip
_OWN_WORDS = frozenset(["kabupaten", "kab", "kota", "provinsi", "prov", "regency", "city", "province"])
_NATIONAL = frozenset(["ri", "pusat"])  # "Bawaslu RI": said of the area, though lists have it among the words of a kind
_SHOWN = 8
_FORMS = """SELECT DISTINCT ?thing ?form WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class .
  VALUES ?by {{ rdfs:label skos:prefLabel skos:altLabel skos:hiddenLabel dcterms:identifier schema:headline }}
  ?thing ?by ?form }}"""
_LABELS = """SELECT DISTINCT ?thing ?form WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class ; rdfs:label ?form }}"""
_KINDS = "SELECT DISTINCT ?thing ?form WHERE { VALUES ?by { bw:agencyType bw:jurisdiction } ?thing ?by ?form }"


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be found: its IRI and label, its own forms, the words of its kind and area, its rank below others."""

    iri: str
    label: str
    forms: frozenset[str]
    far: frozenset[str] = frozenset()
    level: int = 0

    @property
    def own(self) -> frozenset[str]:
        """The words of its own forms."""
        return frozenset(word for form in self.forms for word in form.split())


class Catalogue:
    """Things by name. `ask` puts a query to the data and gives its rows."""

    def __init__(self, ask: Callable[[str], Rows]) -> None:
        self._ask = ask
        self._entries: dict[str, list[Entry]] = {}
        self.told: list[str] = []
        """For each name that was found under another one, which thing was taken for it."""

    def find(self, kind: str, name: str, where: str) -> NamedNode:
        """The one thing of a kind with that name; `where` is the option that said it.

        An IRI, or its end (org/bawaslu-35.25), is taken as it is. Raises Misused for a name that nothing has,
        with the names that come close, and for one that fits several, with these.
        """
        direct = _direct(kind, name)
        if direct:
            return direct
        found = _best(self.entries(kind), folded(name))
        if len(found) == 1:
            self.told += [] if folded(name) == folded(found[0].label) else [f"{where} {name!r}: {_shown(found[0])}"]
            return NamedNode(found[0].iri)
        shown = "; ".join(_shown(one) for one in found[:_SHOWN])
        if found:
            more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            raise Misused(f"{where} {name!r} fits several: {shown}{more}; write one of them in full")
        known = {form: one.label for one in self.entries(kind) for form in sorted(one.forms)}
        close = dict.fromkeys(known[form] for form in get_close_matches(folded(name), known, 3, 0.6))
        hint = f"did you mean {' or '.join(close)}?" if close else "try another word for it"
        raise Misused(f"{where} {name!r}: no {kind} of that name in these data; {hint}")

    def entries(self, kind: str) -> list[Entry]:
        """All things of a kind, sorted by label and IRI."""
        if kind not in self._entries:
            self._entries[kind] = sorted(self._read(kind), key=lambda one: (one.label, one.iri))
        return self._entries[kind]

    def _read(self, kind: str) -> Iterable[Entry]:
        if kind in _TABLES:
            return _listed(_TABLES[kind])
        if kind == "area":
            return _areas()
        if kind in _CLASSES:
            return self._things(_CLASSES[kind])
        return self._things(("skos:Concept",), f"{BASE}{kind}/")

    def _things(self, classes: Sequence[str], start: str = BASE) -> Iterable[Entry]:
        wanted = " ".join(classes)
        labels = {thing: form for thing, form in self._pairs(_LABELS.format(classes=wanted)) if thing.startswith(start)}
        forms: dict[str, set[str]] = defaultdict(set)
        far: dict[str, set[str]] = defaultdict(set)
        for thing, form in self._pairs(_FORMS.format(classes=wanted)):
            forms[thing].add(folded(form))
        for thing, value in self._pairs(_KINDS) if "bw:Organization" in classes else ():
            far[thing].update(_words_of(value.removeprefix(BASE)))
        return [Entry(one, label, frozenset(forms[one]), frozenset(far[one])) for one, label in labels.items()]

    def _pairs(self, query: str) -> list[tuple[str, str]]:
        return [(_value(row[0]), _value(row[1])) for row in self._ask(query).rows]


def folded(text: str) -> str:
    """Small letters, no accents, and one blank for whatever is neither letter nor digit."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain.casefold()).split())


def _shown(one: Entry) -> str:
    return f"{one.label} ({one.iri.removeprefix(BASE)})"


def _best(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """The entries that fit best: by label, by a written form, by words of their own, by words of kind and area."""
    words = frozenset(wanted.split())
    entries = [one for one in entries if words]
    tests: tuple[Callable[[Entry], bool], ...] = (
        lambda one: folded(one.label) == wanted,
        lambda one: wanted in one.forms,
        lambda one: words <= one.own,
        lambda one: words <= one.own | one.far and words & _OWN_WORDS <= frozenset(folded(one.label).split()),
    )
    found = next((fit for test in tests if (fit := [one for one in entries if test(one)])), [])
    highest = min((one.level for one in found), default=0)
    return [one for one in found if one.level == highest]


def _direct(kind: str, name: str) -> NamedNode | None:
    start = next((base for base in (BASE, *PREFIXES.values()) if name.startswith(base)), None)
    kinds = {"body": "org", "area": "area", "kind": "agency-type"}
    short = any(name.startswith(f"{one}/") for one in (kinds.get(kind, kind), "group-type"))
    try:
        return NamedNode(name if start else BASE + name) if start or (short and " " not in name) else None
    except ValueError:
        return None


def _listed(kinds: Iterable[str]) -> Iterable[Entry]:
    for kind in kinds:
        for one in concepts.load().of(kind):
            label = one.labels.get("id", one.key)
            forms = {folded(form) for form in (one.key, label, *one.labels.values(), *one.words)}
            yield Entry(f"{BASE}{kind}/{one.key}", label, frozenset(forms))


def _areas() -> Iterable[Entry]:
    known = areas.load()
    for level, name in enumerate(("nation", "province", "regency", "district")):
        for code in known.codes(name):
            area = known.get(code)
            forms = {folded(code), folded(area.name), *plain_names(code)}
            yield Entry(f"{BASE}area/{code}", area.name, frozenset(forms), level=level)


def _words_of(short: str) -> Iterable[str]:
    """The words for a body's kind or area, from the end of its IRI."""
    kind, _, key = short.partition("/")
    if kind == "area":
        words = [word for name in plain_names(key) for word in name.split()]
        return [*words, *_NATIONAL] if key == areas.REPUBLIC else words
    if not concepts.load().has(kind, key):
        return []
    found = concepts.load().get(kind, key)
    own = {word for form in (*found.words, *found.labels.values()) for word in folded(form).split()}
    return own - _NATIONAL


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
