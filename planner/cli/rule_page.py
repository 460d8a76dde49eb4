"""One rule in full: what it says, its numbers, what it reads of an instance, and the claims it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import fill
from typing import Any

from models.assumptions import ASSUMPTIONS, Assumption
from models.claims import CLAIMS, Claim
from models.questions import QUESTIONS
from models.reads import READS
from models.rule import Rule
from models.rules import RULES
from planner.cli.manners import Manners
from planner.cli.table import Table, width


def rule_row(rule: Rule, form: str) -> dict[str, Any]:
    """All of a rule under its headings: as lists for JSON, as one line of text each for CSV."""
    numbers, claims = _numbers(rule.name), _claims(rule)
    row: dict[str, Any] = {
        "rule": rule.name,
        "effect": rule.effect,
        "sentence": rule.sentence,
        "says": QUESTIONS[rule.name].says,
        "asks": QUESTIONS[rule.name].question,
        "off": rule.off,
        "claims": rule.claims,
    }
    if form == "json":
        return row | {
            "parameters": [number._asdict() for number in numbers],
            "answers": list(QUESTIONS[rule.name].where),
            "reads": list(READS[rule.name]),
            "article": [{"claim": claim.id, "line": claim.line, "statement": claim.statement} for claim in claims],
        }
    return row | {
        "parameters": " | ".join(
            f"{n.parameter} = {_value(n)}: {n.meaning} [{n.claims}] {n.evidence}" for n in numbers
        ),
        "answers": " ".join(QUESTIONS[rule.name].where),
        "reads": " ".join(READS[rule.name]),
        "article": " | ".join(f"{claim.id}, line {claim.line}: {claim.statement}" for claim in claims),
    }


def rule_page(name: str, manners: Manners) -> str:
    """The page of one rule, as wide as the terminal."""
    (rule,) = (rule for rule in RULES if rule.name == name)
    return "\n".join(_page(rule, manners))


def _page(rule: Rule, manners: Manners) -> Iterator[str]:
    yield f"{rule.name} ({rule.effect})"
    asked = QUESTIONS[rule.name]
    yield _indented(f"{rule.sentence} {asked.says}")
    yield _indented(f"Asks: {asked.question} Answer in {_fields(asked.where)}.")
    yield _indented(f"Off: {rule.off}.")
    yield _indented(f"Reads {_fields(READS[rule.name])}.")
    numbers = _numbers(rule.name)
    if numbers:
        cells = [(n.parameter, _value(n), n.meaning, n.claims, n.evidence) for n in numbers]
        table = Table("numbers", ("parameter", "value (range)", "meaning", "claims", "evidence"), cells)
        yield f"\n{table.text(manners)}"
    else:
        yield "  It has no numbers of its own.\n"
    told = [(claim.id, claim.line, claim.tracks, claim.statement) for claim in _claims(rule)]
    yield Table("claims", ("claim", "line", "tracks", "what Abu Hammad (2021) says, in our words"), told).text(manners)


def _numbers(rule: str) -> list[Assumption]:
    return [row for row in ASSUMPTIONS if row.rule == rule]


def _claims(rule: Rule) -> list[Claim]:
    return [CLAIMS[name] for name in rule.claims.split()]


def _value(number: Assumption) -> str:
    return f"{number.value:g} ({number.low:g} to {number.high:g}) {number.unit}"


def _fields(names: Sequence[str]) -> str:
    """``activity: kind, track; link: value``."""
    groups = groupby((name.partition(".") for name in names), key=lambda parts: parts[0])
    return "; ".join(f"{record}: {', '.join(parts[2] for parts in fields)}" for record, fields in groups)


def _indented(text: str) -> str:
    return fill(text, width(), initial_indent="  ", subsequent_indent="  ")
