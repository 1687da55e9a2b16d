"""What could not be read, said in one line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a source that the user should know: `lost` if an article could not be read, else a mere note.

    `message` says what is the matter, `hint` what to do; both are without line breaks.
    """

    source: str
    line: int | None
    message: str
    hint: str
    lost: bool

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return " ".join(f"{place}: {self.message}; {self.hint}".split())
