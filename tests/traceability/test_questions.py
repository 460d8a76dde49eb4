"""The rule book as questions: every rule once, in plain sentences, about fields that exist; the guide says the same."""

from __future__ import annotations

import pytest

from models.questions import QUESTIONS, Asked
from models.reads import READS
from models.words import RULE_NAMES
from planner.read.layout import attributes, types
from tests.documents.blocks import ROOT

HEADING = "## The rule book as questions"


def guide() -> list[str]:
    """The rows of the guide's table, without its head."""
    text = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    part = text.partition(f"{HEADING}\n")[2].partition("\n## ")[0]
    return [line for line in part.splitlines() if line.startswith("| `")]


def row(asked: Asked) -> str:
    return f"| `{asked.rule}` | {asked.says} | {asked.question} | {', '.join(map(place, asked.where))} |"


def place(field: str) -> str:
    """The field, and its column in the one-file form where that has another heading."""
    record, _, name = field.partition(".")
    found = attributes(types()[record]).get(name)
    heading = found.heading if found else None
    return f"`{field}`" if heading in (None, name) else f"`{field}` ({heading})"


def test_every_rule_asks_once_in_the_order_of_the_book() -> None:
    assert tuple(QUESTIONS) == RULE_NAMES


def test_the_guide_is_that_table() -> None:
    assert guide() == [row(asked) for asked in QUESTIONS.values()]


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=lambda asked: asked.rule)
def test_a_question_is_a_question_and_its_answer_is_read(asked: Asked) -> None:
    assert asked.says.endswith(".")
    assert ";" not in asked.says
    assert asked.question.endswith("?") or asked.rule == "no_substitute"
    assert asked.where
    assert set(asked.where) <= set(READS[asked.rule])
    for field in asked.where:
        record, _, attribute = field.partition(".")
        assert attribute in attributes(types()[record]) or "kind" in attributes(types()[record])


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=lambda asked: asked.rule)
def test_words_of_the_trade_are_left_to_the_formulas(asked: Asked) -> None:
    told = f"{asked.says} {asked.question}".lower()
    for word in ("output", "node", "stock", "column", "constraint", "infeasible", "discount", "variable", "<=", "Σ"):
        assert word not in told
