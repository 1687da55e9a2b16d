"""Imported by the fork server alone: loads the dataset before workers are forked, so that they share its memory."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kg.serving.desk import warm
from kg.serving.held import held
from kg.serving.work import SERVED

# A worker that finds nothing loaded tries itself, and tells what is wrong.
with suppress(Exception):
    warm(held(Path(os.environ[SERVED])))
