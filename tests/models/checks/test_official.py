"""What the new records may say without a doubt, and doubts that sleep with their rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.checks import check
from models.kinds import MEDIATING
from models.records import RuleSetting
from planner.read import read
from tests.models.checks.official import AWAKE, OFFICIAL, SILENT
from tests.models.checks.records import Change, sound


@pytest.mark.parametrize("change", SILENT.values(), ids=SILENT)
def test_right_use_is_silent(change: Change) -> None:
    assert check(change(sound())) == ()


@pytest.mark.parametrize(("code", "changed"), [(code, each) for code, _, each in OFFICIAL if code in AWAKE])
def test_a_rule_that_sleeps_raises_no_doubt(code: str, changed: Change) -> None:
    rows = [*changed(sound()), RuleSetting(name=AWAKE[code], kind="off")]
    assert code not in {fault.code for fault in check(rows)}


def test_a_slip_in_a_name_is_answered_with_the_name() -> None:
    for words, meant in (("Nroth", "North"), ("Thrid", "Third"), ("Fra", "Far")):
        (changed,) = [each for code, found, each in OFFICIAL if (code, found) == ("unknown_name", words)]
        (fault,) = [each for each in check(changed(sound())) if each.code == "unknown_name"]
        assert f'Did you mean "{meant}"?' in fault.remedy


@pytest.mark.parametrize("case", sorted(Path("instances/cases").glob("*.csv")), ids=lambda case: case.stem)
def test_no_party_mediates_in_a_real_case(case: Path) -> None:
    instance, _ = read(case)
    led = [row for row in instance.activities if row.kind in MEDIATING]
    assert all(row.third_party for row in led)
    assert led
