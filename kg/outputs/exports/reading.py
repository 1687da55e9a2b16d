"""The statements of a build, read back line by line from what it wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.graph.vocabulary import DERIVED, REFERENCE, iri
from kg.outputs.dataset import nquads
from kg.outputs.problems import QuestionError
from kg.outputs.shards import GRAPH, SortedLines, graph_files
from kg.outputs.stored import picked, stored
from kg.records import Ref

_OURS = {"reference": REFERENCE, "derived": DERIVED}


def source(folder: Path, graphs: bool) -> Path:
    """The file of a build, or the folder with its shards, that an export is made from.

    QuestionError if there is none, or none that keeps graphs.
    """
    if (folder / "graph.nq").is_file():
        return folder / "graph.nq"
    if graph_files(folder / GRAPH):
        return folder / GRAPH
    if graphs:
        raise QuestionError(f"{folder}: no graph.nq there, so graphs are not known; run `kg build PATH -o {folder}`")
    if (folder / "graph.ttl").is_file():
        return folder / "graph.ttl"
    raise QuestionError(f"{folder}: no graph.nq or graph.ttl there; run `kg build PATH -o {folder}` first")


def reader(path: Path, by_graphs: bool = False) -> Callable[[], Iterator[bytes]]:
    """Gives the statements as sorted lines of N-Quads, anew each time; those of shards, on wish, graph by graph."""
    return SortedLines(path, place if by_graphs else None) if path.is_dir() else lambda: lines(path)


def place(line: bytes) -> tuple[bytes, bytes]:
    """Where a line of N-Quads stands, graph by graph."""
    return graph_of(line), subject_of(line)


def lines(path: Path) -> Iterator[bytes]:
    """The statements of a file as sorted lines of N-Quads. QuestionError if it is damaged."""
    if path.suffix == ".nq":
        with path.open("rb") as file:
            yield from file
        return
    try:
        yield from sorted(nquads(parse(path=str(path), format=RdfFormat.TURTLE)))
    except SyntaxError as error:
        raise QuestionError(f"{path}: damaged ({error.msg}); run `kg build` again") from error


def chosen(folder: Path, names: Iterable[str]) -> Callable[[bytes], bool]:
    """Tells of a line whether it stands in one of the graphs, named by an article's id, "reference" or "derived".

    Without names every line does. QuestionError for a name that no graph has.
    """
    graphs = {_OURS.get(name) or _article(folder, name) for name in names}
    # Only the end counts, since the base of the IRIs may be another one.
    ends = tuple(f"/{graph.kind}/{_key(graph)}> .\n".encode() for graph in graphs)
    return (lambda line: line.endswith(ends)) if ends else (lambda line: True)


def by_subject(ordered: Iterable[bytes], path: Path) -> Iterator[list[Quad]]:
    """The statements of each subject, or of each subject in each graph, as the lines are ordered."""
    for _, group in groupby(ordered, key=subject_of):
        text = b"".join(group)
        try:
            quads = list(parse(text, format=RdfFormat.N_QUADS))
        except SyntaxError as error:
            start = text[:80].decode("utf-8", "replace").strip()
            raise QuestionError(f"{path}: damaged near `{start}` ({error.msg}); run `kg build` again") from error
        yield quads


def subject_of(line: bytes) -> bytes:
    """The first term of a line of N-Quads."""
    return line.split(b" ", 1)[0]


def graph_of(line: bytes) -> bytes:
    """The last term of a line of N-Quads whose graphs all have names."""
    return line.rsplit(b" ", 2)[-2:][0]


def _article(folder: Path, name: str) -> Ref:
    articles = stored(folder)
    if get_close_matches(name, _OURS, 1, 0.8):
        raise QuestionError(f"no graph has the name {name!r}; did you mean {' or '.join(_OURS)}?")
    return Ref("article", picked(articles, name).key)


def _key(graph: Ref) -> str:
    return iri(graph).value.rsplit("/", 1)[-1]
