"""Imported by the fork server alone: loads the dataset before workers are forked, so that they share its memory."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread

from kg.asking.engine import find_dataset
from kg.serving.desk import warm
from kg.serving.held import held
from kg.serving.work import SERVED


def _load() -> None:
    # A worker that finds nothing loaded tries itself, and tells what is wrong. A store on disk is no thing to fork.
    with suppress(Exception):
        place = Path(os.environ[SERVED])
        if not find_dataset(place).is_dir():
            warm(held(place))


# In a thread that ends: the engine's random numbers belong to a thread, and workers forked from one that has begun with
# them would all draw the same (UUID() gave each worker's clients the same names).
_loading = Thread(target=_load)
_loading.start()
_loading.join()
