"""One search, and the plan made of its best solution."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from models.audit import Audit, audit
from models.decisions import decisions
from models.model import Model
from models.plan import Plan
from models.polish import whole_plan
from planner.solve.between import Between
from planner.solve.budget import LEAST_POLISH, POLISH, SEARCHED_GAP, reserve
from planner.solve.decomposed.method import Method
from planner.solve.messages import NOT_CANONICAL, Job, Kept
from planner.solve.neutral import Neutral
from planner.solve.primal.beside import PATIENCE, Beside
from planner.solve.search import Found, search
from planner.solve.settle import settled
from planner.solve.small import SmallSolver
from planner.solve.start import completed
from planner.solve.telling import Telling
from planner.solve.verdict import penalty
from planner.solvers.base import Outcome, Settings, Solver
from planner.solvers.ending import Ending

_START_SHARE = 0.1
"""The most of the time limit that completing a plan to start from may take."""
_START_BUILDS = 12
"""The most that finding a start between plans may take, in times of building: beyond, the search does as well."""
_UNUSED = "The plan to start from does not fit this instance and these rules; it was not used."


@dataclass(frozen=True, slots=True)
class Round:
    """One search, with the plan made of its best solution."""

    found: Found
    searched: float
    """When the search ended (``monotonic``)."""
    plan: Plan | None = None
    value: float | None = None
    """Score or cost of the plan, as the audit sees it, with what conditions take from it."""

    @property
    def outcome(self) -> Outcome:
        return self.found.outcome


@dataclass
class Rounds:
    """Searches for one job; ``stop`` is set when the user wants the best plan so far. ``messages`` are for the user."""

    job: Job
    solver: Solver
    method: Method
    small: SmallSolver
    telling: Telling
    stop: threading.Event
    messages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.options = self.job.options
        self._build = 0.0
        self._kept = False

    def built(self, seconds: float) -> None:
        """Building took so long: what follows the search will take in proportion."""
        self._build = seconds

    @property
    def kept_back(self) -> float:
        """What is kept back of the time for all that follows the search."""
        return reserve(self.job.seconds, self._build, in_parts=self.method.in_parts)

    def run(self, model: Model, neutral: Neutral, start: Plan | Between | None, *, hunt: bool = True) -> Round:
        warm = self._start(model, neutral, start)
        self.telling.stage("search")
        solver = self.method.searcher(self.solver, neutral)
        if hunt and solver is self.solver:
            close = warm and (isinstance(start, Plan) or (start is not None and start.both_sides))
            solver = self._with_hunt(solver, model, neutral, close=close)
        found = search(solver, neutral.problem, self._settings(warm), stop=self.stop, tell=self.telling.search)
        searched = monotonic()
        if found.abandoned:
            self.method.renew()
            kept = "its last incumbent was taken" if found.outcome.values else "what it had found is lost"
            self.messages.append(f"The solver did not stop when told to and was ended; {kept}.")
        self._note_cut(found.outcome)
        if found.outcome.values is None:
            return Round(found, searched)
        self.telling.stage("polish")
        return Round(found, searched, *self._polished(model, neutral.named(found.outcome.values), found.outcome.bound))

    def _with_hunt(self, solver: Solver, model: Model, neutral: Neutral, *, close: bool) -> Solver:
        """``solver``, with a hunt for plans beside it unless that is not wanted, or of no use; ``close``: its start is
        hardly to be bettered."""
        if self.options.alone or not solver.follows:
            return solver
        patience = PATIENCE if close and self.options.solver_threads == 1 else 0.0
        return Beside(solver, decisions(model), neutral, patience)

    def _start(self, model: Model, neutral: Neutral, start: Plan | Between | None) -> bool:
        """Whether the neutral problem now holds a start."""
        if start is None:
            return False
        most = _START_SHARE * self.job.seconds
        if isinstance(start, Between):
            most = min(most, _START_BUILDS * (monotonic() - self.telling.begin))
        values = completed(model, start, self.small, gap=self.options.gap, seconds=most)
        if values is None:
            if isinstance(start, Plan):
                self.messages.append(_UNUSED)
            return False
        neutral.begin_from(values)
        return True

    def _settings(self, warm: bool) -> Settings:
        options = self.options
        return Settings(
            seconds=max(0.1, self.telling.left() - self.kept_back),
            gap=options.gap * SEARCHED_GAP,
            threads=options.solver_threads,
            seed=options.seed,
            nodes=options.node_limit,
            folder=Path(self.job.folder),
            log=options.log is not False,
            warm=warm,
            options=options.solver_options,
        )

    def _polished(
        self, model: Model, values: Mapping[str, float], bound: float | None
    ) -> tuple[Plan, float] | tuple[None, None]:
        """The plan made of a solution, with its value, which who pays, found last, moves by no more than a hair."""
        instance, objective = self.job.instance, self.options.objective
        found: Audit | None = None

        def sound(plan: Plan) -> Plan | None:
            nonlocal found
            counted = settled(instance, plan, objective)
            found = audit(instance, counted, objective=objective)
            if not found.passed:
                return None
            if not self._kept:
                self._kept = True
                self.telling.tell(Kept(counted, bound))
            return counted

        most = self.kept_back if self.stop.is_set() else POLISH * self.method.size
        # The parent audits once more, which takes about as long as building does, if that.
        deadline = monotonic() + max(LEAST_POLISH, min(most, self.telling.left() - self._build))
        small = self.method.small(self.small).until(deadline)
        plan, canonical = whole_plan(model, values, small, most, sound)
        if plan is not None and not canonical:
            self.messages.append(NOT_CANONICAL)
        if plan is None or found is None:
            return None, None
        taken = penalty(self.options.conditions, instance, plan, objective)
        return plan, float(found.score) - taken if objective == "progress" else float(found.cost) + taken

    def _note_cut(self, outcome: Outcome) -> None:
        limit = self.options.node_limit
        if self.options.reproducible and outcome.ending is Ending.STOPPED and outcome.nodes < (limit or 0):
            self.messages.append("The time limit or Ctrl-C cut this reproducible run; another one may end elsewhere.")
