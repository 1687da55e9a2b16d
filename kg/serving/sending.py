"""Replies as HTTP answers: validators, so that what a client has is not sent again."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from kg.serving.replies import Reply


def response(reply: Reply, *headers: tuple[str, str]) -> Response:
    """The answer that carries a reply; headers given here stand beside its own."""
    made = Response(reply.body, reply.status)
    if reply.media:
        made.headers["content-type"] = reply.media
    for name, value in (*reply.headers, *headers):
        made.headers[name] = value
    return made


def validated(request: Request, reply: Reply) -> Response:
    """The same with an ETag made from the content; 304 without it where the client has it already."""
    if reply.status != 200:
        return response(reply)
    tag = f'"{hashlib.sha256(reply.media.encode() + reply.body).hexdigest()[:32]}"'
    if same(request.headers.get("if-none-match", ""), tag):
        return response(Reply(304, "", b"", reply.headers), ("etag", tag))
    return response(reply, ("etag", tag))


def same(header: str, tag: str) -> bool:
    """Whether an If-None-Match header names the tag (RFC 9110, section 13.1.2: compared weakly)."""
    given = {one.strip().removeprefix("W/") for one in header.split(",")}
    return "*" in given or tag.removeprefix("W/") in given
