"""What the solving process does with a job: build, search, make the plan whole."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from models.build import active_rules, build, money_unit
from models.model import Model
from planner.solve.budget import DIAGNOSIS
from planner.solve.clash import clash
from planner.solve.decomposed.method import Method
from planner.solve.export import write_model
from planner.solve.messages import Answer, Job, Size
from planner.solve.neutral import Neutral
from planner.solve.result import TOLERANCE, Point, relative_gap
from planner.solve.round import Round, Rounds
from planner.solve.small import SmallSolver
from planner.solve.telling import Telling
from planner.solvers.ending import Ending
from planner.solvers.find import find

_SMALL_MONEY = 10
"""Currency units a period of typical work costs, in powers of ten, up to which whole money makes no trouble."""


@dataclass
class Task:
    """One job. ``tell`` sends a message to the parent; ``stop`` is set when the user wants the best plan so far."""

    job: Job
    tell: Callable[[object], None]
    stop: threading.Event

    def __post_init__(self) -> None:
        self.options = self.job.options
        self.folder = Path(self.job.folder)
        self.telling = Telling(self.tell, self.job.seconds, self.options.objective)
        self.small = SmallSolver(self.options, self.folder)
        self.method = Method(self.options, self.folder)

    def run(self) -> Answer:
        """The end of the job. Raises ``InputError`` for options that cannot be used."""
        with self.method:
            answer = self._run()
        return replace(answer, messages=(*self.method.messages, *self.rounds.messages))

    def _run(self) -> Answer:
        """Money is continuous in the first round, which is far easier, and made whole afterwards. Only where that costs
        more score than the gap allows is the search begun again with whole money.
        """
        solver = find(self.options.solver)
        self.rounds = Rounds(self.job, solver, self.method, self.small, self.telling, self.stop)
        self.telling.stage("build")
        model = self._build(whole_money=False)
        neutral = Neutral(model.problem, self.options.permutation)
        self.tell(_size(neutral))
        if self.options.write_model is not None:
            write_model(neutral, self.job.instance, self.options.write_model, self.folder)
        built = monotonic()
        self.rounds.built(built - self.telling.begin)
        first = self.rounds.run(model, neutral, self.options.start)
        answer = Answer(
            ending=first.outcome.ending,
            plan=first.plan,
            bound=first.outcome.bound,
            root_bound=first.outcome.root_bound,
            nodes=first.outcome.nodes,
            solver=solver.version(),
            first_plan=_first_plan(trace := _trace(self.telling.begin, first)),
            trace=trace,
            build=built - self.telling.begin,
            search=first.searched - built,
            polish=monotonic() - first.searched,
        )
        if first.outcome.ending is Ending.INFEASIBLE:
            answer = replace(answer, clash=self._clash())
        elif self._whole_money_matters(first):
            answer = self._again(first, answer)
        return answer

    def _build(self, *, whole_money: bool) -> Model:
        rules = active_rules(self.job.instance, self.options.without)
        return build(
            self.job.instance,
            objective=self.options.objective,
            rules=rules,
            whole_money=whole_money,
            conditions=self.options.conditions,
        )

    # --- what follows -----------------------------------------------------------------------------------------

    def _whole_money_matters(self, first: Round) -> bool:
        """Whether the search is done, but its plan in whole money is missing or too far from the bound."""
        if first.outcome.ending is not Ending.OPTIMAL or self.stop.is_set():
            return False
        if self.telling.left() < 2 * self.rounds.kept_back:
            return False
        if first.plan is None:
            return True
        gap = relative_gap(first.outcome.bound, first.value, self.options.objective)
        return gap is not None and gap > self.options.gap + TOLERANCE

    def _again(self, first: Round, answer: Answer) -> Answer:
        """The ``answer`` of the ``first`` round after a second one, with whole money from the start."""
        self.telling.stage("build")
        begin = monotonic()
        model = self._build(whole_money=True)
        # A hunt in single currency units would err as solvers do (see below), and what is missing is hardly a plan.
        second = self.rounds.run(model, Neutral(model.problem, self.options.permutation), first.plan, hunt=False)
        outcome = second.outcome
        # Where single currency units stand beside shares, solvers have been seen to prove what is false: what this
        # round claims to have proven counts only where money is small.
        proven = money_unit(self.job.instance) <= _SMALL_MONEY
        if proven and outcome.ending is Ending.INFEASIBLE and first.plan is None:
            words = (
                "A plan exists only with fractions of a currency unit; every payment must be a whole number of them."
            )
            return replace(answer, ending=Ending.INFEASIBLE, clash=(words,))
        tighter, better = (min, max) if self.options.objective == "progress" else (max, min)
        bounds = [bound for bound in (answer.bound, outcome.bound if proven else None) if bound is not None]
        plans = {each.value: each.plan for each in (second, first) if each.value is not None}
        return replace(
            answer,
            ending=outcome.ending if proven else Ending.STOPPED,
            plan=plans[better(plans)] if plans else None,
            bound=tighter(bounds, default=None),
            nodes=answer.nodes + outcome.nodes,
            trace=answer.trace + _trace(self.telling.begin, second),
            search=answer.search + second.searched - begin,
            polish=answer.polish + monotonic() - second.searched,
        )

    def _clash(self) -> tuple[str, ...]:
        self.telling.stage("clash")
        return clash(self.job.instance, self.options, self.small, min(DIAGNOSIS, self.telling.left()))


def _size(neutral: Neutral) -> Size:
    return Size(rows=len(neutral.rows), columns=len(neutral.columns), nonzeros=len(neutral.form.arrays.value))


def _trace(begin: float, found: Round) -> tuple[Point, ...]:
    """What a round had found when, in seconds from ``begin``."""
    late = found.searched - found.found.seconds - begin
    return tuple(replace(point, seconds=late + point.seconds) for point in found.found.trace)


def _first_plan(trace: tuple[Point, ...]) -> float | None:
    return next((point.seconds for point in trace if point.incumbent is not None), None)
