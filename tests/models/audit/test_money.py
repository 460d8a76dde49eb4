from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.plan import Grant, Plan
from tests.models.audit.sound import Case, edited, paid_by, sound
from tests.models.audit.spoiling import THIRD, refuses


def a_unit_amiss(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Paid a unit too much or too little, for one of the works."""
    case, rng = sound(seed), Random(seed)
    for grant in rng.sample(case.plan.grants, 2):
        for change in (1, -1):
            if grant.amount + change:
                yield case, paid_by(case.plan, grant.activity, grant.node, {"bank": grant.amount + change})


def beyond_its_limits(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A unit below the least or above the greatest spending, paid for in full."""
    case, rng = sound(seed), Random(seed)
    for work in rng.sample(case.plan.works, len(case.plan.works)):
        least, most = case.instance.spending(case.instance.activity(work.activity))
        spend = rng.choice((least - 1, most + 1))
        if spend > 0 and (spend > most or least - 1 >= work.spend - 1):
            output = 0.0 if spend < least else work.output
            plan = edited(case.plan, work.activity, work.node, spend=spend, output=output)
            if spend > most:
                yield case, paid_by(plan, work.activity, work.node, {"bank": spend + work.setup})


def set_up_badly(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Set-up not paid at a start, a unit off, or paid where nothing starts."""
    case = sound(seed)
    for work in case.plan.works:
        setup = case.instance.setup(case.instance.activity(work.activity))
        for paid in {0, setup - 1, setup + 1} if work.start else {setup}:
            if setup and paid != work.setup:
                plan = edited(case.plan, work.activity, work.node, setup=paid)
                yield case, paid_by(plan, work.activity, work.node, {"bank": work.spend + paid})


def paid_by_nobody(seed: int) -> Iterator[tuple[Case, Plan]]:
    """An unknown tranche, a payment for nothing, one of nothing, a negative one, and one given twice."""
    case, rng = sound(seed), Random(seed)
    grant = rng.choice([row for row in case.plan.grants if row.amount > 1])
    rest = tuple(row for row in case.plan.grants if row is not grant)
    for rows in (
        (replace(grant, funder="nobody"),),
        (grant, Grant("bank", "free study", 0, 5)),
        (grant, Grant("bank", "nothing", 0, 5)),
        (replace(grant, amount=1), replace(grant, amount=grant.amount - 1)),
    ):
        yield case, replace(case.plan, grants=rest + rows)


def not_whole(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Half a unit spent and paid."""
    case, rng = sound(seed), Random(seed)
    for work in rng.sample(case.plan.works, len(case.plan.works)):
        if work.spend + 1 <= case.instance.spending(case.instance.activity(work.activity))[1]:
            plan = edited(case.plan, work.activity, work.node, spend=work.spend + 0.5)
            half = Grant("bank", work.activity, work.node, work.setup + work.spend + 0.5)  # type: ignore[arg-type]
            kept = tuple(row for row in plan.grants if (row.activity, row.node) != (work.activity, work.node))
            yield case, replace(plan, grants=(*kept, half))


def test_payments_that_do_not_add_up() -> None:
    refuses("money", a_unit_amiss, at_least=THIRD)


def test_spending_beyond_its_limits() -> None:
    refuses("money", beyond_its_limits, at_least=THIRD)


def test_set_up() -> None:
    refuses("money", set_up_badly, at_least=THIRD)


def test_entries() -> None:
    refuses("money", paid_by_nobody, at_least=THIRD)


def test_half_units() -> None:
    refuses("money", not_whole, at_least=THIRD)
