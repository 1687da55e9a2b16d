"""What was built, for Python: an rdflib dataset, answers to the named questions, a networkx graph.

    >>> import kg
    >>> graph = kg.open("output")
    >>> for row in graph.query("SELECT ?name WHERE { ?b a bw:OversightBody ; rdfs:label ?name }"): ...
    >>> kg.ask("output", "partners", of="Bawaslu Gresik", since="2024-06").pandas()
    >>> kg.network("output").degree("https://w3id.org/bawaslu-kg/id/org/bawaslu-35.25")
"""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from oxrdflib import OxigraphStore
from rdflib import Dataset

from kg.asking.answers import Answer, Rows, plain
from kg.asking.engine import find_dataset, open_store
from kg.asking.questions import named, query_text
from kg.asking.sources import Endpoint, Local, Source, filled
from kg.graph.vocabulary import PREFIXES

_TIES = """SELECT ?one ?oneLabel ?other ?otherLabel ?events ?articles ?reports ?first ?last (MAX(?close) AS ?coordinating)
WHERE {
  ?tie a bw:Tie ; bw:party ?one, ?other ; bw:eventCount ?events ; bw:articleCount ?articles ; bw:reportCount ?reports .
  FILTER(STR(?one) < STR(?other))
  ?one rdfs:label ?oneLabel . ?other rdfs:label ?otherLabel .
  OPTIONAL { ?tie bw:firstDate ?first } OPTIONAL { ?tie bw:lastDate ?last }
  BIND(EXISTS { ?one bw:coordinatesWith ?other } AS ?close)
} GROUP BY ?one ?oneLabel ?other ?otherLabel ?events ?articles ?reports ?first ?last"""


def open(place: Path | str) -> Dataset:
    """The graphs of a build's folder (or of one RDF file) as an rdflib dataset on the Oxigraph engine, in memory.

    The default graph is the union of all, each statement once; the graph of an article has the article's IRI. The
    prefixes of the vocabulary are bound. Raises QuestionError if there is no build.
    """
    found = Dataset(store=OxigraphStore(store=open_store(find_dataset(Path(place)))))
    for prefix, start in PREFIXES.items():
        found.bind(prefix, start)
    return found


def ask(place: Path | str, question: str, /, **told: object) -> Answer:
    """The answer to a named question or to any SPARQL, from a build's folder, an RDF file or an endpoint's address.

    `told` are the question's options (`of="Bawaslu Gresik"`). Raises QuestionError for what cannot be put.
    """
    where = str(place)
    source: Source = Endpoint(where) if where.startswith(("http://", "https://")) else Local(Path(place))
    known = named(question)
    given = {name.replace("_", "-"): str(value) for name, value in told.items() if value is not None}
    return source.ask(filled(source, known, given)[0] if known else query_text(question))


def network(place: Path | str) -> nx.Graph[str]:
    """Who is in contact with whom, over all articles: nodes are IRIs of bodies and groups with their `label`.

    Edges have `weight` and `events` (number of events), `articles`, `reports` (articles, copies counted once), `first`
    and `last` (ISO dates, or nothing), and `coordinating`. Raises QuestionError if there is no build.
    """
    found: nx.Graph[str] = nx.Graph()
    answer = ask(place, _TIES)
    for row in answer.rows if isinstance(answer, Rows) else ():
        one, name, other, its, events, articles, reports, first, last, close = map(plain, row)
        found.add_node(one, label=name)
        found.add_node(other, label=its)
        found.add_edge(one, other, weight=int(events), events=int(events), articles=int(articles),
                       reports=int(reports), first=first, last=last, coordinating=close == "true")  # fmt: skip
    return found
