"""Solves that tests share."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from models.instance import Instance
from planner.solve.options import SolveOptions
from planner.solve.result import Result, Status

_KNOWN: dict[tuple[str, str], Result] = {}


@pytest.fixture
def known_solves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Solve the same instance with the same options once in this process: for tests of what is made of an answer.

    Starting a solving process takes far longer than solving a tiny instance. A solve is always made where somebody
    watches it, where it must be reproducible or writes a file, and where one like it did not come to its own end.
    """
    from planner.series import series
    from planner.solve import run

    monkeypatch.setattr("planner.solve.solve", _remembering(run.solve, watched=True))
    monkeypatch.setattr(series, "solve", _remembering(run.solve, watched=False))


def _remembering(solve: Callable[..., Result], *, watched: bool) -> Callable[..., Result]:
    def known(instance: Instance, options: SolveOptions | None = None, **given: Any) -> Result:
        changes = {each.name: given.pop(each.name) for each in dataclasses.fields(SolveOptions) if each.name in given}
        options = dataclasses.replace(options or SolveOptions(), **changes)
        key = repr(instance.records), repr(options)
        own = options.reproducible or options.log or options.write_model or options.resume
        if own or (watched and given.get("on_progress")):
            return solve(instance, options, **given)
        if key not in _KNOWN:
            result = solve(instance, options, **given)
            if result.status not in (Status.SOLVED, Status.INFEASIBLE):
                return result
            _KNOWN[key] = result
        return dataclasses.replace(_KNOWN[key], instance=instance)

    return known
