"""Whether a text may be put to an engine: parsed by SPARQL's grammar, and refused if it would write or call out.

The tree that the parser makes is searched, never the text: keywords may be written with escapes, stand in strings
or hide behind comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from rdflib import URIRef
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.asking.grammar import stopped
from kg.asking.mistakes import Mistaken, meant, place_of, pointed
from kg.graph.vocabulary import PREFIXES
from kg.outputs.problems import QuestionError

_KINDS = {"SelectQuery": "SELECT", "AskQuery": "ASK", "ConstructQuery": "CONSTRUCT", "DescribeQuery": "DESCRIBE"}
_LINE_END = re.compile(r"\r\n?")


class Refused(QuestionError):
    """A text that is SPARQL, but would change the data or call another server."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be carried out: its text as every engine must get it, and what the tree says of it.

    `default` and `named` are the IRIs after FROM and FROM NAMED.
    """

    text: str
    kind: str
    graphs: bool
    ordered: bool
    names: tuple[str, ...]
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def checked(text: str) -> Checked:
    """The query behind a text, prefixes of the vocabulary declared. `names` are the IRIs it holds, in order.

    Escapes are written out and line ends made one, so that this parser and the engine read the same text.
    Raises Mistaken for what is not SPARQL 1.1, Refused for updates, LOAD and SERVICE.
    """
    plain = _LINE_END.sub("\n", _unescaped(text))
    if not plain.strip():
        raise Mistaken("the query is empty; write one, or see `kg query --list`")
    prologue, query = _parsed(plain)
    parts = list(_walk(query))
    _refuse_calls(parts)
    declared = _declared(plain, prologue, parts)
    used = {part["prefix"] for part in parts if part.name == "pname" and "prefix" in part}
    missing = used & (PREFIXES.keys() - declared)
    head = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in sorted(missing))
    kinds = {part.name for part in parts}
    named = bool(kinds & {"GraphGraphPattern", "QuadsNotTriples", "DatasetClause"})
    iris = tuple(dict.fromkeys(_iris(prologue, query)))
    ordered = "OrderCondition" in kinds
    return Checked(head + plain, _KINDS[query.name], named, ordered, iris, *_dataset(prologue, parts))


def _unescaped(text: str) -> str:
    try:
        return expandUnicodeEscapes(text)
    except (ValueError, OverflowError) as error:
        raise Mistaken("the query is not SPARQL: an escape (\\U...) names no sign of Unicode; correct it") from error


def _parsed(text: str) -> tuple[Any, CompValue]:
    try:
        prologue, query = parseQuery(text)
    except RecursionError as error:
        raise Mistaken("the query is nested too deeply; write it with fewer brackets") from error
    except Exception as error:
        _refuse_updates(text)
        at, said = stopped(text)
        raise Mistaken(f"the query is not SPARQL: {pointed(text, *place_of(text, at), said)}") from error
    return prologue, query


def _refuse_updates(text: str) -> None:
    try:
        tree = parseUpdate(text)
    except Exception:
        return
    if any(part.name not in ("Update", "PrefixDecl", "Base") for part in _walk(tree)):
        raise Refused("this would change the data, and here one only reads: use SELECT, ASK, CONSTRUCT or DESCRIBE")


def _refuse_calls(parts: list[CompValue]) -> None:
    if any(part.name == "ServiceGraphPattern" for part in parts):
        raise Refused("the query calls another server (SERVICE), and questions here stay offline: leave that part out")


def _declared(text: str, prologue: Any, parts: list[CompValue]) -> set[str]:
    """The prefixes that the query declares itself; Mistaken for one that nobody has declared."""
    declared = {_prefix(one) for one in prologue if one.name == "PrefixDecl"}
    for part in parts:
        prefix = _prefix(part) if part.name == "pname" else None
        if prefix is None or prefix in declared or prefix in PREFIXES:
            continue
        place = place_of(text, text.find(f"{prefix}:"))
        said = f"the prefix {prefix}: is not declared{meant(prefix, (*PREFIXES, *declared))}"
        raise Mistaken(f"the query is not complete: {pointed(text, *place, said)}")
    return declared


def _prefix(part: CompValue) -> str:
    return _text(part, "prefix")


def _text(part: CompValue, name: str) -> str:
    found: Any = part[name] if name in part else ""  # noqa: SIM401  its own .get has another meaning
    return str(found)


def _dataset(prologue: Any, parts: list[CompValue]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The IRIs after FROM and after FROM NAMED, in full."""
    clauses = [part for part in parts if part.name == "DatasetClause"]
    base = next((str(one["iri"]) for one in reversed(list(prologue)) if one.name == "Base"), "")

    def full(term: Any) -> str:
        return _spelt(term, _spaces(prologue)) if isinstance(term, CompValue) else urljoin(base, str(term))

    default = tuple(full(one["default"]) for one in clauses if "default" in one)
    return default, tuple(full(one["named"]) for one in clauses if "named" in one)


def _spaces(prologue: Any) -> dict[str, str]:
    return {**PREFIXES, **{_prefix(one): str(one["iri"]) for one in prologue if one.name == "PrefixDecl"}}


def _spelt(part: CompValue, spaces: dict[str, str]) -> str:
    return spaces.get(_prefix(part), "") + _text(part, "localname")


def _iris(prologue: Any, query: CompValue) -> Iterator[str]:
    spaces = _spaces(prologue)
    for part in _walk(query):
        if part.name == "pname":
            yield _spelt(part, spaces)
    yield from (str(leaf) for leaf in _leaves(query) if isinstance(leaf, URIRef))


def _walk(tree: Any) -> Iterator[CompValue]:
    """Every named part of a parsed query, from the top."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            yield part
        waiting.extend(_inside(part))


def _leaves(tree: Any) -> Iterator[Any]:
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        inside = _inside(part)
        if not inside and not isinstance(part, CompValue):
            yield part
        waiting.extend(inside)


def _inside(part: Any) -> list[Any]:
    if isinstance(part, CompValue):
        return list(part.values())[::-1]
    if isinstance(part, str | bytes) or not hasattr(part, "__iter__"):
        return []
    return list(part)[::-1]
