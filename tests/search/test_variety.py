"""The 320 instances compared with the search hold what makes planning hard, each often enough."""

from __future__ import annotations

from collections import Counter

from tests.random_instances import FOCUSES, tiny


def test_variety() -> None:
    found: Counter[str] = Counter()
    for rule in FOCUSES:
        for seed in range(20):
            instance, _ = tiny(seed, rule)
            found["all"] += 1
            found["partial spending"] += any(row.spend_min < row.spend_max for row in instance.activities)
            found["two funders"] += len(instance.funders) > 1
            found["carry-over"] += any(row.carry_over for row in instance.funders)
            found["lead time"] += any(row.lead_time for row in instance.funders)
            found["scenarios"] += len(instance.scenarios) > 1
            found["three scenarios"] += len(instance.scenarios) > 2
            found["two conflicts"] += len(instance.conflicts) > 1
            found["not quarters"] += instance.horizon.length != "quarter"
            found["running"] += any(row.status == "running" for row in instance.activities)
            found["committed"] += any(row.status == "committed" for row in instance.activities)
            found["repeats"] += any(row.repeats > 1 for row in instance.activities)
            found["milestones"] += bool(instance.milestones)
            found["tolls"] += bool(instance.conditions)
    print(dict(found))
    assert found["all"] == 320
    assert found["partial spending"] >= 200
    assert found["two funders"] >= 60
    assert found["scenarios"] >= 80
    for name in found:
        assert found[name] >= 5, name
