"""Files on whatever Hadoop can reach (file:, hdfs:, s3a: ...), through the Java machine of a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder: `path` as Hadoop spells it, `uri` the same as an address, `size` in bytes."""

    path: str
    uri: str
    size: int
    is_folder: bool


class Files:
    """Lists, reads, writes and moves files. Paths without a scheme are on the default file system."""

    def __init__(self, spark: SparkSession) -> None:
        self._java: Any = spark.sparkContext._jvm
        self._conf: Any = spark.sparkContext._jsc.hadoopConfiguration()

    def qualified(self, path: str) -> str:
        """The path with its scheme."""
        return str(self._system(path).makeQualified(self._path(path)).toString())

    def look(self, path: str) -> Entry | None:
        """What is at a path, None if nothing is."""
        system, where = self._system(path), self._path(path)
        return self._entry(system.getFileStatus(where)) if system.exists(where) else None

    def matching(self, pattern: str) -> list[Entry]:
        """What fits a pattern, sorted."""
        found = self._system(pattern).globStatus(self._path(pattern)) or ()
        return sorted((self._entry(each) for each in found), key=lambda entry: entry.path)

    def below(self, folder: str) -> Iterator[Entry]:
        """The files in a folder and all folders in it, but for those whose names Hadoop takes as hidden; sorted."""
        listed = [self._entry(each) for each in self._system(folder).listStatus(self._path(folder))]
        for entry in sorted(listed, key=lambda entry: entry.path):
            if entry.path.rsplit("/", 1)[-1].startswith((".", "_")):
                continue
            if entry.is_folder:
                yield from self.below(entry.path)
            else:
                yield entry

    def start(self, path: str, size: int) -> bytes:
        """The first bytes of a file, at most so many."""
        stream = self._system(path).open(self._path(path))
        try:
            return bytes(stream.readNBytes(size))
        finally:
            stream.close()

    def make(self, folder: str) -> None:
        """Makes a folder and those above it."""
        self._system(folder).mkdirs(self._path(folder))

    def write(self, path: str, content: bytes) -> None:
        """Writes a file."""
        stream = self._system(path).create(self._path(path), True)
        try:
            stream.write(bytearray(content))
        finally:
            stream.close()

    def move(self, path: str, to: str) -> None:
        """Moves a file or folder to a place that is free. OSError if that fails."""
        if not self._system(path).rename(self._path(path), self._path(to)):
            raise OSError(5, "could not be moved into place; build again", to)

    def remove(self, path: str) -> None:
        """Removes a file or folder if it is there."""
        self._system(path).delete(self._path(path), True)

    def _path(self, path: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path(path)

    def _system(self, path: str) -> Any:
        return self._path(path).getFileSystem(self._conf)

    def _entry(self, status: Any) -> Entry:
        path = status.getPath().toString()
        # Made from the path anew, as Spark does: file:/ here, not file:///.
        return Entry(path, self._path(path).toUri().toString(), status.getLen(), status.isDirectory())
