"""What every family of spoiled plans has in common: the sound plan passes, the spoiled one fails under one word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from models.audit import Replay, audit, replay
from models.audit.state import Objective
from models.plan import Plan
from tests.models.audit.sound import Case, with_output

type Spoils = Callable[[int], Iterable[tuple[Case, Plan]]]
LEAST = 30
"""Spoiled plans of a rule, which several families of them may share."""
HALF, THIRD, FEW = 15, 10, 6
SEEDS = 400


def refuses(name: str, spoils: Spoils, *, objective: Objective = "progress", at_least: int = LEAST) -> None:
    """Assert that at least so many spoiled plans, a few of each seed, are refused under ``name`` and nothing else."""
    count = 0
    for seed in range(SEEDS):
        passed: Case | None = None
        for case, spoiled in islice(spoils(seed), 4):
            if case is not passed:
                sound = audit(case.instance, case.plan, objective=objective)
                assert sound.passed, (seed, *map(str, sound.violations))
                assert name in sound.checks
                passed = case
            found = audit(case.instance, spoiled, objective=objective).violations
            assert {violation.check for violation in found} == {name}, (seed, *map(str, found))
            count += 1
        if count >= at_least:
            return
    raise AssertionError(f"only {count} spoiled plans for {name}")


def state(case: Case, *without: str) -> Replay:
    plan = case.plan
    return replay(case.instance, Plan(**{**vars(plan), "without": plan.without | set(without)}))


def overlooked(name: str, make: Callable[[int], Case], *, at_least: int = LEAST) -> None:
    """Assert that scores claimed as if a rule did not act are refused under its name, at least so many of them.

    To find out which rule a score overlooks, the audit replays the plan without each of those that shape progress.
    That takes its time: where other families spoil plans enough, a few do.
    """
    refused = 0
    for seed in range(SEEDS):
        case = make(seed)
        claimed = float(state(case, name).score)
        if abs(claimed - replay(case.instance, case.plan).score) > 1e-4:
            found = audit(case.instance, case.plan, claimed_score=claimed).violations
            assert {violation.check for violation in found} == {name}, (seed, *map(str, found))
            refused += 1
        if refused >= at_least:
            return
    raise AssertionError(f"only {refused} overstated scores for {name}")


def helped_less(
    case: Case, rule: str, helper: str, helped: Collection[str], *, earlier: bool = True
) -> Iterator[tuple[Case, Plan]]:
    """Work as good as its helper makes it (or made it ``earlier``); then the helper turns out to do half as much.

    The plan has no bonuses and transfers, which might rest on the helper as well.
    """
    case = case.planned(replace(case.plan, transfers=(), bonuses=()))
    found = state(case)
    for (name, node), caps in found.caps.items():
        if name in helped and rule in caps and found.output[name, node] >= caps[rule] - Fraction(1, 10**9):
            for at in case.instance.tree.path(node) if earlier else (node,):
                done = float(found.output.get((helper, at), 0))
                if not done:
                    continue
                less = with_output(case.plan, helper, at, round(done / 2, 9))
                later = state(case.planned(less)).caps[name, node]
                if later[rule] < found.output[name, node] - Fraction(1, 10**5):
                    yield case, less


def outputs_above(case: Case, rule: str) -> Iterator[Plan]:
    """Plans that state an output above the cap of ``rule`` alone: by a hair, or as much as all else allows."""
    found = state(case)
    for (activity, node), caps in found.caps.items():
        others = [cap for name, cap in caps.items() if name != rule]
        room = min(found.bought[activity, node], *others, 1)
        if rule in caps and room > caps[rule] + 1e-5:
            yield with_output(case.plan, activity, node, round(float(caps[rule]) + 3e-6, 9))
            yield with_output(case.plan, activity, node, int(room * 10**9) / 10**9)
