"""Lines that a page or a mail program has broken in mid-sentence are joined again."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.articles.datelines import opens_with_dateline

_SHORT = 40
_WIDE = 120
_DATELINE = 60
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$|[\"”]$")
_LIST_ITEM = re.compile(r"(?:[-•*▪–]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_LOWER = re.compile(r"[a-z]")
_DANGLING_DATELINE = re.compile(r"[A-Z][\w.,/() ]{2,}(?:[-–—]+|\|\|)$")
_WRAPPED_SHARE = 0.5
_WRAPPED_LINES = 8
_TOP = 4
_WORDED = re.compile(r"\w\w")


def unwrap(text: str) -> tuple[str, list[str]]:
    """The text with its broken lines joined by a space, and the names of the rules that joined them."""
    lines = text.split("\n")
    wrapped = _is_hard_wrapped(lines)
    # Each entry is one line of the result, as the lines of the page that make it up.
    joined: list[list[str]] = []
    applied: set[str] = set()
    gap = 0
    for line in lines:
        if not line:
            gap += 1
            continue
        rule = _rule(joined, line, gap, wrapped) if joined else ""
        if rule:
            applied.add(rule)
            joined[-1].append(line)
        else:
            joined += [[]] * gap + [[line]]
        gap = 0
    return "\n".join(" ".join(parts) for parts in joined), sorted(applied)


def _rule(joined: list[list[str]], line: str, gap: int, wrapped: bool) -> str:
    """The rule by which the line belongs to the last one, "" if it does not."""
    last = joined[-1][-1]
    if len(last) <= _DATELINE and _DANGLING_DATELINE.match(last) and len(line) > _SHORT:
        return "dateline_on_its_own_line"
    if _LIST_ITEM.match(line) or _SENTENCE_END.search(last[-8:]) or opens_with_dateline(line):
        return ""
    if _goes_on(last, line, gap):
        return "broken_sentence"
    # The first line is a headline more often than not, so it takes more than width to go on from it.
    if wrapped and not gap and not _is_first(joined) and _SHORT <= len(last) <= _WIDE:
        return "hard_wrapped_lines"
    return ""


def _is_first(joined: list[list[str]]) -> bool:
    """Whether there is no more than one line of words yet."""
    worded = (part for parts in joined[:_TOP] for part in parts[:2] if _WORDED.search(part))
    return len(joined) <= _TOP and sum(1 for _ in worded) <= 1


def _goes_on(last: str, line: str, gap: int) -> bool:
    """Whether the line plainly continues the sentence of the last one."""
    lower = _LOWER.match(line) is not None
    if last.endswith(","):
        return len(last) >= _SHORT and (lower or not gap)
    # A line of a few words in lower case is a name, a tag or a label, not the rest of a sentence.
    enough = len(line) >= _SHORT or _SENTENCE_END.search(line[-8:]) is not None
    return lower and not gap and enough and len(last) >= _SHORT


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Whether most lines with a line right below them are of one page's width and end in mid-sentence."""
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    broken = sum(_SHORT <= len(one) <= _WIDE and not _SENTENCE_END.search(one[-8:]) for one, _ in pairs)
    return broken >= _WRAPPED_LINES and broken >= _WRAPPED_SHARE * len(pairs)
