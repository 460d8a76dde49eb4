"""Conditions, levels of talks, who bridges, and why a rule holds back: what the printed plan says of them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from models.audit import audit
from models.instance import Instance
from models.plan import Plan, Work
from models.records import Activity, Condition, Record
from models.words import RULE_NAMES
from planner.outcome import Outcome
from planner.show import render
from planner.show.conditions import condition_lines, level_lines
from planner.show.courses import courses
from planner.show.page import Page
from planner.show.reasons import REASONS
from planner.show.sections import bridges
from tests.planner.show.georgia import day, instance, plan, records


def condition(kind: str, amount: float | None, *who: str, begin: str = "2007-Q1", **more: Any) -> Condition:
    given = {"kind": kind, "amount": amount, "who": who, "begin": day(begin), "end": day("2007-Q2"), **more}
    return Condition.model_validate(given)


def with_rows(*rows: Record, scenarios: bool = False) -> Instance:
    return Instance([*records(scenarios=scenarios), *rows])


def lines(*rows: Record) -> dict[str, str]:
    of = with_rows(*rows)
    return {name: marks[4:6] for name, marks in condition_lines(of, courses(of)[0])}


@pytest.mark.parametrize(
    ("kind", "who", "name"),
    [
        ("willingness", ("Georgia",), "willing Georgia"),
        ("recognition", ("Georgia", "Russia"), "recognition Georgia and Russia"),
        ("access", (), "access"),
        ("access", ("Georgia",), "access Georgia"),
        ("ripeness", (), "ripe for mediation"),
        ("concession", (), "must give way"),
        ("hostility", ("Norway", "Russia"), "hostility Norway and Russia"),
        ("openness", (), "officials listen"),
        ("impasse", (), "impasse"),
    ],
)
def test_each_kind_has_its_line(kind: str, who: tuple[str, ...], name: str) -> None:
    assert lines(condition(kind, 0.42, *who)) == {name: "44"}


@pytest.mark.parametrize(("amount", "marks"), [(0, "00"), (0.04, "00"), (0.96, "99"), (0.25, "22")])
def test_what_helps_reads_as_usual_only_where_it_is_full(amount: float, marks: str) -> None:
    assert lines(condition("willingness", amount, "Georgia")) == {"willing Georgia": marks}


@pytest.mark.parametrize(("amount", "marks"), [(1, "##"), (0.96, "99"), (0.04, "00"), (0.5, "55")])
def test_what_hinders_reads_as_usual_only_where_there_is_none_of_it(amount: float, marks: str) -> None:
    assert lines(condition("concession", amount)) == {"must give way": marks}


def test_what_is_as_usual_has_no_line_and_neither_has_a_toll() -> None:
    toll = Condition(kind="toll", begin=day("2007-Q1"), political=0.1)
    assert lines(condition("ripeness", 1), condition("hostility", 0, "Norway", "Russia"), toll) == {}


def test_rows_about_the_same_make_one_line_in_whatever_order_they_name_them() -> None:
    one = condition("recognition", 0.5, "Georgia", "Russia")
    two = condition("recognition", 0.8, "Russia", "Georgia", begin="2007-Q2")
    assert lines(one, two) == {"recognition Georgia and Russia": "53"}


def test_the_owner_sees_who_may_not_see_a_condition() -> None:
    assert lines(condition("willingness", 0, "Russia", visibility="secret")) == {"willing Russia [secret]": "00"}


def test_the_page_explains_the_marks_of_conditions_only_where_there_are_any() -> None:
    of = with_rows(condition("ripeness", 0.42))
    text = " ".join(render(Outcome(instance=of, plan=plan(of)), width=100).split())
    assert "ripe for mediation .... 44.. .... ...." in text
    assert "In lines of conditions: 0 to 9 tenths of full" in text
    assert "In lines of conditions" not in render(Outcome(instance=instance(), plan=plan(instance())))


def test_the_highest_level_at_which_the_sides_meet_is_shown() -> None:
    def talks(name: str, level: str | None) -> Activity:
        given = {"name": name, "track": "T1", "kind": "negotiation", "level": level, "spend_max": 9}
        return Activity.model_validate(given)

    of = with_rows(
        talks("Clerks", "low"), talks("Ministers", "minister"), talks("Summit", "head"), talks("Lunch", None)
    )
    works = [("Clerks", 1), ("Clerks", 2), ("Ministers", 2), ("Summit", 3), ("Clerks", 3), ("Lunch", 4)]
    decided = Plan(tuple(Work(name, node, 9) for name, node in works), ())
    assert list(level_lines(of, decided, range(6))) == [("level of talks", ".omH..")]
    assert list(level_lines(of, Plan((Work("Lunch", 4, 9),), ()), range(6))) == []
    text = render(Outcome(instance=of, plan=decided), width=100)
    assert re.search(r"level of talks +\.omH ", text)
    assert "o officials of low level talk; m ministers talk; H heads of state or government talk" in " ".join(
        text.split()
    )


def test_every_rule_has_a_reason_and_none_is_said_twice() -> None:
    assert tuple(REASONS) == RULE_NAMES
    assert len(set(REASONS.values())) == len(REASONS)
    assert not any(reason.endswith(".") for reason in REASONS.values())


def test_who_bridges_is_told_with_how_much_and_when() -> None:
    bridge = {"name": "Elders", "track": "T1.5", "kind": "dialogue", "bridges": True, "visibility": "secret"}
    of = with_rows(Activity.model_validate({**bridge, "spend_max": 9, "political": 0.02}))
    usual = plan(of)
    works = (*usual.works, *(Work("Elders", node, 9, start=node == 9) for node in (9, 10)))
    decided = Plan(works, usual.grants, usual.signings)
    found = audit(of, decided)
    amounts = [found.replay.transfer["Georgia-Russia", "Elders bridges", node] for node in (9, 10)]
    assert all(amounts)
    told = sections_of(Outcome(instance=of, plan=decided, audit=found))
    assert told == [
        "Who bridges",
        f"  Elders [secret]: {float(sum(amounts)):.3f} ideas carried upstairs, 2008-Q2 to 2008-Q3.",
    ]
    hidden = Outcome(instance=of, plan=decided, audit=found, hidden=True)
    assert sections_of(hidden) == []


def sections_of(outcome: Outcome) -> list[str]:
    page = Page(120)
    bridges(page, outcome)
    return [line for line in page.text().splitlines() if line]
