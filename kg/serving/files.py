"""What a build wrote, as files: the network page and the graph."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from kg.outputs.shards import GRAPH, graph_files
from kg.serving.replies import plain
from kg.serving.sending import response, same
from kg.serving.templates import policy

_GRAPHS = {"graph.ttl": "text/turtle; charset=utf-8", "graph.nq": "application/n-quads"}
_HEAD = 4000  # bytes in which the page's policy stands


def routes(place: Path) -> list[Route]:
    """The network page at the root, and the graph in both forms. They are read when they are asked for."""

    async def network(request: Request) -> Response:
        return _sent(request, place / "network.html", "text/html; charset=utf-8")

    async def graph(request: Request) -> Response:
        name = request.url.path.removeprefix("/")
        return _sent(request, place / name if place.is_dir() else place.with_name(name), _GRAPHS[name])

    return [Route("/", network), *(Route(f"/{name}", graph) for name in _GRAPHS)]


def _sent(request: Request, path: Path, media: str) -> Response:
    if not path.is_file():
        makes = f"`kg export -o {path.name}` makes one of the parts" if graph_files(path.parent / GRAPH) else "`kg build` writes one"
        return response(plain(404, f"There is no {path.name} in what is served; {makes}. Questions: /query"))
    status = path.stat()
    sent = FileResponse(path, media_type=media, stat_result=status)
    sent.headers["content-type"] = media
    if same(request.headers.get("if-none-match", ""), sent.headers["etag"]):
        kept = {name: sent.headers[name] for name in ("etag", "last-modified")}
        return Response(status_code=304, headers=kept)
    if path.suffix == ".html":
        with path.open("rb") as file:
            sent.headers["content-security-policy"] = policy(file.read(_HEAD))
    return sent
