from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from models.plan import Plan
from models.records import Activity, RuleSetting
from tests.models.audit.sound import Case, sound, whole_tree, with_free, with_output
from tests.models.audit.spoiling import HALF, refuses, state


def limited(case: Case) -> Case:
    """The limit is the greatest gain the plan makes on its own."""
    greatest = max(state(case).alone.values())
    return case.amended(RuleSetting(name="no_substitute", kind="limit", amount=ceil(greatest * 10**9) / 10**9))


def a_little_more(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Track one and a half does more where no official work runs and nothing may be gained any more."""
    case = limited(sound(seed, share=lambda rng: 0.4, without=("mediation", "envoy", "carrot", "guarantor", "reform")))
    found = state(case)
    limit = found.facts.parameter["no_substitute", "limit"]
    for (_, node), alone in found.alone.items():
        if alone < limit - 10**-9 or not alone or ("seminar", node) not in found.output:
            continue
        allowed = found.allowed("seminar", node)
        if allowed > found.output["seminar", node] + 10**-3:
            yield case, with_output(case.plan, "seminar", node, int(allowed * 10**9) / 10**9)


CONSUL = Activity(
    name="free consul", conflict="X", track="T1", spend_max=9, run_min=0.1, repeats=50, response=((0, 0.2), (9, 1))
)
OFFICIAL = ("talks", "mediation", "hearing", "envoy", "carrot", "sanction", "guarantor", "reform")


def a_pause_in_official_talks(seed: int) -> Iterator[tuple[Case, Plan]]:
    """One period of official work separates two spells without it; then it is left out, or no more than a token."""
    case = sound(seed, without=OFFICIAL, rows=(CONSUL,))
    case = case.planned(replace(case.plan, bonuses=(), transfers=()))
    for node in whole_tree(case.instance)[1:-1]:
        plan = with_free(case.instance, case.plan, "free consul", {node}, 0.1)
        if state(case.planned(plan)).alone["X", case.instance.tree[node].parent or 0] < 1e-4:
            continue
        if any(case.instance.blackout(who, node) for who in "AB"):
            continue
        separated = limited(case.planned(plan))
        later = state(separated).alone
        limit = state(separated).facts.parameter["no_substitute", "limit"]
        if max(state(case).alone.values()) > limit + 10**-5 and later:
            yield separated, with_free(case.instance, plan, "free consul", set())
            yield separated, with_free(case.instance, plan, "free consul", {node}, 0.099)


def test_gain_without_governments() -> None:
    refuses("no_substitute", a_little_more, at_least=HALF)


def test_a_pause_in_official_talks() -> None:
    refuses("no_substitute", a_pause_in_official_talks, at_least=HALF)
