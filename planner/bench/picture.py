"""The performance profile as a picture: for each contestant, how many runs it proved within so many times the best."""

from __future__ import annotations

from math import isfinite
from pathlib import Path

from planner.bench.comparison import Comparison
from planner.errors import InputError

ENDINGS = (".svg", ".png", ".pdf")


def draw(found: Comparison, target: Path) -> None:
    """Write the picture to ``target``, in the form its ending names.

    Raises ``InputError`` where nobody proved any run that all made.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    furthest = max((ratio for each in found.profile.values() for ratio in each if isfinite(ratio)), default=0.0)
    if not furthest:
        raise InputError("there is nothing to draw: of the runs that all made, none was proven")
    figure = Figure(figsize=(7.5, 4.5), layout="constrained")
    axes = figure.subplots()
    edge = max(furthest * 1.2, 2.0)
    for label, ratios in found.profile.items():
        proven = [ratio for ratio in ratios if isfinite(ratio)]
        heights = [(number + 1) / len(ratios) for number in range(len(proven))]
        axes.step([1.0, *proven, edge], [0.0, *heights, heights[-1] if heights else 0.0], where="post", label=label)
    axes.set(xscale="log", xlim=(1.0, edge), ylim=(0.0, 1.02))
    axes.set_xlabel("time, in multiples of the fastest on each run")
    axes.set_ylabel("share of runs solved to the gap asked for")
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right")
    # No date, no random identifiers: the same runs give the same file.
    with rc_context({"svg.hashsalt": "profile", "svg.fonttype": "none"}):
        figure.savefig(target, metadata={"Date": None} if target.suffix.lower() == ".svg" else None)
