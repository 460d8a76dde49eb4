"""Finds the canonical payers of a plan: the two questions of ``payers``, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.extract import grants_of
from models.model import Model
from models.payers import Ledger, by_order, ledger
from models.plan import Grant, Plan
from models.polish.holding import as_it_was, stay_within
from models.polish.solving import Solve, Values

type Gaps = Mapping[tuple[str, int], float]

WHOLE = 1e-4
"""How near to a whole number a payment must come to be one."""

COUNTING = 250
"""How long the fewest grants are sought, in nodes times what might be a grant. As far as was seen they are found at the
root, and proven to be the fewest much later; a limit of nodes, other than one of time, leaves the ledger a matter of
the plan alone."""

POOL = 8_000
"""The most columns among which the fewest grants are sought at once, where a portfolio is solved in parts: beyond, each
part has the money that it would have by the order of the funders, which the plan alone decides too."""

NEAR_ENOUGH = 1e-3
"""How near the order of the funders is kept where it only shares out the money."""

ROOMS = (1, 10, 100)
"""How far from payments in fractions whole ones are sought before they are sought anywhere, in currency units: anywhere
was seen to take 2.6 s, where within ten units 0.02 s were enough."""


def canonical(model: Model, plan: Plan, gaps: Gaps, solve: Solve, seconds: float) -> tuple[Plan, bool]:
    """The same plan with its canonical payers, missing no more of any share than ``gaps`` (limit and leaf, in currency
    units); unchanged, and False, where they were not found in ``seconds``.
    """
    # With fractions of a unit both questions are answered far sooner, and mostly the answers hold in whole units too.
    spread = None
    for whole in (False, True):
        choosing = ledger(model, plan, gaps, whole=whole)
        nodes = max(1, COUNTING // (1 + len(choosing.chosen)))
        large = len(choosing.problem.variables()) > POOL
        if large and not whole:
            spread = _spread(choosing, solve, seconds)
        fewest = solve(choosing.problem, gap=0.0, seconds=seconds, nodes=nodes, brief=True, about=spread, pool=POOL)
        if fewest is None:
            continue
        kept = {pair: round(fewest.get(column.name, 0.0)) for pair, column in choosing.chosen.items()}
        if (grants := _ordered(model, plan, gaps, kept, fewest if large else None, solve, seconds)) is not None:
            return replace(plan, grants=grants), True
        if whole:
            return replace(plan, grants=grants_of(choosing, fewest)), False
    return plan, False


def _spread(choosing: Ledger, solve: Solve, seconds: float) -> Values | None:
    """Payments by the order of the funders, with as many grants as that takes; in fractions."""
    with as_it_was(choosing):
        for column in choosing.chosen.values():
            column.lowBound = 1.0
        choosing.problem.setObjective(by_order(choosing))
        return solve(choosing.problem, gap=NEAR_ENOUGH, seconds=seconds, brief=True)


def _ordered(
    model: Model,
    plan: Plan,
    gaps: Gaps,
    kept: Mapping[tuple[str, str], int],
    about: Values | None,
    solve: Solve,
    seconds: float,
) -> tuple[Grant, ...] | None:
    """The canonical ledger with the chosen grants (1) and no others (0); None where there is none or time was short.
    Where they are many, payments are sought ``about`` these.

    Whole payments are sought near those in fractions first.
    """

    def payments(paying: Ledger, about: Values | None = None) -> Values | None:
        for pair, column in paying.chosen.items():
            column.lowBound = column.upBound = float(kept[pair])
        paying.problem.setObjective(by_order(paying))
        return solve(paying.problem, gap=0.0, seconds=seconds, brief=True, about=about, pool=POOL)

    paying = ledger(model, plan, gaps, whole=False)
    near = payments(paying, about)
    if near is None:
        return None
    amounts = [near.get(column.name, 0.0) for column in paying.columns.grant.values()]
    if all(abs(amount - round(amount)) <= WHOLE for amount in amounts):
        return grants_of(paying, near)
    # Smallest payments and shares may leave no whole payments so near: then they are sought further away.
    for room in (*ROOMS, None):
        paying = ledger(model, plan, gaps, whole=True)
        if room is not None:
            stay_within(paying.columns.grant.values(), near, 1, room)
        if (found := payments(paying)) is not None:
            return grants_of(paying, found)
    return None
