"""A load: compares, then sends and removes graphs in small batches, so that it can stop anywhere and be taken up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from kg.loading import journal, plan
from kg.loading.graphs import Graph, base_of
from kg.loading.parting import parts
from kg.loading.stores import Asked, Writer
from kg.outputs.problems import QuestionError

# What is sent again after a load was killed is at most this much; a batch costs two small requests more.
_BATCH = 20
# The journal is written anew when it holds this many entries a graph: two are usual after the first load.
_ENTRIES = 6


@dataclass(slots=True)
class Load:
    """One load into one store. `keep` removes nothing, `fresh` sends everything, whatever the store says it holds."""

    graphs: Mapping[str, Graph]
    writer: Writer
    asked: Asked
    union: bool = False
    keep: bool = False
    fresh: bool = False
    tell: Callable[[int, int], None] = lambda done, of: None
    sent: int = field(default=0, init=False)

    @property
    def journal_name(self) -> str:
        return f"{base_of(self.graphs)}graph/loaded"

    def compare(self) -> tuple[plan.Plan, journal.Journal]:
        """What is to be done. Asks the store and changes nothing. QuestionError if it cannot be asked."""
        held = self.asked.journal(self.journal_name)
        if self.fresh:
            held = replace(held, held={**held.held, **dict.fromkeys(held.held.keys() & self.graphs.keys())})
        counts = self.asked.counts(plan.claimed(self.graphs, held))
        ours = None if self.union or self.keep else f"{base_of(self.graphs)}article/"
        return plan.made(self.graphs, held, counts, ours), held

    def run(self, todo: plan.Plan, held: journal.Journal) -> None:
        """Does it. QuestionError when the store refuses; what was sent until then counts as done next time."""
        digests = {name: self.graphs[name].digest for name, _ in todo.puts} | dict.fromkeys(todo.drops, journal.GONE)
        for names in parts(list(digests), _BATCH):
            self._batch({name: digests[name] for name in names}, held.number, len(digests))
        if held.entries + 2 * len(digests) > _ENTRIES * len(self.graphs):
            self._shorten(held, digests)

    def _batch(self, digests: Mapping[str, str], number: int, of: int) -> None:
        taken: dict[str, str] = {}
        self.writer.add(self.journal_name, journal.begun(number, digests))
        try:
            for name, digest in digests.items():
                self._send(name, digest)
                taken[name] = digest
                self.sent += 1
                self.tell(self.sent, of)
        except BaseException:
            # What can be noted is not sent again; if even that fails, the first failure is the one to tell.
            with suppress(QuestionError):
                self.writer.add(self.journal_name, journal.done(number, taken))
            raise
        self.writer.add(self.journal_name, journal.done(number, taken))

    def _send(self, name: str, digest: str) -> None:
        if digest == journal.GONE:
            self.writer.drop(name)
        else:
            self.writer.put(name, self.graphs[name].lines)

    def _shorten(self, held: journal.Journal, digests: Mapping[str, str]) -> None:
        """Leaves one entry a graph. What is not settled has none and is sent again should it ever come back."""
        now = {**held.held, **digests}
        settled = {name: digest for name, digest in now.items() if digest and digest != journal.GONE}
        self.writer.put(self.journal_name, journal.done(held.number, settled))
