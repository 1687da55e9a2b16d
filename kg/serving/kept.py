"""Replies that may be given again: the dataset of a running server never changes."""

from __future__ import annotations

import json
from collections import OrderedDict

from kg.serving.replies import NOT_KEPT, Order, Reply

_MOST = 64_000_000  # bytes in all
_EACH = 1_000_000  # bytes of one
_LEAST = 1_000  # bytes that a reply counts for, however short


class Kept:
    """The replies used last, as long as they fit into a fixed amount of memory."""

    def __init__(self) -> None:
        self._replies: OrderedDict[str, Reply] = OrderedDict()
        self._size = 0

    def get(self, order: Order) -> Reply | None:
        """The reply given to the same order before; None if there was none, or it was let go."""
        key = _key(order)
        if key in self._replies:
            self._replies.move_to_end(key)
        return self._replies.get(key)

    def put(self, order: Order, reply: Reply) -> None:
        """Keeps a reply, unless it is large, tells a failure of the server, or holds only once."""
        key = _key(order)
        if reply.status >= 500 or len(reply.body) > _EACH or key in self._replies or NOT_KEPT in reply.headers:
            return
        self._replies[key] = reply
        self._size += _weight(key, reply)
        while self._size > _MOST:
            oldest, gone = self._replies.popitem(last=False)
            self._size -= _weight(oldest, gone)


def _key(order: Order) -> str:
    return json.dumps(order, sort_keys=True)


def _weight(key: str, reply: Reply) -> int:
    return _LEAST + len(key) + len(reply.body)
