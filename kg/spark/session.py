"""A Spark session for one build: where it runs, how quiet it is, and what it must not say."""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from kg.outputs.problems import QuestionError
from kg.spark.failures import ENDED, last, reason, require

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.app.name": "kg build",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    # Days in Parquet files are read as days in UTC, whatever the machine's clock says.
    "spark.sql.session.timeZone": "UTC",
    # A row kept aside holds an article's whole graph: few are laid open at a time.
    "spark.sql.parquet.columnarReaderBatchSize": "64",
    "spark.sql.legacy.parquet.nanosAsLong": "true",
}


@contextmanager
def session(master: str | None, quiet: bool = True) -> Iterator[SparkSession]:
    """A session on this master; None means the one that spark-submit or the configuration names, else all local cores.

    If `quiet`, nothing that Java says is shown. Whatever Spark raises comes out as QuestionError in one line.
    """
    require()
    from py4j.protocol import Py4JError, Py4JNetworkError
    from pyspark.errors import PySparkException

    spark = None
    try:
        with _unsaid(quiet):
            spark = _started(master, quiet)
            yield spark
    except (Py4JNetworkError, ConnectionError) as error:
        raise QuestionError(ENDED) from error
    except (PySparkException, Py4JError) as error:
        raise QuestionError(f"Spark: {reason(error)}; `kg --debug build ...` shows all of it") from error
    finally:
        with suppress(Py4JError, ConnectionError):
            if spark:
                spark.stop()


@contextmanager
def _unsaid(quiet: bool) -> Iterator[None]:
    """Keeps what PySpark's Python half says of itself from standard error; Ctrl-C interrupts this process alone.

    PySpark's own answer to Ctrl-C talks to Java while a talk with Java is going on, which breaks both off.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # about pandas, which is not used here
        if quiet:
            logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)


def _started(master: str | None, quiet: bool) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    with _aside(quiet) as said:
        try:
            SparkContext._ensure_initialized()
        except Exception as error:
            raise QuestionError(f"Java did not start: {last(said) or error}; Spark needs Java 17 or later") from error
        # Only now does it know what spark-submit and the configuration files say.
        conf = _settled(SparkConf(), master)
        try:
            spark = SparkSession.builder.config(conf=conf).getOrCreate()
            if threading.current_thread() is threading.main_thread():
                signal.signal(signal.SIGINT, signal.default_int_handler)
            return spark
        except Exception as error:
            if "stopped SparkContext" not in str(error):
                raise
            where = conf.get("spark.master")
            raise QuestionError(f"no Spark master answers at {where}; check --master and that it runs") from error


def _settled(conf: SparkConf, master: str | None) -> SparkConf:
    """The settings as given, and ours where nothing is given."""
    if master:
        conf.setMaster(master)
    conf.setIfMissing("spark.master", "local[*]")
    for name, value in _SETTINGS.items():
        conf.setIfMissing(name, value)
    if (conf.get("spark.master") or "").startswith("local") and not conf.contains("spark.pyspark.python"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        conf.setIfMissing("spark.ui.enabled", "false")
    return conf


@contextmanager
def _aside(quiet: bool) -> Iterator[int]:
    """What Java says on standard error from its start on goes into a file that is gone with it, and whose number this is."""
    with tempfile.TemporaryFile() as aside:
        if not quiet:
            yield aside.fileno()
            return
        sys.stderr.flush()
        before = os.dup(2)
        os.dup2(aside.fileno(), 2)
        try:
            yield aside.fileno()
        finally:
            sys.stderr.flush()
            os.dup2(before, 2)
            os.close(before)
