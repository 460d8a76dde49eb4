"""A group of commands, each in the file of its name, imported when it is used."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from planner.cli.ending import Session, ended
from planner.cli.streams import prepare


class LazyGroup(click.Group):
    """``sections`` maps a heading of the help page to its commands, each with its one line of help; ``prefix`` is what
    the names of their files begin with."""

    def __init__(self, *args: Any, sections: Mapping[str, Mapping[str, str]], prefix: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.sections = sections
        self.prefix = prefix

    def list_commands(self, context: click.Context) -> list[str]:
        return [name for section in self.sections.values() for name in section]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        command: click.Command = import_module(f"planner.cli.{self.prefix}{name}").command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.list_commands(context) and not name.startswith("-"):
            from planner.options import did_you_mean

            context.fail(f'There is no command "{name}". {did_you_mean(name, self.list_commands(context))}'.rstrip())
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, section in self.sections.items():
            with formatter.section(heading):
                formatter.write_dl(list(section.items()), col_max=14)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run a command and exit with one of the codes of ``planner.errors.Exit``."""
        prepare()
        session = Session()
        extra |= {"standalone_mode": False, "obj": session}
        if os.environ.get("NO_COLOR"):
            extra["color"] = False
        sys.exit(ended(lambda: super(LazyGroup, self).main(args, prog_name, **extra), session))
