"""Whether a problem is solved whole or in parts, and how that is told."""

from __future__ import annotations

from pathlib import Path

from planner.solve.decomposed.checkpoint import Checkpoint
from planner.solve.decomposed.children import Children
from planner.solve.decomposed.cluster import Cluster
from planner.solve.decomposed.connection import Connection
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.parts import Parts
from planner.solve.decomposed.reach import check_installed
from planner.solve.decomposed.small import SharedSolver
from planner.solve.decomposed.solver import Decomposed
from planner.solve.decomposed.split import split
from planner.solve.neutral import Neutral
from planner.solve.options import SolveOptions
from planner.solve.small import SmallSolver
from planner.solvers.base import Solver

LEAST_BLOCKS, LEAST_COLUMNS = 4, 6_000
"""By itself the planner takes a problem apart only from so many parts and columns on: less is soon solved whole."""

_POLISHED_TOGETHER = 8
"""Parts whose money is made whole in the time that a single conflict may take."""


class Method:
    """Decides for one task, and keeps the workers. ``messages`` say what was decided, where that needs saying.

    A context manager: on leaving, the workers are gone.
    """

    def __init__(self, options: SolveOptions, folder: Path) -> None:
        self._options, self._folder = options, folder
        self._crew: Crew | None = None
        self._parts = 1
        self.messages: list[str] = []

    def __enter__(self) -> Method:
        if self._options.cluster is not None:
            check_installed()
        return self

    def __exit__(self, *_: object) -> None:
        if self._crew is not None:
            self.messages += self._crew.remarks()
            self._crew.close()

    def renew(self) -> None:
        """Take other workers: a search that was given up may still be counting on the present ones. Where a cluster is
        gone, they are processes of this machine."""
        if self._crew is not None:
            self.messages += self._crew.remarks()
            if self._crew.gone:
                self._crew.close()
                self._crew = Children(self._options.solver_threads, self._folder)
            else:
                self._crew = self._crew.successor()

    def searcher(self, solver: Solver, neutral: Neutral) -> Solver:
        """``solver`` for the whole, or one that solves the problem in parts."""
        options = self._options
        if options.method == "whole":
            return self._whole(solver, "")
        if reason := _against(options):
            return self._whole(solver, reason)
        parts = split(neutral.form, [name for _, name in neutral.rows])
        if len(parts) < 2:
            return self._whole(solver, "its conflicts are linked by more than money, people and quotas")
        if options.method == "auto" and (len(parts) < LEAST_BLOCKS or len(parts.whole.cost) < LEAST_COLUMNS):
            return self._whole(solver, "")
        if self._crew is None:
            self._crew = self._hired()
            self._parts = len(parts)
            self.messages.append(_told(parts))
            if options.cluster is not None:
                workers = "1 worker" if self._crew.size == 1 else f"{self._crew.size} workers"
                self.messages.append(f"They were solved by a cluster, which had {workers} when the search began.")
            if options.log is not False:
                self.messages.append("There is no solver's log: one is kept only with --method whole.")
        checkpoint = None if options.resume is None else Checkpoint(options.resume, parts)
        found = Decomposed(parts, neutral.form.sense, neutral.form.constant, self._crew, checkpoint)
        if found.resumed:
            self.messages.append(f"Went on from {options.resume}.")
        return found

    def _hired(self) -> Crew:
        """Those who were asked for. Raises ``InputError`` where there is no such cluster."""
        options = self._options
        if options.cluster is None:
            return Children(options.solver_threads, self._folder)
        return Cluster(
            Connection(
                options.cluster,
                unencrypted=options.cluster_unencrypted,
                workers=options.solver_threads,
                folder=self._folder,
            )
        )

    def _whole(self, solver: Solver, reason: str) -> Solver:
        """``solver``; with the reason where parts were asked for."""
        if reason and self._options.method == "decomposed":
            self.messages.append(f"Solved whole, though decomposed was asked for: {reason}.")
        if self._options.resume is not None:
            self.messages.append(f"Solved whole, so there is nothing to resume from; {self._options.resume} was left.")
        if self._options.cluster is not None:
            self.messages.append("Solved whole on this machine; the cluster was not used.")
        return solver

    @property
    def in_parts(self) -> bool:
        """Whether the search is, or was, one in parts."""
        return self._crew is not None

    @property
    def size(self) -> float:
        """How many times as long as for a single conflict making money whole may take."""
        return max(1.0, self._parts / _POLISHED_TOGETHER) if self.in_parts else 1.0

    def small(self, small: SmallSolver) -> SmallSolver | SharedSolver:
        """Who solves what is left to do after the search."""
        if self._crew is not None and self._crew.gone:
            self.renew()
        return small if self._crew is None else SharedSolver(small, self._crew)


def _against(options: SolveOptions) -> str:
    """What in the options leaves no choice but to solve the whole; empty where nothing does."""
    if options.solver.lower() != "highs":
        return f"parts are solved by highs only, and {options.solver} was asked for"
    if options.reproducible or options.nodes is not None:
        return "a limit on nodes is for one search, and searches side by side never run alike twice"
    if options.solver_options:
        return "raw options are for one search"
    return ""


def _told(parts: Parts) -> str:
    return (
        f"Solved in {len(parts)} parts, which share money, people or quotas only: each by itself, at prices for what "
        "they share, then some together. The bound holds for the whole."
    )
