"""HiGHS, in this process through highspy: the default solver."""

# mypy: allow-untyped-calls
from __future__ import annotations

from importlib.util import find_spec
from math import isfinite
from typing import Any

import pulp
from pulp import LpProblem

from planner.errors import InputError
from planner.solvers.base import Board, Outcome, Settings, Solver, ending_of, values_of

SMALLEST_ABSOLUTE_GAP = 1e-9
"""HiGHS also stops at an absolute gap, by default 1e-6: too coarse for scores that are themselves small."""

_FREE_COLUMN, _DOUBLETON, _AGGREGATOR, _PROBING, _ENUMERATION = 8, 9, 12, 15, 16
"""Numbers of presolve rules (HiGHS ``PresolveRuleType``)."""
_WRITTEN = sum(1 << rule for rule in (_FREE_COLUMN, _DOUBLETON, _AGGREGATOR, _PROBING))
AS_WRITTEN = {"presolve_rule_off": _WRITTEN}
"""Rows as they are written: nothing is substituted, nothing probed. Rows of stocks lead from one node to the next; put
into each other they reach over many, and HiGHS alone was seen to spend most of its time on cuts from those. Beside a
hunt for plans that is a gain for close gaps alone (``benchmarks/README.md``)."""
LEAN = {"mip_heuristic_run_rins": False, "mip_heuristic_run_root_reduced_cost": False}
"""Where plans are looked for beside HiGHS: these heuristics are searches of their own, which were seen to take nine
tenths of its time at the root. Its option of how much effort heuristics are worth does not reach them there."""
BRIEF = LEAN | {"mip_allow_restart": False}
"""For problems whose best solution is found early, and proven to be the best late or never; after each restart the
heuristics at the root would be run anew."""
BRANCHING = BRIEF | {
    "mip_heuristic_run_rens": False,
    "mip_pscost_minreliable": 0,
    "mip_allow_cut_separation_at_nodes": False,
}
"""For small problems whose best solution lies some tens of nodes away: branching there at once, without first trying
columns out and cutting each node anew, was seen to be sooner done than looking for it at the root."""
PROVING = BRIEF | {
    "presolve_rule_off": _WRITTEN + (1 << _ENUMERATION),
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_feasibility_jump": False,
}
"""Where a good solution is known and only the bound is missing. Rows as written, and none made anew of what small ones
leave possible."""
CLOSE = 0.003
"""Gaps below this are mostly waited for long after the plan was found."""
EARLY = {"mip_heuristic_run_zi_round": True, "mip_heuristic_run_shifting": True}
"""For problems that are mostly done as soon as there is a solution: these look for one before the first cuts."""
EXACT = dict.fromkeys(("primal_feasibility_tolerance", "mip_feasibility_tolerance"), 1e-8)
"""What rows may be missed by where the usual 1e-6 adds up, period after period, to more than an audit allows."""


class Highs(Solver):
    name = "highs"

    def available(self) -> bool:
        return find_spec("highspy") is not None

    def version(self) -> str:
        import highspy

        return f"HiGHS {highspy.Highs().version()}"

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        import highspy
        import numpy as np

        kinds = highspy.cb.HighsCallbackType

        def watch(kind: Any, _message: str, told: Any, answer: Any, _user: Any) -> None:
            if kind == kinds.kCallbackMipImprovingSolution:
                board.values = tuple(told.mip_solution)
                board.objective = float(told.objective_function_value)
            elif kind in (kinds.kCallbackMipLogging, kinds.kCallbackMipInterrupt):
                _note_bound(board, float(told.mip_dual_bound), int(told.mip_node_count))
            elif kind == kinds.kCallbackMipUserSolution and (hint := board.hint) is not None:
                board.hint = None
                answer.setSolution(np.array(hint))
            if board.stop:
                answer.user_interrupt = True

        solver = pulp.HiGHS(
            msg=settings.log,
            callbackTuple=(watch, None),
            callbacksToActivate=[
                kinds.kCallbackMipImprovingSolution,
                kinds.kCallbackMipLogging,
                kinds.kCallbackMipInterrupt,
                kinds.kCallbackSimplexInterrupt,
                kinds.kCallbackIpmInterrupt,
                *([kinds.kCallbackMipUserSolution] if _thorough(settings) else ()),
            ],
            warmStart=settings.warm and _complete(problem),
            **_parameters(settings),
        )
        stats = problem.solve(solver)
        model: Any = problem.solverModel
        values = values_of(problem, stats)
        bound = stats.best_bound
        if bound is None and not problem.isMIP():
            bound = stats.objective
        nodes = max(0, int(model.getInfo().mip_node_count))
        return Outcome(ending_of(stats), values, bound, bound if nodes <= 1 else board.root_bound, nodes)


def _complete(problem: LpProblem) -> bool:
    """Whether every whole-number column has a whole number to start from. HiGHS fills in what is missing by a search of
    its own, in which the others are held, and tells the bound of that as if it held for the whole problem.
    """
    whole = (column.varValue for column in problem.exported_variables() if column.cat == "Integer")
    return all(value is not None and value == round(value) for value in whole)


def _note_bound(board: Board, bound: float, nodes: int) -> None:
    if isfinite(bound):
        board.bound = bound
        if nodes == 0:
            board.root_bound = bound
    board.nodes = nodes


def _parameters(settings: Settings) -> dict[str, Any]:
    """Keywords for PuLP's class, which hands those it does not know to HiGHS; raw options come last and win."""
    given: dict[str, Any] = {
        "gapRel": settings.gap,
        "timeLimit": settings.seconds,
        "threads": settings.threads,
        "random_seed": settings.seed,
        "mip_abs_gap": SMALLEST_ABSOLUTE_GAP,
    }
    if settings.nodes is not None:
        given["mip_max_nodes"] = settings.nodes
    if settings.beside:
        given |= PROVING if settings.warm else LEAN
    if _thorough(settings):
        given |= AS_WRITTEN
    return given | {name: _typed(name, text) for name, text in settings.options.items()}


def _thorough(settings: Settings) -> bool:
    """Whether the bound will be long in coming, so that plans found beside HiGHS are worth its while: what cannot be in
    a better one is fixed. To wider gaps they were seen to hold it up."""
    return settings.beside and settings.gap < CLOSE


def _typed(name: str, text: str) -> bool | int | float | str:
    """A raw option in the type HiGHS wants for it."""
    import highspy

    status, kind = highspy.Highs().getOptionType(name)
    if status != highspy.HighsStatus.kOk:
        raise InputError(f"HiGHS has no option {name!r}", "Its options are listed at https://highs.dev.")
    kinds = highspy.HighsOptionType
    try:
        if kind == kinds.kBool:
            return {"true": True, "on": True, "1": True, "false": False, "off": False, "0": False}[text.lower()]
        return int(text) if kind == kinds.kInt else float(text) if kind == kinds.kDouble else text
    except (KeyError, ValueError):
        raise InputError(f"HiGHS option {name}: {text!r} is not of its type ({kind.name[1:].lower()})") from None
