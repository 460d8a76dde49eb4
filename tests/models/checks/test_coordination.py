"""What limits, raised money, harm and sides may say without a doubt, and doubts that sleep with their rule."""

from __future__ import annotations

import pytest

from models.checks import check
from models.records import RuleSetting
from tests.models.checks.coordination import COORDINATION, FINE, SLEEPS
from tests.models.checks.records import Change, sound


@pytest.mark.parametrize("change", FINE.values(), ids=FINE)
def test_right_use_is_silent(change: Change) -> None:
    assert check(change(sound())) == ()


@pytest.mark.parametrize(
    ("code", "changed"),
    [(code, each) for code, words, each in COORDINATION if code in SLEEPS and "others do" not in words],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_rule_that_sleeps_raises_no_doubt(code: str, changed: Change) -> None:
    rows = [*changed(sound()), RuleSetting(name=SLEEPS[code], kind="off")]
    assert code not in {fault.code for fault in check(rows)}


@pytest.mark.parametrize(
    ("written", "meant"), [("quite", "quiet"), ("Fund II", "Fund"), ("Regoin", "Region"), ("Soth", "South")]
)
def test_a_slip_in_a_word_is_answered_with_the_word(written: str, meant: str) -> None:
    (changed,) = [each for code, found, each in COORDINATION if (code, found) == ("unknown_name", written)]
    (fault,) = [each for each in check(changed(sound())) if each.code == "unknown_name"]
    assert f'Did you mean "{meant}"?' in fault.remedy
