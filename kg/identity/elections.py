"""Which elections an article speaks of, and which of them its event is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.identity.builder import Builder
from kg.identity.happenings import Happening
from kg.lexicon import elections
from kg.mentions import votes
from kg.records import Mention, Ref, Span

_SURE = {
    "election_with_year": 0.95,
    "election_on_polling_day": 0.95,
    "election_legal_name": 0.85,
    "election_by_date": 0.7,
    "election_of_article": 0.7,
}
_BY_WORDS = frozenset({"election_with_year", "election_on_polling_day"})
_ANNOUNCES = 2.0


@dataclass(frozen=True, slots=True)
class Named:
    """An election as one sentence names it."""

    key: str
    sentence: int
    mention: Mention

    @property
    def family(self) -> str:
        """The key of its family."""
        return elections.by_key()[self.key].family


def state(builder: Builder, event: Happening | None) -> None:
    """States the elections of the article, and those of its event."""
    day = (event.first if event else None) or builder.article.published
    named = _named(builder, day)
    for one in named:
        _claim(builder, Ref("article", builder.article.key), one, one.mention.rule, _words(builder, one, event))
    if event is None:
        return
    for one, rule in _of_event(event, named, day):
        _claim(builder, event.ref, one, rule, [*_words(builder, one, event), event.chosen.mention.span])


def _claim(builder: Builder, subject: Ref, one: Named, rule: str, spans: list[Span]) -> None:
    sure = _SURE[rule] if rule == one.mention.rule else _SURE[rule] * _SURE[one.mention.rule]
    builder.claim(subject, "bw:election", Ref("election", one.key), spans, rule, sure)


def _words(builder: Builder, one: Named, event: Happening | None) -> list[Span]:
    """The words that name it; where the day decides, those that give the event's day too."""
    if one.mention.rule in _BY_WORDS or event is None or event.dated is None:
        return [one.mention.span]
    return [one.mention.span, builder.sentences[event.dated].sentence.span]


def _named(builder: Builder, day: date | None) -> list[Named]:
    """The elections named, the surest naming of each sentence first; without a year only where no year is given."""
    found = [
        Named(key, number, mention)
        for number, one in enumerate(builder.sentences)
        for mention in one.votes
        if (key := votes.means(mention, day))
    ]
    told = {one.family for one in found if one.mention.rule != "election_by_date"}
    return sorted(
        (one for one in found if one.mention.rule != "election_by_date" or one.family not in told),
        key=lambda one: (-_SURE[one.mention.rule], one.sentence, one.mention.span),
    )


def _of_event(event: Happening, named: list[Named], day: date | None) -> list[tuple[Named, str]]:
    """The elections in the event's own name, else in the sentences that announce it, else the only one of the article."""
    in_name = [one for one in named if event.chosen.mention.span.holds(one.mention.span)]
    beside = [one for one in named if event.chosen.anchors.get(one.sentence, 0.0) >= _ANNOUNCES]
    if in_name or beside:
        return [(one, one.mention.rule) for one in in_name or _not_over(beside, day)]
    if len({one.key for one in named}) == 1 and day is not None:
        running = elections.running(named[0].family, day)
        if running is not None and running.key == named[0].key:
            return [(named[0], "election_of_article")]
    return []


def _not_over(named: list[Named], day: date | None) -> list[Named]:
    """Of several elections those that are not over on the day: a rakor for the next one may recall the last."""
    coming = [one for one in named if day is not None and day <= elections.by_key()[one.key].closes]
    return coming or named
