"""What a limit leaves open is told so, and never called proven."""

from __future__ import annotations

from models.instance import Instance
from planner.repair import State, repair
from planner.repair.ask import Interruption
from planner.repair.finding import Finding
from planner.repair.waivers import relaxed, waivers
from planner.solve import SolveOptions
from tests.planner.repair.worlds import here, out_of_reach


def test_an_unsettled_instance_is_unknown() -> None:
    found = repair(out_of_reach(0), objective="cost", solve=lambda *_: Finding(None))
    assert found.state is State.UNKNOWN
    assert not found.complete
    assert found.repairs == ()


def test_a_conflict_that_time_did_not_reduce_is_not_minimal() -> None:
    instance = out_of_reach(14)
    nothing_held = relaxed(instance, waivers(instance, "cost"))

    def slow(asked: Instance, options: SolveOptions, user: Interruption) -> Finding:
        """Only the two ends are settled."""
        known = asked.records == instance.records or asked.records == nothing_held.records
        return here(asked, options, user) if known else Finding(None)

    found = repair(instance, objective="cost", threads=1, jobs=1, solve=slow)
    assert found.state is State.INFEASIBLE
    assert found.conflict is not None
    assert not found.conflict.minimal
    assert not found.complete
