"""The tasks of a worker, by name: each takes an order about the dataset and gives a reply."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from kg.serving import describing, editing, putting, showing
from kg.serving.held import Held
from kg.serving.replies import Order, Reply, plain
from kg.serving.settings import Limits

Task = Callable[[Held, Limits, Order], Reply]


def complete(data: Held, limits: Limits, order: Order) -> Reply:
    """Things whose name begins like the order's `typed`, as JSON."""
    hidden = frozenset() if limits.everyone else {one.value for one in data.private}
    names = data.names.beginning(str(order["typed"]), hidden)
    found = [{"iri": name.iri, "label": name.label} for name in names]
    return Reply(200, "application/json", json.dumps(found, ensure_ascii=False).encode())


TASKS: dict[str, Task] = {
    "query": putting.query,
    "service": describing.service,
    "complete": complete,
    "dereference": showing.dereference,
    "data": showing.rdf,
    "page": showing.page,
    "article": showing.article,
    "editor": editing.editor,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The dataset with the limits that hold for every order."""

    data: Held
    limits: Limits

    def answer(self, order: Order) -> Reply:
        """The reply to an order; no order can raise."""
        try:
            return TASKS[order["do"]](self.data, self.limits, order)
        except (MemoryError, RecursionError):
            return plain(500, "The query needs more memory or a deeper stack than it may take; ask for less.")
        except Exception as error:
            return plain(500, f"{type(error).__name__}: {error}; please report it.")


def warm(data: Held) -> None:
    """Does each task once: what Python and the engine load late is then shared by all workers."""
    desk = Desk(data, Limits())
    thing = {"path": "graph/reference", "accept": "", "language": "id", "asked": ""}
    article = data.texts.any if data.texts else ""
    orders: tuple[Order, ...] = (
        *({"do": "query", "text": text, "accept": accept} for text, accept in putting.SAMPLES),
        {"do": "service", "endpoint": "http://localhost/sparql", "accept": "text/turtle"},
        {"do": "complete", "typed": "bawaslu"},
        *({**thing, "do": task} for task in ("dereference", "data", "page", "editor")),
        {**thing, "do": "page", "path": "none"},
        {**thing, "do": "article", "path": article},
    )
    for order in orders:
        desk.answer(order)
