"""What polishing asks of whoever solves: ``models`` calls no solver."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired, Protocol, TypedDict, Unpack

from pulp import LpProblem

type Values = Mapping[str, float]
"""Of columns, by name."""


class Asked(TypedDict):
    """To solve to a relative ``gap`` within ``seconds``, from the solution ``start`` if one is given; ``about`` is no
    solution, but near to one. ``exact``: rows are to be kept as exactly as the solver can. ``nodes`` is a limit.
    ``brief``: what is found early will do. ``nearby``: it differs little from what is held already. Who solves in parts
    is to take parts together up to ``pool`` columns, within what they have by ``start`` or ``about``.
    """

    gap: float
    seconds: float
    start: NotRequired[Values | None]
    about: NotRequired[Values | None]
    exact: NotRequired[bool]
    nodes: NotRequired[int | None]
    brief: NotRequired[bool]
    nearby: NotRequired[bool]
    pool: NotRequired[int]


class Solve(Protocol):
    """Solves a problem as asked. Returns values by column name, or None without a solution."""

    def __call__(self, problem: LpProblem, **asked: Unpack[Asked]) -> Values | None: ...
