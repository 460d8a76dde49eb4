"""Words that a person asks a list for: told apart, completed, and where unknown, with the likely one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click


def words(name: str, known: Callable[[], Iterable[str]]) -> Callable[[Any], Any]:
    """An argument that takes any number of the words that ``known`` returns; the shell completes them."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
        return [word for word in known() if word.lower().startswith(incomplete.lower())]

    return click.argument(name, nargs=-1, metavar=f"[{name.upper()}]...", shell_complete=complete)


def wanted(given: Sequence[str], known: Iterable[str], what: str, listing: str) -> tuple[str, ...]:
    """The known words that were meant, capitals, spaces and hyphens aside; a usage error names what is unknown."""
    from planner.options import did_you_mean

    meant = {word.lower(): word for word in known}
    found = []
    for text in given:
        word = text.strip().lower().replace(" ", "_").replace("-", "_")
        if word not in meant:
            hint = did_you_mean(word, list(meant)) or f"{listing} lists all."
            raise click.UsageError(f'There is no {what} "{text}". {hint}')
        found.append(meant[word])
    return tuple(dict.fromkeys(found))
