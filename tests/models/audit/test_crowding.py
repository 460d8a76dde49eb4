from __future__ import annotations

from models.audit import audit
from tests.models.audit.sound import sound
from tests.models.audit.spoiling import overlooked


def test_a_score_that_overlooks_a_crowd() -> None:
    overlooked("crowding", sound)


def test_where_cost_is_minimised_it_sleeps() -> None:
    case = sound(1, limits=False)
    found = audit(case.instance, case.plan, objective="cost")
    assert "crowding" not in found.checks
    assert not [short for short in found.replay.short if short.rule == "crowding"]
