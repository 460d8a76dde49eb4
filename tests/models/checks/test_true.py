"""What the checks call impossible is so for the formulation too; what plans reach lies within the bounds."""

from __future__ import annotations

from random import Random

import pulp
import pytest

from models.audit import replay
from models.build import build
from models.checks import check
from models.checks.bounds import Bounds
from models.checks.draft import Draft
from models.checks.money import may_pay
from models.checks.sound import Sound
from models.extract import plan_of
from models.instance import Instance
from models.records import RECORDS, Activity, Funder, Record, RuleSetting
from tests.models.checks.records import sound
from tests.models.checks.test_codes import CASES
from tests.random_instances import tiny

NO_PLAN = (
    "contradictory_locks",
    "money_short",
    "capacity_short",
    "target_out_of_reach",
    "share_never",
    "cover_never",
)
"""Faults that leave no plan at all."""
BY_MEANING = ("at most the 8", "running", "force")
"""Locks that contradict what committed and running mean; the formulation trusts the checks with them."""
TRUSTED = ("signature", "without force")
"""Words of what is expected by such locks in random instances."""
NO_RUN = ("never_fits", "unfunded", "never_runs", "capacity_never", "cyclic_order", "contradictory_links", "harmful")
"""Faults that keep one activity from ever running."""


def solve(problem: pulp.LpProblem) -> bool:
    """Whether the problem has a solution, which is then the optimum."""
    return bool(problem.solve(pulp.HiGHS(msg=False, threads=1)).has_solution)


def instance_of(rows: list[Record]) -> Instance:
    """The instance without its checks, references spelled as declared."""
    return Instance(sorted(Draft(rows, {}).records, key=lambda row: RECORDS.index(type(row))))


@pytest.mark.parametrize(
    ("code", "changed"),
    [(code, changed) for code, words, changed in CASES if code in NO_PLAN and words not in BY_MEANING],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_no_plan_exists_where_the_checks_say_so(code: str, changed: object) -> None:
    rows = changed(sound())  # type: ignore[operator]
    assert solve(build(instance_of(sound())).problem)
    assert not solve(build(instance_of(rows)).problem), check(rows)


@pytest.mark.parametrize(
    ("code", "changed"),
    [(code, changed) for code, _, changed in CASES if code in NO_RUN],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_the_activity_never_runs_where_the_checks_say_so(code: str, changed: object) -> None:
    rows = changed(sound())  # type: ignore[operator]
    instance = instance_of(rows)
    model = build(instance)
    idle = []
    for activity in instance.activities:
        mine = [column for (name, _), column in model.columns.on.items() if name == activity.name]
        model.problem.setObjective(-pulp.lpSum(mine))
        model.problem.sense = pulp.LpMinimize
        solve(model.problem)
        if sum(column.varValue or 0.0 for column in mine) < 0.5:
            idle.append(activity.name)
    assert idle, [str(fault) for fault in check(rows)]


HELD_DOWN = {"taboo_unopened": 0.0, "unrecognised": 0.0, "no_insight": 0.85, "no_balance": 0.7, "no_secrecy": 0.0}
"""Doubts about work that can never pass an output, and that output."""


@pytest.mark.parametrize(
    ("code", "changed"),
    [(code, changed) for code, _, changed in CASES if code in HELD_DOWN],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_the_output_stays_as_low_as_the_checks_say(code: str, changed: object) -> None:
    rows = changed(sound())  # type: ignore[operator]
    (fault,) = [fault for fault in check(rows) if fault.code == code]
    (name,) = [row.name for row in rows if isinstance(row, Activity) and f'activity "{row.name}"' in fault.found]
    model = build(instance_of(rows))
    outputs = [column for (work, _), column in model.columns.output.items() if work == name]
    for output in outputs:
        model.problem.setObjective(output)
        assert solve(model.problem)
        assert (output.varValue or 0.0) <= HELD_DOWN[code] + 1e-6


@pytest.mark.parametrize("changed", [changed for code, _, changed in CASES if code == "left_out"])
def test_nothing_is_signed_where_a_party_is_left_out(changed: object) -> None:
    for rows, signed in ((sound(), 1.0), (changed(sound()), 0.0)):  # type: ignore[operator]
        model = build(instance_of(rows))
        model.problem.setObjective(pulp.lpSum(model.columns.signed.values()))
        assert solve(model.problem)
        assert sum(column.varValue or 0.0 for column in model.columns.signed.values()) == pytest.approx(signed)


@pytest.mark.parametrize("seed", range(48))
def test_no_plan_passes_the_bounds_of_progress(seed: int) -> None:
    instance, _ = tiny(seed)
    model = build(instance)
    if not solve(model.problem):
        pytest.skip("a target that always binds is out of reach of this one")
    plan = plan_of(model, {column.name: column.varValue or 0.0 for column in model.problem.exported_variables()})
    shown = replay(instance, plan)
    whole = Sound(instance, frozenset())
    for conflict in instance.conflicts:
        bounds = Bounds(whole, conflict)
        for node in instance.tree:
            assert shown.durable[conflict.name, node.index] <= bounds.greatest("durable", node.index)
            for category in ("political", "structural", "social"):
                assert shown.progress[conflict.name, category, node.index] <= bounds.greatest(category, node.index)


@pytest.mark.parametrize("seed", range(8))
def test_no_plan_exists_for_random_commitments_that_the_checks_refuse(seed: int) -> None:
    """Works committed at random, with less money than before: what the checks call impossible, the solver does too."""
    refused = 0
    for number in range(12):
        random = Random(f"{seed} {number}")
        rows: list[Record] = []
        for row in tiny(100 * seed + number)[0].records:
            if isinstance(row, Activity) and random.random() < 0.5:
                row = row.model_copy(update={"status": "committed", "run_max": None, "run_min": 0.1})
            elif isinstance(row, Funder):
                row = row.model_copy(update={"amount": int(row.amount * random.random()), "smallest": 0})
            rows.append(row)
        if any(fault.code in NO_PLAN and not any(word in fault.expected for word in TRUSTED) for fault in check(rows)):
            refused += 1
            assert not solve(build(instance_of(rows)).problem), check(rows)
    assert refused


def test_words_of_funders_mean_the_same_as_to_the_audit() -> None:
    from models.audit.earmark import may_pay as audited
    from models.audit.facts import Facts

    for seed in range(60):
        instance, _ = tiny(seed)
        conflicts = frozenset(row.name for row in instance.conflicts)
        tags = frozenset(tag for row in instance.activities for tag in row.tags)
        for funder in instance.funders:
            for activity in instance.activities:
                assert may_pay(funder, activity, conflicts, tags) == audited(Facts(instance), funder, activity)


def test_switched_off_rules_are_not_held_against_an_instance() -> None:
    for code, _, changed in CASES:
        rule = {"capacity_short": "capacity", "money_short": "budget", "no_inducement": "inducement"}.get(code)
        if rule:
            rows = [*changed(sound()), RuleSetting(name=rule, kind="off")]
            assert code not in {fault.code for fault in check(rows)}
