"""The SPARQL 1.1 Protocol: what an HTTP request asks, as an order to a worker, or the reply that it is not allowed.

https://www.w3.org/TR/sparql11-protocol/, section 2.1: by GET, by POST with a form, by POST with the query as body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from kg.serving import formats
from kg.serving.replies import Order, Reply, plain

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
MOST_QUERY = 100_000  # signs
MOST_BODY = 1_000_000  # bytes
_MOST_FIELDS = 1000
_BAD_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
READ_ONLY = "This endpoint only reads; updates are refused. `kg load` puts a build into a store that takes them."
Fields = list[tuple[str, str]]


class Unfit(Exception):
    """A request that cannot become an order; it carries the reply."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.reply: Reply = plain(status, text)


def fields(encoded: bytes) -> Fields:
    """The names and values of a URL-encoded query string or form; Unfit for bad escapes and what is not UTF-8."""
    try:
        text = encoded.decode("ascii")
        if _BAD_ESCAPE.search(text):
            raise Unfit(400, "A % is not followed by two hexadecimal digits; encode the query again.")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeError as error:
        raise Unfit(400, "The parameters are not percent-encoded UTF-8; encode the query again.") from error
    except ValueError as error:
        raise Unfit(400, f"There are more than {_MOST_FIELDS} parameters.") from error


def posted(content_type: str, query_string: bytes, body: bytes) -> Fields:
    """The fields of a POST of either kind; Unfit for other kinds."""
    kind, _, parameters = (part.strip().lower() for part in content_type.partition(";"))
    outside = fields(query_string)
    if "charset" in parameters and "utf-8" not in parameters:
        raise Unfit(415, "Only UTF-8 is read; send the query as UTF-8.")
    if kind == UPDATE:
        raise Unfit(403, READ_ONLY)
    if kind == QUERY:
        if any(name == "query" for name, _ in outside):
            raise Unfit(400, "The query stands in the body and in the URL; send it once.")
        try:
            return [*outside, ("query", body.decode())]
        except UnicodeError as error:
            raise Unfit(400, "The query is not UTF-8.") from error
    if kind == FORM:
        if any(name in _ASKING for name, _ in outside):
            raise Unfit(400, "With a form, the query belongs into the body.")
        # The protocol wants all parameters in the body, but its own tests (query_post_form) name graphs in the address.
        return [*outside, *fields(body)]
    raise Unfit(415, f"POST takes {FORM} or {QUERY}, not {kind or 'a body without a type'}.")


_ASKING = frozenset({"query", "update"})


def order(found: Fields, accept: str) -> Order:
    """The order behind the fields of a request; Unfit if there is not exactly one query."""
    by_name: Mapping[str, list[str]] = {name: [value for other, value in found if other == name] for name, _ in found}
    if "update" in by_name:
        raise Unfit(403, READ_ONLY)
    queries, wanted = by_name.get("query", []), [name for name in by_name.get("format", []) if name]
    if len(queries) != 1:
        raise Unfit(400, f"There must be one parameter `query`, not {len(queries)}.")
    if len(queries[0]) > MOST_QUERY:
        raise Unfit(413, f"The query is longer than {MOST_QUERY} signs.")
    # SPARQLWrapper sends several names of one format, some of them its own.
    known = next((name for name in wanted if formats.named(name)), "")
    if wanted and not known:
        raise Unfit(400, "`format` is json, xml, csv, tsv, ttl, nt, jsonld, rdf or a media type.")
    return {"do": "query", "text": queries[0], "accept": "" if known else accept, "format": known,
            "default": by_name.get("default-graph-uri", []), "named": by_name.get("named-graph-uri", [])}  # fmt: skip
