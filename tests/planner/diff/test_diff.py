"""Two plans compared: as data and in words."""

from __future__ import annotations

import pytest

from models.checks import build_instance
from models.instance import Instance
from models.moment import Moment
from models.plan import Grant, Plan, Signing, Work
from models.records import Activity, Conflict, Funder, Horizon, Milestone, Party, Record, Scenario
from planner.diff import Change, Side, Standing, compare, progress_in_words, sentence

NAMES = ("Geneva talks", "Schools", "Envoy", "Camp", "Fair")


def instance(*more: Record) -> Instance:
    work = [
        Activity(name=name, track="T5", kind="training", spend_min=10, spend_max=40, social=0.1, run_max=None)
        for name in NAMES
    ]
    rows = [
        Horizon(name="test", first=Moment.parse("2008-Q1"), number=6),
        Conflict(name="C"),
        Party(name="A", conflict="C"),
        Party(name="B", conflict="C"),
        *work,
        Milestone(name="Treaty", conflict="C", social=0.1),
        Funder(name="Fund", amount=1000),
        Funder(name="Trust", amount=1000),
        *more,
    ]
    return build_instance(rows)[0]


@pytest.fixture
def certain() -> Instance:
    return instance()


def run(name: str, *nodes: int, spend: int = 10, output: float | None = 0.5) -> tuple[Work, ...]:
    return tuple(Work(name, node, spend, output=output, start=node == nodes[0]) for node in nodes)


def side(where: Instance, *works: tuple[Work, ...], grants: tuple[Grant, ...] = (), signed: int | None = None) -> Side:
    signings = () if signed is None else (Signing("Treaty", signed),)
    return Side(where, Plan(tuple(work for each in works for work in each), grants, signings))


def test_every_kind_of_change(certain: Instance) -> None:
    before = side(certain, run("Geneva talks", 3, 4), run("Schools", 0), run("Camp", 0, 1, 2), run("Fair", 1, 2))
    after = side(
        certain, run("Geneva talks", 1, 2), run("Envoy", 2, 3), run("Camp", 0, 1), run("Fair", 1, 2, output=0.8)
    )
    found = {change.name: change for change in compare(before, after).changes}
    assert found == {
        "Geneva talks": Change("moved", "Geneva talks", "2008-Q4", "2008-Q2"),
        "Schools": Change("dropped", "Schools", before="2008-Q1"),
        "Envoy": Change("added", "Envoy", after="2008-Q3"),
        "Camp": Change("shorter", "Camp", "2008-Q3", "2008-Q2"),
        "Fair": Change("more", "Fair", "50 %", "80 %"),
    }
    back = {change.name: change.kind for change in compare(after, before).changes}
    assert back == {"Geneva talks": "moved", "Schools": "added", "Envoy": "dropped", "Camp": "longer", "Fair": "less"}


def test_in_words(certain: Instance) -> None:
    before = side(certain, run("Geneva talks", 3, 4), run("Schools", 0, 1, 2), signed=4)
    after = side(certain, run("Geneva talks", 1, 2), run("Envoy", 2, 3, spend=12), signed=3)
    assert sentence(compare(before, after)) == (
        "The plan signs Treaty in 2008-Q4 instead of 2009-Q1; moves Geneva talks from 2008-Q4 to 2008-Q2; "
        "drops Schools; adds Envoy from 2008-Q3 on; spends 12 % less."
    )
    assert sentence(compare(before, before), "Without it the plan") == "Without it the plan stays as it is."


def test_many_changes_are_cut_short(certain: Instance) -> None:
    works = [run(name, 1, spend=10 + number) for number, name in enumerate(NAMES)]
    dropped = sentence(compare(side(certain, *works), side(certain)), most=2)
    assert dropped == "The plan drops Fair, Camp and 3 more; spends nothing."
    assert sentence(compare(side(certain), side(certain, works[0])), currency="USD") == (
        "The plan adds Geneva talks from 2008-Q2 on; spends 10 USD."
    )


def test_gaps_and_unknown_outputs(certain: Instance) -> None:
    apart = compare(side(certain, run("Camp", 0, 1, 2, 3)), side(certain, run("Camp", 0, 3)))
    assert [change.kind for change in apart.changes] == ["rearranged"]
    open_output = compare(side(certain, run("Camp", 0)), side(certain, run("Camp", 0, output=None)))
    assert open_output.same


def test_who_pays(certain: Instance) -> None:
    before = side(certain, run("Camp", 0), grants=(Grant("Fund", "Camp", 0, 10),))
    after = side(certain, run("Camp", 0), grants=(Grant("Fund", "Camp", 0, 4), Grant("Trust", "Camp", 0, 6)))
    found = compare(before, after)
    assert found.same
    assert found.payers == {"Fund": (10.0, 4.0), "Trust": (0.0, 6.0)}


def test_only_in_one_future() -> None:
    from models.records import Condition

    branched = instance(
        Scenario(name="calm", probability=0.75),
        Scenario(name="rupture", probability=0.25, branches_from="calm", known=Moment.parse("2008-Q4")),
        Condition(conflict="C", kind="toll", begin=Moment.parse("2008-Q4"), social=0.1, scenario="rupture"),
    )
    node = branched.node_of_label
    calm, rupture = node["2008-Q4/calm"], node["2008-Q4/rupture"]
    before = side(branched, run("Camp", calm), run("Camp", rupture), run("Fair", 0))
    after = side(branched, run("Camp", calm), run("Fair", 1))
    found = compare(before, after)
    assert set(found.changes) == {
        Change("dropped", "Camp", before="2008-Q4", scenarios=("rupture",)),
        Change("moved", "Fair", "2008-Q1", "2008-Q2"),
    }
    assert found.cost_before - found.cost_after == pytest.approx(2.5)
    assert "drops Camp (if rupture)" in sentence(found)


def test_progress_in_words() -> None:
    before = (Standing("C", "political", 0.301), Standing("C", "social", 0.2), Standing("C", "durable", 0.301))
    after = (Standing("C", "political", 0.404), Standing("C", "social", 0.2049), Standing("C", "durable", 0.404))
    assert progress_in_words(before, after) == "Progress at the end: political 0.40 instead of 0.30."
    lasting = (*after[:2], Standing("C", "durable", 0.35))
    assert progress_in_words(before, lasting).endswith("political that lasts 0.35 instead of 0.30.")
    assert progress_in_words(before, before) == ""
    other = (*before, Standing("D", "social", 0.1))
    assert progress_in_words(other, (*before, Standing("D", "social", 0.3))) == (
        "Progress at the end: social in D 0.30 instead of 0.10."
    )
