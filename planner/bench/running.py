"""Runs trials one after another, so that none takes time or memory from another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planner.bench.memory import Watch
from planner.bench.row import Row, blank, figures
from planner.bench.store import Store
from planner.bench.trial import Trial
from planner.series.series import Step
from planner.solve.interrupt import Interrupts
from planner.solve.result import Status
from planner.solve.run import SolverFailed, solve

type Listener = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Bench:
    """``rows`` of the trials asked for, in their order; ``found`` of them stood in the file already. ``interrupted``:
    Ctrl-C came before the last."""

    rows: tuple[Row, ...]
    found: int = 0
    interrupted: bool = False


def run(
    trials: Sequence[Trial],
    *,
    out: Path | None = None,
    anew: bool = False,
    on_progress: Listener | None = None,
) -> Bench:
    """Make every trial that ``out`` does not hold yet, and add its row there; ``anew`` forgets what it holds.

    Each is solved in processes of its own within its limits (``planner.solve.solve``). The first Ctrl-C ends with the
    rows there are, without the one under way; the second raises ``KeyboardInterrupt``.
    Raises ``InputError`` where a solver or an option cannot be used, or ``out`` is no table of runs.
    """
    _check_solvers(trials)
    store = Store(out, anew=anew)
    known = {row.key: row for row in store.rows}
    rows: list[Row] = []
    found = 0
    with Interrupts() as interrupts:
        for number, trial in enumerate(trials):
            row = known.get(blank(trial).key)
            if row is not None:
                found += 1
            else:
                row = _measured(trial, interrupts, _telling(on_progress, trial, number, len(trials)))
                if row is None:
                    break
                store.add(row)
                known[row.key] = row
            rows.append(row)
            if on_progress is not None:
                on_progress(Step(str(trial), None, number + 1, len(trials)))
            if interrupts.count:
                break
    return Bench(tuple(rows), found, len(rows) < len(trials))


def _check_solvers(trials: Sequence[Trial]) -> None:
    """Before anything is measured: an hour later would be late to hear that a solver is missing."""
    from planner.solvers.find import find

    for name in dict.fromkeys(trial.options.solver for trial in trials):
        find(name)


def _measured(trial: Trial, interrupts: Interrupts, tell: Callable[..., None]) -> Row | None:
    """The row of a trial; None where Ctrl-C cut it."""
    asked = blank(trial)
    with Watch() as memory:
        try:
            result = solve(trial.instance, trial.options, on_progress=tell, interrupts=interrupts)
        except SolverFailed:
            return None if interrupts.count else asked
    if interrupts.count and result.status is not Status.SOLVED:
        return None
    return replace(asked, **figures(result, memory.peak))


def _telling(listener: Listener | None, trial: Trial, number: int, total: int) -> Callable[..., None]:
    def tell(progress: object) -> None:
        if listener is not None:
            listener(Step(str(trial), progress, number, total))  # type: ignore[arg-type]

    return tell
