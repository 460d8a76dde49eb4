"""Work starts only where it can be paid for its shortest run."""

from __future__ import annotations

from models.build import active_rules, build
from models.instance import Instance
from models.reach import reach
from models.records import Activity, Conflict, Funder, Horizon


def instance_of(run_min: float, spend_min: float = 1) -> Instance:
    """A school over four quarters; the only fund closes after the third one."""
    return Instance(
        [
            Horizon(first="2000-Q1", number=4),
            Conflict(name="Strife"),
            Funder(name="Fund", amount=9, end="2000-Q3"),
            Activity(name="School", track="T5", run_min=run_min, spend_min=spend_min, spend_max=2, social=0.1),
        ]
    )


def test_no_start_where_money_ends_before_the_shortest_run() -> None:
    instance = instance_of(run_min=2)
    where = reach(instance, active_rules(instance), instance.activity("School"))
    assert where.start == {0, 1}
    assert where.on == (0, 1, 2)


def test_work_that_may_cost_nothing_goes_on_without_money() -> None:
    instance = instance_of(run_min=2, spend_min=0)
    where = reach(instance, active_rules(instance), instance.activity("School"))
    assert where.start == {0, 1, 2}
    assert where.on == (0, 1, 2, 3)


def test_every_start_has_its_shortest_run_in_the_rows() -> None:
    model = build(instance_of(run_min=3))
    assert {n for _, n in model.columns.start} == {0}
    assert {"runs_shortest_a0_n2"} <= {row.name for row in model.problem.constraints()}
