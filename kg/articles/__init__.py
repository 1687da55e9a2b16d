"""Files in, clean articles out: every line of an article keeps its place and is told what it is.

`find_sources` says what there is to read, `read` yields an `Article` or a `Problem` for each thing found,
`keys_clash` tells when two articles would share one IRI.
"""

from kg.articles.jsonfiles import Line
from kg.articles.keys import keys_clash, slug
from kg.articles.metadata import Dateline, dateline
from kg.articles.problems import Problem
from kg.articles.raw import Raw, raws, records, unparsed
from kg.articles.reading import make, make_article, read
from kg.articles.sources import Source, expected, find_sources
from kg.articles.texts import clean

__all__ = [
    "Dateline",
    "Line",
    "Problem",
    "Raw",
    "Source",
    "clean",
    "dateline",
    "expected",
    "find_sources",
    "keys_clash",
    "make",
    "make_article",
    "raws",
    "read",
    "records",
    "slug",
    "unparsed",
]
