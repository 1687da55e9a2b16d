"""Reads a file with RDF libraries that others wrote: rdflib, pyoxigraph, Apache Jena (riot) and Raptor (rapper).

`PYTHONPATH=. python benchmarks/rdf_readers.py FOLDER` exports the build in FOLDER in every format and writes the table
of docs/exports.md: how many statements each reader finds, and whether they are the same.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import rdflib
from pyoxigraph import RdfFormat, parse

JARS = Path("/usr/share/java")
_JENA = ("arq", "base", "cmds", "core", "dboe-base", "dboe-index", "dboe-storage", "dboe-trans-data",
         "dboe-transaction", "iri", "rdfconnection", "shacl", "tdb", "tdb2")
_BESIDE = ("caffeine", "commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io", "commons-lang3",
           "commons-logging", "guava", "httpclient", "httpclient-cache", "httpcore", "jackson-annotations",
           "jackson-core", "jackson-databind", "jsonld-java", "slf4j-api", "slf4j-simple", "thrift")
# Debian moved Xerces' classes to another package and left its messages behind.
_LEFT_BEHIND = "org/apache/jena/ext/"
_RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
_SUFFIXES = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}


class Unread(Exception):
    """What a reader said when it could not read a file."""


def by_pyoxigraph(path: Path, form: str) -> set[str]:
    """The statements of a file, each as a line of N-Quads."""
    engines = {"turtle": "TURTLE", "trig": "TRIG", "nquads": "N_QUADS", "ntriples": "N_TRIPLES", "jsonld": "JSON_LD",
               "rdfxml": "RDF_XML"}  # fmt: skip
    try:
        return {str(quad) for quad in parse(path=str(path), format=getattr(RdfFormat, engines[form]))}
    except SyntaxError as error:
        raise Unread(str(error)) from error


def by_rdflib(path: Path, form: str) -> set[str]:
    """The same by rdflib's own parsers."""
    found = rdflib.Dataset()
    try:
        found.parse(path, format=_RDFLIB[form])
    except Exception as error:
        raise Unread(str(error)) from error
    return _lines(found.serialize(format="nquads").encode())


def by_jena(path: Path, form: str) -> set[str]:
    """The same by Jena's riot; JSON-LD by its reader for 1.0, since Debian has not all jars of the other."""
    syntax = "jsonld10" if form == "jsonld" else form
    with jena_classes() as classes:
        return _said(["java", "-cp", classes, "riotcmd.riot", "--strict", f"--syntax={syntax}", "--output=nquads", str(path)])


def by_raptor(path: Path, form: str) -> set[str]:
    """The same by Raptor's rapper, which has no JSON-LD."""
    return _said(["rapper", "-q", "-i", form, "-o", "nquads", str(path)])


READERS: dict[str, Callable[[Path, str], set[str]]] = {
    "pyoxigraph": by_pyoxigraph, "rdflib": by_rdflib, "Jena": by_jena, "Raptor": by_raptor,
}  # fmt: skip


@contextmanager
def jena_classes() -> Iterator[str]:
    """The class path of Debian's Jena with what its package lacks, for `java -cp`."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(_LEFT_BEHIND) and name.endswith(".properties"):
                target = Path(folder, name.removeprefix(_LEFT_BEHIND))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
        names = (*(f"jena-{name}" for name in _JENA), *_BESIDE)
        yield ":".join((folder, *(str(JARS / f"{name}.jar") for name in names)))


def _said(command: list[str]) -> set[str]:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode or b"rror" in done.stderr or b"ERROR" in done.stderr:
        raise Unread(done.stderr.decode("utf-8", "replace"))
    return _lines(done.stdout)


def _lines(nquads: bytes) -> set[str]:
    return {str(quad) for quad in parse(nquads, format=RdfFormat.N_QUADS)}


def main(folder: str) -> None:
    """Prints the tables of docs/exports.md for a build."""
    for evidence in ("claims", "rdf12"):
        print(f"\n`--evidence {evidence}`\n\n| format | {' | '.join(_versions())} |\n|---|{'---:|' * len(READERS)}")
        for form, suffix in _SUFFIXES.items():
            with tempfile.TemporaryDirectory() as place:
                path = Path(place, f"graph.{suffix}")
                done = subprocess.run([sys.executable, "-m", "kg.cli", "export", "-d", folder, "-o", str(path), "--evidence",
                                       evidence], capture_output=True, check=False)  # fmt: skip
                cells = [_cell(reader, path, form) for reader in READERS] if done.returncode == 0 else ["not written"] * 4
            print(f"| {form} (.{suffix}) | {' | '.join(cells)} |")


def _cell(reader: str, path: Path, form: str) -> str:
    if (reader, form) == ("Raptor", "jsonld"):
        return "no such reader"
    try:
        found = READERS[reader](path, form)
    except Unread:
        return "error"
    return f"{len(found):,}" + ("" if found == by_pyoxigraph(path, form) else " (others)")


def _versions() -> list[str]:
    with jena_classes() as classes:
        told = subprocess.run(["java", "-cp", classes, "riotcmd.riot", "--version"], capture_output=True, text=True, check=True)
    jena = re.search(r"VERSION: (\S+)", told.stdout)
    raptor = subprocess.run(["rapper", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return [f"pyoxigraph {version('pyoxigraph')}", f"rdflib {version('rdflib')}", f"Jena {jena[1] if jena else '?'}",
            f"Raptor {raptor}"]  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
