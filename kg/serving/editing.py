"""The editor's page: YASGUI with our questions as tabs, and what it needs to complete terms."""

from __future__ import annotations

from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, parse

from kg.asking.questions import questions
from kg.graph.vocabulary import CLASSES, PREFIXES, PROPERTIES
from kg.lexicon.places import ontology_dir
from kg.outputs.packing import packed
from kg.serving import headings, templates
from kg.serving.held import Held
from kg.serving.replies import Order, Reply
from kg.serving.settings import Limits

_KEYS = ("cut", "title", "ask", "hint", "network")


def editor(data: Held, limits: Limits, order: Order) -> Reply:
    """The page of the editor in the order's language."""
    language = str(order["language"])
    found = {
        "base": data.base, "prefixes": PREFIXES, "terms": _terms(), "language": language,
        "words": {key: headings.word(key, language) for key in _KEYS},
        "questions": [{"name": one.name, "about": one.about, "text": one.path.read_text(encoding="utf-8")} for one in questions()],
    }  # fmt: skip
    return templates.html("editor.html.jinja", language, policy=templates.EDITOR_POLICY, data=packed(found))


@cache
def _terms() -> list[dict[str, str]]:
    """Classes and properties with their prefixed names, IRIs and labels in both languages."""
    labels = Store()
    labels.extend(parse(path=str(ontology_dir() / "bawaslu.ttl"), format=RdfFormat.TURTLE))
    found = []
    for kind, names in (("class", CLASSES), ("property", PROPERTIES)):
        for name in names:
            prefix, local = name.split(":", 1)
            iri = PREFIXES[prefix] + local
            said = labels.quads_for_pattern(NamedNode(iri), NamedNode(f"{PREFIXES['rdfs']}label"), None, DefaultGraph())
            words = " / ".join(sorted((q.object.value for q in said if isinstance(q.object, Literal)), key=str.casefold))
            found.append({"name": name, "iri": iri, "kind": kind, "label": words})
    return found
