from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.plan import Plan
from models.records import Activity, Limit
from tests.models.audit.sound import Case, sound, whole_tree, with_free, with_output
from tests.models.audit.spoiling import FEW, overlooked, refuses

CLUBS = tuple(
    Activity(
        name=name,
        conflict="X",
        track="T4",
        issues=("girls",),
        spend_max=9,
        run_min=0.1,
        repeats=50,
        response=((0, 0.5), (9, 1)),
    )
    for name in ("free club", "free choir")
)
ROOM = Limit(name="girls", conflict="X", kind="cover", who=("girls",), amount=1.2, already=0.4, begin="2006-08-01")


def no_room(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Two clubs do what is needed, from August on; then one does less, or is away."""
    rng = Random(seed)
    case = sound(seed, limits=False, rows=(*CLUBS, ROOM.model_copy(update={"hard": rng.random() < 0.5})))
    instance, nodes = case.instance, set(whole_tree(case.instance))
    plan = with_free(instance, case.plan, "free club", nodes, 0.5)
    case = case.planned(with_free(instance, plan, "free choir", nodes, 0.3))
    august = instance.calendar.period_of(ROOM.begin.first) if ROOM.begin else 0
    late = sorted(node for node in nodes if instance.tree[node].period >= august)
    for node in rng.sample(late, 2):
        yield case, with_output(case.plan, "free choir", node, rng.choice((0.299998, 0.1)))
        yield case, with_free(instance, case.plan, "free choir", nodes - {node}, 0.3)


def required(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Only those of which no plan may miss them."""
    for case, plan in no_room(seed):
        if any(limit.hard for limit in case.instance.limits):
            yield case, plan


def test_a_room_that_has_to_be_there() -> None:
    refuses("stakeholders", required)


def test_where_cost_is_minimised_every_room_is_required() -> None:
    def quiet(seed: int) -> Iterator[tuple[Case, Plan]]:
        """Somebody always talks, as that objective asks."""
        for case, plan in no_room(seed):
            everywhere = whole_tree(case.instance)
            talk = [with_free(case.instance, each, "free envoy", everywhere) for each in (case.plan, plan)]
            yield case.planned(talk[0]), replace(plan, works=talk[1].works)

    refuses("stakeholders", quiet, objective="cost", at_least=FEW)


def test_a_score_that_overlooks_who_is_missing() -> None:
    overlooked("stakeholders", sound, at_least=FEW)
