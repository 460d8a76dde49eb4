"""CBC, a program of its own: the binary of the wheel ``cbcbox``, or ``cbc`` on the path."""

# mypy: allow-untyped-calls
from __future__ import annotations

import os
import re
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pulp
from pulp import LpProblem
from pulp.constants import LpMaximize

from planner.solvers.base import Board, Outcome, Settings, Solver, ending_of, proven_bound, values_of
from planner.solvers.ending import Ending

_SECONDS_BETWEEN_LOOKS = 0.25
_LAST_BOUND = re.compile(r"(?:Lower bound|Bound):\s+(-?[\d.e+-]+)")
_OPTIMAL = "Optimal"
"""Where it is content with a gap CBC says so, too, and states its objective as the bound."""
_SOLUTION = re.compile(r"★.*solution\s+(-?[\d.e+-]+)\s+[\d.]+\s*$")
_PRINTED_DIGITS = 1e-6
"""CBC prints six digits; a bound read from its log is loosened by as much."""


class Cbc(Solver):
    name = "cbc"

    def available(self) -> bool:
        return bool(pulp.COIN_CMD(msg=False).available())

    def version(self) -> str:
        from importlib.metadata import PackageNotFoundError, version

        try:
            return f"CBC (cbcbox {version('cbcbox')})"
        except PackageNotFoundError:
            return "CBC"

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        log = settings.folder / "cbc.log"
        log.touch()
        solver = pulp.COIN_CMD(
            msg=False,
            timeLimit=settings.seconds - _slack(settings.seconds),
            gapRel=settings.gap,
            threads=settings.threads if settings.threads > 1 else None,
            maxNodes=settings.nodes,
            randomSeed=settings.seed,
            warmStart=settings.warm,
            logPath=str(log),
            options=[f"{name} {text}".strip() for name, text in settings.options.items()],
        )
        solver.tmpDir = str(settings.folder)
        objective = problem.objective
        follower = _Follower(
            log,
            board,
            sign=-1.0 if problem.sense == LpMaximize else 1.0,
            constant=0.0 if objective is None else float(objective.constant),
            echo=settings.log,
        )
        with follower:
            stats = problem.solve(solver)
        ending = ending_of(stats)
        bound = board.bound
        if ending is Ending.OPTIMAL:
            stats.best_bound = None
            claimed = proven_bound(problem, stats, settings.gap)
            tighter = min if problem.sense == LpMaximize else max
            bound = tighter((each for each in (bound, claimed) if each is not None), default=None)
        nodes = max(board.nodes, int(stats.nodes or 0))
        return Outcome(ending, values_of(problem, stats), bound, bound if nodes <= 1 else board.root_bound, nodes)

    def interrupt(self) -> None:
        """Interrupt every process of our own group: this one ignores it, CBC hands back its best solution."""
        if sys.platform != "win32":
            os.killpg(0, signal.SIGINT)

    def abandon(self) -> None:
        """End CBC; this process has a handler of its own for the signal."""
        if sys.platform != "win32":
            os.killpg(0, signal.SIGTERM)


def _slack(seconds: float) -> float:
    """How much earlier CBC is asked to stop: it may pass its limit, and if it is killed its solution is lost."""
    return min(max(1.0, seconds / 10), 10.0, seconds / 2)


@dataclass
class _Follower:
    """Reads CBC's log while it grows, puts its progress on the board and echoes it where the user wants to see it.

    PuLP hands CBC a problem to be minimised, without its constant: ``sign`` and ``constant`` lead back.
    """

    log: Path
    board: Board
    sign: float
    constant: float
    echo: bool

    def __enter__(self) -> None:
        self._finished = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._finished.set()
        self._thread.join()

    def _follow(self) -> None:
        with self.log.open(encoding="utf-8", errors="replace") as lines:
            last = False
            while not last:
                last = self._finished.wait(_SECONDS_BETWEEN_LOOKS)
                self._read(lines)

    def _read(self, lines: TextIO) -> None:
        for line in lines:
            if self.echo:
                print(line, end="", flush=True)
            with suppress(ValueError):
                self._note(line)

    def _note(self, line: str) -> None:
        words = line.replace("★", " ").split()
        if len(words) >= 7 and words[0].isdigit() and words[-2].endswith("%"):
            self.board.nodes = int(words[0])
            self.board.objective = self._value(float(words[3]))
            self._bound(float(words[-3]), root=words[0] == "0")
        elif found := _SOLUTION.search(line):
            self.board.objective = self._value(float(found[1]))
        elif _OPTIMAL not in line and (found := _LAST_BOUND.search(line)):
            self._bound(float(found[1]), root=False)

    def _value(self, printed: float) -> float:
        return self.sign * printed + self.constant

    def _bound(self, printed: float, root: bool) -> None:
        if abs(printed) < 1e40:
            bound = self._value(printed - _PRINTED_DIGITS * abs(printed))
            self.board.bound = bound
            if root:
                self.board.root_bound = bound
