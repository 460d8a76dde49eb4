"""The sheet everything is printed on: 80 columns wide at least, plain or in colour, Unicode or ASCII."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len
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


def folded(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells, broken at spaces where there are any."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and cell_len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
            continue
        if lines[-1]:
            lines.append("")
        while cell_len(word) > width:
            cut = next((length for length in range(len(word), 1, -1) if cell_len(word[:length]) <= width), 1)
            lines[-1] = word[:cut]
            lines.append("")
            word = word[cut:]
        lines[-1] = word
    return lines


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

    def row(self, cells: Sequence[str], widths: Sequence[int], sides: Sequence[Side], style: str = "") -> None:
        """One line of cells, two blanks apart, each as wide as asked for; longer ones go on below their beginning."""
        folds = [folded(self.spell(cell), width) for cell, width in zip(cells, widths, strict=True)]
        for number in range(max(len(fold) for fold in folds)):
            parts = []
            for fold, width, side in zip(folds, widths, sides, strict=True):
                text = fold[number] if number < len(fold) else ""
                blanks = " " * (width - cell_len(text))
                parts.append(blanks + text if side == "right" else text + blanks)
            self.line(Text(" " * INDENT + "  ".join(parts), style))

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
