"""Options that every command shares, and those that plan.toml and ``PLAN_*`` may set."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click
from click.core import ParameterSource

from planner.cli.ending import Session
from planner.cli.streams import prepare, say
from planner.options import SETTINGS, Setting, Unusable, misspelt
from planner.plan_toml import read_settings

type Run = Callable[..., Any]
type Format = Literal["text", "json", "csv"]
SAVED = "planner.settings"


@dataclass(frozen=True, slots=True)
class Manners:
    """How a command shall behave. ``out`` is where to write (None: standard output; ``-`` likewise)."""

    quiet: bool = False
    verbose: bool = False
    ascii: bool = False
    format: Format = "text"
    out: str | None = None
    force: bool = False

    @property
    def form(self) -> Format:
        """The form of the result: ``format``, or what the ending of ``out`` asks for where that was left as text."""
        if self.format == "text" and self.out is not None:
            suffix = Path(self.out).suffix.lower()
            return "csv" if suffix == ".csv" else "json" if suffix == ".json" else "text"
        return self.format

    def note(self, text: str, **style: bool | str) -> None:
        """Tell something by the way, on standard error, unless asked to be quiet."""
        if not self.quiet:
            say(text, **style)


class Value(click.ParamType[Any]):
    """A value as ``planner.options`` reads it."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.name = setting.metavar or setting.name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self.setting.parse(value)
        except Unusable as error:
            message = f'expected {error.expected}, found "{value}". {error.hint}'
            raise click.BadParameter(message.rstrip(), ctx, param) from None

    def split_envvar_value(self, rv: str) -> list[str]:
        """Several values in one variable stand apart by spaces or commas."""
        return [part for part in re.split(r"[\s,]+", rv) if part]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        words = self.setting.choices
        if self.setting.name == "without":
            from models.rules import RULES

            words = tuple(rule.name for rule in RULES)
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]


class Option(click.Option):
    """An option that plan.toml may set: it goes before the default and after flags and variables."""

    def consume_value(self, ctx: click.Context, opts: Mapping[str, Any]) -> tuple[Any, ParameterSource]:
        value, source = super().consume_value(ctx, opts)
        name = (self.name or "").replace("_", "-")
        if source is not ParameterSource.DEFAULT or ctx.resilient_parsing:
            return value, source
        if SAVED not in ctx.meta:
            ctx.meta[SAVED] = read_settings(Path())
        if name not in ctx.meta[SAVED]:
            return value, source
        return ctx.meta[SAVED][name], ParameterSource.DEFAULT_MAP


def setting(name: str, *letters: str, default: Any = None, shown: str = "") -> Callable[[Run], Run]:
    """The option of a row of ``SETTINGS``; ``shown`` is its default in words, ``letters`` its short forms."""
    row = SETTINGS[name]
    meaning = f"{row.meaning}  [default: {shown}]" if shown else row.meaning
    common: dict[str, Any] = {"cls": Option, "envvar": row.variable, "help": meaning}
    if row.flag:
        return click.option(f"--{name}", *letters, is_flag=True, default=bool(default), **common)
    metavar = row.metavar or "|".join(row.choices)
    return click.option(
        f"--{name}", *letters, type=Value(row), multiple=row.many, default=default, metavar=metavar, **common
    )


def with_manners(*, writes: str = "Write the result here instead of standard output.") -> Callable[[Run], Run]:
    """Give a command the options all share, as its argument ``manners``; ``writes`` is the help of ``--out``."""

    def decorate(run: Run) -> Run:
        @functools.wraps(run)
        def wrapped(*args: Any, **given: Any) -> Any:
            manners = Manners(**{name: given.pop(name) for name in Manners.__slots__})
            if manners.ascii:
                prepare(ascii_only=True)
            for sentence in misspelt(os.environ):
                manners.note(sentence)
            if isinstance(session := click.get_current_context().obj, Session):
                session.verbose = manners.verbose
                session.format = manners.format
            return run(*args, manners=manners, **given)

        options = (
            click.option("--out", "-o", metavar="FILE", help=writes),
            click.option("--force", is_flag=True, help="Let --out replace a file that exists."),
            setting("format", default="text", shown="text"),
            setting("ascii"),
            setting("quiet", "-q"),
            setting("verbose", "-v"),
        )
        command: Run = wrapped
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def reading(source: str, undone: str, *, verbose: bool = False) -> None:
    """Say which instance is read, and what does not happen if it is faulty: ``nothing was solved``."""
    if isinstance(session := click.get_current_context().obj, Session):
        session.verbose |= verbose
        session.undone = undone
        session.source = "Standard input" if source == "-" else Path(source).name
