"""The records that pass between the steps: frozen, without behaviour, without any graph library.

All offsets count Unicode code points in `Article.text`, the cleaned text; a span's end is exclusive. Records that are made
by the hundred for one article are named tuples, which are made, compared and hashed in less than half the time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Plain:
    """A record is pickled as its fields in their order: dataclasses would look each up by its name, which takes longer."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Plain], tuple[object, ...]]:
        names: tuple[str, ...] = self.__slots__
        return type(self), tuple(getattr(self, name) for name in names)


class Ref(NamedTuple):
    """What a statement speaks of: the last two parts of its IRI, such as ``Ref("org", "bawaslu-33.25")``."""

    kind: str
    key: str


class Span(NamedTuple):
    """A stretch of an article's cleaned text: start inclusive, end exclusive."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block(Plain):
    """One line of an article and what it is: title, dateline, caption, body, or chrome with the rule that saw it.

    `kind` is one of title, caption, byline, related, chrome, body. Extraction reads title, caption and body.
    """

    span: Span
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article(Plain):
    """One news article: its cleaned text, what each of its lines is, and what stands about it in the file.

    `key` is the slug that its IRI ends in; `id` the identifier as given; `published` the day of publication.
    """

    id: str
    key: str
    text: str
    blocks: tuple[Block, ...]
    source: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    self_reported: bool = False
    mended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence(Plain):
    """A sentence (or headline, or caption): its span, and the kind of block it stands in."""

    span: Span
    kind: str
    paragraph: int


class Mention(NamedTuple):
    """A stretch of text that names something: `kind` says what, `key` which (as far as the words tell), `rule` who saw it.

    `detail` holds what else the words say, as sorted pairs: a post's title, status and body, a person's name without titles.
    """

    kind: str
    span: Span
    key: str
    rule: str
    detail: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """The detail of that name."""
        for key, value in self.detail:
            if key == name:
                return value
        return default


@dataclass(frozen=True, slots=True)
class Organization(Plain):
    """A named body, or a group without a name of its own (`group`). `type` is the key of its concept, "" if none.

    `name` is the official name, a function of `key`; `sector` the class below bw:Organization ("" for groups).
    """

    key: str
    name: str
    type: str
    area: str
    sector: str
    group: bool = False
    written: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person(Plain):
    """Somebody whom the article names; `name` without titles, `public_role` false for those who speak for no body."""

    key: str
    name: str
    written: tuple[str, ...] = ()
    public_role: bool = True


@dataclass(frozen=True, slots=True)
class Membership(Plain):
    """A post: who, where (None if the article does not say), under which title, in which role, with which status."""

    key: str
    person: str
    organization: str | None
    title: str
    role: str
    status: str
    attested_on: date | None = None


@dataclass(frozen=True, slots=True)
class Venue(Plain):
    """A named place of a meeting and the area it lies in ("" if not known)."""

    key: str
    name: str
    area: str
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event(Plain):
    """A meeting or activity that the article reports. `name` as first written; `modality` held, planned, called-for, cancelled."""

    key: str
    name: str
    type: str
    modality: str
    date_note: str = ""


@dataclass(frozen=True, slots=True)
class Quotation(Plain):
    """A direct quote as written, without its marks."""

    key: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contact(Plain):
    """One pair in one article: two organisation keys (sorted), the event behind it if any, and of what kind it is."""

    key: str
    parties: tuple[str, str]
    event: str | None
    basis: str
    modality: str
    coordination: bool


@dataclass(frozen=True, slots=True)
class Claim(Plain):
    """One statement as the article makes it: the passages that hold its words, the rule that read it, how sure it is (0 to 1).

    `predicate` is a prefixed name of the contract (``bw:attendee``). `object` is a thing, or a date or string.
    """

    subject: Ref
    predicate: str
    object: Ref | str | date
    passages: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rejection(Plain):
    """What was considered at a span and not taken, by which rule, and why."""

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading(Plain):
    """All that was read in one article: things, statements with evidence, and what was rejected.

    `fingerprint` is what its copies are found by (`kg.identity.fingerprints`), empty if not made yet.
    """

    article: Article
    relevant: bool
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    venues: tuple[Venue, ...] = ()
    events: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    contacts: tuple[Contact, ...] = ()
    areas: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    fingerprint: bytes = b""


class Fact(NamedTuple):
    """A relation among mentions of one sentence (or with the one before it), as a rule read it.

    `kind` says which (host, attend, speak, invite, post, when, where, said, stated, opens); `parts` names its mentions.
    """

    kind: str
    parts: tuple[tuple[str, Mention], ...]
    sentence: int
    rule: str
    confidence: float

    def part(self, name: str) -> Mention | None:
        """The mention under a name, None if the fact has none."""
        for key, mention in self.parts:
            if key == name:
                return mention
        return None

    def all(self, name: str) -> tuple[Mention, ...]:
        """All mentions under a name."""
        return tuple(mention for key, mention in self.parts if key == name)
