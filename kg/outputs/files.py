"""Files move into place together and only when all are written: an interrupted build leaves the last good output."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def check(folder: Path) -> None:
    """Makes the folder and raises OSError if it cannot be written: to be known before hours of reading, not after."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".kg-"):
        pass


def put(
    folder: Path, files: Mapping[str, Iterable[bytes] | Path], without: Iterable[str] = ()
) -> tuple[Path, ...]:
    """Writes files by name into a folder (made if need be) and returns their paths.

    All are written in full beside their place first; a path is a file that is written already and moves. A name may
    lie in a folder below. Files of the names in `without` go. OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".kg-") as waiting:
        ready = {name: _written(Path(waiting) / name, parts) for name, parts in files.items()}
        with _undisturbed():
            for name, path in ready.items():
                (folder / name).parent.mkdir(exist_ok=True)
                path.replace(folder / name)
            for name in without:
                _remove(folder / name, folder)
    return tuple(folder / name for name in files)


def _written(path: Path, parts: Iterable[bytes] | Path) -> Path:
    if isinstance(parts, Path):
        return parts
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())
    return path


def _remove(path: Path, folder: Path) -> None:
    path.unlink(missing_ok=True)
    if path.parent != folder and path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Holds Ctrl-C off while files move: half of them new and half old would be worse than either."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
