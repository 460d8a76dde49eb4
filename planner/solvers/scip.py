"""SCIP, in this process through pyscipopt."""

# mypy: allow-untyped-calls
from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from math import isfinite
from typing import Any

import pulp
from pulp import LpProblem

from planner.errors import InputError
from planner.solvers.base import Board, Outcome, Settings, Solver, ending_of, values_of

_INFINITE = 1e19


class Scip(Solver):
    name = "scip"

    def __init__(self) -> None:
        self._model: Any = None

    def available(self) -> bool:
        return find_spec("pyscipopt") is not None

    def version(self) -> str:
        from pyscipopt import Model

        return f"SCIP {Model().version()} (pyscipopt {version('pyscipopt')})"

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        driver = _Driver(self, settings, board)
        stats = problem.solve(driver)
        model, self._model = self._model, None
        bound = _finite(model.getDualbound())
        nodes = int(model.getNTotalNodes())
        root = bound if nodes <= 1 else _finite(model.getDualboundRoot())
        return Outcome(ending_of(stats), values_of(problem, stats), bound, root, nodes)

    def interrupt(self) -> None:
        if self._model is not None:
            self._model.interruptSolve()


class _Driver(pulp.SCIP_PY):
    """PuLP's interface to SCIP, without holding the interpreter's lock while SCIP works, and with a watcher."""

    def __init__(self, owner: Scip, settings: Settings, board: Board) -> None:
        super().__init__(
            msg=settings.log,
            timeLimit=settings.seconds,
            gapRel=settings.gap,
            maxNodes=settings.nodes,
            warmStart=settings.warm,
        )
        self._owner, self._settings, self._board = owner, settings, board

    def buildSolverModel(self, lp: LpProblem) -> Any:
        built = super().buildSolverModel(lp)
        model: Any = lp.solverModel
        model.setParam("misc/catchctrlc", False)
        model.setParam("randomization/randomseedshift", self._settings.seed)
        for name, text in self._settings.options.items():
            _set(model, name, text)
        if lp.objective is not None and lp.objective.constant:
            model.addObjoffset(lp.objective.constant)
        model.includeEventhdlr(_watcher(self._board, built[0]), "watch", "shows incumbents and bounds on the board")
        self._owner._model = model
        return built

    def callSolver(self, lp: LpProblem) -> None:
        self._owner._model.optimizeNogil()


def _watcher(board: Board, columns: list[Any]) -> Any:
    """An event handler; made here because pyscipopt is imported only when SCIP is asked for."""
    from pyscipopt import Eventhdlr
    from pyscipopt.scip import PY_SCIP_EVENTTYPE as SCIP_EVENTTYPE

    caught = (SCIP_EVENTTYPE.BESTSOLFOUND, SCIP_EVENTTYPE.NODESOLVED)

    class Watcher(Eventhdlr):
        def eventinit(self) -> None:
            for kind in caught:
                self.model.catchEvent(kind, self)

        def eventexit(self) -> None:
            for kind in caught:
                self.model.dropEvent(kind, self)

        def eventexec(self, event: Any) -> None:
            model = self.model
            if event.getType() == SCIP_EVENTTYPE.BESTSOLFOUND:
                best = model.getBestSol()
                board.values = tuple(model.getSolVal(best, column) for column in columns)
                board.objective = float(model.getSolObjVal(best))
            board.bound = _finite(model.getDualbound())
            board.nodes = int(model.getNTotalNodes())
            if board.stop:
                model.interruptSolve()

    return Watcher()


def _finite(bound: float) -> float | None:
    return float(bound) if isfinite(bound) and abs(bound) < _INFINITE else None


def _set(model: Any, name: str, text: str) -> None:
    """A raw option in the type SCIP has for it."""
    try:
        present = model.getParam(name)
    except KeyError:
        raise InputError(f"SCIP has no option {name!r}", "Its options are listed at https://scipopt.org.") from None
    try:
        if isinstance(present, bool):
            value: Any = {"true": True, "1": True, "false": False, "0": False}[text.lower()]
        else:
            value = type(present)(text)
        model.setParam(name, value)
    except (KeyError, ValueError):
        raise InputError(f"SCIP option {name}: {text!r} is not of its type ({type(present).__name__})") from None
