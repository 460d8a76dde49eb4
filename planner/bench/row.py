"""One run as a row of the table. The order of the fields is that of the columns; an empty cell: not known."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from planner.bench.circumstances import code, machine
from planner.bench.course import integral, reached
from planner.bench.trial import Trial, described
from planner.series.journal import versions
from planner.solve.result import Point, Result, Status
from planner.write.escape import escape, unescape

FAILED = "failed"
"""Status of a run whose solving process broke down; all others are those of a solve."""
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Times are seconds of wall clock from the beginning of building, when the solving process is up (``start``)."""

    instance: str
    hash: str
    """First twelve digits of the instance's identity: what it says, not how it is written."""
    solver: str
    setting: str
    seed: int
    objective: str
    status: str
    cut: bool
    """Whether it ended without a proof: by a limit, or because the solving process broke down."""
    value: float | None = None
    """Score of the audited plan, or its cost."""
    bound: float | None = None
    gap: float | None = None
    """``(bound - value) / max(|value|, 1e-9)``, mirrored for cost, never below 0; of the audited value."""
    first_plan: float | None = None
    to_1_percent: float | None = None
    """Until that gap between incumbent and bound was 1 %; empty where the audited plan did not come so near."""
    to_01_percent: float | None = None
    """Likewise 0.1 %."""
    integral: float | None = None
    """Primal-dual integral in seconds: the share that is open (``course.integral``), from 0 to ``total``."""
    nodes: int = 0
    root_gap: float | None = None
    """The same gap with the last bound proven before the first branching."""
    rows: int = 0
    columns: int = 0
    nonzeros: int = 0
    start: float | None = None
    """Until the solving process was up and had imported what it needs; not part of ``total``."""
    build: float | None = None
    solve: float | None = None
    """In the solver, searching."""
    polish: float | None = None
    """In small solves that make the money whole and choose who pays."""
    audit: float | None = None
    total: float | None = None
    peak_megabytes: float | None = None
    """Most memory that the processes that solve held together (``memory.Watch``), in 1024 * 1024 bytes."""
    time_limit: float
    options: str
    planner: str
    code: str
    """Digits that change with the code (``circumstances.code``)."""
    pulp: str
    solver_version: str
    python: str
    machine: str

    @property
    def key(self) -> tuple[object, ...]:
        """Runs of the same key would only measure the same again."""
        program = (self.planner, self.code, self.pulp, self.solver_version, self.python)
        return (self.hash, self.solver, self.setting, self.options, self.seed, *program)

    @property
    def question(self) -> tuple[str, ...]:
        """Runs of the same question have the same optimum: of the instance, the objective and the rules awake."""
        without = next((word for word in self.options.split() if word.startswith("without=")), "")
        return self.hash, self.objective, without

    def plain(self) -> dict[str, str]:
        """The cells by column, for CSV."""
        return {each.name: _text(each.name, getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_plain(cls, cells: Mapping[str, str]) -> Self:
        """What :meth:`plain` gave. Raises ``KeyError`` or ``ValueError`` where it is something else."""
        return cls(**{name: _value(cells[name], kind) for name, kind in _KINDS.items()})


_KINDS = typing.get_type_hints(Row)
COLUMNS = tuple(each.name for each in fields(Row))
_SHORT = {"first_plan", "to_1_percent", "to_01_percent", "integral", "start", "build", "solve", "polish", "audit",
          "total", "peak_megabytes"}  # fmt: skip


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}" if name in _SHORT else f"{value:.10g}"
    return escape(value) if isinstance(value, str) else str(value)


def _value(cell: str, kind: Any) -> Any:
    if kind is str:
        return unescape(cell)
    if kind is bool:
        return {"yes": True, "no": False}[cell]
    if kind is int:
        return int(cell)
    return None if cell == "" and kind is not float else float(cell)


def blank(trial: Trial) -> Row:
    """The row of a run that broke down: what was asked, where and with what."""
    found = versions(trial.options)
    return Row(
        instance=trial.name,
        hash=trial.hash,
        solver=trial.options.solver.strip().lower(),
        setting=trial.setting,
        seed=trial.options.seed,
        objective=trial.options.objective,
        status=FAILED,
        cut=True,
        time_limit=trial.options.time_limit,
        options=described(trial.options),
        planner=found["planner"],
        code=code(),
        pulp=found["pulp"],
        solver_version=found["solver"],
        python=_python(),
        machine=machine(),
    )


def figures(result: Result, peak: int) -> dict[str, Any]:
    """What a solve adds to the row; ``peak`` is the memory that was seen, in bytes."""
    effort, objective = result.effort, result.options.objective
    total = max(0.0, result.seconds - effort.start)
    trace = (*effort.trace, Point(total, result.value, result.bound))

    def near(share: float) -> float | None:
        return None if reached(trace[-1:], share, objective) is None else reached(trace, share, objective)

    return {
        "status": str(result.status),
        "cut": result.status not in (Status.SOLVED, Status.INFEASIBLE),
        "value": result.value,
        "bound": result.bound,
        "gap": result.gap,
        "first_plan": effort.first_plan,
        "to_1_percent": near(0.01),
        "to_01_percent": near(0.001),
        "integral": integral(effort.trace, total),
        "nodes": result.nodes,
        "root_gap": result.root_gap,
        "rows": result.rows,
        "columns": result.columns,
        "nonzeros": result.nonzeros,
        "start": effort.start,
        "build": effort.build,
        "solve": effort.search,
        "polish": effort.polish,
        "audit": effort.audit,
        "total": total,
        "peak_megabytes": max(peak, effort.peak_memory or 0) / _MEGABYTE or None,
    }


def _python() -> str:
    from platform import python_version

    return python_version()
