"""The only place where IRIs are spelt: the prefixes, the terms of the contract, and the IRIs of things.

A term that is not listed here cannot be written: `term` raises on a mistyped one.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg.records import Ref

BASE = "https://w3id.org/bawaslu-kg/id/"
PREFIXES = {
    "bw": "https://w3id.org/bawaslu-kg/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SECTORS = (
    "OversightBody", "ElectionBody", "GovernmentBody", "SecurityBody", "JusticeBody", "LegislativeBody",
    "StateCommission", "PoliticalParty", "CivilSociety", "MediaBody", "EducationBody",
)
CLASSES = (
    "bw:Article", "bw:Organization", *(f"bw:{sector}" for sector in SECTORS), "bw:StakeholderGroup", "bw:Person",
    "bw:Event", "bw:Venue", "bw:Area", "bw:Quotation", "bw:Contact", "bw:Tie", "bw:Claim", "bw:Passage",
    "org:Membership", "org:OrganizationalCollaboration", "oa:TextPositionSelector", "oa:TextQuoteSelector",
    "skos:Concept", "skos:ConceptScheme",
)
PROPERTIES = (
    "bw:mentions", "bw:reports", "bw:selfReported", "bw:textHash", "bw:relevant",
    "bw:agencyType", "bw:jurisdiction", "bw:publicRole", "bw:roleTitle", "bw:status", "bw:attestedOn",
    "bw:eventType", "bw:organizer", "bw:attendee", "bw:speaker", "bw:invitee", "bw:venue", "bw:area", "bw:dateNote",
    "bw:modality", "bw:theme", "bw:inContactWith", "bw:coordinatesWith", "bw:party", "bw:viaEvent", "bw:basis",
    "bw:contact", "bw:eventCount", "bw:articleCount", "bw:reportCount", "bw:sameReportAs", "bw:firstDate", "bw:lastDate",
    "bw:saidBy", "bw:evidence", "bw:rule", "bw:confidence", "bw:election", "bw:stage",
    "dcterms:identifier", "dcterms:isPartOf", "dcterms:source", "dcterms:bibliographicCitation",
    "oa:hasSource", "oa:hasSelector", "oa:start", "oa:end", "oa:exact",
    "org:member", "org:organization", "org:role", "org:subOrganizationOf", "org:transitiveSubOrganizationOf",
    "owl:sameAs",
    "rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "rdf:reifies", "rdfs:label",
    "schema:headline", "schema:publisher", "schema:url", "schema:datePublished", "schema:startDate", "schema:endDate",
    "schema:text", "schema:isPartOf", "schema:containedInPlace", "schema:latitude", "schema:longitude",
    "skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "skos:definition", "skos:notation",
    "skos:broader", "skos:inScheme", "skos:related", "skos:editorialNote",
)
DATATYPES = ("xsd:anyURI", "xsd:boolean", "xsd:date", "xsd:decimal", "xsd:integer")
TERMS = frozenset((*CLASSES, *PROPERTIES, *DATATYPES))
CONCEPT_KINDS = ("agency-type", "group-type", "event-type", "theme", "role", "election", "stage")
REFERENCE = Ref("graph", "reference")
DERIVED = Ref("graph", "derived")


@cache
def term(name: str) -> NamedNode:
    """The IRI of a prefixed name such as ``bw:attendee``; ValueError if the contract has no such term."""
    if name not in TERMS:
        raise ValueError(f"{name}: no term of the vocabulary; add it to kg/graph/vocabulary.py if it should be one")
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


@lru_cache(maxsize=1 << 14)
def iri(ref: Ref, base: str = BASE) -> NamedNode:
    """The IRI of a thing: base, kind, key. Signs that an IRI may not hold are percent-encoded."""
    key = quote(ref.key, safe="")
    return NamedNode(f"{base}{ref.kind}/{key}")


@lru_cache(maxsize=1 << 14)
def decimal(value: str | float) -> Literal:
    """A decimal literal without idle zeros, so that stores which tidy numbers change nothing."""
    whole, _, digits = f"{Decimal(str(value)):f}".partition(".")
    return typed(f"{whole}.{digits.rstrip('0') or '0'}", "xsd:decimal")


def typed(value: str, datatype: str) -> Literal:
    """A literal of an XSD datatype, from its canonical form."""
    return Literal(value, datatype=term(datatype))
