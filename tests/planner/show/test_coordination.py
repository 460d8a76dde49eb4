"""Shares, rooms, money raised, bonuses: what the printed plan says of them, by plans of the tiny instances."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from models.instance import Instance
from models.plan import Grant, Plan, Work
from models.records import Activity
from planner.outcome import Outcome, audited
from planner.read import read
from planner.show import render

TINY = Path(__file__).parents[3] / "instances" / "tiny"


def page(name: str, *works: tuple[str, int], without: str = "", hide: str = "", audience: str = "owner") -> str:
    """The page of a plan in which these works run at full output in these quarters, paid by the one fund."""
    of, _ = read(TINY / f"{name}.csv")
    rows = [
        row.model_copy(update={"visibility": "secret"}) if isinstance(row, Activity) and row.name == hide else row
        for row in of.records
    ]
    return told(Instance(rows), works, without, audience)


def told(of: Instance, works: tuple[tuple[str, int], ...], without: str, audience: str) -> str:
    fund = of.funders[0].name
    decided, grants = [], []
    for work, node in works:
        spend = of.spending(of.activity(work))[1]
        decided.append(Work(work, node, spend, of.setup(of.activity(work)), None, (work, node - 1) not in works))
        grants.append(Grant(fund, work, node, spend + of.setup(of.activity(work))))
    off = frozenset({without} - {""})
    found = audited(Outcome(instance=of, plan=Plan(tuple(decided), tuple(grants), (), without=off)))
    assert found.passed, found.audit
    return render(replace(found, plan=found.plan), audience=audience, width=100)  # type: ignore[arg-type]


def test_a_share_that_is_missed_tells_the_money() -> None:
    missed = page("share", ("Talks", 0), ("Statesmen", 0))
    assert "Social work (at least 50 % of the money): missed by 1." in missed
    assert "share, a share that was set for the money is just kept, or missed: Social work 2000-Q1." in missed
    assert "Social work (at least 50 % of the money): kept." in page("share", ("Talks", 0), ("School", 0))
    assert "Shares and rooms" not in page("share", ("Talks", 0), without="share")
    assert "Shares and rooms" not in page("share", ("Talks", 0), hide="Statesmen", audience="public")


def test_a_room_that_is_missing_tells_when_and_how_much() -> None:
    of, _ = read(TINY / "stakeholders.csv")
    limit = next(row for row in of.limits if row.kind == "cover")
    empty = told(of, (), "", "owner")
    need = limit.amount - limit.already
    assert f"{limit.name} ({limit.amount:g} at full output): {need:.2f} missing on average, 2000-Q1" in empty
    there = next(work for work in of.activities if of.matches(work, limit.who))
    full = told(of, tuple((there.name, node.index) for node in of.tree), "", "owner")
    assert ": there throughout." in full


def test_money_raised_stands_below_its_tranche() -> None:
    text = page("fundraising", ("Campaign", 0), ("Rebuilding", 2))
    rows = [line.split() for line in text[text.index("Paid by") :].splitlines()]
    assert ["Fund", "5", "of", "2"] in rows
    assert ["raised", "for", "it", "3"] in rows
    assert "raised for it" not in page("fundraising", ("Campaign", 0), without="fundraising")
    assert "raised for it" not in page("fundraising", ("Campaign", 0), hide="School", audience="public")


def test_bonuses_tell_what_for_and_how_much() -> None:
    """Social effect .1 a quarter, a tenth of it for meeting again in the second quarter."""
    text = page("continuity", ("Dialogue", 0), ("Dialogue", 1))
    assert "Dialogue continues, the same people meet again: 0.010 progress added, 2000-Q2." in text
    assert "What helps what" not in page("continuity", ("Dialogue", 1))
    assert "What helps what" not in page("continuity", ("Dialogue", 0), ("Dialogue", 1), without="continuity")
    assert "continues" not in page("continuity", ("Dialogue", 0), ("Dialogue", 1), hide="Exchange", audience="public")


@pytest.mark.parametrize(("rule", "because"), [("skills", "facilitators are trained"), ("synergy", "they do more")])
def test_every_bonus_has_its_reason(rule: str, because: str) -> None:
    of, _ = read(TINY / f"{rule}.csv")
    works = tuple(
        (work.name, node.index) for work in of.activities for node in of.tree if node.period in of.window(work)
    )
    lavish = [
        row.model_copy(update={"amount": 10_000}) if row.word == "funder" else row
        for row in of.records
        if row.word not in ("capacity", "rule")
    ]
    assert because in told(Instance(lavish), works, "", "owner")
