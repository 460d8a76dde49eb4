from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.plan import Plan, Signing
from models.records import Activity, Milestone, RuleSetting
from tests.models.audit.signing import standing
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import refuses

SCHOOL = Activity(
    name="free school",
    conflict="X",
    track="T4",
    spend_max=9,
    run_min=0.1,
    repeats=50,
    response=((0, 0.5), (9, 1)),
    gains=(("A", 0.4), ("B", 0.2), ("C", 1.0)),
)


def empty_handed(seed: int) -> Iterator[tuple[Case, Plan]]:
    """B, who gains least, has just gained enough; signed a period earlier, or with a class less, it has not."""
    rng = Random(seed)
    case = sound(seed, closed=False, rows=(SCHOOL, Milestone(name="pact", conflict="X")))
    instance, nodes = case.instance, set(whole_tree(case.instance))
    at = rng.choice([node.index for node in instance.tree if node.period >= 2])
    path = instance.tree.path(at)
    enough = RuleSetting(
        name="every_side_gains", kind="least", amount=round(float(len(path) * instance.quarters) / 10, 9)
    )
    case = standing(case.amended(enough))
    taught = replace(with_free(instance, case.plan, SCHOOL.name, nodes, 0.5), signings=(Signing("pact", at),))
    case = case.planned(taught)
    yield case, replace(taught, signings=(Signing("pact", path[-2]),))
    missed = rng.choice(path)
    yield case, replace(with_free(instance, taught, SCHOOL.name, nodes - {missed}, 0.5), signings=taught.signings)


def test_a_side_that_goes_empty_handed() -> None:
    refuses("every_side_gains", empty_handed)
