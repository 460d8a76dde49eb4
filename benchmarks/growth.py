"""How time grows with size, as a picture: ``python -m benchmarks.growth TABLE [TABLE ...] --out growth.svg``.

The tables are those of ``plan bench run`` and of the other benchmarks; their instances, members of the families, tell
their size by name: activities times quarters, scenarios, or conflicts. Every run is a dot (open where it was cut by a
limit), a line joins the medians; the dashed line grows as the size does.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from math import prod
from pathlib import Path
from re import findall
from statistics import median

from planner.bench.row import Row
from planner.bench.store import load

MEASURES = {
    "total": "seconds, start-up excluded",
    "to_01_percent": "seconds to 0.1 %",
    "to_1_percent": "seconds to 1 %",
}


def size(instance: str) -> int:
    """240 for ``single-12x20-s1``, 50 for ``portfolio-50-s0``."""
    return prod(int(number) for number in findall(r"\d+", instance.rpartition("-s")[0]))


def draw(rows: list[Row], measure: str, target: Path) -> None:
    """Write the picture; runs without the measure (not that near) are left out."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    by_contestant: dict[str, dict[int, list[tuple[float, bool]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        seconds = getattr(row, measure)
        if seconds is not None:
            by_contestant[f"{row.setting}, {row.solver}"][size(row.instance)].append((seconds, row.cut))
    figure = Figure(figsize=(7.5, 4.5), layout="constrained")
    axes = figure.subplots()
    for number, (label, found) in enumerate(sorted(by_contestant.items())):
        sizes, colour = sorted(found), f"C{number}"
        axes.plot(sizes, [median(s for s, _ in found[at]) for at in sizes], color=colour, label=label)
        for at in sizes:
            for seconds, cut in found[at]:
                axes.plot(at, seconds, "o", color=colour, fillstyle="none" if cut else "full", markersize=4)
    sizes = sorted({at for found in by_contestant.values() for at in found})
    least = min(s for found in by_contestant.values() for each in found.values() for s, _ in each)
    axes.plot(sizes, [least * at / sizes[0] for at in sizes], "--", color="grey", linewidth=1, label="as the size")
    axes.set(xscale="log", yscale="log", xlabel="size", ylabel=MEASURES[measure])
    axes.set_xticks(sizes, [str(at) for at in sizes])
    axes.minorticks_off()
    axes.grid(alpha=0.3)
    axes.legend(loc="upper left")
    with rc_context({"svg.hashsalt": "growth", "svg.fonttype": "none"}):
        figure.savefig(target, metadata={"Date": None} if target.suffix.lower() == ".svg" else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="+", type=Path)
    parser.add_argument("--measure", choices=sorted(MEASURES), default="total")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    draw([row for table in chosen.tables for row in load(table)], chosen.measure, chosen.out)


if __name__ == "__main__":
    main()
