from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.plan import Plan, Signing
from models.records import Activity, Milestone
from tests.models.audit.signing import AMPLE, STANDING, standing
from tests.models.audit.sound import Case, sound, whole_tree, with_free, with_output
from tests.models.audit.spoiling import THIRD, refuses

PACT = Milestone(name="pact", conflict="X", value=0.1)
ELSEWHERE = Activity(name="free retreat", conflict="X", track="T2", kind="mediation", spend_max=9, run_min=0.1)


def nobody_to_sign(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Official talks run up to a node; signed there, or one period later; unofficial mediation signs nothing."""
    case = sound(seed, closed=False, without=("talks", "mediation"), rows=(PACT, STANDING, ELSEWHERE))
    instance, tree = case.instance, case.instance.tree
    everywhere = with_free(instance, case.plan, "free retreat", set(whole_tree(instance)))
    for node in tree:
        for later in tree.children[node.index]:
            plan = with_free(instance, everywhere, STANDING.name, set(tree.path(node.index)), AMPLE)
            yield (
                case.planned(replace(plan, signings=(Signing("pact", node.index),))),
                replace(plan, signings=(Signing("pact", later),)),
            )


def behind_closed_doors(seed: int) -> Iterator[tuple[Case, Plan]]:
    """An envoy keeps the closed channel open at one node; the pact is signed at another closed one."""
    case = standing(sound(seed, without=("envoy", "quiet", "trade")).amended(PACT))
    instance = case.instance
    closed = [node for node in whole_tree(instance) if instance.closed("A", "B", node)]
    idle = tuple(work if work.activity == STANDING.name else replace(work, output=0.0) for work in case.plan.works)
    plan = replace(case.plan, works=idle, bonuses=(), transfers=())
    for node in closed:
        relieved = with_free(instance, plan, "free envoy", {node})
        sound_case = case.planned(replace(relieved, signings=(Signing("pact", node),)))
        for other in closed:
            if other != node:
                yield sound_case, replace(relieved, signings=(Signing("pact", other),))
                break


def idle_talks(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Talks that get somewhere sign; talks that get less than that far do not."""
    case = standing(sound(seed, closed=False, without=("talks", "mediation"), rows=(PACT,)))
    for node in whole_tree(case.instance)[::2]:
        signed = replace(case.plan, signings=(Signing("pact", node),), transfers=())
        just = with_output(signed, STANDING.name, node, 0.1)
        yield case.planned(just), with_output(signed, STANDING.name, node, Random(seed).choice((0.0, 0.05, 0.0999)))


def test_talks_that_get_nowhere_sign_nothing() -> None:
    refuses("signature", idle_talks, at_least=THIRD)


def test_only_governments_sign() -> None:
    refuses("signature", nobody_to_sign, at_least=THIRD)


def test_nobody_signs_behind_closed_doors() -> None:
    refuses("signature", behind_closed_doors, at_least=THIRD)
