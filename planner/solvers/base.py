"""What the planner asks of every solver, and the board on which a running solver shows how far it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pulp import LpProblem, LpSolveStats
from pulp.constants import LpMaximize, LpSolveStatus

from planner.solvers.ending import Ending


@dataclass(frozen=True, slots=True)
class Settings:
    """What to ask of a solver. ``seconds`` of wall clock; ``gap`` relative; ``options`` raw, they win over the rest.

    ``warm``: the values of the problem's variables are a start. ``beside``: solutions are looked for beside the solver,
    too. ``folder``: private, for temporary files.
    """

    seconds: float
    gap: float
    threads: int
    seed: int
    folder: Path
    nodes: int | None = None
    log: bool = False
    warm: bool = False
    beside: bool = False
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a solver found: ``values`` in the order of ``exported_variables()``, None without a solution.

    ``bound`` and ``root_bound`` are in the problem's sense, its constant included.
    """

    ending: Ending
    values: Sequence[float] | None = None
    bound: float | None = None
    root_bound: float | None = None
    nodes: int = 0


class Board:
    """Shared by a solver's thread, which writes, and its supervisor, which reads; ``stop`` goes the other way.

    Every attribute is replaced as a whole, so that a reader never sees half a solution.
    """

    def __init__(self) -> None:
        self.stop = False
        self.objective: float | None = None
        self.values: Sequence[float] | None = None
        self.bound: float | None = None
        self.root_bound: float | None = None
        self.nodes = 0
        self.hint: Sequence[float] | None = None
        """A solution that was found beside the solver, which may take it up on the way."""


class Solver(ABC):
    """One solver. ``name`` is what a user writes; ``solve`` blocks and is called in a thread of its own."""

    name: str
    follows = True
    """Whether it shows its bound on the way and stops when told to."""

    @abstractmethod
    def available(self) -> bool:
        """Whether it is installed."""

    @abstractmethod
    def version(self) -> str:
        """Name and version for people."""

    @abstractmethod
    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        """Solve, showing incumbents and bounds on the board; stop soon once ``board.stop`` is set, if it can."""

    def interrupt(self) -> None:  # noqa: B027 - most solvers look at the board themselves
        """Called once, from another thread, after ``board.stop`` was set."""

    def abandon(self) -> None:  # noqa: B027 - a solver in this process cannot be ended alone
        """Called once, from another thread, where interrupting did not help."""


ENDINGS: dict[LpSolveStatus, Ending] = {
    LpSolveStatus.Optimal: Ending.OPTIMAL,
    LpSolveStatus.GapLimit: Ending.OPTIMAL,
    LpSolveStatus.Infeasible: Ending.INFEASIBLE,
    LpSolveStatus.Unbounded: Ending.UNKNOWN,
    LpSolveStatus.Undefined: Ending.UNKNOWN,
    LpSolveStatus.NotSolved: Ending.UNKNOWN,
    LpSolveStatus.NumericalError: Ending.UNKNOWN,
}


def ending_of(stats: LpSolveStats) -> Ending:
    return ENDINGS.get(stats.status, Ending.STOPPED)


def values_of(problem: LpProblem, stats: LpSolveStats) -> tuple[float, ...] | None:
    """Values of the exported variables, None where the solver handed none back."""
    if not stats.has_solution:
        return None
    return tuple(variable.varValue or 0.0 for variable in problem.exported_variables())


def proven_bound(problem: LpProblem, stats: LpSolveStats, gap: float) -> float | None:
    """The bound a solver states; where it states none but claims the gap, the weakest bound that claim allows."""
    if stats.best_bound is not None:
        return float(stats.best_bound)
    if ending_of(stats) is not Ending.OPTIMAL or stats.objective is None or gap >= 1:
        return None
    # Some measure the gap by the larger of the two, some leave out the constant of the objective.
    constant = 0.0 if problem.objective is None else float(problem.objective.constant)
    size = max(abs(stats.objective), abs(stats.objective - constant))
    slack = gap / (1 - gap) * size if problem.isMIP() else 0.0
    return float(stats.objective + slack if problem.sense == LpMaximize else stats.objective - slack)
