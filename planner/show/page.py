"""The sheet everything is printed on: 80 columns wide at least, plain or in colour, Unicode or ASCII."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from planner.show.letters import plain

NARROWEST = 80
Side = Literal["left", "right"]
INDENT = 2
_PLAIN = "\x1b[0m"
_BLANKS = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
"""Blanks at the end of a line, in whatever colour."""


def _uncoloured(blanks: re.Match[str]) -> str:
    return _PLAIN if "\x1b" in blanks[0] else ""


class Page:
    """Collects lines; :meth:`text` gives them all. Names are never cut: what does not fit goes on in the next line."""

    def __init__(self, width: int = 100, *, ascii_only: bool = False, colour: bool = False) -> None:
        self.width = max(NARROWEST, width)
        self.ascii_only = ascii_only
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=self.width,
            force_terminal=colour,
            no_color=not colour,
            color_system="standard" if colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def spell(self, text: str) -> str:
        """The text as this page writes it."""
        return plain(text) if self.ascii_only else text

    def line(self, text: str | Text = "", style: str = "", indent: int = 0) -> None:
        """One paragraph, wrapped at words, its further lines indented like the first."""
        words = Text(self.spell(text), style) if isinstance(text, str) else text
        for each in words.wrap(self._console, self.width - indent) if words.plain else [words]:
            self._console.print(Text(" " * indent) + each, no_wrap=True, overflow="ignore", crop=False)

    def heading(self, text: str) -> None:
        self.line()
        self.line(text, "bold")

    def rows(
        self,
        rows: Sequence[Sequence[str | Text]],
        sides: Sequence[Side],
        *,
        head: Sequence[str] | None = None,
        folds: Sequence[int] = (0,),
    ) -> None:
        """A table without rules. ``sides`` aligns each column; only columns in ``folds`` may go on in a second line."""
        table = Table(box=None, padding=(0, 2, 0, 0), show_header=head is not None, header_style="dim", pad_edge=False)
        for position, side in enumerate(sides):
            table.add_column(
                self.spell(head[position]) if head else "",
                justify=side,
                no_wrap=position not in folds,
                overflow="fold",
            )
        for row in rows:
            table.add_row(*(Text(self.spell(cell)) if isinstance(cell, str) else cell for cell in row))
        indented = Table.grid(padding=0)
        indented.add_column(width=INDENT)
        indented.add_column()
        indented.add_row("", table)
        self._console.print(indented)

    def text(self) -> str:
        """All lines, without blanks at their ends."""
        return "\n".join(_BLANKS.sub(_uncoloured, line) for line in self._out.getvalue().splitlines()) + "\n"
