"""Passages: the stretches of text, at most two sentences each, that hold the words for both sides of a statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.records import Article, Sentence, Span


class Passages:
    """Finds passages in one article."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...]) -> None:
        self._text = article.text
        self._sentences = sentences
        self._ends = [sentence.span.end for sentence in sentences]

    def number(self, span: Span) -> int:
        """The number of the first sentence that a span stands in."""
        return bisect_right(self._ends, span.start)

    def around(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """One passage where one or two neighbouring sentences hold all the spans, else one passage for each sentence."""
        numbers = sorted({bisect_right(self._ends, span.start) for span in spans})
        if len(numbers) == 1:
            return (self._sentences[numbers[0]].span,)
        found: list[Span] = []
        while numbers:
            first = numbers.pop(0)
            last = first
            if numbers and numbers[0] == first + 1 and self._near(first, first + 1):
                last = numbers.pop(0)
            found.append(Span(self._sentences[first].span.start, self._sentences[last].span.end))
        return tuple(found)

    def _near(self, first: int, second: int) -> bool:
        """Whether nothing but blanks stands between two sentences."""
        return not self._text[self._sentences[first].span.end : self._sentences[second].span.start].strip()
