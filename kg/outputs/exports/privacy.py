"""Leaving out people without a public role, and all that hangs on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.graph.vocabulary import term

_ROLE = f" {term('bw:publicRole')} ".encode()
_LEADS = tuple(
    f" {term(name)} ".encode() for name in ("org:member", "bw:saidBy", "rdf:subject", "rdf:object")
)
_RESTS = tuple(f" {term(name)} ".encode() for name in ("bw:evidence", "oa:hasSelector"))


def public(read: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
    """The lines of N-Quads without those of private people: people whom every article shows without a public role.

    With them go their posts, their quotations, the claims about all these, and the passages on which nothing else
    rests. `read` gives the lines anew each time it is called.
    """
    hidden = private(read)
    return (line for line in read() if not speaks_of(line, hidden))


def speaks_of(line: bytes, hidden: set[bytes]) -> bool:
    """Whether the subject or object of a line is one of these terms."""
    return bool(hidden) and not hidden.isdisjoint(line.split(b" ", 3)[:3:2])


def private(read: Callable[[], Iterable[bytes]]) -> set[bytes]:
    """The terms that `public` leaves out, as lines of N-Triples or N-Quads write them."""
    shown: dict[bytes, bool] = {}
    for line in read():
        if _ROLE in line:
            who, _, value = line.split(b" ", 3)[:3]
            shown[who] = shown.get(who, False) or value.startswith(b'"true"')
    hidden = {who for who, known in shown.items() if not known}
    if hidden:
        leading, resting = _links(read(), _LEADS), _links(read(), _RESTS)
        _spread(hidden, lambda: {start for start, end in leading if end in hidden})
        _spread(hidden, lambda: {end for start, end in resting if start in hidden}
                - {end for start, end in resting if start not in hidden})  # fmt: skip
    return hidden


def _spread(hidden: set[bytes], more: Callable[[], set[bytes]]) -> None:
    while not (found := more()) <= hidden:
        hidden |= found


def _links(lines: Iterable[bytes], predicates: tuple[bytes, ...]) -> list[tuple[bytes, bytes]]:
    parts = (line.split(b" ", 3) for line in lines if any(predicate in line for predicate in predicates))
    return [(part[0], part[2]) for part in parts]
