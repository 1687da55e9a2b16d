"""`kg query`: questions to a graph that was built."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.common import EPILOG

if TYPE_CHECKING:
    from kg.asking.questions import Question
    from kg.asking.sources import Source

_PIPED = 120


class Asking(click.Command):
    """A command that takes, besides its own options, those of the named question it is given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Finds the question's name among the arguments and adds its parameters as options before all are read."""
        ctx.meta["question"] = found = _named(args)
        if found:
            own = {name for option in self.params for name in option.opts}
            ctx.command = click.Command(
                self.name, params=[*self.params, *(o for o in _options(found) if not own & set(o.opts))],
                callback=self.callback, help=_help(found), epilog=EPILOG,
            )  # fmt: skip
            return click.Command.parse_args(ctx.command, ctx, args)
        return super().parse_args(ctx, args)


@click.command(cls=Asking, short_help="Put a question to the graph.", epilog=EPILOG)
@click.argument("question", required=False, metavar="NAME|FILE|-|SPARQL")
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path), help="A build's folder or an RDF file.")  # fmt: skip
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead.")
@click.option("--user", metavar="NAME", help="For the endpoint; the password comes from KG_PASSWORD.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "md", "ttl"]),
              help="Default: table; CONSTRUCT: ttl.")  # fmt: skip
@click.option("--wide", is_flag=True, help="Leave no column out of a table.")
@click.option("--show", is_flag=True, help="Print the SPARQL that would be asked, and ask nothing.")
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
@click.pass_context
def query(
    ctx: click.Context, /, question: str | None, place: Path, endpoint: str | None, user: str | None,
    form: str | None, wide: bool, show: bool, listing: bool, **given: str | None,
) -> None:  # fmt: skip
    """Put a question to the graph: a named one, a file, standard input, or SPARQL. Only reads, and stays offline.

    Prefixes of the vocabulary (bw:, org:, schema:, ...) need no declaration. A named question has options of its own:
    see `kg query NAME --help`.

    \b
    Examples:
      kg query --list
      kg query partners --of "Bawaslu Gresik" --since 2024-06
      kg query coordination --format csv
      kg query my-question.rq -d out
      kg query 'SELECT ?name WHERE { ?b a bw:OversightBody ; rdfs:label ?name }'
      kg query theme-ranking --endpoint http://127.0.0.1:8765/sparql
    """
    if listing:
        click.echo(_listing(), nl=False)
        return
    if question is None:
        raise click.UsageError("ask something: a name from `kg query --list`, a file, - or SPARQL")
    from kg.asking import answers
    from kg.asking.sources import Endpoint, Local

    auth = (user, os.environ.get("KG_PASSWORD", "")) if user else None
    source: Source = Endpoint(endpoint, auth) if endpoint else Local(place, lambda told: click.echo(told, err=True))
    text = _text(source, question, ctx.meta["question"], {k.replace("_", "-"): v for k, v in given.items() if v})
    if show:
        click.echo(text.rstrip())
        return
    _note_unknown(text)
    click.echo(answers.write(source.ask(text), form or "table", _width(), wide), nl=False)


def _text(source: Source, asked: str, question: Question | None, given: dict[str, str]) -> str:
    from kg.asking.questions import query_text
    from kg.asking.sources import filled
    from kg.outputs.problems import Misused

    if question is not None and question.name == asked:
        try:
            text, told = filled(source, question, given)
        except Misused as error:
            raise click.UsageError(str(error)) from error
        for line in told:
            click.echo(line, err=True)
        return text
    return sys.stdin.read() if asked == "-" else query_text(asked)


def _note_unknown(text: str) -> None:
    from kg.asking.checking import checked
    from kg.asking.known import unknown

    for line in unknown(checked(text).names):
        click.echo(f"note: {line}", err=True)


def _named(args: list[str]) -> Question | None:
    from kg.asking.questions import named

    return next((found for arg in args if (found := named(arg))), None)


def _options(question: Question) -> list[click.Option]:
    def told(about: str, default: str | None, required: bool) -> str:
        return about + (" Needed." if required else f" Default: {default}." if default else "")

    return [
        click.Option([f"--{one.name}"], metavar=one.kind.upper(), help=told(_sentence(one.about), one.default, one.required))
        for one in question.parameters
    ]


def _help(question: Question) -> str:
    lines = [line for line in reversed(question.asks) if line] or [_sentence(question.about)]
    example = f"\n\n\b\nExample:\n  kg query {question.name} {question.example}".rstrip()
    return "\n\n".join(lines) + example


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""


def _width() -> int:
    return max(40, shutil.get_terminal_size((_PIPED, 24)).columns) if sys.stdout.isatty() else _PIPED


def _listing() -> str:
    from kg.asking.questions import questions

    known = questions()
    width = max((len(question.name) for question in known), default=0)
    lines: list[str] = []
    for one in known:
        lines.append(f"{one.name.ljust(width)}  {one.about}")
        options = "".join(f" --{p.name}" if p.required else f" [--{p.name}]" for p in one.parameters)
        lines += [f"{' ' * width}   {options.strip()}"] if options else []
    return "\n".join(lines) + "\n"


