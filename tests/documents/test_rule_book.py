"""One rule, one word: every rule has its file in each place where a rule lives."""

from __future__ import annotations

import pytest

from models.assumptions import ASSUMPTIONS
from models.audit import RULES as AUDITED
from models.rules import RULES
from models.words import RULE_NAMES
from tests.documents.blocks import ROOT

PLACES = (
    "models/rules/{}.py",
    "models/audit/{}.py",
    "instances/tiny/{}.csv",
    "tests/golden/{}.txt",
    "tests/models/audit/test_{}.py",
)


@pytest.mark.parametrize("word", RULE_NAMES)
@pytest.mark.parametrize("place", PLACES)
def test_each_rule_has_its_file(word: str, place: str) -> None:
    assert (ROOT / place.format(word)).is_file()


@pytest.mark.parametrize("word", RULE_NAMES)
def test_each_rule_is_told_of(word: str) -> None:
    assert f"**{word}**" in (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    assert word in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_words_are_those_of_the_book() -> None:
    assert tuple(rule.name for rule in RULES) == RULE_NAMES
    assert {check.name for check in AUDITED} == set(RULE_NAMES)


def test_the_book_says_what_the_rules_say() -> None:
    book = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    for rule in RULES:
        line = f"| [`{rule.name}`](rules/{rule.name}.py) | {rule.sentence} | {rule.effect} | {rule.claims} |"
        assert line in book
        assert f"**{rule.name}** ({rule.effect})" in book


def test_assumptions_belong_to_rules_and_lie_in_their_ranges() -> None:
    for row in ASSUMPTIONS:
        assert row.rule in (*RULE_NAMES, "core")
        assert row.low <= row.value <= row.high
        assert row.evidence in ("measured", "study", "expert", "assumption")
        assert row.unit
        assert row.meaning
