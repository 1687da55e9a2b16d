"""The lines above the article's first paragraph: section label, headline, sub-headline."""

from __future__ import annotations

import re

from kg.articles.datelines import opens_with_dateline
from kg.articles.lines import Line, same

_LONGEST_TITLE = 220
_DEEPEST = 16
_MOST_WORDS = 28
_FEWEST_WORDS = 4
_NO_TITLE_END = (".", ",", ";", ":")
_SUBHEAD_SHARE = 0.6


def label_head(lines: list[Line], title: str) -> str:
    """Tells title, sub-headlines and section labels; returns the title, "" if the article shows none."""
    head = _head(lines)
    found = _line_of(lines, title) if title else _choose(head)
    if found:
        title = title or found.words.rstrip("| ")
        _label_repeats(lines, title)
    for line in head:
        if not line.kind:
            line.kind, line.rule = _name(line, found)
    return title


def _head(lines: list[Line]) -> list[Line]:
    """The lines above the first paragraph; none if the text is so short that it has no paragraph."""
    head: list[Line] = []
    for line in lines[:_DEEPEST]:
        if not line.kind and (opens_with_dateline(line.words) or line.is_sentence or line.words[0] in "\"“”"):
            break
        head.append(line)
    return head if len(head) < len(lines) else []


def _line_of(lines: list[Line], title: str) -> Line | None:
    wanted = same(title)
    return next((line for line in lines if line.length <= _LONGEST_TITLE * 2 and line.same == wanted), None)


def _choose(head: list[Line]) -> Line | None:
    """The first line that reads as a headline; one of few words (a section's name?) for want of others."""
    fit = [line for line in head if not line.kind and _may_be_title(line)]
    long = [line for line in fit if len(line.words.split()) >= _FEWEST_WORDS]
    return next(iter(long or fit), None)


def _may_be_title(line: Line) -> bool:
    words = line.words
    return (
        line.length <= _LONGEST_TITLE
        and len(words.split()) <= _MOST_WORDS
        and not words.endswith(_NO_TITLE_END)
        and re.match(r"[-•*]\s", words) is None
        and any(char.isupper() for char in words)
    )


def _label_repeats(lines: list[Line], title: str) -> None:
    wanted = same(title)
    first = True
    for line in lines:
        if line.kind in ("", "chrome") and line.length <= _LONGEST_TITLE * 2 and line.same == wanted:
            line.kind, line.rule = "title", "headline" if first else "headline_again"
            first = False


def _name(line: Line, title: Line | None) -> tuple[str, str]:
    """What a line of the head is that is not the title."""
    words = line.words.split()
    if title is not None and line.start < title.start and len(words) < _FEWEST_WORDS:
        return "chrome", "section_label"
    if re.fullmatch(r"[a-z]+(?: [a-z]+){1,3}", line.words):
        return "byline", "name_in_lower_case"
    if len(words) < _FEWEST_WORDS and not line.words.endswith("."):
        return "chrome", "label"
    return ("title", "sub_headline") if _is_headline_case(words) else ("", "")


def _is_headline_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) >= _SUBHEAD_SHARE * len(long)
