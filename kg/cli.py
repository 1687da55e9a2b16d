"""The commands. No logic: data on standard output, messages on standard error, and the exit code says how it went."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import __version__

if TYPE_CHECKING:
    from rich.progress import Progress

PARTIAL = 3
_FOLDER = click.Path(path_type=Path, file_okay=False)
_PLACE = click.Path(path_type=Path)
_option = partial(click.option, show_default=True)
_EPILOG = """\b
Exit codes: 0 all read, 1 failure, 2 wrong usage, 3 some articles could not be read, 4 validation failed."""


class Careful(click.Group):
    """A group that tells any failure in one line, unless --debug asks for all of it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise click.ClickException(told(error)) from error


def told(error: Exception) -> str:
    """An error in one line: what, where, how to mend."""
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename}: no permission; choose another folder with -o/-d or change its rights"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror or error}; check the path"
    if type(error).__name__ in ("QuestionError", "GoldError", "MissingExtra"):
        return " ".join(str(error).split())
    return " ".join(f"{type(error).__name__}: {error}; run again with `kg --debug ...` and report it".split())


@click.group(cls=Careful, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(__version__, prog_name="kg")
@click.option("--debug", is_flag=True, help="Show the traceback of a failure.")
def main(debug: bool) -> None:
    """Read Indonesian news about Bawaslu into a knowledge graph in which every statement shows its words.

    \b
    Examples:
      kg build seeds -o output          read a folder of articles
      kg query coordination             who is in contact with whom
      kg explain seeds/000.txt          what was read in each sentence, and why
    """


@main.command(short_help="Read articles and write the graph.", epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_option("-o", "--output", "folder", default="output", metavar="DIR", type=_FOLDER, help="Where to write.")
@_option("--jobs", type=click.IntRange(min=1), default=1, help="How many processes read articles.")
def build(paths: tuple[str, ...], folder: Path, jobs: int) -> None:
    """Read articles and write graph.ttl, graph.nq, network.html, articles.jsonl and report.json.

    A PATH is a .txt, .md, .html, .json or .jsonl file, a folder, a glob, or - for standard input.

    \b
    Examples:
      kg build seeds -o output
      kg build 'news/2024-*.html' archive.jsonl -o out --jobs 4
      cat article.txt | kg build - -o out
    """
    from kg.pipeline import build as built

    with _Progress() as shown:
        outcome = built(paths, folder, jobs, shown)
    for problem in outcome.problems:
        click.echo(f"{'error' if problem.lost else 'note'}: {problem}", err=True)
    click.echo(f"{outcome.articles} {'article' if outcome.articles == 1 else 'articles'} read into {folder}", err=True)
    if any(problem.lost for problem in outcome.problems):
        raise click.exceptions.Exit(PARTIAL)


@main.command(short_help="Put a question to the graph.", epilog=_EPILOG)
@click.argument("question", required=False, metavar="NAME|FILE|-|SPARQL")
@_option("-d", "--data", "place", default="output", metavar="DIR", type=_PLACE, help="A build's folder or an RDF file.")
@_option("--format", "form", type=click.Choice(["table", "csv", "json", "ttl"]), help="Default: table; CONSTRUCT: ttl.")
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
def query(question: str | None, place: Path, form: str | None, listing: bool) -> None:
    """Put a question to the graph: a named one, a file, standard input, or SPARQL. Only reads, and stays offline.

    Prefixes of the vocabulary (bw:, org:, schema:, ...) need no declaration.

    \b
    Examples:
      kg query --list
      kg query coordination --format csv
      kg query my-question.rq -d out
      kg query 'SELECT ?name WHERE { ?b a bw:OversightBody ; rdfs:label ?name }'
    """
    if listing:
        click.echo(_listing(), nl=False)
        return
    if question is None:
        raise click.UsageError("ask something: a name from `kg query --list`, a file, - or SPARQL")
    from kg.outputs import answers
    from kg.outputs.query import ask, find_dataset
    from kg.outputs.questions import query_text

    text = sys.stdin.read() if question == "-" else query_text(question)
    click.echo(answers.write(ask(find_dataset(place), text), form or "table"), nl=False)


@main.command(short_help="Show what was read, and why.", epilog=_EPILOG)
@click.argument("path", metavar="FILE|-")
def explain(path: str) -> None:
    """Show sentence by sentence what was read, by which rule, and what was considered and rejected.

    \b
    Examples:
      kg explain article.txt
      cat article.txt | kg explain -
    """
    from kg.explain import explain as explained

    for line in explained([path]):
        click.echo(line)


@main.command("eval", short_help="Score what is read against annotations.", epilog=_EPILOG)
@click.argument("folders", nargs=-1, required=True, metavar="GOLD_DIR...", type=_FOLDER)
@_option("--dataset", metavar="FILE", type=_PLACE, help="An N-Quads or TriG file. Default: read the texts.")
@_option("--errors", is_flag=True, help="List what is wrong and what is missed.")
@_option("--only", multiple=True, metavar="ID", help="Only this document; may be repeated.")
@_option("--floors", metavar="FILE", type=_PLACE, help="Fail below the floors in this file.")
@_option("--write-floors", "raising", is_flag=True, help="Raise the floors in that file to what is reached.")
@_option("--allow-lower", "lowering", is_flag=True, help="With --write-floors: lower them, too.")
@_option("--json", "as_json", is_flag=True, help="Print JSON instead of the table.")
def evaluate(folders: tuple[Path, ...], dataset: Path | None, errors: bool, only: tuple[str, ...],
             floors: Path | None, raising: bool, lowering: bool, as_json: bool) -> None:
    """Score a dataset, or what is read in the texts beside them, against folders of annotations.

    \b
    Examples:
      kg eval tests/gold/dev tests/gold/seeds
      kg eval tests/gold/dev --only java-05 --errors
      kg eval tests/gold/dev --floors tests/gold/floors.toml
    """
    if (floors and only) or (raising and not floors):
        raise click.UsageError("--floors needs all documents; --write-floors needs --floors FILE")
    from kg.evaluation import report, run

    found = run.evaluate(folders, dataset, only)
    lines = [report.as_json(found.scores())] if as_json else [*report.table(found.scores())]
    for line in (*lines, *(report.errors(found.results) if errors else ())):
        click.echo(line)
    for change in run.write_floors(found, floors, lowering) if floors and raising else ():
        click.echo(f"floor {'lowered' if change.lowers else 'raised'}: {change}", err=True)
    if floors and (low := found.broken(floors)):
        raise click.ClickException("below the floor: " + "; ".join(low))


def _listing() -> str:
    from kg.outputs.questions import questions

    known = questions()
    width = max((len(question.name) for question in known), default=0)
    return "".join(f"{question.name.ljust(width)}  {question.about}\n" for question in known)


class _Progress(AbstractContextManager["_Progress"]):
    """A bar on standard error while articles are read, only where a person sees it."""

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._task: Any = None

    def __enter__(self) -> _Progress:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("reading", total=None)
            self._bar.start()
        return self

    def __exit__(self, *exc: object) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """Called by the pipeline after each article."""
        if self._bar:
            self._bar.update(self._task, completed=done, total=total)


if __name__ == "__main__":
    main()
