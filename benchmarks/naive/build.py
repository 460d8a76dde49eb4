"""The whole naive model."""

from __future__ import annotations

from pulp import LpProblem

from benchmarks.naive import money, progress, talks, work
from benchmarks.naive.model import Naive
from models.instance import Instance


def build(instance: Instance) -> LpProblem:
    """The problem, score to be maximised, money in thousands. Raises ``ValueError`` for what it does not plan."""
    model = Naive(instance)
    for part in (work, money, talks, progress):
        part.rows(model)
    return model.problem
