"""What pages are made of: sections of paragraphs, lists, tables, and charts with a table behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

type Kind = Literal["name", "text", "money", "score", "share", "number"]
type Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """``kind`` says how values are written: money in whole units, scores to four decimals, shares (0 to 1) as per
    cent; a name is in whatever script its author writes."""

    title: str
    kind: Kind = "text"

    @property
    def numeric(self) -> bool:
        return self.kind in ("money", "score", "share", "number")

    def written(self, value: Value) -> str:
        """The value as people read it; empty where there is none."""
        if value is None or isinstance(value, str):
            return value or ""
        if self.kind == "money":
            return f"{round(value):,}"
        if self.kind == "share":
            return f"{round(100 * value)} %"
        return f"{value + 0.0:.4f}" if self.kind == "score" else f"{round(value, 3) + 0.0:,g}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    weight: Literal["plain", "lead", "warning"] = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``sums`` counts rows at the end that add up others: they stay last when it is sorted."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    sums: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as inline SVG (safe markup), and the table it is drawn from."""

    svg: str
    caption: str
    table: Grid


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


type Block = Paragraph | Items | Grid | Figure | Heading


@dataclass(frozen=True, slots=True)
class Section:
    """``word`` is the part of the report, and the anchor of the section."""

    word: str
    title: str
    blocks: Sequence[Block]
