from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from models.plan import Plan
from models.records import Activity
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import refuses


def free(name: str, **attributes: Any) -> Activity:
    return Activity(name=name, conflict="X", track="T4", spend_max=9, run_min=0.1, repeats=50, **attributes)


WORK = (
    free("free drones", force=True),
    free("free fence", harm=(("farmers", 1.5), ("herders", 0.5))),
    free("free levy", harm=(("farmers", 0.6), ("herders", 0.5))),
    free("free ditch", harm=(("farmers", 0.5),)),
)


def harmful(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Each group bears two at a time, not a tenth more; arms are never there."""
    rng, case = Random(seed), sound(seed, rows=WORK)
    instance, nodes = case.instance, whole_tree(case.instance)
    plan = with_free(instance, case.plan, "free fence", nodes)
    plan = with_free(instance, plan, "free ditch", nodes)
    at = rng.choice(nodes)
    yield case.planned(plan), with_free(instance, plan, "free levy", [at])
    yield case.planned(plan), with_free(instance, plan, "free drones", [at])


def test_force_and_more_harm_than_a_group_bears() -> None:
    refuses("do_no_harm", harmful)
