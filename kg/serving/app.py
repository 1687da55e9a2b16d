"""The addresses of the server and who answers them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serving import files, pages, protocol
from kg.serving.accept import best
from kg.serving.formats import STATEMENTS
from kg.serving.guard import Guard
from kg.serving.pool import Pool
from kg.serving.replies import Order, plain
from kg.serving.results import CUT
from kg.serving.sending import response, validated
from kg.serving.settings import Settings

_BODY = 10.0  # seconds in which a request's body must have come
Answer = Callable[[Request], Awaitable[Response]]


def app(settings: Settings, pool: Pool) -> Starlette:
    """The application; the pool must have been started."""
    routes = [
        Route("/sparql", _sparql(pool), methods=["GET", "POST", "OPTIONS"]),
        Route("/complete", _complete(pool)),
        Route("/healthz", _health),
        Route("/favicon.ico", _no_icon),
        *pages.routes(settings, pool),
        *files.routes(settings.place),
    ]
    middleware = [Middleware(Guard, hosts=(settings.host, *settings.hosts), origins=settings.cors)]
    if settings.cors:
        middleware.append(Middleware(CORSMiddleware, allow_origins=settings.cors, allow_methods=["GET", "POST"],
                                     allow_headers=["accept", "content-type"], expose_headers=[CUT]))  # fmt: skip
    return Starlette(routes=routes, middleware=middleware)


def _sparql(pool: Pool) -> Answer:
    async def sparql(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": "GET, HEAD, POST, OPTIONS"})
        accept = ",".join(request.headers.getlist("accept"))
        try:
            if request.method == "POST":
                body = await _body(request)
                found = protocol.posted(request.headers.get("content-type", ""), request.scope["query_string"], body)
            else:
                found = protocol.fields(request.scope["query_string"])
                if not found:
                    return await _described(request, pool, accept)
            order = protocol.order(found, accept)
        except protocol.Unfit as unfit:
            return response(unfit.reply)
        return validated(request, await pool.answer(order))

    return sparql


async def _described(request: Request, pool: Pool, accept: str) -> Response:
    """The service description; a browser is led to the editor."""
    if best(accept, (*STATEMENTS, "text/html")) == "text/html":
        return Response(status_code=303, headers={"location": "/query", "vary": "Accept"})
    order: Order = {"do": "service", "endpoint": f"{request.base_url}sparql", "accept": accept}
    return validated(request, await pool.answer(order))


async def _body(request: Request) -> bytes:
    parts, room = [], protocol.MOST_BODY
    try:
        async with asyncio.timeout(_BODY):
            async for part in request.stream():
                parts.append(part)
                room -= len(part)
                if room < 0:
                    raise protocol.Unfit(413, f"A request may have {protocol.MOST_BODY} bytes.")
    except TimeoutError as error:
        raise protocol.Unfit(408, f"The request did not come within {_BODY:g} seconds.") from error
    except ClientDisconnect as error:
        raise protocol.Unfit(400, "The request was cut.") from error
    return b"".join(parts)


def _complete(pool: Pool) -> Answer:
    async def complete(request: Request) -> Response:
        typed = request.query_params.get("q", "")[:200]
        return validated(request, await pool.answer({"do": "complete", "typed": typed}))

    return complete


async def _health(request: Request) -> Response:
    return response(plain(200, "ok"))


async def _no_icon(request: Request) -> Response:
    """Browsers ask for one by themselves."""
    return Response(status_code=204)
