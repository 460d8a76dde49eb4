"""The full house: an instance in which every rule of the book is awake and most of them bind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import planner
from models.audit import audit
from models.build import active_rules
from models.checks import check
from models.instance import Instance
from models.rule import Rule
from models.rules import RULES
from planner.price import Verdict
from planner.price.awake import Sleep
from planner.price.text import render
from planner.read import read
from tests.solving import Optimum, optimum

HOUSE = Path(__file__).parents[2] / "instances" / "full_house.csv"


@cache
def house() -> Instance:
    return read(HOUSE)[0]


@cache
def best() -> Optimum:
    found = optimum(house())
    assert found is not None
    return found


def test_it_has_no_faults() -> None:
    assert [fault for fault in check(house().records, {}) if fault.severity == "error"] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_awake(rule: Rule) -> None:
    assert not Sleep(house(), "progress", active_rules(house())).of(rule.name)


def test_it_is_solved_and_passes_the_audit() -> None:
    assert audit(house(), best().plan).passed
    assert best().plan.signings


@pytest.mark.slow
def test_its_prices() -> None:
    """Of every fourth rule: each takes a solve."""
    asked = [rule.name for rule in RULES if not rule.veto][::4]
    prices = planner.price(house(), rules=asked, gap=0.02, time_limit=6)
    assert [each.rule for each in prices.prices] == asked
    assert not [each.rule for each in prices.prices if each.verdict is Verdict.ASLEEP]
    proven = [each.rule for each in prices.prices if each.verdict in (Verdict.COSTS, Verdict.BRINGS)]
    assert len(proven) >= len(asked) / 4, prices.prices
    table = render(prices)
    assert all(name in table for name in asked)


def test_only_harm_has_no_price() -> None:
    assert {rule.name for rule in RULES if rule.veto} == {"do_no_harm"}
