"""Every rule reads its own examples and refuses what it must not read."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest

import kg
from kg.articles.repairs import Repair
from kg.articles.shapes import Shape
from kg.facts.read import FAMILIES
from kg.mentions import dates, people, votes
from kg.mentions.dates import Form
from kg.mentions.votes import Naming
from kg.rules import Rule

KINDS = (Rule, Form, Naming, Shape, Repair)


def modules() -> Iterator[ModuleType]:
    """All modules of the package."""
    for found in pkgutil.walk_packages(kg.__path__, "kg."):
        yield importlib.import_module(found.name)


def rules_in(value: object) -> Iterator[Rule | Form | Naming | Shape | Repair]:
    """The rules in a module's value: a rule, or a tuple or table of rules."""
    if isinstance(value, KINDS):
        yield value
    elif isinstance(value, dict):
        yield from rules_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from rules_in(each)


def all_rules() -> list[Rule | Form | Naming | Shape | Repair]:
    """Every rule of the package, each once."""
    found = {id(rule): rule for module in modules() for value in vars(module).values() for rule in rules_in(value)}
    return sorted(found.values(), key=lambda rule: (type(rule).__name__, rule.name))


RULES = all_rules()


def reads(rule: Rule | Form | Naming | Shape | Repair, example: object) -> bool:
    """Whether the rule reads one of its examples as it should."""
    match rule, example:
        case Rule(), str():
            return bool(rule.example(example))
        case Form(), (text, key):
            return [(found.key, found.rule) for found in dates.find(text)] == [(key, rule.name)]
        case Naming(), (text, keys):
            return [(found.key, found.rule) for found in votes.find(text)] == [(key, rule.name) for key in keys.split()]
        case Shape(), str():
            return rule.pattern.fullmatch(example) is not None
        case Repair(), (before, after):
            return before != after and rule.pattern.sub(rule.replacement, before) == after
    return False


def leaves_alone(rule: Rule | Form | Naming | Shape | Repair, text: str) -> bool:
    """Whether the rule leaves a text alone."""
    match rule:
        case Rule():
            return not rule.example(text)
        case Form():
            return not list(dates.find(text))
        case Naming():
            return all(found.rule != rule.name for found in votes.find(text))
        case Shape():
            return rule.pattern.fullmatch(text) is None
        case Repair():
            return rule.pattern.sub(rule.replacement, text) == text


def test_the_families_are_among_the_rules() -> None:
    listed = {id(rule) for rules in FAMILIES.values() for rule in rules} | {id(rule) for rule in people.RULES}
    assert listed < {id(rule) for rule in RULES} and len(RULES) > 60


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{type(rule).__name__}-{rule.name}")
def test_rules_read_and_refuse_their_examples(rule: Rule | Form | Naming | Shape | Repair) -> None:
    assert len(rule.reads) >= 2 and len(rule.refuses) >= 1, "two examples that it reads, one that it refuses"
    assert [example for example in rule.reads if not reads(rule, example)] == []
    assert [text for text in rule.refuses if not leaves_alone(rule, text)] == []


def test_names_tell_rules_apart() -> None:
    names = [(type(rule), rule.name) for rule in RULES]
    assert sorted({name for kind, name in names if names.count((kind, name)) > 1}) == []
