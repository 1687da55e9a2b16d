"""What patterns are not tried on: leaving them out must never cost a match."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import mentions, pipeline, sentences
from kg.articles.bylines import END_CREDIT
from kg.articles.repairs import _FTFY, _SOUND, REPAIRS
from kg.facts.read import FAMILIES
from kg.lexicon.cues import Cues, Guarded
from kg.lexicon.needs import needs
from kg.mentions import people
from kg.mentions.name_words import Small
from kg.records import Article
from kg.rules import Rule, Tagged, expand

GOLD = Path(__file__).parent / "gold"
RULES = [*(rule for rules in FAMILIES.values() for rule in rules), *people.RULES, people.LISTED]
PATTERNS = (
    r"(?:turut |ikut )*hadir(?:nya)?|datang",
    r"^(?:mereka(?: ialah| adalah)|pertama,?) ",
    r"\b(?:me(?:lantik|milih)|ambil)(?: \w+){0,3}(?= ⟦)",
    r"(?<=\n)a{2,3}[bc]+(?:d|ef)?",
    r"x(?i:abc)y|[a-f]zzz",
    r"(?:ab|cd){2}(?!e)f",
    r"(?P<one>k(?:a|e)ta)(?P=one)",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_what_it_needs(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    cues = Cues()
    assert Guarded(re.compile(pattern)).may_match(text)
    assert not cues.needs(pattern) & cues.lacking(text)


def test_needs_are_found_in_the_pattern() -> None:
    assert needs(r"(?:turut |ikut )*hadir(?:nya)?|datang") == [{"hadir", "datang"}]
    assert needs(expand("<who=org|post> {stand_in} <person>"))[0] == {"⟦org:", "⟦post:"}
    assert needs(r"(?i)hadir") == []


def test_most_rules_need_something() -> None:
    assert [rule.name for rule in RULES if not needs(expand(rule.pattern))] == []


def _sentences(folder: str) -> list[Tagged]:
    found = [article for article in pipeline.articles([str(GOLD / folder)]) if isinstance(article, Article)]
    return [one.tagged for article in found for one in mentions.read(article, sentences.split(article))]


@pytest.mark.parametrize("folder", ["dev", "own", "../../seeds"])
def test_no_match_is_lost_in_the_annotated_articles(folder: str) -> None:
    tagged = _sentences(folder)
    assert len(tagged) > 50
    assert [(rule.name, one.text) for rule in RULES for one in tagged if _lost(rule, one)] == []
    skipped = sum(bool(rule.needs & one.lacks) for rule in RULES for one in tagged)
    assert skipped > len(RULES) * len(tagged) / 2


def _lost(rule: Rule, tagged: Tagged) -> bool:
    return bool(rule.needs & tagged.lacks) and rule.compiled.search(tagged.text) is not None


@pytest.mark.parametrize("folder", ["dev", "own", "../../seeds"])
def test_no_repair_and_no_credit_is_lost(folder: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((GOLD / folder).glob("*.txt"))]
    lines = [line for text in texts for line in text.split("\n")]
    patterns = [*(rule.guarded for rule in REPAIRS), END_CREDIT]
    assert all(one.may_match(text) for one in patterns for text in (*texts, *lines) if one.pattern.search(text))


def test_ftfy_leaves_alone_what_is_not_given_to_it() -> None:
    """Its patterns of misread letters are two to five long; those of four and five begin with other letters."""
    letters = [chr(code) for code in range(1 << 16) if _SOUND.fullmatch(chr(code))]
    others = [letter for letter in letters if not letter.isascii()]
    threes = "".join(map("".join, product([*others, *"aZ0 .\"'("], repeat=3)))
    twos = "".join(map("".join, product(letters, repeat=2)))
    assert len(others) == 8
    assert all(ftfy.fix_text(text, _FTFY) == text for text in (threes, twos))


@pytest.mark.parametrize("folder", ["dev", "own", "../../seeds"])
def test_words_in_small_letters_are_those_that_stand_alone(folder: str) -> None:
    for path in sorted((GOLD / folder).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        expected = frozenset(re.findall(r"(?<![\w’'])[a-z]{3,}(?!\w)", text))
        small = Small(text)
        asked = {word.lower() for word in re.findall(r"\w+|[a-z]{3}", text)}
        assert {word for word in asked if word in small} == expected & asked
