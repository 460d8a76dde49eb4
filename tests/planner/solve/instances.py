"""Instances for the tests of solving: small ones with a known answer, and one that no solver finishes soon."""

from __future__ import annotations

import random

from models.checks import build_instance
from models.instance import Instance
from models.moment import Moment
from models.records import Activity, Conflict, Funder, Horizon, Party, Record, Scenario, Target


def records(activities: int = 4, periods: int = 8, seed: int = 1, *, run_max: float | None = None) -> list[Record]:
    """A conflict with work on several tracks, two scenarios and three tranches that cannot pay for everything."""
    draw = random.Random(seed)
    middle = periods // 2
    known = Moment.parse(f"{2006 + middle // 4}-Q{middle % 4 + 1}")
    rows: list[Record] = [
        Horizon(name="test", first=Moment.parse("2006-Q1"), number=periods, currency="USD"),
        Scenario(name="calm", probability=0.6),
        Scenario(name="rupture", probability=0.4, branches_from="calm", known=known),
        Conflict(name="C", power_asymmetry=0.3),
        Party(name="A", conflict="C"),
        Party(name="B", conflict="C"),
    ]
    kinds = (("T1", "negotiation"), ("T2", "workshop"), ("T1.5", "dialogue"), ("T4", "exchange"), ("T5", "training"))
    for number in range(activities):
        track, kind = kinds[number % len(kinds)]
        least = draw.randint(2, 12) * 10_000
        rows.append(
            Activity(
                name=f"Task {number}",
                track=track,
                kind=kind,
                parties=("A", "B") if track == "T1" else (),
                setup=draw.randint(0, 20) * 10_000,
                spend_min=least,
                spend_max=least * draw.choice((2, 3, 4)),
                run_min=draw.randint(1, 4),
                run_max=run_max,
                political=draw.randint(5, 30) / 1000,
                structural=draw.randint(0, 20) / 1000,
                social=draw.randint(0, 20) / 1000,
            )
        )
    money = activities * periods * 40_000
    return [
        *rows,
        Funder(name="North", pays_for=("T1", "T1.5", "T4"), amount=money // 2, carry_over=0.5),
        Funder(name="South", pays_for=("T1", "T2", "T5"), amount=money // 4, smallest=5000),
        Funder(name="East", amount=money // 4),
    ]


def small(seed: int = 1) -> Instance:
    """Solved to optimality in a second or two."""
    return build_instance(records(seed=seed))[0]


def large() -> Instance:
    """Not solved to a gap of 0 in a minute: little money, in grants that must not be small."""
    rows = [
        row.model_copy(update={"amount": row.amount // 2, "smallest": 60_000}) if isinstance(row, Funder) else row
        for row in records(16, 20, seed=4)
    ]
    return build_instance(rows)[0]


def impossible() -> Instance:
    """Asks for more progress than the money can buy."""
    target = Target(name="Peace", kind="social", progress=0.17, always=True)
    return build_instance([*records(), target])[0]
