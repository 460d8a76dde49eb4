"""What tells one job from another, so that an answer in a file is never taken for that of another job."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any

from models.instance import Instance
from planner.identity import identity
from planner.solve.options import SolveOptions


def mark(instance: Instance, options: SolveOptions) -> str:
    """A short hash of the instance and of what is asked of it; threads and a plan to start from change no answer."""
    asked = [
        identity(instance),
        options.objective,
        options.gap,
        options.time_limit,
        sorted(options.without),
        _plain(options.conditions),
    ]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """As JSON says it, the same for the same meaning."""
    if is_dataclass(value):
        return [type(value).__name__, {each.name: _plain(getattr(value, each.name)) for each in fields(value)}]
    if isinstance(value, set | frozenset):
        return sorted((_plain(each) for each in value), key=str)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return value if isinstance(value, str | int | float | None) else str(value)
