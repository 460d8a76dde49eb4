"""Honest defaults: each number has its range, unit, claims and evidence; what the article doubts may be nothing."""

from __future__ import annotations

import pytest

from models.assumptions import ASSUMPTIONS, DEFAULTS, Assumption
from models.checks import build_instance
from models.claims import CLAIMS
from models.instance import Instance
from models.records import RuleSetting
from models.words import RULE_NAMES
from tests.solving import tiny, value

OURS = {("core", "end_value"), ("crowding", "mediators"), ("crowding", "cost")}
"""Numbers that rest on no claim of the article."""
NO_EFFECT: dict[str, dict[tuple[str, str], float]] = {
    "claim_O1": {("synergy", "value"): 0},
    "bridge": {("bridge", "capacity"): 0},
    "continuity": {("continuity", "value"): 0},
    "impasse": {("impasse", "value"): 0},
    "skills": {("skills", "value"): 0},
    "mediator_role_knowledge": {("mediator_role", "knowledge"): 1},
}
"""By tiny instance: the values by which what it shows does nothing (W2.2 doubts that it does)."""


def name(row: Assumption) -> str:
    return f"{row.rule}.{row.parameter}"


@pytest.mark.parametrize("row", ASSUMPTIONS, ids=name)
def test_every_number_is_told_in_full(row: Assumption) -> None:
    assert row.rule in ("core", *RULE_NAMES)
    assert row.low < row.high, "a range, for nothing was measured"
    assert row.low <= row.value <= row.high
    assert row.unit.strip()
    assert set(row.claims.split()) <= set(CLAIMS)
    assert bool(row.claims) != ((row.rule, row.parameter) in OURS)
    assert row.evidence in ("study", "expert", "assumption"), "nothing here was measured"
    assert len(row.meaning.split()) >= 4
    assert not row.meaning.endswith(".")


def test_no_number_stands_twice_and_those_of_a_rule_stand_together() -> None:
    assert len(DEFAULTS) == len(ASSUMPTIONS)
    order = list(dict.fromkeys(row.rule for row in ASSUMPTIONS))
    assert [row.rule for row in ASSUMPTIONS] == sorted((row.rule for row in ASSUMPTIONS), key=order.index)
    assert order == ["core", *(rule for rule in RULE_NAMES if rule in order)]


@pytest.mark.parametrize("instance", NO_EFFECT)
def test_the_ranges_of_what_is_doubted_reach_no_effect_at_all(instance: str) -> None:
    for key, nothing in NO_EFFECT[instance].items():
        assert nothing in (DEFAULTS[key].low, DEFAULTS[key].high)
    rule = next(iter(NO_EFFECT[instance]))[0]
    before, nothing_of_it = value(tiny(instance)), value(_with(tiny(instance), NO_EFFECT[instance]))
    assert nothing_of_it < before
    if rule != "mediator_role":
        assert nothing_of_it == pytest.approx(value(tiny(instance), [rule]))


def test_ideas_may_never_come_upstairs() -> None:
    """With ways that carry nothing, and with ideas that are worth nothing, unofficial ideas bring no progress."""
    instance = tiny("core_ideas")
    carried = {("transfer", "mechanism"): 0.0, ("transfer", "default"): 0.0}
    worthless = {("core", "ideas_worth"): 0.0}
    for settings in (carried, worthless):
        assert all(DEFAULTS[key].low == nothing for key, nothing in settings.items())
    deaf = _without_links(instance)
    assert value(_with(instance, worthless)) == pytest.approx(value(_with(deaf, carried)))
    assert value(_with(instance, worthless)) < value(instance)


def _with(instance: Instance, settings: dict[tuple[str, str], float]) -> Instance:
    own = [RuleSetting(name=rule, kind=parameter, amount=amount) for (rule, parameter), amount in settings.items()]
    kept = [row for row in instance.records if not (isinstance(row, RuleSetting) and (row.name, row.kind) in settings)]
    return build_instance([*kept, *own])[0]


def _without_links(instance: Instance) -> Instance:
    """Without values of links of their own: ways upstairs carry what the assumptions say."""
    rows = [row.model_copy(update={"value": None}) if row.word == "link" else row for row in instance.records]
    return build_instance(rows)[0]
