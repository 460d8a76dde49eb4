"""What the solving process does with a job: build, search, make the plan whole."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from models.build import active_rules, build
from models.model import Model
from models.plan import Plan
from models.polish import whole_plan
from planner.solve.budget import DIAGNOSIS, LEAST_POLISH, POLISH, reserve
from planner.solve.clash import clash
from planner.solve.export import write_model
from planner.solve.messages import Answer, Job, Size
from planner.solve.neutral import Neutral
from planner.solve.result import Progress, relative_gap
from planner.solve.search import Found, search
from planner.solve.small import SmallSolver
from planner.solve.start import completed
from planner.solvers.base import Board, Outcome, Settings
from planner.solvers.ending import Ending
from planner.solvers.find import find

_BETWEEN_REPORTS = 0.25
_START_SHARE = 0.1
"""The most of the time limit that completing a plan to start from may take."""


@dataclass
class Task:
    """One job. ``tell`` sends a message to the parent; ``stop`` is set when the user wants the best plan so far."""

    job: Job
    tell: Callable[[object], None]
    stop: threading.Event

    def __post_init__(self) -> None:
        self.options = self.job.options
        self.folder = Path(self.job.folder)
        self.begin = monotonic()
        self.deadline = self.begin + self.job.seconds
        self.small = SmallSolver(self.options, self.folder)
        self.messages: list[str] = []
        self._reported = 0.0

    def run(self) -> Answer:
        """Raises ``InputError`` for options that cannot be used."""
        solver = find(self.options.solver)
        self._stage("build")
        model = self._build()
        neutral = Neutral(model.problem)
        self.tell(_size(neutral))
        if self.options.write_model is not None:
            write_model(neutral, self.job.instance, self.options.write_model, self.folder)
        built = monotonic()
        warm = self._start(model, neutral)
        self._stage("search")
        found = search(solver, neutral.problem, self._settings(warm), stop=self.stop, tell=self._report)
        searched = monotonic()
        answer = Answer(
            ending=found.outcome.ending,
            nodes=found.outcome.nodes,
            solver=solver.version(),
            build=built - self.begin,
            search=searched - built,
            first_plan=None if found.first_plan is None else searched - self.begin - found.seconds + found.first_plan,
        )
        answer = self._concluded(answer, found, model, neutral)
        return replace(answer, polish=monotonic() - searched, messages=tuple(self.messages))

    # --- before the search ------------------------------------------------------------------------------------

    def _build(self) -> Model:
        rules = active_rules(self.job.instance, self.options.without)
        return build(self.job.instance, objective=self.options.objective, rules=rules)

    def _start(self, model: Model, neutral: Neutral) -> bool:
        """Whether the neutral problem holds a start."""
        if self.options.start is None:
            return False
        values = completed(model, self.options.start, self.small, _START_SHARE * self.job.seconds)
        if values is None:
            self.messages.append("The plan to start from does not fit this instance and these rules; it was not used.")
            return False
        neutral.begin_from(values)
        return True

    def _settings(self, warm: bool) -> Settings:
        options = self.options
        return Settings(
            seconds=max(0.1, self._left() - reserve(self.job.seconds)),
            gap=options.gap,
            threads=options.solver_threads,
            seed=options.seed,
            nodes=options.node_limit,
            folder=self.folder,
            log=options.log is not False,
            warm=warm,
            options=options.solver_options,
        )

    # --- after the search -------------------------------------------------------------------------------------

    def _concluded(self, answer: Answer, found: Found, model: Model, neutral: Neutral) -> Answer:
        outcome = found.outcome
        if outcome.ending is Ending.INFEASIBLE:
            self._stage("clash")
            seconds = min(DIAGNOSIS, self._left())
            return replace(answer, clash=clash(self.job.instance, self.options, self.small, seconds))
        if found.abandoned:
            self.messages.append("The solver did not stop when told to; its last incumbent was taken.")
        self._note_cut(outcome)
        if outcome.values is None:
            return replace(answer, bound=outcome.bound, root_bound=outcome.root_bound)
        self._stage("polish")
        plan = self._polished(model, neutral.named(outcome.values))
        return replace(answer, plan=plan, bound=outcome.bound, root_bound=outcome.root_bound)

    def _polished(self, model: Model, values: Mapping[str, float]) -> Plan | None:
        most = reserve(self.job.seconds) if self.stop.is_set() else POLISH
        deadline = monotonic() + max(LEAST_POLISH, min(most, self._left()))
        plan, canonical = whole_plan(model, values, self.small.until(deadline), most)
        if plan is None:
            self.messages.append("No plan in whole currency units was found with the runs of the best solution.")
        elif not canonical:
            self.messages.append("Who pays what is sound, but time was too short to make it the canonical ledger.")
        return plan

    def _note_cut(self, outcome: Outcome) -> None:
        limit = self.options.node_limit
        if self.options.reproducible and outcome.ending is Ending.STOPPED and outcome.nodes < (limit or 0):
            self.messages.append("The time limit or Ctrl-C cut this reproducible run; another one may end elsewhere.")

    # --- telling ----------------------------------------------------------------------------------------------

    def _left(self) -> float:
        return max(0.0, self.deadline - monotonic())

    def _stage(self, stage: str) -> None:
        self.tell(Progress(stage, monotonic() - self.begin))

    def _report(self, board: Board) -> None:
        now = monotonic()
        if now - self._reported < _BETWEEN_REPORTS:
            return
        self._reported = now
        gap = relative_gap(board.bound, board.objective, self.options.objective)
        self.tell(Progress("search", now - self.begin, board.objective, board.bound, gap, board.nodes))


def _size(neutral: Neutral) -> Size:
    rows = neutral.problem.constraints()
    return Size(rows=len(rows), columns=len(neutral.columns), nonzeros=sum(len(row) for row in rows))
