"""What a server is told when it starts."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one order to a worker may cost, and how workers answer.

    `timeout` in seconds, `most_rows` in rows or statements, `most_bytes` of a result, `memory` in bytes beyond the
    dataset. `everyone`: whether pages name people without a public role. `language`: id or en.
    """

    timeout: float = 30.0
    most_rows: int = 100_000
    most_bytes: int = 64_000_000
    memory: int = 2_000_000_000
    everyone: bool = False
    language: str = "id"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens, to whom it answers, and how many work for it."""

    place: Path
    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = ()
    cors: tuple[str, ...] = ()
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    most_waiting: int = 1000
    limits: Limits = Limits()
