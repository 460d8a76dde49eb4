"""``repair``: why nothing satisfies an instance, and the cheapest changes after which something does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from models.audit import audit
from models.checks import check
from models.instance import Instance
from models.records import Activity, Funder, Limit, Phase, Target
from planner.errors import InputError
from planner.repair.ask import Asker, Solve
from planner.repair.change import Repair
from planner.repair.conflict import Conflict, ConflictSearch
from planner.repair.helper import Helpers
from planner.repair.search import Make, RepairSearch
from planner.repair.waivers import Waiver, waivers
from planner.series.journal import Journal, question, versions
from planner.solve.interrupt import Interrupts
from planner.solve.options import SolveOptions, available_cores

RESOLUTION = 0.01
"""Default resolution of amounts: a share of what is added (of money, of a capacity) or given up (of a target)."""
SECONDS = 60.0
"""Default time limit of each solve."""


class State(StrEnum):
    """What is known of the instance."""

    FEASIBLE = "feasible"
    """A plan satisfies it: there is nothing to repair."""
    INFEASIBLE = "infeasible"
    """It is proven that no plan does."""
    UNKNOWN = "unknown"
    """A limit came before either was known."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work is: what is under way (``first``, ``conflict`` or ``repairs``) and solves done so far."""

    stage: str
    solves: int


@dataclass(frozen=True, kw_only=True)
class Repairs:
    """What came of it. ``conflict`` is None where none was found among rows; ``repairs`` are ranked, cheapest first;
    ``messages`` are for people.
    """

    instance: Instance
    options: SolveOptions
    state: State
    conflict: Conflict | None = None
    repairs: tuple[Repair, ...] = ()
    resolution: float = RESOLUTION
    messages: tuple[str, ...] = ()
    interrupted: bool = False
    solves: int = 0
    seconds: float = 0.0
    versions: Mapping[str, str]

    @property
    def complete(self) -> bool:
        """Whether nothing was left open by a limit."""
        settled = self.conflict is None or self.conflict.minimal
        proven = all(repair.least is not False for repair in self.repairs)
        return self.state is not State.UNKNOWN and settled and proven and not self.interrupted


def repair(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    jobs: int | None = None,
    resume: str | Path | None = None,
    resolution: float = RESOLUTION,
    on_progress: Callable[[Step], None] | None = None,
    solve: Solve | None = None,
    **changes: Any,
) -> Repairs:
    """Find rows of ``instance`` that together admit no plan, and repairs.

    ``options`` and ``changes`` are those of ``planner.solve``, for each solve alike (default limit: 60 s each).
    Repairs are looked for by ``jobs`` at a time (default: the cores there are), which share out the threads.
    ``resume`` is a file that keeps every solve; it holds plans, so it is as secret as they are. ``resolution`` is a
    share from 0 (exact) to below 1. ``on_progress`` may be called in other threads. The first Ctrl-C ends with what is
    known, the second raises ``KeyboardInterrupt``. ``solve`` answers one question; another may be given.

    Raises ``InputError`` where an option or the file cannot be used and ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(time_limit=SECONDS), **changes)
    jobs = available_cores() if jobs is None else jobs
    if jobs < 1:
        raise InputError(f"option jobs: expected a whole number, at least 1, found {jobs}")
    if not 0 <= resolution < 1:
        raise InputError(f"option resolution: expected a share from 0 to below 1, found {resolution}")
    journal = Journal(None if resume is None else Path(resume), question("repair", instance, options))
    with Helpers() as helpers, Interrupts() as interrupts:
        asker = Asker(options, interrupts, journal, solve or helpers.solve)
        work = _Work(instance, asker, jobs, resolution, on_progress or _ignore)
        found = work.run()
    return replace(
        found,
        options=options,
        interrupted=interrupts.count > 0,
        solves=asker.solves,
        seconds=monotonic() - begin,
        versions=versions(options),
    )


@dataclass
class _Work:
    instance: Instance
    asker: Asker
    jobs: int
    resolution: float
    tell: Callable[[Step], None]

    def run(self) -> Repairs:
        options = self.asker.options
        found = Repairs(
            instance=self.instance, options=options, state=State.FEASIBLE, resolution=self.resolution, versions={}
        )
        self._stage("first")
        first = self.asker.ask(self.instance, [])
        if first.possible is not False:
            return found if first.possible else replace(found, state=State.UNKNOWN)
        found = replace(found, state=State.INFEASIBLE)
        self._stage("conflict")
        search = self._searchable(waivers(self.instance, options.objective, options.without))
        if search is None:
            return replace(
                found, messages=("No conflict of rows: it stays so whichever rows are waived, or time ended.",)
            )
        conflict = search.find()
        self._stage("repairs")
        repairs, messages = self._repairs(conflict, search)
        return replace(found, conflict=conflict, repairs=repairs, messages=messages)

    def _searchable(self, rows: tuple[Waiver, ...]) -> ConflictSearch | None:
        """The search over rows that admit a plan once all are waived. Where a plan is lost by waiving phases, which
        help some work as well, they are kept."""
        phases = any(isinstance(row.record, Phase) for row in rows)
        sets = [rows, *([tuple(row for row in rows if not isinstance(row.record, Phase))] if phases else [])]
        for chosen in sets:
            search = ConflictSearch(self.instance, self.asker, chosen, [])
            if search.holding(()).possible:
                return search
        return None

    def _repairs(self, conflict: Conflict, search: ConflictSearch) -> tuple[tuple[Repair, ...], tuple[str, ...]]:
        own = RepairSearch(self.instance, self.asker, tuple(search.plans), self.resolution)
        makers: list[Make] = [partial(own.of_one_row, row) for row in conflict.rows]
        makers.append(partial(own.of_all_money, search.rows))
        threads = self.asker.options.threads
        self.asker.with_threads(threads // max(1, min(self.jobs, len(makers))))
        made = self._each(makers)
        if not any(repair.decisions == 1 for repair in made):
            facts = partial(own.of_many_rows, search.rows, _fact)
            wishes = partial(own.of_many_rows, search.rows, lambda row: not _demand(row))
            made += self._each([facts, wishes])
        unlike = {tuple((each.waiver.key, str(each.update)) for each in repair.changes): repair for repair in made}
        sound = [repair for repair in unlike.values() if self._sound(repair)]
        messages = () if len(sound) == len(unlike) else ("Repairs that plan check would refuse were left out.",)
        return tuple(sorted(sound, key=lambda repair: repair.rank)), messages

    def _each(self, makers: list[Make]) -> list[Repair]:
        with ThreadPoolExecutor(self.jobs, thread_name_prefix="repair") as pool:
            return [repair for made in pool.map(lambda make: list(make()), makers) for repair in made]

    def _sound(self, repair: Repair) -> bool:
        """Whether the plan passes the audit of the repaired instance, and the instance the checks."""
        passed = audit(repair.instance, repair.plan, objective=self.asker.options.objective).passed
        return passed and not any(fault.severity == "error" for fault in check(repair.instance.records))

    def _stage(self, stage: str) -> None:
        self.asker.tell = lambda solves: self.tell(Step(stage, solves))
        self.tell(Step(stage, self.asker.solves))


def _fact(row: Waiver) -> bool:
    """Whether a row states what nobody at the table decides, so that it is waived last."""
    return not isinstance(row.record, Funder | Target | Limit | Activity)


def _demand(row: Waiver) -> bool:
    """Whether a row is a wish of the plan's owners: a target, a limit, a commitment."""
    return isinstance(row.record, Target | Limit) or row.fields == ("status",)


def _ignore(step: Step) -> None:
    pass
