"""Two small articles as a careful reader would hand them to the graph, for the tests of graph, outputs and commands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.records import (
    Article,
    Block,
    Claim,
    Contact,
    Event,
    Membership,
    Organization,
    Person,
    Quotation,
    Reading,
    Ref,
    Sentence,
    Span,
    Venue,
)

HOSTILE = '</script><img src=x onerror="alert(1)"> & \'PKD\''
_FIRST = (
    "Rakor Stakeholder Pilkada\n"
    "Bawaslu Batang menggelar rapat koordinasi dengan KPU Kabupaten Batang, Selasa 25 Juni di Hotel Dewi Ratih. "
    'Ketua Bawaslu Batang, Mahbrur menyebut "kami gelar rakor" untuk sinergi. '
    "Pemkab Bayang hadir."
)
_SECOND = (
    "Bawaslu Batang dan KPU Batang teken kerja sama\n"
    "Bawaslu Batang dan KPU Kabupaten Batang menandatangani nota kesepahaman, Rabu (10/7/2024)."
)
_BAWASLU = Organization("bawaslu-33.25", "Bawaslu Kabupaten Batang", "bawaslu", "33.25", "OversightBody",
                        written=("Bawaslu Batang",))
_KPU = Organization("kpu-33.25", "KPU Kabupaten Batang", "kpu", "33.25", "ElectionBody",
                    written=("KPU Batang", "KPU Kabupaten Batang"))
_PEMDA = Organization("pemda-33.25", "Pemerintah Kabupaten Batang", "pemda", "33.25", "GovernmentBody",
                      written=("Pemkab Bayang",), misspelt=("Pemkab Bayang",))
_GROUP = Organization("stakeholder-33.25", HOSTILE, "stakeholder", "33.25", "", group=True)


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def claim(text: str, subject: Ref, predicate: str, value: Ref | str | date, *words: str, sure: float = 0.9) -> Claim:
    """A claim resting on the given words of a text."""
    return Claim(subject, predicate, value, spans(text, *words), "sample rule", sure)


def org(key: str) -> Ref:
    """A body of the sample."""
    return Ref("org", key)


def first() -> Reading:
    """A meeting with an organiser, attendees, a venue, a post and a quote."""
    key, text = "batang-1", _FIRST
    head = text.index("menggelar rapat koordinasi")
    event, article = Ref("event", f"{key}-{head}"), Ref("article", key)
    quote = Quotation(f"{key}-{text.index('kami')}", "kami gelar rakor", spans(text, "kami gelar rakor")[0])
    person, opening = Ref("person", "mahbrur-bawaslu-33.25"), "Bawaslu Batang menggelar rapat koordinasi"
    post = Membership("mahbrur-ketua-bawaslu-33.25-current", person.key, "bawaslu-33.25", "Ketua", "ketua", "current",
                      date(2024, 6, 25))
    sentence = text[text.index(opening) : text.index("Ratih.") + 6]
    claims = (
        *(claim(text, article, "bw:mentions", org(body.key), body.written[-1]) for body in (_BAWASLU, _KPU, _PEMDA)),
        claim(text, article, "bw:mentions", org(_GROUP.key), "Stakeholder"),
        claim(text, article, "bw:mentions", person, "Mahbrur"),
        claim(text, article, "bw:reports", event, opening),
        claim(text, article, "bw:theme", Ref("theme", "sinergi"), "sinergi", sure=0.6),
        claim(text, event, "bw:organizer", org("bawaslu-33.25"), opening),
        claim(text, event, "bw:attendee", org("kpu-33.25"), sentence),
        claim(text, event, "bw:attendee", org(_GROUP.key), "Stakeholder", sentence),
        claim(text, event, "bw:venue", Ref("venue", "hotel-dewi-ratih-33.25"), "Hotel Dewi Ratih"),
        claim(text, event, "bw:area", Ref("area", "33.25"), sentence),
        claim(text, event, "schema:startDate", date(2024, 6, 25), "Selasa 25 Juni"),
        claim(text, event, "schema:endDate", date(2024, 6, 25), "Selasa 25 Juni"),
        claim(text, org("bawaslu-33.25"), "bw:inContactWith", org("kpu-33.25"), sentence, sure=1.0),
        claim(text, org("bawaslu-33.25"), "bw:inContactWith", org(_GROUP.key), "Stakeholder", sentence),
        claim(text, Ref("membership", post.key), "org:member", person, "Ketua Bawaslu Batang, Mahbrur"),
        claim(text, Ref("quotation", quote.key), "bw:saidBy", person, 'Mahbrur menyebut "kami gelar rakor"'),
        claim(text, Ref("quotation", quote.key), "schema:isPartOf", article, "kami gelar rakor"),
    )
    return Reading(
        Article("000_batang", key, text, (Block(Span(0, 25), "title", "first line"),), "a.txt",
                title="Rakor Stakeholder Pilkada", outlet="Radar", url="https://example.org/1",
                published=date(2024, 6, 26)),
        relevant=True,
        sentences=(Sentence(Span(0, 25), "title", 0),),
        organizations=(_BAWASLU, _KPU, _PEMDA, _GROUP),
        people=(Person(person.key, "Mahbrur", ("Mahbrur",)),),
        memberships=(post,),
        venues=(Venue("hotel-dewi-ratih-33.25", "Hotel Dewi Ratih", "33.25"),),
        events=(Event(event.key, "rapat koordinasi", "rakor", "held", "weekday does not fit"),),
        quotations=(quote,),
        contacts=(
            Contact(f"{key}-1", ("bawaslu-33.25", "kpu-33.25"), event.key, "attended", "held", True),
            Contact(f"{key}-2", ("bawaslu-33.25", _GROUP.key), event.key, "attended", "held", False),
        ),
        areas=("33.25",),
        claims=claims,
        warnings=("a warning",),
    )


def second() -> Reading:
    """The same pair in another article, with a stated contact and no event."""
    key, text = "batang-2", _SECOND
    words = text.split("\n")[1]
    return Reading(
        Article("001_batang", key, text, (), "b.txt", published=date(2024, 7, 11)),
        relevant=True,
        organizations=(replace(_BAWASLU, written=()), _KPU),
        contacts=(Contact(f"{key}-1", ("bawaslu-33.25", "kpu-33.25"), None, "stated", "held", True),),
        claims=(
            claim(text, Ref("article", key), "bw:mentions", org("bawaslu-33.25"), words),
            claim(text, Ref("article", key), "bw:mentions", org("kpu-33.25"), words),
            claim(text, org("bawaslu-33.25"), "bw:inContactWith", org("kpu-33.25"), words),
        ),
    )


def readings() -> list[Reading]:
    """Both articles."""
    return [first(), second()]
