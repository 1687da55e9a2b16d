"""200 clients at once ask `kg serve` mixed questions for a minute; halfway every worker is killed.

    python benchmarks/serve.py [FOLDER]        (a build's folder; without one, the seeds are built)

Prints one JSON line a phase: requests, failures, requests a second, and the times that 50, 95 and 99 of 100 stayed below.
First each query is new to the server (a comment makes its text differ, so nothing kept is given again), then they repeat.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import signal
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import httpx

_ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT / "tests"))

from server import Server, serving  # noqa: E402

from kg.asking.questions import questions  # noqa: E402
from kg.pipeline import build  # noqa: E402

CLIENTS = 200
SECONDS = 60


async def phase(server: Server, name: str, fresh: bool, kill: bool) -> dict[str, object]:
    """One run of all clients; `fresh` makes every query's text new, `kill` ends the workers halfway."""
    texts = [question.text for question in questions()]
    took: list[float] = []
    codes: Counter[str] = Counter()
    until = time.monotonic() + SECONDS
    limits = httpx.Limits(max_connections=CLIENTS, max_keepalive_connections=CLIENTS)
    async with httpx.AsyncClient(timeout=120, limits=limits) as client:

        async def asking(number: int) -> None:
            step = number
            while time.monotonic() < until:
                step += 1
                query = texts[step % len(texts)] + (f"\n# {number} {step}" if fresh else "")
                began = time.perf_counter()
                try:
                    answer = await client.post(f"{server.url}/sparql", data={"query": query})
                    codes[str(answer.status_code)] += 1
                except httpx.HTTPError as error:
                    codes[type(error).__name__] += 1
                took.append(time.perf_counter() - began)

        async def killing() -> None:
            await asyncio.sleep(SECONDS / 2)
            for pid in server.workers():
                os.kill(pid, signal.SIGKILL)

        began = time.monotonic()
        await asyncio.gather(*map(asking, range(CLIENTS)), *([killing()] if kill else []))
        seconds = time.monotonic() - began
    cuts = quantiles(took, n=100)
    failures = sum(count for code, count in codes.items() if code != "200")
    return {"phase": name, "clients": CLIENTS, "seconds": round(seconds, 1), "requests": len(took), "failures": failures,
            "answers": dict(codes), "per_second": round(len(took) / seconds, 1), "p50_s": round(cuts[49], 3),
            "p95_s": round(cuts[94], 3), "p99_s": round(cuts[98], 3), "slowest_s": round(max(took), 3)}  # fmt: skip


def main() -> None:
    """Runs both phases over a folder."""
    with ExitStack() as stack:
        place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(stack.enter_context(TemporaryDirectory()))
        if len(sys.argv) == 1:
            build([str(_ROOT / "seeds")], place)
        server = stack.enter_context(serving(place))
        print(json.dumps({"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()[0],
                          "graph_bytes": (place / "graph.nq").stat().st_size, "workers": len(server.workers())}))  # fmt: skip
        for name, fresh, kill in (("every query new, workers killed halfway", True, True), ("queries repeat", False, False)):
            print(json.dumps(asyncio.run(phase(server, name, fresh, kill))))


if __name__ == "__main__":
    main()
