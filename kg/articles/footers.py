"""The lists of other articles' headlines, and what stands below the last line of an article."""

from __future__ import annotations

import re

from kg.articles.chrome import FOOTER, LAST_WORDS
from kg.articles.lines import Line, label
from kg.articles.related import RELATED_HEAD

_BULLET = re.compile(r"[-•*▪»]\s")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s|[a-z][.)]\s")
_HEADLINE = 130
_HEADLINE_CASE = 0.6
_LISTED = 8
_FEW = 4


def label_footer(lines: list[Line]) -> None:
    """Tells the headlines around "Baca Juga" and "Berita terkait", and the furniture at the article's end."""
    for at, line in enumerate(lines):
        if _is_related_head(line):
            line.kind, line.rule = "related", RELATED_HEAD.name
            if not _label_before(lines, at):
                _label_after(lines, at)
    _label_below_last_words(lines)
    _label_end(lines)


def _is_related_head(line: Line) -> bool:
    return line.length <= 60 and RELATED_HEAD.pattern.fullmatch(line.words) is not None


def _label_before(lines: list[Line], at: int) -> bool:
    """The bulleted lines right above the head ("- Anak Presiden ...", "Baca Juga"): whether there are any."""
    start = at
    while start > 0 and _is_bulleted_headline(lines[start - 1]):
        start -= 1
    label(lines[start:at], "related", "headline_above_see_also")
    return start < at


def _is_bulleted_headline(line: Line) -> bool:
    return not line.kind and _BULLET.match(line.words) is not None and _is_headline(line)


def _label_after(lines: list[Line], at: int) -> None:
    """The headlines below the head, up to the first line that is none."""
    for line in lines[at + 1 : at + 1 + _LISTED]:
        if line.kind in ("byline", "chrome"):
            continue
        if line.kind or not _is_headline(line):
            return
        label([line], "related", "headline_below_see_also")


def _is_headline(line: Line) -> bool:
    """Whether a line may be another article's headline: short, no sentence, most of its long words in capitals."""
    words = line.words
    if line.length > _HEADLINE or (words.endswith((".", ":", ",")) and not words.endswith("...")):
        return False
    long: list[str] = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 4]
    return sum(word[0].isupper() for word in long) >= _HEADLINE_CASE * len(long)


def _label_below_last_words(lines: list[Line]) -> None:
    """Below "Tinggalkan Balasan" there are only comments and forms, however long."""
    below = False
    for line in lines:
        if below and line.kind != "related":
            line.kind, line.rule = "chrome", "below_last_words"
        below = below or (line.length <= 60 and line.same in LAST_WORDS)


def _label_end(lines: list[Line]) -> None:
    """Short lines below the last sentence are furniture if a footer mark stands among them."""
    last = max((at for at, line in enumerate(lines) if not line.kind and line.is_sentence), default=-1)
    marks = [at for at in range(last + 1, len(lines)) if _is_footer_mark(lines[at])]
    if last < 0 or not marks:
        return
    label(lines[marks[0] :], "chrome", "below_footer_mark")
    label((line for line in lines[last + 1 : marks[0]] if _is_tag(line)), "chrome", "above_footer_mark")


def _is_tag(line: Line) -> bool:
    # A short entry with a bullet, a number or a stop may be of the article's own last list.
    words = line.words
    listed = _BULLET.match(words) or _NUMBERED.match(words) or words.endswith((".", ":", ";", ","))
    return len(words.split()) <= _FEW and not listed


def _is_footer_mark(line: Line) -> bool:
    return line.kind in ("chrome", "related") and FOOTER.pattern.fullmatch(line.words) is not None
