"""Compares runs: means, ratios and how far they scatter, a performance profile, and what cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import inf
from statistics import median

from planner.bench.contest import Case, Contestant, contestants, rival
from planner.bench.measures import MEASURES, Measure, shifted_mean
from planner.bench.row import Row
from planner.errors import InputError
from planner.solve.verdict import refutes

RESAMPLES = 2000
"""How often instances are drawn anew for an interval."""
_EDGES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One contestant against another by one measure, over the runs that both made.

    ``mean`` and ``other_mean`` are shifted geometric means over all those runs, ``ratio`` the first by the second.
    ``low`` to ``high`` hold 95 % of the ratios when instances are drawn anew (None: fewer than two instances);
    ``least``, ``middle`` and ``greatest`` are those of single instances, each over its seeds.
    """

    measure: str
    contestant: str
    other: str
    instances: int
    runs: int
    mean: float
    other_mean: float
    ratio: float | None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    middle: float | None = None
    greatest: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """One contestant: how many runs, and how they ended."""

    contestant: str
    runs: int
    proven: int
    cut: int
    without_plan: int
    time: float
    """Shifted geometric mean over all its runs."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``profile``: for each contestant the times of the runs all made, each by the best one's (infinite: cut), sorted.
    ``contradictions`` and ``notes`` are sentences."""

    summaries: tuple[Summary, ...]
    ratios: tuple[Ratio, ...]
    profile: dict[str, tuple[float, ...]]
    contradictions: tuple[str, ...]
    notes: tuple[str, ...]


def compare(tables: Sequence[tuple[str, Iterable[Row]]]) -> Comparison:
    """Compare the runs of one or more ``tables``, each with its name.

    Each contestant (file, solver, setting) stands against its like in the first table, or where there is none against
    the first contestant of all. Raises ``InputError`` where there is no run.
    """
    everybody = contestants([(name, tuple(rows)) for name, rows in tables])
    if not everybody:
        raise InputError("there is no run to compare", "Make some: plan bench run.")
    pairs = [(each, rival(each, everybody)) for each in everybody]
    return Comparison(
        summaries=tuple(map(_summary, everybody)),
        ratios=tuple(
            ratio
            for measure in MEASURES
            for each, other in pairs
            if each is not other and (ratio := _ratio(measure, each, other)) is not None
        ),
        profile=_profile(everybody),
        contradictions=tuple(_contradictions([row for each in everybody for row in each.rows])),
        notes=tuple(_notes(everybody)),
    )


def _summary(contestant: Contestant) -> Summary:
    rows = contestant.runs.values()
    return Summary(
        contestant.label,
        runs=len(rows),
        proven=sum(not row.cut for row in rows),
        cut=sum(row.cut for row in rows),
        without_plan=sum(row.value is None for row in rows),
        time=shifted_mean((MEASURES[0].of(row) or 0.0 for row in rows), MEASURES[0].shift),
    )


def _ratio(measure: Measure, one: Contestant, other: Contestant) -> Ratio | None:
    """None where there is no run that both made."""
    pairs: dict[Case, list[tuple[float, float]]] = {}
    for (case, seed), row in one.runs.items():
        against = other.runs.get((case, seed))
        mine, theirs = measure.of(row), None if against is None else measure.of(against)
        if mine is not None and theirs is not None:
            pairs.setdefault(case, []).append((mine, theirs))
    if not pairs:
        return None
    by_case = list(pairs.values())
    mine, theirs = _means(by_case, measure.shift)
    singles = sorted(ratio for each in by_case if (ratio := _divided(*_means([each], measure.shift))) is not None)
    low, high = _interval(by_case, measure.shift)
    return Ratio(
        measure.name,
        one.label,
        other.label,
        instances=len(by_case),
        runs=sum(map(len, by_case)),
        mean=mine,
        other_mean=theirs,
        ratio=_divided(mine, theirs),
        low=low,
        high=high,
        least=singles[0] if singles else None,
        middle=median(singles) if singles else None,
        greatest=singles[-1] if singles else None,
    )


def _means(cases: Iterable[list[tuple[float, float]]], shift: float) -> tuple[float, float]:
    pairs = [pair for case in cases for pair in case]
    return shifted_mean((pair[0] for pair in pairs), shift), shifted_mean((pair[1] for pair in pairs), shift)


def _divided(one: float, other: float) -> float | None:
    return one / other if other > 1e-9 else None


def _interval(cases: Sequence[list[tuple[float, float]]], shift: float) -> tuple[float | None, float | None]:
    """The middle 95 % of the ratio over instances drawn with repetition, by one fixed seed: the same every time."""
    if len(cases) < 2:
        return None, None
    import numpy

    draw = numpy.random.default_rng(0)
    sizes = numpy.array([len(case) for case in cases], dtype=float)
    logs = numpy.array([numpy.log(numpy.array(case) + shift).sum(axis=0) for case in cases])
    chosen = draw.integers(0, len(cases), size=(RESAMPLES, len(cases)))
    means = numpy.exp(logs[chosen].sum(axis=1) / sizes[chosen].sum(axis=1)[:, None]) - shift
    good = means[:, 1] > 1e-9
    if not good.all():
        return None, None
    low, high = numpy.percentile(means[:, 0] / means[:, 1], _EDGES)
    return float(low), float(high)


def _profile(everybody: Sequence[Contestant]) -> dict[str, tuple[float, ...]]:
    common = set.intersection(*(set(each.runs) for each in everybody))
    found: dict[str, list[float]] = {each.label: [] for each in everybody}
    for key in sorted(common):
        times = {each.label: _until_proven(each.runs[key]) for each in everybody}
        best = min(times.values())
        for label, time in times.items():
            found[label].append(time / best if time < inf else inf)
    return {label: tuple(sorted(ratios)) for label, ratios in found.items()}


def _until_proven(row: Row) -> float:
    """Infinite where it was cut; at least a millisecond, so that there is a best."""
    return inf if row.cut or row.total is None else max(row.total, 1e-3)


def _contradictions(rows: Iterable[Row]) -> Iterator[str]:
    """Pairs of runs of one question of which one has a plan that the other has proven impossible."""
    asked: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        asked.setdefault(row.question, []).append(row)
    for same in asked.values():
        for one, other in permutations(same, 2):
            if one.value is None:
                continue
            if refutes(one.value, other.bound, one.objective):
                yield f"{_run(one)} has {one.value:.6g}, but {_run(other)} has proven {other.bound:.6g}."
            elif other.status == "infeasible":
                yield f"{_run(one)} has a plan, but {_run(other)} has proven that there is none."


def _run(row: Row) -> str:
    return f"{row.instance} by {row.solver} ({row.setting}, seed {row.seed})"


def _notes(everybody: Sequence[Contestant]) -> Iterator[str]:
    rows = [row for each in everybody for row in each.rows]
    if len({row.machine for row in rows}) > 1:
        yield "Not all runs were made on one machine: their times do not compare."
    if len({row.time_limit for row in rows}) > 1:
        yield "Not all runs had the same time limit: a run that was cut counts as its own."
    if len({word for row in rows for word in row.options.split() if word.startswith("gap=")}) > 1:
        yield "Not all runs were asked for the same gap."
    if any(len(each.runs) < len(each.rows) for each in everybody):
        yield "Some runs were made again with other programs: of those the last one counts."
    if len({frozenset(each.runs) for each in everybody}) > 1:
        yield "Not everybody ran everything: each ratio, and the profile, rests on the runs that all it compares made."
