"""HTTP connections that end when a request does not come to its end: a client that sends it sign by sign holds nothing."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD = 10.0
"""Seconds in which the head of a request must have come; uvicorn itself would wait for ever."""
MOST_HEAD = 65_536
"""Bytes that it may have: queries by GET stand in it."""


class Impatient(H11Protocol):
    """uvicorn's connection, with a limit to the time that the head of a request may take."""

    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The time runs from the start: a connection must be used."""
        super().connection_made(transport)
        self._set()

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
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """A request that came together with the one before it may be there in part."""
        super().on_response_complete()
        if not self._answering() and self.conn.trailing_data[0]:
            self._set()

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
