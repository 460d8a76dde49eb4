"""What polishing asks of whoever solves: ``models`` calls no solver."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pulp import LpProblem

type Values = Mapping[str, float]
"""Of columns, by name."""


class Solve(Protocol):
    """Solves a problem to a relative ``gap`` within ``seconds``, from the solution ``start`` if one is given; ``about``
    is no solution, but near to one. ``exact``: rows are to be kept as exactly as the solver can. ``nodes`` is a limit.

    Returns values by column name, or None without a solution.
    """

    def __call__(
        self,
        problem: LpProblem,
        *,
        gap: float,
        seconds: float,
        start: Values | None = None,
        about: Values | None = None,
        exact: bool = False,
        nodes: int | None = None,
    ) -> Values | None: ...
