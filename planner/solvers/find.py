"""Solvers by name: three the planner knows well, and every other one PuLP finds on this machine."""

from __future__ import annotations

from collections.abc import Callable

import pulp

from planner.errors import InputError
from planner.solvers.base import Solver
from planner.solvers.cbc import Cbc
from planner.solvers.highs import Highs
from planner.solvers.other import Other
from planner.solvers.scip import Scip

KNOWN: dict[str, Callable[[], Solver]] = {"highs": Highs, "cbc": Cbc, "scip": Scip}
PULP_NAMES = {"highs": "highs", "coin_cmd": "cbc", "scip_py": "scip"}
"""PuLP's names of the solvers we know, in lower case, and ours."""
REMEDIES = {
    "highs": "pip install highspy",
    "cbc": 'pip install "multitrack-planner[cbc]"',
    "scip": 'pip install "multitrack-planner[scip]"',
}


def find(name: str) -> Solver:
    """The solver called ``name``, in any mix of capitals. Raises ``InputError`` where it is unknown or missing."""
    word = name.strip().lower()
    word = PULP_NAMES.get(word, word)
    if word in KNOWN:
        solver = KNOWN[word]()
    else:
        exact = {each.lower(): each for each in pulp.listSolvers()}.get(word)
        if exact is None:
            raise InputError(f"there is no solver {name!r}; installed: {_installed()}", _remedy(None))
        solver = Other(exact)
    if not solver.available():
        raise InputError(f"solver {name!r} is not installed; installed: {_installed()}", _remedy(word))
    return solver


def installed() -> tuple[str, ...]:
    """Names of the solvers that can be used here, the default one first."""
    known = tuple(name for name, make in KNOWN.items() if make().available())
    others = (name for name in pulp.listSolvers(onlyAvailable=True) if name.lower() not in PULP_NAMES)
    return (*known, *others)


def _installed() -> str:
    return ", ".join(installed()) or "none"


def _remedy(word: str | None) -> str:
    if word in REMEDIES:
        return f"Install it: {REMEDIES[word]}"
    if word is None:
        return "Use highs, cbc, scip or one that PuLP knows: " + ", ".join(dict.fromkeys(pulp.listSolvers()))
    return "Install it as its maker says, so that PuLP finds it."
