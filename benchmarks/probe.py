"""Solves one instance by whatever version of the planner runs this file, and tells what it took, as JSON.

Only for ``benchmarks.at``: it uses no more of the planner than every version has, ``read``, ``solve`` and
``on_progress``. Standard input: ``{"file": ..., "options": {...}}``.
"""

from __future__ import annotations

import json
import sys
from typing import Any

NUMBERS = ("value", "bound", "gap", "root_gap", "seconds", "rows", "columns", "nonzeros", "nodes")


def main() -> None:
    import planner

    asked = json.load(sys.stdin)
    asked["options"]["without"] = frozenset(asked["options"]["without"])
    trace: list[tuple[float, float | None, float | None]] = []

    def note(progress: Any) -> None:
        trace.append((progress.seconds, progress.incumbent, progress.bound))

    instance = planner.read(asked["file"])[0]
    result = planner.solve(instance, on_progress=note, **asked["options"])
    told: dict[str, Any] = {name: getattr(result, name) for name in NUMBERS}
    told |= {name: getattr(result.effort, name) for name in ("build", "search", "polish", "audit", "peak_memory")}
    json.dump({**told, "status": str(result.status), "trace": trace}, sys.stdout)


if __name__ == "__main__":
    main()
