"""Random instances of every length of period: all of it can be shown, and nothing hidden tells."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from rich.cells import cell_len

from models.instance import Instance
from models.plan import Grant, Plan, Signing, Work
from models.records import Activity, Condition, Funder, Link, Record, Scenario
from planner.audience import AUDIENCES, Unsafe, seen
from planner.outcome import Outcome, audited
from planner.planfile import document
from planner.show import render
from tests.random_instances import tiny

SEEDS = range(60)


def some_plan(of: Instance, random: Random) -> Plan:
    """Decisions at random: works, payers and signings that need not keep any rule."""
    works, grants = [], []
    for node in of.tree:
        for activity in of.activities:
            if node.period in of.window(activity) and random.random() < 0.6:
                spend = of.spending(activity)[1]
                works.append(Work(activity.name, node.index, spend, 0, random.random(), random.random() < 0.3))
                grants.append(Grant(random.choice(of.funders).name, activity.name, node.index, spend))
    signings = [Signing(row.name, random.randrange(len(of.tree))) for row in of.milestones]
    return Plan(tuple(works), tuple(grants), tuple(signings), (), ())


def partly_hidden(of: Instance, random: Random) -> Instance:
    """The instance with some of its records hidden."""
    rows: list[Record] = [
        row.model_copy(update={"visibility": random.choice(("public", "partners", "secret"))})
        if isinstance(row, Activity | Condition | Funder | Link | Scenario) and random.random() < 0.5
        else row
        for row in of.records
    ]
    return Instance(rows)


def otherwise(of: Instance, audience: str) -> Instance:
    """The same instance to this audience: what it may not see is different in every number."""
    hidden = ("partners", "secret") if audience == "public" else ("secret",)
    changes = {"setup": 77.0, "spend_max": 9e6, "political": 0.99, "amount": 123_456, "value": 0.5, "sponsor": "A"}
    return Instance(
        row.model_copy(update={name: value for name, value in changes.items() if hasattr(row, name)})
        if getattr(row, "visibility", "public") in hidden
        else row
        for row in of.records
    )


def without_hidden(of: Instance, plan: Plan, audience: str) -> Plan:
    """The plan without hidden work and without what hidden funders pay."""
    left = {getattr(row, "name", "") for row in seen(of.records, audience) if isinstance(row, Activity | Funder)}  # type: ignore[arg-type]
    works = tuple(work for work in plan.works if work.activity in left)
    grants = tuple(grant for grant in plan.grants if grant.activity in left and grant.funder in left)
    return replace(plan, works=works, grants=grants)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_plan_can_be_shown_at_every_width(seed: int) -> None:
    of = tiny(seed)[0]
    outcome = audited(Outcome(instance=of, plan=some_plan(of, Random(seed))))
    told = Outcome(instance=of, plan=outcome.plan, score=outcome.score, cost=outcome.cost)
    for width in (80, 120):
        text = render(told, width=width, verbose=True)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        assert not any(line != line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_hidden_changes_what_others_get(seed: int) -> None:
    random = Random(seed)
    of = partly_hidden(tiny(seed)[0], random)
    plan = some_plan(of, random)
    for audience in AUDIENCES[1:]:
        try:
            one = render(Outcome(instance=of, plan=plan, passed=True), audience=audience, verbose=True)
        except Unsafe:
            continue
        other = otherwise(of, audience)
        assert render(Outcome(instance=other, plan=plan, passed=True), audience=audience, verbose=True) == one
        less = without_hidden(of, plan, audience)
        again = Outcome(instance=other, plan=less, passed=True)
        assert document(again, "json", audience=audience) == document(
            Outcome(instance=of, plan=plan, passed=True), "json", audience=audience
        )
