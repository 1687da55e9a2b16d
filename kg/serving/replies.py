"""What a worker hands back: an answer ready to be sent, as two byte strings that cross a pipe."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

Order = dict[str, Any]
"""What a worker is asked to do: plain JSON, `do` names the task."""
NOT_KEPT = ("cache-control", "no-store")
"""The header of a reply that another time may be another one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer without its transport."""

    status: int
    media: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()

    def packed(self) -> tuple[bytes, bytes]:
        """Everything but the body as JSON, and the body."""
        return json.dumps([self.status, self.media, self.headers]).encode(), self.body


def unpacked(head: bytes, body: bytes) -> Reply:
    """The reply behind what `Reply.packed` gave."""
    status, media, headers = json.loads(head)
    return Reply(status, media, body, tuple((name, value) for name, value in headers))


def plain(status: int, text: str, *headers: tuple[str, str]) -> Reply:
    """A reply in words."""
    return Reply(status, "text/plain; charset=utf-8", f"{text.rstrip()}\n".encode(), headers)
