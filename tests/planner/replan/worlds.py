"""A small world whose plans can all be written down, and the best of them by arithmetic of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import product

from models.audit import audit
from models.checks import build_instance
from models.instance import Instance
from models.plan import Grant, Plan, Work
from models.records import Activity, Conflict, Funder, Horizon, Record

SPENDS = {"Old": 2, "New": 2, "Great": 4}
PERIODS = 3
type Cells = frozenset[tuple[str, int]]


def rows(money: int = 8) -> list[Record]:
    """Three works at fixed cost, three quarters: Old work is what was adopted, Great work is worth most."""
    work = {"conflict": "Strife", "track": "T4", "kind": "exchange"}
    return [
        Horizon(name="World", first="2000-Q1", number=PERIODS, political=0, structural=0, social=1, end_value=0),
        Conflict(name="Strife"),
        Funder(name="Fund", amount=money),
        Activity(name="Old", spend_min=2, spend_max=2, social=0.02, **work),
        Activity(name="New", spend_min=2, spend_max=2, social=0.03, **work),
        Activity(name="Great", spend_min=4, spend_max=4, social=0.1, **work),
    ]


def world(money: int = 8) -> Instance:
    return build_instance(rows(money))[0]


def plan_of(cells: Iterable[tuple[str, int]]) -> Plan:
    """The plan that runs these works in these periods, paid by the only funder."""
    on = frozenset(cells)
    order = sorted(on, key=lambda cell: (cell[1], [*SPENDS].index(cell[0])))
    works = tuple(Work(name, n, SPENDS[name], start=(name, n - 1) not in on) for name, n in order)
    return Plan(works, tuple(Grant("Fund", work.activity, work.node, work.spend) for work in works))


ADOPTED = frozenset(("Old", n) for n in range(PERIODS))


@cache
def scores(money: int = 8) -> dict[Cells, float]:
    """The score of every plan that passes the audit."""
    instance, found = world(money), {}
    cells = [(name, n) for n in range(PERIODS) for name in SPENDS]
    for chosen in product((False, True), repeat=len(cells)):
        on = frozenset(cell for cell, runs in zip(cells, chosen, strict=True) if runs)
        judged = audit(instance, plan_of(on))
        if judged.passed:
            found[on] = float(judged.score)
    return found


def best(asked: Callable[[Cells], bool], money: int = 8, worth: Callable[[Cells], float] | None = None) -> float:
    """The best worth of all plans that began as adopted (the first period) and are as ``asked``."""
    return max(
        score - (worth(on) if worth else 0.0)
        for on, score in scores(money).items()
        if {cell for cell in on if cell[1] == 0} == {("Old", 0)} and asked(on)
    )


def changed(on: Cells) -> int:
    """Works that run otherwise than adopted."""
    return len({name for name, _ in on ^ ADOPTED})
