"""Hidden conditions, and names that only hidden work uses: nobody else learns of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.assumptions import DEFAULTS
from models.instance import Instance
from models.records import Activity, Condition, Conflict, Record, RuleSetting
from models.words import RULE_NAMES
from planner.audience import Audience, seen
from planner.outcome import for_audience
from planner.planfile import read_plan, write_plan
from planner.show import render
from planner.waking import _NUMBERS, _OCCASIONS, may_wake
from tests.planner.show.georgia import day, plan, records
from tests.planner.show.test_audience import outputs, told

BOTH = ("partners", "public")


def unwilling(amount: float, visibility: str = "secret", **more: Any) -> Condition:
    given = {"kind": "willingness", "who": ("Russia",), "amount": amount, "visibility": visibility, **more}
    return Condition.model_validate(given)


def with_rows(*rows: Record, secret: dict[str, Any] | None = None) -> Instance:
    """The sample without hidden funders, with more rows, and with more attributes of the secret envoy."""
    changed = [
        row.model_copy(update=secret or {}) if isinstance(row, Activity) and row.name == "Quiet envoy" else row
        for row in records(foundation_sees="public")
    ]
    return Instance([*changed, *rows])


@settings(max_examples=12, deadline=None)
@given(amount=st.floats(0, 1), name=st.text("abcdef", min_size=12))
@pytest.mark.parametrize("audience", BOTH)
def test_what_a_hidden_condition_says_changes_nothing(audience: Audience, amount: float, name: str) -> None:
    usual, other = with_rows(unwilling(0.4)), with_rows(unwilling(amount, name=name, begin=day("2007-Q2")))
    one = outputs(told(usual, plan(usual)), audience)
    assert one == outputs(told(other, plan(other)), audience)
    assert "willing" not in str(one["text"])


@pytest.mark.parametrize("audience", BOTH)
def test_output_does_not_tell_how_far_a_hidden_condition_lets_work_go(audience: Audience) -> None:
    """The same money, less achieved: the difference is the condition."""
    of = with_rows(unwilling(0.4))
    usual = plan(of)
    capped = replace(
        usual,
        works=tuple(replace(work, output=0.4) if work.activity == "Geneva talks" else work for work in usual.works),
    )
    one = outputs(told(of, usual), audience)
    assert one == outputs(told(of, capped), audience)
    assert "intensity is left out" in str(one["text"])


def test_a_hidden_toll_limits_no_work_and_leaves_intensity() -> None:
    of = with_rows(Condition(kind="toll", begin=day("2007-Q1"), political=0.1, visibility="secret"))
    text = render(told(of, plan(of)), audience="public")
    assert "Sums are over the work shown." in text
    assert "intensity" not in text


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize(
    "row",
    [
        Condition(kind="recognition", who=("Norway", "Russia"), amount=0.3),
        Condition(kind="willingness", who=("Norway",), amount=0.3),
        Condition(kind="hostility", who=("Iceland", "Russia"), amount=0.3),
    ],
)
def test_conditions_about_those_whom_only_hidden_work_names_go_with_it(audience: Audience, row: Condition) -> None:
    of = with_rows(row, secret={"home": "Iceland"})
    assert row.who[0] in render(told(of, plan(of)), width=160)
    assert all(row.who[0] not in str(text) for text in outputs(told(of, plan(of)), audience).values())


def test_conditions_about_the_home_of_shown_work_stay() -> None:
    row = Condition(kind="hostility", who=("Iceland", "Russia"), amount=0.3)
    open_work = Activity(name="Elders", track="T1.5", home="Iceland", spend_max=9)
    assert row in seen([*records(), row, open_work], "public")
    assert row not in seen([*records(), row], "public")


@pytest.mark.parametrize("audience", BOTH)
def test_taboos_and_agencies_that_only_hidden_work_deals_with_go_with_it(audience: Audience) -> None:
    rows = [
        row.model_copy(update={"taboo": ("status", "prisoners")}) if isinstance(row, Conflict) else row
        for row in records()
    ]
    secret = {"issues": ("prisoners", "status"), "agencies": ("ministry of quiet",)}
    rows = [
        row.model_copy(update=secret)
        if getattr(row, "name", "") == "Quiet envoy"
        else row.model_copy(update={"issues": ("status",)})
        if getattr(row, "name", "") == "Dialogue"
        else row
        for row in rows
    ]
    left = seen(rows, audience)
    assert next(row for row in left if isinstance(row, Conflict)).taboo == ("status",)
    assert not any(word in str(row) for row in left for word in ("prisoners", "ministry of quiet"))


WAKES: dict[str, dict[str, Any]] = {
    "bridge": {"track": "T1.5", "bridges": True},
    "home_state": {"track": "T1.5", "home": "Norway"},
    "coercion": {"coercive": True},
    "agency_friction": {"agencies": ("army", "ministry")},
    "intelligence": {"needs_insight": True},
    "official_level": {"kind": "negotiation", "level": "head"},
    "mediator_role": {"kind": "mediation"},
    "official_rigidity": {"issues": ("status",)},
    "fundraising": {"track": "T8", "kind": "fundraising", "raises": (("EU", 9.0),)},
    "continuity": {"track": "T2", "same_people": True},
    "confidentiality": {"confidential": True, "publicity": True},
    "skills": {"track": "T2", "skills": 0.1},
    "do_no_harm": {"kind": "sanction", "harm": (("traders", 1.0),)},
    "every_side_gains": {"gains": (("Georgia", 0.2),)},
    "seats": {"seats": (("Georgia", 1.0), ("Russia", 2.0))},
    "expectations": {"expectations": 0.1},
    "closed_embassy protecting_power": {"kind": "protecting_power"},
    "consultation_delay head_delay": {"kind": "negotiation", "level": "head"},
    "core opinion_kept": {"track": "T6", "opinion": 0.1},
    "core bonus_ceiling": {"track": "T4", "same_people": True},
}


@pytest.mark.parametrize("rule", WAKES)
def test_settings_of_a_rule_that_only_hidden_work_wakes_go_with_it(rule: str) -> None:
    name, _, parameter = rule.partition(" ")
    setting = RuleSetting(name=name, kind=parameter or "off")
    shown = Activity.model_validate({"name": "Elders", "track": "T1", "spend_max": 9, **WAKES[rule]})
    hidden = shown.model_copy(update={"visibility": "secret"})
    assert setting in seen([*records(), setting, shown], "public")
    assert setting not in seen([*records(), setting, hidden], "public")
    assert setting in seen([*records(), setting, hidden], "owner")


def test_settings_of_a_rule_that_only_a_hidden_condition_wakes_go_with_it() -> None:
    setting = RuleSetting(name="political_will", kind="threshold", amount=0.3)
    assert setting in seen([*records(), setting, unwilling(0.4, "public")], "public")
    assert setting not in seen([*records(), setting, unwilling(0.4)], "public")
    norway = unwilling(0.4, "public").model_copy(update={"who": ("Norway",)})
    assert setting not in seen([*records(), setting, norway], "public"), "only the hidden envoy needs Norway's will"


def test_occasions_are_those_of_rules_and_none_is_given_by_nothing() -> None:
    words = [word.partition(".") for word in _OCCASIONS]
    assert {rule for rule, dot, _ in words if not dot} <= set(RULE_NAMES)
    assert {(rule, parameter) for rule, dot, parameter in words if dot} <= set(DEFAULTS)
    assert set(_NUMBERS) <= set(_OCCASIONS)
    assert not any(may_wake(rule, [], parameter) for rule, _, parameter in words)


@pytest.mark.parametrize("audience", BOTH)
def test_a_plan_under_hidden_conditions_is_read_back_by_those_it_was_written_for(
    tmp_path: Path, audience: Audience
) -> None:
    of = with_rows(unwilling(0.4))
    write_plan(told(of, plan(of)), tmp_path / "plan.json", audience=audience)
    again = read_plan(tmp_path / "plan.json", Instance(seen(of.records, audience)))
    assert again.plan == for_audience(told(of, plan(of)), audience).plan
