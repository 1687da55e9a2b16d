"""The inside of a worker process: it takes orders from a pipe until the pipe is closed."""

from __future__ import annotations

import json
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from kg.serving.confinement import confine, end_after
from kg.serving.desk import Desk
from kg.serving.held import held
from kg.serving.settings import Limits

SERVED = "KG_SERVED"
"""The environment variable that tells the fork server which dataset to load before it forks."""
_GRACE = 5


def work(pipe: Connection, place: Path, limits: Limits) -> None:
    """Answers orders about the dataset of a place; the first message says whether it could be loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to handle
    try:
        desk = Desk(held(place), limits)
    except Exception as error:
        pipe.send_bytes(json.dumps({"problem": f"{error}"}).encode())
        return
    confine(limits.memory)
    pipe.send_bytes(json.dumps({"problem": ""}).encode())
    while True:
        try:
            order = json.loads(pipe.recv_bytes())
        except EOFError:
            return
        # Should the server itself be gone, nobody else ends this process.
        end_after(limits.timeout + _GRACE)
        head, body = desk.answer(order).packed()
        end_after(0)
        pipe.send_bytes(head)
        pipe.send_bytes(body)
