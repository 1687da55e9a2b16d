"""`kg build`: articles in, the graph and what goes with it out."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.common import EPILOG, counted, tell


@click.command(short_help="Read articles and write the graph.", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", "folder", default="output", show_default=True, metavar="DIR", help="Where to write.",
              type=click.Path(path_type=Path, file_okay=False))  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N",
              help="How many processes read. Default: one for few articles, else one for each processor.")  # fmt: skip
def build(paths: tuple[str, ...], folder: Path, jobs: int | None) -> None:
    """Read articles and write graph.ttl, graph.nq, network.html, articles.jsonl and report.json.

    A PATH is a .txt, .md, .html, .json or .jsonl file, a folder, a glob, or - for standard input.

    \b
    Examples:
      kg build seeds -o output
      kg build 'news/2024-*.html' archive.jsonl -o out --jobs 4
      cat article.txt | kg build - -o out
    """
    from kg.pipeline import build as built
    from kg.progress import Progress

    with Progress() as shown:
        outcome = built(paths, folder, jobs, shown)
    read = f"{counted(outcome.articles, 'article')} read"
    click.echo(f"{read} into {folder}" if outcome.files else f"{read}; {folder} is left as it was", err=True)
    tell(outcome.problems)
