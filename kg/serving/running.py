"""A server from its start to its end."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

import uvicorn

from kg.outputs.problems import QuestionError
from kg.serving.app import app
from kg.serving.confinement import unbounded
from kg.serving.impatience import MOST_HEAD, Impatient
from kg.serving.pool import Pool
from kg.serving.settings import Settings

_LOOPBACK = ("127.", "::1", "localhost")
_MOST_CONNECTIONS = 2000
_LAST_WORDS = 3  # seconds that answers under way have when the server ends


def serve(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serves until it is interrupted; `ready` is called with the address when it listens.

    Raises QuestionError if there is no dataset, or the address cannot be used.
    """
    listening = _bound(settings)
    unbounded()
    pool = Pool(settings)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        pool.start()
        config = uvicorn.Config(app(settings, pool), http=Impatient, ws="none", log_level="critical", lifespan="off",
                                access_log=False, server_header=False, limit_concurrency=_MOST_CONNECTIONS,
                                h11_max_incomplete_event_size=MOST_HEAD, timeout_graceful_shutdown=_LAST_WORDS)  # fmt: skip
        ready(_address(listening))
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    finally:
        pool.close()
        listening.close()


def away(host: str) -> bool:
    """Whether the address can be reached from other machines."""
    return not host.startswith(_LOOPBACK)


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        raise QuestionError(f"{place}: {error.strerror or error}; choose another --port (0: any free one) or --host") from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
