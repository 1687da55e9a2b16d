"""Rules: named patterns over mentions, with examples they read and refuse, and how they are tried.

A pattern is a regular expression over a tagged sentence, in which every mention is one tag and the rest is lower-case
words: ``<org> {host} <event>``. ``<org>`` matches a mention of that kind, ``<who=org|person>`` captures it under a name,
``{host}`` is a word class of kg.lexicon.words. Examples write mentions as ``[org Bawaslu Batang]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon.cues import Cues
from kg.lexicon.words import alternatives
from kg.records import Mention, Sentence, Span

_TAG = re.compile(r"<(?:(\w+)=)?([\w|]+)>")
_BLANKS = re.compile(r"[^\S ]\s*| \s+")
_EXAMPLE = re.compile(r"\[(\w+) ([^\]]+)\]")
_CUES = Cues()


@dataclass(frozen=True)
class Tagged:
    """A sentence with its mentions as tags. `starts[i]` is the offset in `text` of mention i's tag."""

    text: str
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    sentence: Sentence | None = None

    @cached_property
    def lacks(self) -> int:
        """What rules need and the sentence does not hold (`kg.lexicon.cues`)."""
        return _CUES.lacking(self.text)

    def after(self, position: int, kinds: frozenset[str]) -> Iterator[int]:
        """Indexes of the mentions of these kinds whose tag stands at or after a position."""
        return (i for i, start in enumerate(self.starts) if start >= position and self.mentions[i].kind in kinds)


@dataclass(frozen=True)
class Match:
    """One application of a rule: captured mentions by name, and where in the tagged text it stands."""

    rule: Rule
    tagged: Tagged
    start: int
    end: int
    captured: dict[str, int]

    def __getitem__(self, name: str) -> Mention:
        return self.tagged.mentions[self.captured[name]]

    def index(self, name: str) -> int:
        """The index of a captured mention in the sentence."""
        return self.captured[name]

    def has(self, name: str) -> bool:
        """Whether a name was captured."""
        return name in self.captured


@dataclass(frozen=True)
class Rule:
    """A named pattern. `unless` refuses a match whose words it finds; `confidence` is its measured precision."""

    name: str
    pattern: str
    reads: tuple[str, ...]
    refuses: tuple[str, ...]
    confidence: float = 0.9
    unless: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern with tags and word classes written out."""
        return re.compile(expand(self.pattern))

    @cached_property
    def barred(self) -> re.Pattern[str] | None:
        """The pattern that refuses a match, if any."""
        return re.compile(expand(self.unless)) if self.unless else None

    @cached_property
    def needs(self) -> int:
        """What every match holds: a sentence that lacks any of it need not be searched."""
        return _CUES.needs(expand(self.pattern))

    def matches(self, tagged: Tagged) -> Iterable[Match]:
        """All matches in a sentence, left to right."""
        return () if self.needs & tagged.lacks else self._matches(tagged)

    def _matches(self, tagged: Tagged) -> Iterator[Match]:
        for found in self.compiled.finditer(tagged.text):
            if self.barred is not None and self.barred.search(found.group()):
                continue
            captured = {name: int(value) for name, value in found.groupdict().items() if value is not None}
            yield Match(self, tagged, found.start(), found.end(), captured)

    def example(self, text: str) -> list[Match]:
        """The matches in an example sentence with bracketed mentions."""
        return list(self.matches(tag_example(text)))


def matches(rules: Iterable[Rule], tagged: Tagged) -> Iterator[Match]:
    """All matches of some rules in a sentence, rule by rule."""
    lacks = tagged.lacks
    for rule in rules:
        if not rule.needs & lacks:
            yield from rule.matches(tagged)


def expand(pattern: str) -> str:
    """A pattern with its tags and word classes written as a plain regular expression."""

    def tag(match: re.Match[str]) -> str:
        name, kinds = match.groups()
        number = f"(?P<{name}>\\d+)" if name else r"\d+"
        return f"⟦(?:{kinds}):{number}⟧"

    pattern = _TAG.sub(tag, pattern)
    return re.sub(r"\{([a-z_]+)\}", lambda m: rf"\b{alternatives(m.group(1))}\b", pattern)


def tag(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Tagged:
    """A sentence of a text with its (non-overlapping, sorted) mentions as tags."""
    parts: list[str] = []
    starts: list[int] = []
    here, length = sentence.span.start, 0
    for number, mention in enumerate(mentions):
        gap = _plain(text[here : mention.span.start])
        parts.append(gap)
        starts.append(length + len(gap))
        parts.append(f"⟦{mention.kind}:{number}⟧")
        length += len(gap) + len(parts[-1])
        here = mention.span.end
    parts.append(_plain(text[here : sentence.span.end]))
    return Tagged("".join(parts), tuple(mentions), tuple(starts), sentence)


def _plain(text: str) -> str:
    """Lower case, single spaces; length may change, so tags keep their own offsets."""
    # Most texts have single spaces already, and no blank but the space can be printed.
    return text.lower() if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text.lower())


def tag_example(text: str) -> Tagged:
    """An example with bracketed mentions as a tagged sentence."""
    mentions: list[Mention] = []
    parts: list[str] = []
    starts: list[int] = []
    here = length = 0
    for found in _EXAMPLE.finditer(text):
        gap = text[here : found.start()].lower()
        parts += [gap, f"⟦{found.group(1)}:{len(mentions)}⟧"]
        starts.append(length + len(gap))
        length += len(gap) + len(parts[-1])
        mentions.append(Mention(found.group(1), Span(found.start(), found.end()), found.group(2), "example"))
        here = found.end()
    parts.append(text[here:].lower())
    return Tagged("".join(parts), tuple(mentions), tuple(starts), None)
