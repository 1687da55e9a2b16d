"""Pages and RDF of things, marked articles and the editor: each is an order to a worker."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serving import static
from kg.serving.pool import Pool
from kg.serving.replies import Reply
from kg.serving.sending import validated
from kg.serving.settings import Settings

_KINDS = {"id": "dereference", "page": "page", "data": "data"}


def routes(settings: Settings, pool: Pool) -> list[Route]:
    """All that answers with a page, and the files that pages need."""
    of_things = [Route(f"/{start}/{{rest:path}}", _thing(settings, pool, start, task)) for start, task in _KINDS.items()]
    return [
        *of_things,
        Route("/articles/{rest:path}", _thing(settings, pool, "articles", "article")),
        Route("/query", _editor(settings, pool)),
        Route("/static/{name}", _static),
    ]


def _thing(settings: Settings, pool: Pool, start: str, task: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        path = request.scope["raw_path"].decode("ascii", "replace").removeprefix(f"/{start}/")
        accept = ",".join(request.headers.getlist("accept")) if task in ("dereference", "data") else ""
        return validated(request, await pool.answer(
            {"do": task, "path": path, "accept": accept, "language": _language(request, settings), "asked": _asked(request)}))  # fmt: skip

    return answer


def _editor(settings: Settings, pool: Pool) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return validated(request, await pool.answer({"do": "editor", "language": _language(request, settings)}))

    return answer


async def _static(request: Request) -> Response:
    found = static.file(request.path_params["name"])
    return validated(request, found or Reply(404, "text/plain; charset=utf-8", b"no such file\n"))


def _asked(request: Request) -> str:
    """The language that the address asks for, to be kept in redirections."""
    wanted = request.query_params.get("lang", "")
    return wanted if wanted in ("id", "en") else ""


def _language(request: Request, settings: Settings) -> str:
    return _asked(request) or settings.limits.language
