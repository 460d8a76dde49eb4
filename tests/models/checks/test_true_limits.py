"""Limits that the checks call impossible are so for the formulation too."""

from __future__ import annotations

from random import Random

import pulp
import pytest

from models.build import build
from models.checks import check
from models.instance import Instance
from models.kinds import TRACKS
from models.records import Activity, Limit, Record
from tests.models.checks.records import sound
from tests.models.checks.test_codes import CASES
from tests.models.checks.test_true import instance_of, solve
from tests.random_instances import tiny

NO_PLAN = ("share_never", "cover_never")


def _limits(random: Random, works: list[Activity]) -> list[Limit]:
    """Some hard limits about words of the works."""
    words = sorted({word for work in works for word in (work.track, work.name, *work.tags, *work.issues)})
    found = []
    for number in range(random.randint(1, 3)):
        kind = random.choice(("least", "most", "cover"))
        given = {"amount": random.choice((0.1, 0.3, 0.6, 0.9)), "who": (random.choice(words),), "hard": True}
        if kind == "cover":
            given["amount"] = random.choice((0.5, 1, 2))
        elif random.random() < 0.5:
            given["of"] = tuple(random.sample(words, min(len(words), 3)))
        found.append(Limit.model_validate({"name": f"limit {number}", "kind": kind, **given}))
    return found


def _spent(instance: Instance) -> float:
    """The most that any plan spends on work that limits of a share are of."""
    model = build(instance)
    words = {word for limit in instance.limits for word in limit.of} or set(TRACKS)
    inside = {work.name for work in instance.activities if instance.matches(work, words)}
    spend = [column for (name, _), column in model.columns.spend.items() if name in inside]
    model.problem.setObjective(pulp.lpSum(spend))
    model.problem.sense = pulp.LpMaximize
    return sum(column.varValue or 0.0 for column in spend) if solve(model.problem) else 0.0


@pytest.mark.parametrize("seed", range(6))
def test_no_plan_keeps_what_the_checks_call_impossible(seed: int) -> None:
    """Works committed at random, with hard limits at random; the money suffices."""
    refused = 0
    for number in range(14):
        random = Random(f"{seed} {number}")
        rows: list[Record] = []
        for row in tiny(500 + 100 * seed + number)[0].records:
            if isinstance(row, Activity) and random.random() < 0.5:
                row = row.model_copy(update={"status": "committed", "run_max": None, "run_min": 0.1, "force": False})
            if not isinstance(row, Limit):
                rows.append(row)
        rows += _limits(random, [row for row in rows if isinstance(row, Activity)])
        faults = [fault for fault in check(rows) if fault.code in NO_PLAN]
        if faults:
            refused += 1
            assert not solve(build(instance_of(rows)).problem), faults
    assert refused


@pytest.mark.parametrize(
    "changed",
    [changed for code, _, changed in CASES if code == "contradictory_limits"],
    ids=range(sum(code == "contradictory_limits" for code, _, _ in CASES)),
)
def test_contradictory_shares_leave_no_money_to_spend(changed: object) -> None:
    assert _spent(instance_of(sound())) > 0
    assert _spent(instance_of(changed(sound()))) == pytest.approx(0, abs=1e-6)  # type: ignore[operator]


def test_contradictory_shares_at_random_leave_no_money_to_spend() -> None:
    found = 0
    for number in range(150):
        random = Random(number)
        rows = [row for row in tiny(900 + number)[0].records if not isinstance(row, Limit)]
        for row in _limits(random, [row for row in rows if isinstance(row, Activity)]):
            if row.kind == "least":
                rows.append(row.model_copy(update={"of": (), "amount": max(row.amount, 0.6)}))
        faults = [fault for fault in check(rows) if fault.severity == "error"]
        if faults and all(fault.code == "contradictory_limits" for fault in faults):
            found += 1
            assert _spent(instance_of(rows)) == pytest.approx(0, abs=1e-6), faults
    assert found > 3
