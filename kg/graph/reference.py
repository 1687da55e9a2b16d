"""The reference graph: the areas, concepts and bodies in use, labels in both languages, what stands above what."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import english, hierarchy, names, things, voting
from kg.graph.article import used
from kg.graph.sheet import Sheet
from kg.graph.vocabulary import BASE, REFERENCE, decimal
from kg.records import Organization, Reading, Ref

_WIKIDATA = "http://www.wikidata.org/entity/"
_SCHEMES = {
    "agency-type": ("Jenis lembaga", "Agency types"),
    "group-type": ("Jenis kelompok", "Group types"),
    "event-type": ("Jenis kegiatan", "Event types"),
    "role": ("Jabatan", "Roles"),
    "theme": ("Tema", "Themes"),
    "election": ("Pemilu dan pemilihan", "Elections"),
    "stage": ("Tahapan pemilihan", "Stages of an election"),
}


def quads(readings: Iterable[Reading], base: str = BASE) -> list[Quad]:
    """What is known beforehand about all that the readings speak of, as the sorted quads of ``graph/reference``."""
    listed: set[Ref] = set()
    bodies: dict[str, Organization] = {}
    for reading in sorted(readings, key=lambda reading: reading.article.key):
        listed |= {ref for ref in used(reading) if ref.kind == "area" or names.is_concept(ref)}
        bodies.update((body.key, body) for body in reading.organizations)
    return described(listed, bodies, base).quads()


def described(listed: Iterable[Ref], bodies: dict[str, Organization], base: str = BASE) -> Sheet:
    """The same about areas and concepts, and bodies by their keys."""
    return alone(listed, _with_superiors(bodies), base)


def alone(listed: Iterable[Ref], bodies: Iterable[Organization], base: str = BASE) -> Sheet:
    """The same without those above the bodies. What is said of many is what is said of each, taken together."""
    sheet = Sheet(REFERENCE, base)
    found = set(listed)
    for body in bodies:
        found |= _write_body(sheet, body)
    for ref in _with_broader(found):
        _write_listed(sheet, ref)
    return sheet


def _with_superiors(bodies: dict[str, Organization]) -> list[Organization]:
    found = {parent.key: parent for body in bodies.values() for parent in hierarchy.above(body)}
    return list({**found, **bodies}.values())


def _write_body(sheet: Sheet, body: Organization) -> set[Ref]:
    """Describes a body or group and returns the areas and concepts that this speaks of."""
    node = Ref("org", body.key)
    things.write_organization(sheet, Organization(body.key, body.name, body.type, body.area, body.sector, body.group))
    sheet.add(node, "skos:prefLabel", Literal(body.name, language="id"), Literal(_english(body), language="en"))
    superiors = [Ref("org", parent.key) for parent in hierarchy.above(body)]
    sheet.add(node, "org:subOrganizationOf", *superiors[:1])
    sheet.add(node, "org:transitiveSubOrganizationOf", *superiors)
    return ({things.type_of(body)} if body.type else set()) | ({Ref("area", body.area)} if body.area else set())


def _english(body: Organization) -> str:
    """The type in English and the area in English; a body with a name of its own keeps it."""
    concept, area = names.concept(things.type_of(body)), names.area(body.area)
    if concept is None or area is None or "en" not in concept.labels or body.key != f"{body.type}-{body.area}":
        return body.name
    return f"{concept.labels['en']}, {english.area_name(area)}"


def _with_broader(refs: Iterable[Ref]) -> set[Ref]:
    found: set[Ref] = set()
    waiting = set(refs)
    while waiting:
        ref = waiting.pop()
        found.add(ref)
        waiting |= _broader(ref) - found
    return found


def _broader(ref: Ref) -> set[Ref]:
    if ref.kind == "area":
        area = names.area(ref.key)
        return {Ref("area", area.parent)} if area and area.parent else set()
    concept = names.concept(ref)
    return {Ref(ref.kind, key) for key in concept.broader} | voting.companions(ref) if concept else set()


def _write_listed(sheet: Sheet, ref: Ref) -> None:
    things.write_listed(sheet, [ref])
    if ref.kind == "area":
        _write_area(sheet, ref)
    else:
        _write_concept(sheet, ref)


def _write_area(sheet: Sheet, ref: Ref) -> None:
    area = names.area(ref.key)
    if area is None:
        return
    sheet.add(ref, "skos:prefLabel", Literal(area.name, language="id"))
    sheet.add(ref, "skos:prefLabel", Literal(english.area_name(area), language="en"))
    sheet.add(ref, "dcterms:identifier", area.code)
    if area.iso and area.level == "province":  # ISO 3166-2 stops at the provinces
        sheet.add(ref, "skos:notation", area.iso)
    if area.wikidata:  # only where two sources agree, or one was checked against Wikidata: tables/SOURCES.md
        sheet.add(ref, "owl:sameAs", NamedNode(f"{_WIKIDATA}{area.wikidata}"))
    if area.parent:
        sheet.add(ref, "schema:containedInPlace", Ref("area", area.parent))
    if area.lat and area.lon:
        sheet.add(ref, "schema:latitude", decimal(area.lat))
        sheet.add(ref, "schema:longitude", decimal(area.lon))


def _write_concept(sheet: Sheet, ref: Ref) -> None:
    concept = names.concept(ref)
    if concept is None:
        return
    for language, text in concept.labels.items():
        sheet.add(ref, "skos:prefLabel", Literal(text, language=language))
    for language, text in concept.definitions.items():
        sheet.add(ref, "skos:definition", Literal(text, language=language))
    for language, text in concept.notes.items():
        sheet.add(ref, "skos:editorialNote", Literal(text, language=language))
    sheet.add(ref, "skos:broader", *(Ref(ref.kind, key) for key in concept.broader))
    voting.write(sheet, ref, concept)
    scheme = Ref("scheme", ref.kind)
    sheet.add(ref, "skos:inScheme", scheme)
    sheet.named(scheme, _SCHEMES[ref.kind][0], "skos:ConceptScheme")
    for language, text in zip(("id", "en"), _SCHEMES[ref.kind], strict=True):
        sheet.add(scheme, "skos:prefLabel", Literal(text, language=language))
