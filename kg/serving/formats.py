"""The formats that results come in: media types, short names and what the engine calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True, slots=True)
class Format:
    """A format under one of its media types; `sent` is the type that the answer bears, `sd` its name at the W3C."""

    short: str
    sent: str
    sd: str
    engine: QueryResultsFormat | RdfFormat


_JSON = Format("json", "application/sparql-results+json", "SPARQL_Results_JSON", QueryResultsFormat.JSON)
_XML = Format("xml", "application/sparql-results+xml", "SPARQL_Results_XML", QueryResultsFormat.XML)
_CSV = Format("csv", "text/csv; charset=utf-8", "SPARQL_Results_CSV", QueryResultsFormat.CSV)
_TSV = Format("tsv", "text/tab-separated-values; charset=utf-8", "SPARQL_Results_TSV", QueryResultsFormat.TSV)
_TTL = Format("ttl", "text/turtle; charset=utf-8", "Turtle", RdfFormat.TURTLE)
_NT = Format("nt", "application/n-triples", "N-Triples", RdfFormat.N_TRIPLES)
_JSONLD = Format("jsonld", "application/ld+json", "JSON-LD", RdfFormat.JSON_LD)
_RDF = Format("rdf", "application/rdf+xml", "RDF_XML", RdfFormat.RDF_XML)

ROWS = {
    "application/sparql-results+json": _JSON, "application/json": _JSON,
    "application/sparql-results+xml": _XML, "application/xml": _XML, "text/xml": _XML,
    "text/csv": _CSV, "text/tab-separated-values": _TSV,
}  # fmt: skip
"""For SELECT and ASK, by accepted media type, the default first."""
STATEMENTS = {
    "text/turtle": _TTL, "application/n-triples": _NT, "application/ld+json": _JSONLD, "application/json": _JSONLD,
    "application/rdf+xml": _RDF, "application/xml": _RDF, "text/plain": _NT,
}  # fmt: skip
"""For CONSTRUCT, DESCRIBE, the service description and what is told of a thing."""


_OTHER_NAMES = {"turtle": "ttl", "n3": "ttl", "ntriples": "nt", "json-ld": "jsonld", "rdf+xml": "rdf"}
"""As SPARQLWrapper calls them."""


def named(name: str, offered: Mapping[str, Format] = ROWS | STATEMENTS) -> Format | None:
    """The format on offer that has this short name (json, csv, ttl, ...) or media type, None if there is none."""
    wanted = _OTHER_NAMES.get(name.lower(), name.lower())
    known = {one.short: one for one in offered.values()} | dict(offered)
    return known.get(wanted) or known.get(f"application/{wanted}")
