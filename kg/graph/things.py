"""How each kind of thing in a reading is described in its article's graph."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import names
from kg.graph.sheet import Sheet
from kg.records import Contact, Event, Membership, Organization, Person, Quotation, Ref, Venue

# Bawaslu, police and prosecutors together.
_COLLABORATION = "gakkumdu"


def write_organization(sheet: Sheet, body: Organization) -> None:
    """A named body, or a group without a name of its own."""
    node = Ref("org", body.key)
    if body.group:
        sheet.named(node, body.name, "bw:StakeholderGroup")
    else:
        further = ["org:OrganizationalCollaboration"] if body.type == _COLLABORATION else []
        sheet.named(node, body.name, "bw:Organization", *([f"bw:{body.sector}"] if body.sector else []), *further)
    if body.type:
        sheet.add(node, "bw:agencyType", type_of(body))
    if body.area:
        sheet.add(node, "bw:jurisdiction", Ref("area", body.area))
    _write_forms(sheet, node, body.name, body.written, body.misspelt)


def type_of(body: Organization) -> Ref:
    """The concept that says what kind of body or group it is."""
    return Ref("group-type" if body.group else "agency-type", body.type)


def write_person(sheet: Sheet, person: Person) -> None:
    """Somebody whom the article names."""
    node = Ref("person", person.key)
    sheet.named(node, person.name, "bw:Person")
    sheet.add(node, "bw:publicRole", person.public_role)
    _write_forms(sheet, node, person.name, person.written)


def write_membership(sheet: Sheet, post: Membership) -> None:
    """A post that somebody holds or held."""
    node = Ref("membership", post.key)
    sheet.type(node, "org:Membership")
    sheet.add(node, "org:member", Ref("person", post.person))
    sheet.add(node, "bw:roleTitle", post.title)
    sheet.add(node, "bw:status", post.status)
    if post.organization:
        sheet.add(node, "org:organization", Ref("org", post.organization))
    if post.role:
        sheet.add(node, "org:role", Ref("role", post.role))
    if post.attested_on:
        sheet.add(node, "bw:attestedOn", post.attested_on)


def write_venue(sheet: Sheet, venue: Venue) -> None:
    """A named place of a meeting."""
    node = Ref("venue", venue.key)
    sheet.named(node, venue.name, "bw:Venue")
    if venue.area:
        sheet.add(node, "bw:area", Ref("area", venue.area))
    _write_forms(sheet, node, venue.name, venue.written)


def write_event(sheet: Sheet, event: Event) -> None:
    """A meeting or activity. Who, where and when are claims."""
    node = Ref("event", event.key)
    sheet.named(node, event.name, "bw:Event")
    sheet.add(node, "bw:modality", event.modality)
    if event.type:
        sheet.add(node, "bw:eventType", Ref("event-type", event.type))
    if event.date_note:
        sheet.add(node, "bw:dateNote", event.date_note)


def write_quotation(sheet: Sheet, quotation: Quotation, article: Ref) -> None:
    """A direct quote and the article that it stands in. Who said it is a claim."""
    node = Ref("quotation", quotation.key)
    sheet.type(node, "bw:Quotation")
    sheet.add(node, "schema:text", quotation.text)
    sheet.add(node, "schema:isPartOf", article)


def write_contact(sheet: Sheet, contact: Contact) -> None:
    """One pair in one article, and what the contact rests on."""
    node = Ref("contact", contact.key)
    sheet.type(node, "bw:Contact")
    sheet.add(node, "bw:party", *(Ref("org", party) for party in contact.parties))
    sheet.add(node, "bw:basis", contact.basis)
    sheet.add(node, "bw:modality", contact.modality)
    if contact.event:
        sheet.add(node, "bw:viaEvent", Ref("event", contact.event))


def write_listed(sheet: Sheet, refs: Iterable[Ref]) -> None:
    """Type and label of the areas and concepts among the things, so that the graph needs no other graph."""
    for ref in refs:
        if ref.kind == "area":
            sheet.named(ref, names.label(ref), "bw:Area")
        elif names.is_concept(ref):
            sheet.named(ref, names.label(ref), "skos:Concept")


def _write_forms(sheet: Sheet, node: Ref, label: str, written: Iterable[str], misspelt: Iterable[str] = ()) -> None:
    wrong = set(misspelt)
    sheet.add(node, "skos:altLabel", *(form for form in written if form != label and form not in wrong))
    sheet.add(node, "skos:hiddenLabel", *wrong)
