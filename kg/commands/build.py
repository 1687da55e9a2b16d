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
@click.option("--fresh", is_flag=True, help="Read all again, also what the last build has read.")
def build(paths: tuple[str, ...], folder: Path, jobs: int | None, fresh: bool) -> None:
    """Read articles and write graph.ttl, graph.nq, network.html, articles.jsonl and report.json.

    A PATH is a .txt, .md, .html, .json, .jsonl, .warc or .warc.gz file, a folder, a glob, or - for standard input. Of a
    crawl (WARC) only Indonesian pages that name an election body are read; this needs pip install 'bawaslu-kg[warc]'. What an earlier build
    into DIR has read is not read again; an interrupted one goes on where it stood.

    \b
    Examples:
      kg build seeds -o output
      kg build 'news/2024-*.html' archive.jsonl -o out --jobs 4
      kg build crawl.warc.gz -o out
      cat article.txt | kg build - -o out
    """
    from kg.pipeline import build as built
    from kg.progress import Progress

    try:
        with Progress() as shown:
            outcome = built(paths, folder, jobs, shown, fresh)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("; run the same command again to go on") from None
    if outcome.renewed:
        click.echo("note: the rules are others than those of the last build, so all was read again", err=True)
    read = f"{counted(outcome.articles, 'article')} read"
    unchanged = f" ({outcome.kept} as before)" if outcome.kept else ""
    click.echo(f"{read} into {folder}{unchanged}" if outcome.files else f"{read}; {folder} is left as it was", err=True)
    tell(outcome.problems)
