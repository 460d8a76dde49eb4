"""The audit as a whole: one check per rule, all of them run, none where the rule is off, and no plan brings it down."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.audit import CORE, RULES, audit
from models.plan import Bonus, Grant, Plan, Signing, Transfer, Work
from models.records import RuleSetting
from models.rules import RULES as RULE_BOOK
from tests.models.audit.sound import sound
from tests.models.audit.test_enforcement import too_much

NAMES = tuple(rule.name for rule in RULES)


def test_every_rule_of_the_book_has_one_check() -> None:
    assert sorted(NAMES) == sorted(rule.name for rule in RULE_BOOK)


@pytest.mark.parametrize("name", [check.name for check in (*CORE, *RULES)])
def test_every_check_has_its_file_and_its_spoiled_plans(name: str) -> None:
    here = Path(__file__)
    assert (here.parents[3] / "models" / "audit" / f"{name}.py").exists()
    assert (here.parent / f"test_{name}.py").exists()


@pytest.mark.parametrize("seed", range(30))
def test_sound_plans_pass_all_checks(seed: int) -> None:
    case = sound(seed)
    found = audit(case.instance, case.plan)
    assert found.passed, [*map(str, found.violations)]
    assert found.checks == tuple(check.name for check in (*CORE, *RULES))


@pytest.mark.parametrize("seed", range(10))
def test_plans_that_state_only_runs_and_money_pass(seed: int) -> None:
    """With nothing stated, as much as is allowed counts, which is at least as much as a plan that states less."""
    case = sound(seed)
    bare = Plan(tuple(replace(work, output=None) for work in case.plan.works), case.plan.grants)
    assert audit(case.instance, bare).passed


@pytest.mark.parametrize("how", ["plan", "instance"])
def test_a_rule_that_is_off_is_not_checked_and_does_not_act(how: str) -> None:
    """Implementing work at full output where no guarantor was ever seen."""
    for seed in range(6):
        for case, spoiled in islice(too_much(seed), 3):
            assert not audit(case.instance, spoiled).passed
            if how == "plan":
                spoiled = replace(spoiled, without=frozenset({"enforcement"}))
            else:
                case = case.amended(RuleSetting(name="enforcement", kind="off"))
            found = audit(case.instance, spoiled)
            assert found.passed
            assert "enforcement" not in found.checks
            assert all("enforcement" not in caps for caps in found.replay.caps.values())


@pytest.mark.parametrize("seed", range(100))
def test_no_plan_brings_the_audit_down(seed: int) -> None:
    """One value anywhere in a plan becomes another, sensible or not; what comes back is a verdict."""
    rng = Random(seed)
    case = sound(seed % 10)
    plan = replace(case.plan, signings=(Signing("talks", 0),))
    name = rng.choice([each.name for each in fields(plan) if getattr(plan, each.name)])
    rows = list(getattr(plan, name))
    place = rng.randrange(len(rows))
    rows[place] = mutated(rng, rows[place])
    found = audit(case.instance, replace(plan, **{name: tuple(rows)}))
    assert "milestones" in {violation.check for violation in found.violations} or name == "signings"


def mutated(rng: Random, row: Work | Grant | Transfer | Signing | Bonus) -> Any:
    what = rng.choice([each.name for each in fields(row)])
    values: tuple[Any, ...] = (-1, 0, 1, 999, 0.5, 10**12)
    if isinstance(getattr(row, what), str):
        values = ("", "nothing", "talks", "bank", "free study", "X")
    elif what in ("output", "level") or (what == "amount" and isinstance(row, Transfer)):
        values = (-1.0, 2.0, 1e300, float("nan"), float("-inf"))
    elif what == "node":
        values = (-1, 0, 3, 999)
    return replace(row, **{what: rng.choice(values)})


def test_violations_are_told_all_at_once_with_their_place() -> None:
    case = sound(1)
    work = case.plan.works[0]
    wrong = replace(work, start=not work.start, spend=work.spend + 10**6)
    found = audit(case.instance, replace(case.plan, works=(wrong, *case.plan.works[1:]))).violations
    assert {violation.check for violation in found} == {"runs", "money"}
    for violation in found:
        assert violation.node is not None
        assert violation.place == case.instance.label(violation.node)
        assert str(violation).startswith(f"{violation.check}: {violation.subject} at {violation.place}: expected ")
