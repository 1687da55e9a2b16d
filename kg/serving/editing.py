"""The editor's page: YASGUI with our questions as tabs, and what it needs to complete terms."""

from __future__ import annotations

import re
import shlex
from functools import cache
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, parse

from kg.asking.answers import Rows
from kg.asking.binding import bound
from kg.asking.catalogue import Catalogue
from kg.asking.checking import checked
from kg.asking.engine import answer
from kg.asking.questions import Question, questions
from kg.asking.values import terms
from kg.graph.vocabulary import CLASSES, PREFIXES, PROPERTIES
from kg.lexicon.places import ontology_dir
from kg.outputs.packing import packed
from kg.outputs.problems import QuestionError
from kg.serving import headings, templates
from kg.serving.held import Held
from kg.serving.replies import Order, Reply
from kg.serving.settings import Limits

_HEAD = re.compile(r"#\s*(?:title|id|en|for|param|example):")
_WORDS = ("cut", "failed", "hint", "ask")


def editor(data: Held, limits: Limits, order: Order) -> Reply:
    """The page of the editor in the order's language."""
    language = str(order["language"])
    found = {
        "base": data.base, "prefixes": PREFIXES, "terms": _terms(), "questions": _asked(data, language),
        "words": {key: headings.word(key, language) for key in _WORDS},
    }  # fmt: skip
    return templates.html("editor.html.jinja", language, policy=templates.EDITOR_POLICY, data=packed(found))


def examples(data: Held) -> dict[str, str]:
    """The SPARQL of each named question, told what its example tells it where these data know the names."""
    if not data.examples:
        found = Catalogue(lambda text: _rows(data.store, text))
        data.examples.update({question.name: _example(found, question) for question in questions()})
    return data.examples


def _asked(data: Held, language: str) -> list[dict[str, Any]]:
    texts = examples(data)
    return [_tab(one, one.asks[language == "en"] or one.about, texts[one.name]) for one in questions()]


def _tab(question: Question, about: str, text: str) -> dict[str, str]:
    """The query under one line that says what it asks, and one with what it was told."""
    told = [f"# {question.example}"] if question.example else []
    lines = [line for line in text.splitlines() if not _HEAD.match(line)]
    return {"name": question.name, "about": about, "text": "\n".join([f"# {about}", *told, *lines])}


def _example(found: Catalogue, question: Question) -> str:
    words = shlex.split(question.example)
    given = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=False)}
    try:
        return bound(question.text, terms(question, given, found)[0])
    except QuestionError:
        return question.text


def _rows(store: Store, text: str) -> Rows:
    found = answer(store, checked(text))
    assert isinstance(found, Rows)
    return found


@cache
def _terms() -> list[dict[str, str]]:
    """Classes and properties with their prefixed names and their labels in both languages."""
    labels = Store()
    labels.extend(parse(path=str(ontology_dir() / "bawaslu.ttl"), format=RdfFormat.TURTLE))
    found = []
    for name in (*CLASSES, *PROPERTIES):
        prefix, local = name.split(":", 1)
        iri = NamedNode(PREFIXES[prefix] + local)
        said = labels.quads_for_pattern(iri, NamedNode(f"{PREFIXES['rdfs']}label"), None, DefaultGraph())
        words = sorted((quad.object.value for quad in said if isinstance(quad.object, Literal)), key=str.casefold)
        found.append({"name": name, "label": " / ".join(words)})
    return found
