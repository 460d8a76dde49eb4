"""Charts as inline SVG by matplotlib, in colours that the page decides: light, dark or for paper.

Every colour is drawn as one of ``_CLASSES`` and becomes a class; all other styling becomes plain attributes, because
the page forbids inline styles. Texts stay texts, in the page's own letters.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SERIES = tuple(f"#0000{number:02x}" for number in range(1, 9))
"""Colours of what is set side by side; more than eight repeat."""
INK, RULE, SOFT, ALARM = "#010000", "#020000", "#030000", "#040000"
_CLASSES = {colour: f"c{number}" for number, colour in enumerate(SERIES, start=1)}
_CLASSES |= {INK: "ink", RULE: "rule", SOFT: "soft", ALARM: "alarm"}
_SVG = "{http://www.w3.org/2000/svg}"
_LONGEST = 34
"""Letters of a name in a chart; the table behind it has all of them."""
_MARKS = (" [secret]", " [partners]")
_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "report",
    "text.parse_math": False,
    "font.size": 9.0,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": RULE,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": RULE,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
    "axes.axisbelow": True,
}


def shortened(name: str) -> str:
    """The name, cut where it is too long for a chart; who may see it is never cut off."""
    bare, mark = next(((name.removesuffix(each), each) for each in _MARKS if name.endswith(each)), (name, ""))
    room = _LONGEST - len(mark)
    return name if len(bare) <= room else f"{bare[: room - 1].rstrip()}…{mark}"


@cache
def _library() -> Any:
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of its font cache on standard error
    import matplotlib

    return matplotlib


@contextmanager
def drawing(width: float, height: float) -> Iterator[tuple[Figure, Axes]]:
    """A figure of so many inches, with one pair of axes."""
    library = _library()
    with library.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # the browser has its own letters
        from matplotlib.figure import Figure

        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure, figure.add_subplot()


def svg(figure: Figure, label: str) -> str:
    """The figure as an SVG element that says what it shows."""
    target = io.BytesIO()
    figure.savefig(target, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    ElementTree.register_namespace("", _SVG[1:-1])
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ElementTree.fromstring(target.getvalue())
    for child in [each for each in root if each.tag == f"{_SVG}metadata"]:
        root.remove(child)
    _plain(root, _prefix(label))
    root.attrib |= {"role": "img", "aria-label": label, "class": "chart"}
    _sized(root)
    return ElementTree.tostring(root, encoding="unicode")


def _prefix(label: str) -> str:
    import hashlib

    return "f" + hashlib.sha256(label.encode()).hexdigest()[:8]


def _sized(root: ElementTree.Element) -> None:
    """Width and height as numbers of pixels, so that style sheets may scale the chart."""
    for name in ("width", "height"):
        points = float(root.attrib[name].removesuffix("pt"))
        root.attrib[name] = f"{points * 4 / 3:.0f}"


def _plain(root: ElementTree.Element, prefix: str) -> None:
    """Styles become attributes and classes; identities become those of this chart alone."""
    for parent in root.iter():
        for child in [each for each in parent if each.tag == f"{_SVG}style"]:
            parent.remove(child)
    for each in root.iter():
        for part in filter(None, each.attrib.pop("style", "").split(";")):
            name, _, value = part.partition(":")
            _styled(each, name.strip(), value.strip())
        for name in ("fill", "stroke"):
            if (colour := each.attrib.get(name, "")) in _CLASSES:
                _classed(each, f"{name}-{_CLASSES[colour]}")
                del each.attrib[name]
        if "id" in each.attrib:
            each.attrib["id"] = f"{prefix}-{each.attrib['id']}"
        for name, value in each.attrib.items():
            if name.endswith("href") and value.startswith("#"):
                each.attrib[name] = f"#{prefix}-{value[1:]}"
            elif "url(#" in value:
                each.attrib[name] = value.replace("url(#", f"url(#{prefix}-")
        if each.tag == f"{_SVG}text" and "fill-ink" not in each.attrib.get("class", ""):
            _classed(each, "fill-ink")


def _styled(each: ElementTree.Element, name: str, value: str) -> None:
    if name == "font":
        if size := re.search(r"([\d.]+)px", value):
            each.attrib["font-size"] = size[1]
    elif name not in ("font-family", "white-space"):
        each.attrib[name] = value


def _classed(each: ElementTree.Element, name: str) -> None:
    each.attrib["class"] = f"{each.attrib.get('class', '')} {name}".strip()


@dataclass(frozen=True, slots=True)
class Bar:
    """From ``start`` to before ``stop`` (positions of periods), so strong (0 to 1), with a word in it."""

    start: int
    stop: int
    strength: float = 1.0
    colour: str = SERIES[0]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of the timeline: bars, and marks (letters at positions)."""

    name: str
    bars: tuple[Bar, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()


def timeline(lanes: Sequence[Lane], ticks: Sequence[tuple[int, str]], length: int, label: str) -> str:
    """Lanes below each other over ``length`` periods; ``ticks`` are positions at which a year begins."""
    with drawing(10, 0.7 + 0.27 * len(lanes)) as (figure, axes):
        for row, lane in enumerate(lanes):
            for bar in lane.bars:
                axes.broken_barh(
                    [(bar.start, bar.stop - bar.start)],
                    (row - 0.36, 0.72),
                    facecolor=bar.colour,
                    alpha=0.25 + 0.75 * bar.strength,
                    linewidth=0,
                )
                if bar.word and (bar.stop - bar.start) / length * 8 > 0.075 * len(bar.word):
                    axes.text((bar.start + bar.stop) / 2, row, bar.word, ha="center", va="center", fontsize=7.5)
            for position, mark in lane.marks:
                axes.text(position + 0.5, row, mark, ha="center", va="center", fontsize=8)
        axes.set_yticks(range(len(lanes)), [shortened(lane.name) for lane in lanes])
        axes.set_ylim(len(lanes) - 0.5, -0.5)
        axes.set_xlim(0, length)
        axes.set_xticks([position for position, _ in ticks], [text for _, text in ticks], ha="left")
        axes.grid(axis="x", linewidth=0.6)
        axes.tick_params(length=0)
        axes.spines["left"].set_visible(False)
        return svg(figure, label)


def stacked(names: Sequence[str], columns: Sequence[str], amounts: Sequence[Sequence[float]], label: str) -> str:
    """Bars for ``columns``, each of a part for every name; ``amounts`` are by name, then column."""
    with drawing(8, 2.6 + 0.2 * -(-len(names) // 3)) as (figure, axes):
        below = [0.0] * len(columns)
        for number, (name, row) in enumerate(zip(names, amounts, strict=True)):
            axes.bar(
                range(len(columns)),
                row,
                bottom=below,
                width=0.66,
                label=shortened(name),
                color=SERIES[number % len(SERIES)],
                hatch=None if number < len(SERIES) else "//",
            )
            below = [sum(pair) for pair in zip(below, row, strict=True)]
        axes.set_xticks(range(len(columns)), columns)
        axes.set_xlim(-0.6, max(len(columns), 4) - 0.4)  # a single year is no wall
        _finished(figure, axes, len(names))
        return svg(figure, label)


def lines(names: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float]], label: str) -> str:
    """A line for each name over ``columns``, told apart by colour, dashes and markers."""
    with drawing(8, 2.8 + 0.2 * -(-len(names) // 3)) as (figure, axes):
        for number, (name, row) in enumerate(zip(names, values, strict=True)):
            axes.plot(
                range(len(columns)),
                row,
                label=shortened(name),
                color=SERIES[number % len(SERIES)],
                marker="osD^vPX*"[number % 8],
                markersize=4,
                linestyle=("-", "--", "-.", ":")[number % 4],
            )
        axes.set_xticks(range(len(columns)), columns)
        _finished(figure, axes, len(names))
        return svg(figure, label)


def ranges(points: Sequence[tuple[float, float, float | None]], across: str, up: str, label: str) -> str:
    """Points at (x, y), each with a bar up (or down) to what no plan can pass, where that is known."""
    with drawing(8, 3) as (figure, axes):
        axes.plot([x for x, _, _ in points], [y for _, y, _ in points], color=SERIES[0], marker="o", markersize=4)
        for x, y, limit in points:
            if limit is not None:
                axes.plot([x, x], [y, limit], color=SERIES[1], linewidth=3, solid_capstyle="butt")
        axes.set_xlabel(across)
        axes.set_ylabel(up)
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
        axes.grid(axis="y", linewidth=0.6)
        axes.tick_params(length=0)
        axes.margins(x=0.05, y=0.12)
        return svg(figure, label)


def _finished(figure: Figure, axes: Axes, names: int) -> None:
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.12g}")
    axes.grid(axis="y", linewidth=0.6)
    axes.tick_params(length=0)
    axes.axhline(0, linewidth=0.8, color=RULE)
    if names:
        figure.legend(loc="outside lower left", ncols=min(3, names))
