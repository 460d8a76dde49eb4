"""What runs are compared by, and how many of them become one figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp, log

from planner.bench.row import Row


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a run, the less the better. ``shift`` is added before means are taken and taken off again, so that
    runs of no length do not decide."""

    name: str
    words: str
    unit: str
    shift: float
    of: Callable[[Row], float | None]


def _time(row: Row) -> float:
    """A run cut by a limit counts as the whole time limit, whenever it ended."""
    return row.time_limit if row.cut or row.total is None else row.total


def _near(row: Row) -> float | None:
    return None if row.status == "infeasible" else row.time_limit if row.to_1_percent is None else row.to_1_percent


def _integral(row: Row) -> float:
    return row.time_limit if row.integral is None else row.integral


def _nodes(row: Row) -> float | None:
    """Solvers differ in whether the root counts as one; here it does."""
    return None if row.cut else float(max(1, row.nodes))


TIME = Measure("time", "time to the gap asked for", "s", 1.0, _time)
MEASURES = (
    TIME,
    Measure("to_1_percent", "time to 1 %", "s", 1.0, _near),
    Measure("integral", "primal-dual integral", "s", 1.0, _integral),
    Measure("nodes", "nodes, where neither was cut", "", 10.0, _nodes),
    Measure("memory", "peak memory", "MB", 0.0, lambda row: row.peak_megabytes),
)


def shifted_mean(figures: Iterable[float], shift: float) -> float:
    """The shifted geometric mean ``(Π (x + shift)) ** (1 / n) - shift``. Raises ``ValueError`` where there is none."""
    logs = [log(figure + shift) for figure in figures]
    if not logs:
        raise ValueError("a mean of nothing")
    return exp(sum(logs) / len(logs)) - shift
