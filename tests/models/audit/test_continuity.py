from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses
from tests.models.audit.test_synergy import with_bonus

AMPLE = RuleSetting(name="core", kind="bonus_ceiling", amount=1)
BONUS = "exchange continues"


def strangers(seed: int) -> Iterator[tuple[Case, Plan]]:
    """More than the lesser output of two periods; at the root, and in the first period of a run, anything."""
    case = sound(seed, rows=(AMPLE,))
    plan = with_bonus(case.plan, BONUS, 0, 0.0)
    case = case.planned(plan)
    outputs = {(work.activity, work.node): work.output or 0.0 for work in plan.works}
    for node in reversed(range(len(case.instance.tree))):
        parent = case.instance.tree[node].parent
        now = outputs.get(("exchange", node))
        before = 0.0 if parent is None else outputs.get(("exchange", parent), 0.0)
        for excess in (2e-6, 0.02):
            if now is not None and min(now, before) + excess <= 1:
                yield case, with_bonus(plan, BONUS, node, round(min(now, before) + excess, 9))


def test_people_who_do_not_know_each_other() -> None:
    refuses("continuity", strangers)
