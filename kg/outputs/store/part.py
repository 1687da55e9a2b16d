"""One article's part of all outputs, in the small: made by whichever process reads the article, kept by the store."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg import records
from kg.graph import article, names, voting
from kg.graph.ties import ties
from kg.graph.vocabulary import BASE
from kg.identity.fingerprints import body, fingerprint
from kg.outputs.articles import jsonl
from kg.outputs.report import warnings
from kg.records import Organization, Reading, Ref

SHARED = ("organizations", "people", "memberships", "venues", "areas")
OWN = ("events", "quotations", "contacts")
_LEVEL = 3
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One contact that counts for a tie: the two bodies, the contact, its event ("" if none) and its days (ISO)."""

    parties: tuple[str, str]
    contact: str
    event: str
    days: tuple[str, ...]
    coordination: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What an article adds to the outputs.

    `fingerprint` is what its copies are found by. `nquads` is its graph as sorted lines and `line` its line of
    articles.jsonl, each a gzip member of its own; `reading` what the network page needs. `names` are things that other
    articles name as well, each with its kind; `counts` says how much there is of what only this article has.
    """

    key: str
    fingerprint: bytes
    nquads: bytes
    line: bytes
    reading: bytes
    names: tuple[Name, ...]
    meetings: tuple[Meeting, ...]
    stages: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int], ...]
    warnings: tuple[tuple[str, str], ...]


def part(reading: Reading, base: str = BASE) -> Part:
    """The part of one reading. The same reading gives the same bytes."""
    lines = article.lines(reading, base)
    counts = {"articles": 1, "relevant": int(reading.relevant), "claims": len(reading.claims), "quads": len(lines)}
    counts |= {kind: len({thing.key for thing in getattr(reading, kind)}) for kind in OWN}
    return Part(
        reading.article.key,
        reading.fingerprint or fingerprint(body(reading.article)),
        squeezed(b"".join(lines)),
        squeezed(b"".join(jsonl([reading.article]))),
        zlib.compress(pickle.dumps(_for_page(reading), pickle.HIGHEST_PROTOCOL), _LEVEL),
        tuple(sorted(set(_names(reading)))),
        tuple(_meetings(reading)),
        tuple(sorted({(event.key, stage.key) for event, stage in voting.stages(reading)})),
        tuple(counts.items()),
        tuple(sorted(warnings(reading))),
    )


def squeezed(content: bytes) -> bytes:
    """A gzip member without a time in it."""
    return gzip.compress(content, _LEVEL, mtime=0)


def reading_of(content: bytes) -> Reading:
    """The reading as the network page needs it. pickle.UnpicklingError for anything but our records."""
    found = _Records(io.BytesIO(zlib.decompress(content))).load()
    if not isinstance(found, Reading):
        raise pickle.UnpicklingError("not a reading")
    return found


class _Records(pickle.Unpickler):
    """A folder may come from somebody else: nothing is made from its bytes but records and days."""

    def find_class(self, module: str, name: str) -> type:
        if module == "datetime" and name == "date":
            return date
        found = getattr(records, name, None)
        if module != "kg.records" or not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return found


def _for_page(reading: Reading) -> Reading:
    return replace(reading, sentences=(), mentions=(), rejections=(), quotations=(), warnings=(), fingerprint=b"",
                   article=replace(reading.article, blocks=(), source="", mended=()))  # fmt: skip


def _names(reading: Reading) -> Iterator[Name]:
    for kind in SHARED:
        yield from ((kind, thing if isinstance(thing, str) else thing.key) for thing in getattr(reading, kind))
    yield from (("listed", f"{ref.kind}/{ref.key}") for ref in article.used(reading) if _listed(ref))
    yield from (("body", _packed(body)) for body in reading.organizations)


def _listed(ref: Ref) -> bool:
    return ref.kind == "area" or names.is_concept(ref)


def _packed(body: Organization) -> str:
    return json.dumps((body.key, body.name, body.type, body.area, body.sector, body.group), ensure_ascii=False)


def body_of(packed: str) -> Organization:
    """A body as the reference graph knows it, from its entry among the names."""
    return Organization(*json.loads(packed))


def _meetings(reading: Reading) -> Iterator[Meeting]:
    for tie in ties([reading]):
        for occasion in tie.occasions:
            contact = occasion.contact
            days = tuple(day.isoformat() for day in occasion.days)
            yield Meeting(tie.parties, contact.key, contact.event or "", days, contact.coordination)
