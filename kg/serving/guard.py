"""Who may ask, and what every answer bears: the Host and Origin checks and the headers that keep pages to themselves.

A browser can be led to a server on this machine by a foreign page whose name is made to point here (DNS rebinding):
such requests bear the foreign name as Host, so only known names are answered.
"""

from __future__ import annotations

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serving.replies import Reply, plain
from kg.serving.sending import response

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:/@\s]+)(?::\d{1,5})?")
_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "cache-control": "no-cache",
}


class Guard:
    """Answers itself what is not for this server, and adds the headers that an answer does not yet have."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], origins: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = frozenset(_bracketed(host) for host in (*_LOCAL, *hosts))
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, unless its Host or Origin is foreign."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                added = ((name.encode(), value.encode()) for name, value in _HEADERS.items())
                message["headers"] = [*message["headers"], *((n, v) for n, v in added if n not in present)]
            await send(message)

        app = response(refusal) if refusal else self._app
        await app(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Reply | None:
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name, []).append(value)
        hosts = [value.decode("latin-1").strip().lower() for value in headers.get(b"host", [])]
        named = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if named is None:
            return plain(400, "A request must name its host, once.")
        own = _bracketed(scope["server"][0]) if scope.get("server") else ""
        if named[1].rstrip(".") not in self._hosts | {own}:
            return plain(421, "This server does not answer to that name; start `kg serve` with --allowed-host NAME if it should.")
        origin = next((value.decode("latin-1") for value in headers.get(b"origin", [])), "")
        cross = b"cross-site" in headers.get(b"sec-fetch-site", []) and b"navigate" not in headers.get(b"sec-fetch-mode", [])
        foreign = (origin or cross) and origin.partition("://")[2] != hosts[0]
        if foreign and not self._origins & {origin, "*"}:
            return plain(403, "Pages of other sites may not ask here; start `kg serve` with --cors ORIGIN if they should.")
        return None


def _bracketed(host: str) -> str:
    """IPv6 addresses as they stand in a Host header."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host.lower()
