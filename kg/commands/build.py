"""`kg build`: articles in, the graph and what goes with it out."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.common import EPILOG, counted, tell


@click.command(short_help="Read articles and write the graph.", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", "folder", default="output", show_default=True, metavar="DIR", help="Where to write.",
              type=click.Path(file_okay=False))  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N",
              help="How many processes read. Default: one for few articles, else one for each processor.")  # fmt: skip
@click.option("--fresh", is_flag=True, help="Read all again, also what the last build has read.")
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True,
              help="What does the work.")  # fmt: skip
@click.option("--master", metavar="URL", help="With Spark: where it runs. Default: as it is configured, else local[*].")
@click.pass_context
def build(
    ctx: click.Context, paths: tuple[str, ...], folder: str, jobs: int | None, fresh: bool, engine: str, master: str | None
) -> None:
    """Read articles and write graph.ttl, graph.nq, network.html, articles.jsonl and report.json.

    A PATH is a .txt, .md, .html, .json, .jsonl, .parquet, .warc or .warc.gz file, a folder, a glob, or - for standard input.
    Parquet (one row an article, columns as the fields of JSON) needs pip install 'bawaslu-kg[parquet]'. Of a
    crawl (WARC) only Indonesian pages that name an election body are read; this needs pip install 'bawaslu-kg[warc]'. What an earlier build
    into DIR has read is not read again; an interrupted one goes on where it stood.

    With --engine spark (pip install 'bawaslu-kg[spark]', Java 17 or later), PATH and DIR are any paths that Hadoop knows
    (hdfs:, s3a:, file: ...), .jsonl.gz is read too, crawls are not, and DIR gets graph/*.nq.gz and report.json. On a cluster
    bawaslu-kg[spark] is installed on each node, and PYSPARK_PYTHON names its Python there.

    \b
    Examples:
      kg build seeds -o output
      kg build 'news/2024-*.html' archive.jsonl archive.parquet -o out --jobs 4
      kg build crawl.warc.gz -o out
      cat article.txt | kg build - -o out
      kg build 'hdfs:///news/*.parquet' -o hdfs:///graph --engine spark --master spark://HOST:7077
    """
    if engine == "spark":
        if jobs or fresh:
            raise click.UsageError("--jobs and --fresh are for the local engine; Spark reads all, with as many as --master says")
        _on_spark(paths, folder, master, quiet=not ctx.find_root().params.get("debug"))
    elif master:
        raise click.UsageError("--master is for Spark; add --engine spark")
    else:
        _here(paths, Path(folder), jobs, fresh)


def _on_spark(paths: tuple[str, ...], folder: str, master: str | None, quiet: bool) -> None:
    from kg.spark.building import build as built

    done, problems = built(paths, folder, master, quiet, lambda step: click.echo(step, err=True))
    read = f"{counted(done, 'article')} read"
    click.echo(f"{read} into {folder}" if done else f"{read}; {folder} is left as it was", err=True)
    tell(problems)


def _here(paths: tuple[str, ...], folder: Path, jobs: int | None, fresh: bool) -> None:
    from kg.outputs.problems import QuestionError
    from kg.outputs.shards import written_by_spark
    from kg.pipeline import build as built
    from kg.progress import Progress

    if written_by_spark(folder):
        raise QuestionError(f"{folder}: holds a build by Spark; choose another folder with -o")
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
