"""The sheet everything is printed on: 80 columns wide at least, plain or in colour, Unicode or ASCII."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from planner.show.letters import plain

NARROWEST = 80
Side = Literal["left", "right"]
INDENT = 2
_MARK = r"\[(?:secret|partners)\]"
"""What is not for everybody stands out."""
_PLAIN = "\x1b[0m"
_BLANKS = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
"""Blanks at the end of a line, in whatever colour."""


def _uncoloured(blanks: re.Match[str]) -> str:
    return _PLAIN if "\x1b" in blanks[0] else ""


def folded(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells, broken at spaces where there are any; all keep its indent."""
    lines = [""]
    bare = text.lstrip(" ")
    indent, width = " " * (len(text) - len(bare)), width - len(text) + len(bare)
    for word in bare.split(" "):
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
    return [indent + line for line in lines]


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
        words.highlight_regex(_MARK, "red")
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

    def rows(self, rows: Sequence[Sequence[str]], sides: Sequence[Side], head: Sequence[str] | None = None) -> None:
        """A table without rules, each column as wide as it must be; the first gives way on a page too narrow."""
        lines = [*([head] if head else []), *rows]
        widths = [max(cell_len(self.spell(line[column])) for line in lines) for column in range(len(sides))]
        widths[0] = min(widths[0], self.width - INDENT - sum(width + 2 for width in widths[1:]))
        for line in lines:
            self.row(line, widths, sides, "dim" if line is head else "")

    def text(self) -> str:
        """All lines, without blanks at their ends."""
        return "\n".join(_BLANKS.sub(_uncoloured, line) for line in self._out.getvalue().splitlines()) + "\n"
