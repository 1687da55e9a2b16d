"""Crawls: the pages in a WARC file that are worth reading, and what was left out of it, told in a few lines."""

from __future__ import annotations

import mmap
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.articles import gate
from kg.articles.problems import Problem

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST = 5_000_000
"""In bytes; a larger page is no article."""
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.")
_HTML = ("text/html", "application/xhtml+xml")
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was fetched: its bytes, its address, and the day of the visit (ISO 8601)."""

    page: bytes
    url: str
    day: str


def captures(path: str) -> Iterator[Capture | Problem]:
    """The pages of a WARC file that are Indonesian and name an election body, each address once, in the file's order.

    Damaged records are told and passed over; at the end a note says how many pages were left out and why.
    """
    try:
        import fastwarc  # noqa: F401
    except ImportError:
        hint = "pip install 'bawaslu-kg[warc]'"
        yield Problem(path, None, "WARC files are read with a package that is not installed", hint, lost=True)
        return
    visit = _Visit()
    try:
        for found in _looked(path, visit.look):
            if isinstance(found, Problem):
                visit.left["damaged"] += 1
            if found and visit.left["damaged"] <= _MOST_TOLD:
                yield found
    except OSError as error:
        hint = "check that the file is there and that you may read it"
        yield Problem(path, None, f"cannot be read ({error.strerror or error})", hint, lost=True)
        return
    yield visit.told(path)


class _Visit:
    """What was seen in one file so far."""

    def __init__(self) -> None:
        self._addresses: set[str] = set()
        self.kept = 0
        self.left: Counter[str] = Counter()

    def look(self, record: WarcRecord) -> Capture | None:
        """The page of a record, None if it is left out."""
        if record.headers.get("WARC-Type") != "response" or not record.is_http:
            return None
        url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
        reason = self._unfit(record, url)
        page = b"" if reason else record.reader.read(LARGEST + 1)
        reason = reason or _unread(page)
        if reason:
            self.left[reason] += 1
            return None
        self._addresses.add(url)
        self.kept += 1
        return Capture(page, url, (record.headers.get("WARC-Date") or "")[:10])

    def _unfit(self, record: WarcRecord, url: str) -> str:
        """Why a record is left out by what stands before its page, "" if it is not."""
        if not url or record.http_headers.status_code != 200 or (record.http_content_type or "").lower() not in _HTML:
            return "other than HTML pages"
        if record.content_length > LARGEST:
            return "too large"
        return "fetched again" if url in self._addresses else ""

    def told(self, path: str) -> Problem:
        """All that was left out, in one line."""
        every = self.kept + self.left.total()
        if not every:
            return Problem(path, None, "no page in this WARC file", "give a crawl that holds HTML pages", lost=True)
        left = ", ".join(f"{self.left[reason]:,} {reason}" for reason in sorted(self.left))
        message = f"{self.kept:,} of {every:,} records kept" + (f"; left out: {left}" if left else "")
        return Problem(path, None, message, "only Indonesian pages that name an election body are read", lost=False)


def _unread(page: bytes) -> str:
    """Why a page is left out by its bytes, what is cheapest first."""
    if len(page) > LARGEST:
        return "too large"
    if not gate.names_election_body(page):
        return "without an election body"
    return "" if gate.indonesian(page) else "in another language"


def _looked(path: str, look: Callable[[WarcRecord], Capture | None]) -> Iterator[Capture | Problem | None]:
    """What `look` makes of each record. Where one is damaged, reading goes on at the next place that looks like one."""
    with Path(path).open("rb") as file:
        start: int | None = 0 if Path(path).stat().st_size else None
        told = False  # a damaged record may hold several places that look like the start of one
        while start is not None:
            place = start
            try:
                for record in _from(path, start):
                    place = record.stream_pos
                    yield look(record)
                    told = False
                return
            except (OSError, ValueError) as error:
                if not told:
                    yield _damaged(path, place, str(error).split(":")[0])
                told, start = True, _next(file, place + 1)


def _from(path: str, start: int) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator

    with Path(path).open("rb") as file:
        file.seek(start)
        yield from ArchiveIterator(file, parse_http=True, auto_decode="all")


def _next(file: BinaryIO, start: int) -> int | None:
    """The first place from here on where a record may begin."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = [place for sign in _STARTS if (place := data.find(sign, start)) >= 0]
    return min(found, default=None)


def _damaged(path: str, place: int, reason: str) -> Problem:
    return Problem(path, None, f"damaged record at or after byte {place:,} ({reason})", "fetch the page again if it matters", lost=True)
