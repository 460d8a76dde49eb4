"""What the solving process does with a job: build, search, make the plan whole."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from models.audit import audit
from models.build import active_rules, build, money_unit
from models.decisions import decisions
from models.model import Model
from models.plan import Plan
from models.polish import whole_plan
from planner.solve.budget import DIAGNOSIS, LEAST_POLISH, POLISH, SEARCHED_GAP, reserve
from planner.solve.clash import clash
from planner.solve.decomposed.method import Method
from planner.solve.export import write_model
from planner.solve.messages import Answer, Job, Size
from planner.solve.neutral import Neutral
from planner.solve.primal.beside import PATIENCE, Beside
from planner.solve.result import TOLERANCE, Point, Progress, relative_gap
from planner.solve.search import Found, search
from planner.solve.settle import settled
from planner.solve.small import SmallSolver
from planner.solve.start import Between, completed
from planner.solve.verdict import penalty
from planner.solvers.base import Board, Outcome, Settings, Solver
from planner.solvers.ending import Ending
from planner.solvers.find import find

_BETWEEN_REPORTS = 0.25
_START_SHARE = 0.1
"""The most of the time limit that completing a plan to start from may take."""
_START_BUILDS = 12
"""The most that finding a start between plans may take, in times of building: beyond, the search does as well."""
_UNUSED = "The plan to start from does not fit this instance and these rules; it was not used."
_SMALL_MONEY = 10
"""Currency units a period of typical work costs, in powers of ten, up to which whole money makes no trouble."""


@dataclass(frozen=True, slots=True)
class Round:
    """One search, with the plan made of its best solution."""

    found: Found
    plan: Plan | None
    searched: float
    """When the search ended (``monotonic``)."""

    @property
    def outcome(self) -> Outcome:
        return self.found.outcome


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
        self.method = Method(self.options, self.folder)
        self.messages: list[str] = []
        self._reported = 0.0
        self._reserve = reserve(self.job.seconds, 0.0)

    def run(self) -> Answer:
        """The end of the job. Raises ``InputError`` for options that cannot be used."""
        with self.method:
            answer = self._run()
        return replace(answer, messages=(*self.method.messages, *self.messages))

    def _run(self) -> Answer:
        """Money is continuous in the first round, which is far easier, and made whole afterwards. Only where that costs
        more score than the gap allows is the search begun again with whole money.
        """
        self.solver = find(self.options.solver)
        self._stage("build")
        model = self._build(whole_money=False)
        neutral = Neutral(model.problem, self.options.permutation)
        self.tell(_size(neutral))
        if self.options.write_model is not None:
            write_model(neutral, self.job.instance, self.options.write_model, self.folder)
        built = monotonic()
        self._reserve = reserve(self.job.seconds, built - self.begin)
        first = self._round(model, neutral, self.options.start)
        answer = Answer(
            ending=first.outcome.ending,
            plan=first.plan,
            bound=first.outcome.bound,
            root_bound=first.outcome.root_bound,
            nodes=first.outcome.nodes,
            solver=self.solver.version(),
            first_plan=_first_plan(trace := _trace(self.begin, first)),
            trace=trace,
            build=built - self.begin,
            search=first.searched - built,
            polish=monotonic() - first.searched,
        )
        if first.outcome.ending is Ending.INFEASIBLE:
            answer = replace(answer, clash=self._clash())
        elif self._whole_money_matters(first):
            answer = self._again(answer)
        return answer

    # --- a round ----------------------------------------------------------------------------------------------

    def _build(self, *, whole_money: bool) -> Model:
        rules = active_rules(self.job.instance, self.options.without)
        return build(
            self.job.instance,
            objective=self.options.objective,
            rules=rules,
            whole_money=whole_money,
            conditions=self.options.conditions,
        )

    def _round(self, model: Model, neutral: Neutral, start: Plan | Between | None, *, hunt: bool = True) -> Round:
        warm = self._start(model, neutral, start)
        self._stage("search")
        solver = self.method.searcher(self.solver, neutral)
        if hunt and solver is self.solver:
            solver = self._with_hunt(solver, model, neutral, warm)
        self._reserve = min(self._reserve * self.method.size, self.job.seconds / 3)
        found = search(solver, neutral.problem, self._settings(warm), stop=self.stop, tell=self._report)
        searched = monotonic()
        if found.abandoned:
            self.method.renew()
            kept = "its last incumbent was taken" if found.outcome.values else "what it had found is lost"
            self.messages.append(f"The solver did not stop when told to and was ended; {kept}.")
        self._note_cut(found.outcome)
        plan = None
        if found.outcome.values is not None:
            self._stage("polish")
            plan = self._polished(model, neutral.named(found.outcome.values))
        return Round(found, plan, searched)

    def _with_hunt(self, solver: Solver, model: Model, neutral: Neutral, warm: bool) -> Solver:
        """``solver``, with a hunt for plans beside it unless that is not wanted, or of no use."""
        if self.options.alone or not solver.follows:
            return solver
        patience = PATIENCE if warm and self.options.solver_threads == 1 else 0.0
        return Beside(solver, decisions(model), neutral.exported, patience)

    def _start(self, model: Model, neutral: Neutral, start: Plan | Between | None) -> bool:
        """Whether the neutral problem now holds a start."""
        if start is None:
            return False
        most = _START_SHARE * self.job.seconds
        if isinstance(start, Between):
            most = min(most, _START_BUILDS * (monotonic() - self.begin))
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
            seconds=max(0.1, self._left() - self._reserve),
            gap=options.gap * SEARCHED_GAP,
            threads=options.solver_threads,
            seed=options.seed,
            nodes=options.node_limit,
            folder=self.folder,
            log=options.log is not False,
            warm=warm,
            options=options.solver_options,
        )

    def _polished(self, model: Model, values: Mapping[str, float]) -> Plan | None:
        most = self._reserve if self.stop.is_set() else POLISH * self.method.size
        deadline = monotonic() + max(LEAST_POLISH, min(most, self._left()))
        small = self.method.small(self.small).until(deadline)
        plan, canonical = whole_plan(model, values, small, most, self._sound)
        if plan is not None and not canonical:
            self.messages.append("Who pays what is sound, but time was too short to make it the canonical ledger.")
        return plan

    def _sound(self, plan: Plan) -> bool:
        instance, objective = self.job.instance, self.options.objective
        return audit(instance, settled(instance, plan, objective), objective=objective).passed

    def _note_cut(self, outcome: Outcome) -> None:
        limit = self.options.node_limit
        if self.options.reproducible and outcome.ending is Ending.STOPPED and outcome.nodes < (limit or 0):
            self.messages.append("The time limit or Ctrl-C cut this reproducible run; another one may end elsewhere.")

    # --- what follows -----------------------------------------------------------------------------------------

    def _whole_money_matters(self, first: Round) -> bool:
        """Whether the search is done, but its plan in whole money is missing or too far from the bound."""
        if first.outcome.ending is not Ending.OPTIMAL or self.stop.is_set():
            return False
        if self._left() < 2 * self._reserve:
            return False
        if first.plan is None:
            return True
        gap = relative_gap(first.outcome.bound, self._value(first.plan), self.options.objective)
        return gap is not None and gap > self.options.gap + TOLERANCE

    def _value(self, plan: Plan) -> float:
        """Score or cost of a plan, as the audit sees it, with what conditions take from it."""
        instance, objective = self.job.instance, self.options.objective
        found = audit(instance, plan, objective=objective)
        taken = penalty(self.options.conditions, instance, plan, objective)
        return float(found.score) - taken if objective == "progress" else float(found.cost) + taken

    def _again(self, answer: Answer) -> Answer:
        """The answer after a second round, with whole money from the start."""
        self._stage("build")
        begin = monotonic()
        model = self._build(whole_money=True)
        # A hunt in single currency units would err as solvers do (see below), and what is missing is hardly a plan.
        second = self._round(model, Neutral(model.problem, self.options.permutation), answer.plan, hunt=False)
        outcome = second.outcome
        # Where single currency units stand beside shares, solvers have been seen to prove what is false: what this
        # round claims to have proven counts only where money is small.
        proven = money_unit(self.job.instance) <= _SMALL_MONEY
        if proven and outcome.ending is Ending.INFEASIBLE and answer.plan is None:
            words = (
                "A plan exists only with fractions of a currency unit; every payment must be a whole number of them."
            )
            return replace(answer, ending=Ending.INFEASIBLE, clash=(words,))
        tighter, better = (min, max) if self.options.objective == "progress" else (max, min)
        bounds = [bound for bound in (answer.bound, outcome.bound if proven else None) if bound is not None]
        plans = [plan for plan in (answer.plan, second.plan) if plan is not None]
        return replace(
            answer,
            ending=outcome.ending if proven else Ending.STOPPED,
            plan=better(plans, key=self._value, default=None),
            bound=tighter(bounds, default=None),
            nodes=answer.nodes + outcome.nodes,
            trace=answer.trace + _trace(self.begin, second),
            search=answer.search + second.searched - begin,
            polish=answer.polish + monotonic() - second.searched,
        )

    def _clash(self) -> tuple[str, ...]:
        self._stage("clash")
        return clash(self.job.instance, self.options, self.small, min(DIAGNOSIS, self._left()))

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


def _trace(begin: float, found: Round) -> tuple[Point, ...]:
    """What a round had found when, in seconds from ``begin``."""
    late = found.searched - found.found.seconds - begin
    return tuple(replace(point, seconds=late + point.seconds) for point in found.found.trace)


def _first_plan(trace: tuple[Point, ...]) -> float | None:
    return next((point.seconds for point in trace if point.incumbent is not None), None)
