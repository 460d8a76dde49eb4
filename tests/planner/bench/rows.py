"""Rows of runs that nobody made."""

from __future__ import annotations

from typing import Any

from planner.bench import Row


def row(**given: Any) -> Row:
    """A run of instance ``one`` that proved 0.5 in a second; ``given`` says what is otherwise."""
    common: dict[str, Any] = {
        "instance": "one", "hash": "a" * 12, "solver": "highs", "setting": "default", "seed": 0,
        "objective": "progress", "status": "solved", "cut": False, "value": 0.5, "bound": 0.5, "gap": 0.0,
        "first_plan": 0.1, "to_1_percent": 0.5, "to_01_percent": 0.9, "integral": 0.3, "nodes": 1, "root_gap": 0.01,
        "rows": 10, "columns": 5, "nonzeros": 20, "start": 1.0, "build": 0.1, "solve": 0.8, "polish": 0.05,
        "audit": 0.01, "total": 1.0, "peak_megabytes": 100.0, "time_limit": 60.0,
        "options": "gap=0.001 objective=progress threads=1 time-limit=60", "planner": "0.1.0", "code": "c0de",
        "pulp": "4.2.0", "solver_version": "highs 1.16.0", "python": "3.13.0", "machine": "a machine",
    }  # fmt: skip
    return Row(**{**common, **given})
