"""What can be wrong with Spark itself, in one line: what is missing, and what a failure comes down to."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

from kg.outputs.problems import QuestionError

_MISSING = "`--engine spark` needs PySpark 4, which is not installed; run: pip install 'bawaslu-kg[spark]'"
_NO_JAVA = "`--engine spark` needs Java 17 or later, which is not found; install it, or set JAVA_HOME to where it is"
_NO_PYTHON = "Cannot run program"
ENDED = (
    "Java was ended, perhaps for want of memory: give it more, as Spark's configuration says, or for a build on this machine"
    " with PYSPARK_SUBMIT_ARGS='--driver-memory 4g pyspark-shell'"
)
_JAVA = ("at ", "org.", "java.", "Caused by")


def require() -> None:
    """Raises QuestionError, with what mends it, unless PySpark and Java are there."""
    if find_spec("pyspark") is None:
        raise QuestionError(_MISSING)
    if "PYSPARK_GATEWAY_PORT" not in os.environ and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise QuestionError(_NO_JAVA)


def last(said: int) -> str:
    """The last line that Java said."""
    os.lseek(said, 0, os.SEEK_SET)
    lines = os.read(said, 1 << 20).decode(errors="replace").strip().splitlines()
    return lines[-1].strip() if lines else ""


def reason(error: Exception) -> str:
    """What a failure of Spark comes down to: the line of its cause that a user can act on."""
    whole = str(getattr(error, "java_exception", None) or error)
    lines = [line.strip() for line in whole.splitlines() if line.strip()]
    if any("No module named 'kg'" in line for line in lines):
        return "its workers have no `kg`; install bawaslu-kg[spark] on each node and set PYSPARK_PYTHON to its Python there"
    if unstarted := [line for line in lines if _NO_PYTHON in line]:
        return f"{unstarted[-1][unstarted[-1].index(_NO_PYTHON) :]}; set PYSPARK_PYTHON to a Python that each node has"
    python = [line for line in lines if line.split(":")[0].endswith(("Error", "Exception")) and not line.startswith(_JAVA)]
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    return ([*python[-1:], *causes[-1:], *lines[:1]] or [type(error).__name__])[0][:300]
