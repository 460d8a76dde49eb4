from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.audit import audit
from models.instance import Instance
from models.kinds import Category
from models.plan import Grant, Plan, Signing, Work
from models.records import Activity, Conflict, Funder, Horizon, Milestone
from tests.models.audit.signing import standing
from tests.models.audit.sound import Case, nine, sound, whole_tree, with_free
from tests.models.audit.spoiling import THIRD, refuses, state
from tests.models.audit.world import PLAIN

LOCKED = Activity(name="free harvest", conflict="X", track="T5", spend_max=9, run_min=0.1, repeats=9)
PACT = Milestone(name="pact", conflict="X", value=0.1, unlocks=("free harvest",))


def not_reached(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A threshold reached exactly at one node is signed at another, where it is missed."""
    case = standing(sound(seed, asymmetry=False, closed=False, without=("sanction",), rows=PLAIN))
    case = case.planned(replace(case.plan, bonuses=(), transfers=()))
    rng, found = Random(seed), state(case)
    category: Category = rng.choice(("political", "structural", "social"))
    for node in rng.sample(whole_tree(case.instance), len(case.instance.tree)):
        reached = nine(found.progress["X", category, node])
        for other in whole_tree(case.instance):
            if found.progress["X", category, other] < reached - 2e-6:
                pact = Milestone(name="pact", conflict="X", **{category: reached})  # type: ignore[arg-type]
                ready = case.amended(pact)
                yield (
                    ready.planned(replace(case.plan, signings=(Signing("pact", node),))),
                    replace(case.plan, signings=(Signing("pact", other),)),
                )
                break


def signed_again(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Signed on two branches; then twice on one path, twice at a node, or something that cannot be signed."""
    case = standing(sound(seed, closed=False, rows=(PACT, LOCKED)))
    tree = case.instance.tree
    node = tree.leaves[-1]
    case = case.planned(replace(case.plan, signings=tuple(Signing("pact", leaf) for leaf in tree.leaves)))
    for extra in (
        Signing("pact", tree[node].parent or 0),
        Signing("pact", node),
        Signing("treaty", 0),
        Signing("pact", -1),
    ):
        yield case, replace(case.plan, signings=(*case.plan.signings, extra))


def unlocked_too_soon(seed: int) -> Iterator[tuple[Case, Plan]]:
    """What the pact unlocks starts in the period after it; then in the very period of the pact, or with no pact."""
    case = standing(sound(seed, closed=False, rows=(PACT, LOCKED)))
    tree = case.instance.tree
    for node in tree:
        for child in tree.children[node.index]:
            signed = replace(case.plan, signings=(Signing("pact", node.index),))
            after = with_free(case.instance, signed, "free harvest", {child})
            yield case.planned(after), with_free(case.instance, signed, "free harvest", {node.index})
            yield case.planned(after), replace(after, signings=())


def test_thresholds() -> None:
    refuses("milestones", not_reached, at_least=THIRD)


def test_once_on_a_path() -> None:
    refuses("milestones", signed_again, at_least=THIRD)


def test_it_unlocks_from_the_next_node_on() -> None:
    refuses("milestones", unlocked_too_soon, at_least=THIRD)


def test_a_threshold_may_be_missed_by_no_more_than_the_tolerance() -> None:
    """Progress stands at .5 before the horizon and all of it is kept."""
    rows = [Horizon(first="2006", number=1), Conflict(name="X", structural=0.5), Funder(name="bank", amount=9)]
    talks = Activity(name="talks", conflict="X", track="T1", kind="negotiation", spend_max=9)
    plan = Plan((Work("talks", 0, 9, 0, 0.4, True),), (Grant("bank", "talks", 0, 9),), (Signing("pact", 0),))
    for needed, passes in ((0.5, True), (0.500001, True), (0.5000011, False)):
        pact = Milestone(name="pact", conflict="X", structural=needed)
        assert audit(Instance([*rows, talks, pact]), plan).passed == passes
