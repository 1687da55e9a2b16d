"""The entry point. No logic: data on standard output, messages on standard error, exit codes as --help says."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from kg import __version__
from kg.commands.common import EPILOG, INTERRUPTED

# Where each command stands; only the one that is called is imported.
_COMMANDS = {
    "build": "kg.commands.build:build",
    "check": "kg.commands.check:check",
    "eval": "kg.commands.evaluate:evaluate",
    "export": "kg.commands.export:export",
    "explain": "kg.commands.explain:explain",
    "load": "kg.commands.load:load",
    "query": "kg.commands.query:query",
    "serve": "kg.commands.serve:serve",
    "view": "kg.commands.view:view",
}

# By name: importing their modules would make every command slow to start.
_TOLD_BY_THEMSELVES = frozenset({"QuestionError", "Refused", "GoldError", "MissingExtra"})


class Careful(click.Group):
    """A group that tells any failure in one line, unless --debug asks for all of it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt as stop:
            click.echo(f"Interrupted: what was written before is as it was{stop}.", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise click.ClickException(told(error)) from error


def told(error: Exception) -> str:
    """An error in one line: what, where, how to mend. A mistake in a query is shown at its place, on three."""
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename}: no permission; choose another folder with -o/-d or change its rights"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror or error}; check the path"
    if type(error).__name__ == "Mistaken":
        return str(error)
    if type(error).__name__ in _TOLD_BY_THEMSELVES:
        return " ".join(str(error).split())
    return " ".join(f"{type(error).__name__}: {error}; run again with `kg --debug ...` and report it".split())


@click.group(cls=Careful, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(__version__, prog_name="kg")
@click.option("--debug", is_flag=True, help="Show the traceback of a failure.")
def main(debug: bool) -> None:
    """Read Indonesian news about Bawaslu into a knowledge graph in which every statement shows its words.

    \b
    Examples:
      kg build seeds -o output          read a folder of articles
      kg query coordination             who is in contact with whom
      kg explain seeds/000*.txt         what was read in each sentence, and why
    """


if __name__ == "__main__":
    main()
