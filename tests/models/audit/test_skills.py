from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models.plan import Plan
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses
from tests.models.audit.test_continuity import AMPLE
from tests.models.audit.test_synergy import with_bonus


def unskilled(seed: int) -> Iterator[tuple[Case, Plan]]:
    """More than training of two quarters ago allows, or than the work itself does; where nobody trained, anything."""
    case = sound(seed, rows=(AMPLE,))
    instance, tree = case.instance, case.instance.tree
    outputs = {(work.activity, work.node): work.output or 0.0 for work in case.plan.works}
    kept, rate = 0.95 ** float(instance.quarters), 0.2 * float(instance.quarters)
    skill: dict[int | None, float] = {None: 0.0}
    for where in tree:
        built = rate * outputs.get(("survey", where.index), 0.0)
        skill[where.index] = min(1.0, kept * skill[where.parent] + built)
    for node in reversed(range(len(tree))):
        if not outputs.get(("workshop", node)):
            continue  # nobody works there, so the ceiling of all bonuses is broken as well
        trained = skill[tree.ancestor(node, ceil(2 / instance.quarters))]
        most = min(trained, outputs["workshop", node])
        for excess in (3e-6, 0.01):
            if most + excess <= 1:
                yield case, with_bonus(case.plan, "workshop skilled", node, round(most + excess, 9))


def test_more_skill_than_anybody_learnt() -> None:
    refuses("skills", unskilled)
