"""One rule, one word: every rule has its file, audit check, tiny instance, golden rows and line in the rule book."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.assumptions import ASSUMPTIONS
from models.audit import RULES as AUDITED
from models.rules import RULES
from models.words import RULE_NAMES

ROOT = Path(__file__).parents[2]
PLACES = (
    "models/rules/{}.py",
    "models/audit/{}.py",
    "instances/tiny/{}.csv",
    "tests/golden/{}.txt",
)


@pytest.mark.parametrize("word", RULE_NAMES)
@pytest.mark.parametrize("place", PLACES)
def test_a_rule_is_found_by_its_word(place: str, word: str) -> None:
    assert (ROOT / place.format(word)).is_file()


def test_all_know_the_same_rules_in_the_same_order() -> None:
    assert tuple(rule.name for rule in RULES) == RULE_NAMES
    assert {check.name for check in AUDITED} == set(RULE_NAMES)


def test_the_rule_book_says_what_the_rules_say() -> None:
    book = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    for rule in RULES:
        line = f"| [`{rule.name}`](rules/{rule.name}.py) | {rule.sentence} | {rule.effect} | {rule.claims} |"
        assert line in book
        assert f"**{rule.name}** ({rule.effect})" in book


def test_assumptions_belong_to_rules_and_lie_in_their_ranges() -> None:
    for row in ASSUMPTIONS:
        assert row.rule in (*RULE_NAMES, "core")
        assert row.low <= row.value <= row.high
        assert row.meaning
        assert row.unit
