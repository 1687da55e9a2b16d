"""HTTP connections that end when nothing moves: a client that sends sign by sign, or never reads, holds nothing."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD = 10.0
"""Seconds in which the head of a request must have come; uvicorn itself would wait for ever."""
UNREAD = 20.0
"""Seconds in which a client must have taken some of what was sent."""
MOST_HEAD = 65_536
"""Bytes that it may have: queries by GET stand in it."""


class Impatient(H11Protocol):
    """uvicorn's connection, with a limit to the time that a head may take, and to that in which nothing is read."""

    _limit: asyncio.TimerHandle | None = None
    _look: asyncio.TimerHandle | None = None
    _seen = (0, 0)
    _resumed = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The time runs from the start: a connection must be used."""
        super().connection_made(transport)
        self._set()
        self._look = self.loop.call_later(UNREAD, self._looked)

    def data_received(self, data: bytes) -> None:
        """The time ends when the request has begun to be answered, and runs anew with the first sign of the next."""
        try:
            super().data_received(data)
        except (UnicodeDecodeError, ValueError):
            # What h11 takes for a head and uvicorn cannot decode.
            self.transport.abort()
        if self._answering():
            self._unset()
        elif self._limit is None:
            self._set()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is left to be timed."""
        self._unset()
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def resume_writing(self) -> None:
        """The client has read: a stream that is refilled at once may look as long as before."""
        self._resumed += 1
        super().resume_writing()

    def on_response_complete(self) -> None:
        """A request that came together with the one before it may be there in part."""
        super().on_response_complete()
        if not self._answering() and self.conn.trailing_data[0]:
            self._set()

    def _looked(self) -> None:
        unread = self.transport.get_write_buffer_size()
        now = (unread, self._resumed)
        if unread and now == self._seen:
            self.transport.abort()
            return
        self._seen = now
        self._look = self.loop.call_later(UNREAD, self._looked)

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _set(self) -> None:
        self._unset()
        self._limit = self.loop.call_later(HEAD, self._late)

    def _unset(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _late(self) -> None:
        if not self._answering():
            self.transport.abort()
