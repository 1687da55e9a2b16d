"""What the pages say in their own words, Indonesian and English; words.csv holds them, in the order of the pages."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files

from kg.graph.vocabulary import PREFIXES

SILENT = frozenset({"rdf:type", "bw:agencyType", "rdfs:label", "skos:altLabel", "skos:hiddenLabel", "skos:prefLabel", "bw:coordinatesWith",
                    "bw:publicRole", "bw:relevant", "bw:textHash", "org:transitiveSubOrganizationOf", "dcterms:identifier"})  # fmt: skip
"""Properties that stand in the head of a page, or say nothing to a reader."""


@cache
def group(name: str, language: str) -> dict[str, str]:
    """A group of words in a language, by key, in the order of the page.

    `own`: headings over statements about the thing itself, by property; `inverse`: over statements that lead to it;
    `kind`: kinds of things, by the kind in their IRI; `value`: values of closed lists; `month`; `word`: all else.
    """
    text = (files("kg.serving.page") / "words.csv").read_text(encoding="utf-8")
    return {row["key"]: row[language] for row in csv.DictReader(io.StringIO(text)) if row["group"] == name}


def word(key: str, language: str) -> str:
    """One of the group `word`; KeyError if there is none."""
    return group("word", language)[key]


def short(iri: str) -> str:
    """A property by its prefix; the whole IRI where no prefix fits."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


def day(value: str, language: str) -> str:
    """ "2024-06-25" as "25 Juni 2024" or "25 June 2024"; anything else as it is."""
    year, _, rest = value.partition("-")
    month, _, date = rest.partition("-")
    name = group("month", language).get(month.removeprefix("0"))
    return f"{int(date)} {name} {year}" if name and date.isdigit() else value
