"""A piece of the work: one problem for HiGHS, small enough to be sent to whoever has a core to spare."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any

from planner.solve.arrays import Arrays, Numbers, in_highs
from planner.solvers.ending import Ending
from planner.solvers.highs import AS_WRITTEN, BRIEF, EARLY, EXACT, SMALLEST_ABSOLUTE_GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Minimise ``arrays`` within ``seconds`` and ``nodes``, until solution and bound are as close as ``near`` (in the
    objective).

    ``relaxed``: without integrality, by an interior point alone; else ``start`` may be a solution to improve on.
    ``brief``: with less effort to find a better one. ``exact``: rows kept as exactly as HiGHS can.
    """

    arrays: Arrays
    seconds: float
    nodes: int | None = None
    near: float = 0.0
    relaxed: bool = False
    start: Numbers | None = None
    brief: bool = False
    exact: bool = False
    threads: int = 1
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Solved:
    """``found``: the solutions in the order they were found, the best one last; ``bound`` proven for the objective
    (minus infinity: nothing); ``duals`` of the rows of a relaxed piece.
    """

    ending: Ending
    found: tuple[Numbers, ...] = ()
    bound: float = -float("inf")
    duals: Numbers | None = None
    nodes: int = 0


def solve_piece(piece: Piece, stopped: Callable[[], bool] = lambda: False) -> Solved:
    """Runs HiGHS in this thread; ``stopped`` is asked often, and ends it with what it has found."""
    import highspy
    import numpy as np

    highspy.Highs.resetGlobalScheduler(True)  # pieces differ in their threads
    found: list[Numbers] = []
    solver = in_highs(piece.arrays, _options(piece), stopped, relaxed=piece.relaxed, found=found.append)
    if piece.start is not None:
        solver.setSolution(len(piece.start), np.arange(len(piece.start), dtype=np.int32), piece.start)
    if solver.run() == highspy.HighsStatus.kError:
        return Solved(Ending.UNKNOWN)
    return _solved(piece, solver, found)


def _options(piece: Piece) -> dict[str, Any]:
    options: dict[str, Any] = {
        "output_flag": False,
        "threads": piece.threads,
        "random_seed": piece.seed,
        "time_limit": max(0.05, piece.seconds),
        "mip_rel_gap": 0.0,
        "mip_abs_gap": max(SMALLEST_ABSOLUTE_GAP, piece.near),
    }
    if piece.nodes is not None:
        options["mip_max_nodes"] = piece.nodes
    if piece.relaxed:
        return options | {"solver": "ipm", "run_crossover": "off"}
    if piece.exact:
        options |= EXACT
    return options | BRIEF | ({} if piece.brief else AS_WRITTEN | EARLY)


def _solved(piece: Piece, solver: Any, found: list[Numbers]) -> Solved:
    import highspy
    import numpy as np

    status, info, words = solver.getModelStatus(), solver.getInfo(), highspy.HighsModelStatus
    if status == words.kInfeasible:
        return Solved(Ending.INFEASIBLE)
    limits = (words.kTimeLimit, words.kInterrupt, words.kIterationLimit, words.kSolutionLimit, words.kMemoryLimit)
    if status != words.kOptimal and status not in limits:
        return Solved(Ending.UNKNOWN)
    ending = Ending.OPTIMAL if status == words.kOptimal else Ending.STOPPED
    integral = not piece.relaxed and bool(np.any(piece.arrays.integer))
    solution = solver.getSolution()
    if solution.value_valid and (integral or ending is Ending.OPTIMAL):
        best = np.array(solution.col_value)
        if not found or not np.array_equal(found[-1], best):
            found.append(best)
    bound = info.mip_dual_bound if integral else info.objective_function_value if ending is Ending.OPTIMAL else -np.inf
    duals = np.array(solution.row_dual) if not integral and solution.dual_valid else None
    bound = float(bound) if isfinite(bound) else -float("inf")
    nodes = max(0, int(info.mip_node_count)) if integral else 0
    return Solved(ending, tuple(each for each in found if np.isfinite(each).all()), bound, duals, nodes)
