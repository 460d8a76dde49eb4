"""Plans multi-track peace interventions: which tracks to activate, when, and who pays, with a proven bound.

    import planner

    instance, warnings = planner.read("georgia-russia.csv")
    result = planner.solve(instance, gap=0.001, time_limit=60)
    print(result.status, result.gap, result.plan.cost)

Importing this package loads nothing; each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.alternatives import Alternative, Alternatives, alternatives
    from planner.compare import Comparison, compare
    from planner.earmarks import Earmarks, earmarks
    from planner.explain import Explanation, explain
    from planner.ladder import Ladder, ladder
    from planner.price import Price, Prices, price
    from planner.read import read
    from planner.repair import Repair, Repairs, repair
    from planner.replan import Replan, replan
    from planner.report import Report, report
    from planner.robust import Robust, robust
    from planner.solve import Progress, Result, SolveOptions, Status, solve

_PACKAGES = (
    "alternatives", "compare", "earmarks", "explain", "ladder", "price", "read", "repair", "replan", "report", "robust",
    "solve",
)  # fmt: skip
_HOMES = dict.fromkeys(("Progress", "Result", "SolveOptions", "Status"), "planner.solve")
_HOMES |= dict.fromkeys(("Price", "Prices"), "planner.price")
_HOMES |= dict.fromkeys(("Alternative", "Alternatives"), "planner.alternatives")
_HOMES["Robust"] = "planner.robust"
_HOMES["Comparison"] = "planner.compare"
_HOMES["Earmarks"] = "planner.earmarks"
_HOMES["Explanation"] = "planner.explain"
_HOMES["Ladder"] = "planner.ladder"
_HOMES |= dict.fromkeys(("Repair", "Repairs"), "planner.repair")
_HOMES["Replan"] = "planner.replan"
_HOMES["Report"] = "planner.report"

__all__ = [
    "Alternative",
    "Alternatives",
    "Comparison",
    "Earmarks",
    "Explanation",
    "Ladder",
    "Price",
    "Prices",
    "Progress",
    "Repair",
    "Repairs",
    "Replan",
    "Report",
    "Result",
    "Robust",
    "SolveOptions",
    "Status",
    "alternatives",
    "compare",
    "earmarks",
    "explain",
    "ladder",
    "price",
    "read",
    "repair",
    "replan",
    "report",
    "robust",
    "solve",
]


def __getattr__(name: str) -> object:
    if name in _PACKAGES:
        return import_module(f"planner.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'planner' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
