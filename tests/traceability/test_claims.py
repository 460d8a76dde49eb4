"""Every claim of the article acts or is context, none is left open; and what acts changes decisions when it moves."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from models.assumptions import ASSUMPTIONS, DEFAULTS
from models.audit import audit
from models.claims import CLAIMS
from models.instance import Instance, exact
from models.kinds import CONDITION_MEANING, LIMIT_MEANING, LINK_MEANING
from models.moves import MOVES, Move
from models.plan import Plan
from models.reads import READS
from models.rule import Rule
from models.rules import RULES
from models.tracks import OFFICIAL_KINDS, SUITABILITY, TRACK_NAMES, TRACK_QUALITIES, suited_row
from models.words import RULE_NAMES
from planner.read.layout import attributes, types
from tests.solving import Optimum, optimum, tiny
from tests.traceability.moving import moved, subject

IDS = (
    *(f"O{number}" for number in range(1, 13)),
    *(f"B{number}" for number in range(1, 5)),
    *(f"N{number}" for number in range(1, 15)),
    *(f"A{number}" for number in range(1, 9)),
    *(f"L{number}" for number in range(1, 5)),
    *(f"S1.{number}" for number in range(1, 5)),
    *("W1.1a", "W1.1b", "W1.2", "W1.3a", "W1.3b", "W1.4", "D1", "D2"),
    *(f"S15.{number}" for number in range(1, 9)),
    *(f"W15.{number}" for number in range(1, 5)),
    *(f"S2.{number}" for number in range(1, 17)),
    *(f"W2.{number}" for number in range(1, 8)),
    *(f"C{number}" for number in range(1, 8)),
    *(f"Q{number}" for number in range(1, 6)),
    *(f"X{number}" for number in range(1, 9)),
    *(f"K{number}" for number in range(1, 10)),
)
KINDS = {"condition": CONDITION_MEANING, "limit": LIMIT_MEANING, "link": LINK_MEANING}
MARGIN = 1e-6
"""Points of score by which a plan must be worse to be no best plan."""


def test_the_table_covers_the_claims_of_the_article() -> None:
    assert len(IDS) == 118
    assert set(CLAIMS) == set(IDS)
    counts = Counter(claim.status for claim in CLAIMS.values())
    assert set(counts) == {"acting", "context"}
    assert counts["acting"] + counts["context"] == 118


def test_every_acting_claim_has_its_move_and_no_other_claim_has() -> None:
    assert sorted(move.claim for move in MOVES) == sorted(c.id for c in CLAIMS.values() if c.status == "acting")


@pytest.mark.parametrize("name", CLAIMS)
def test_homes_exist(name: str) -> None:
    claim = CLAIMS[name]
    assert claim.home
    assert claim.statement.endswith(".")
    if claim.status == "acting":
        for word in claim.home.split():
            assert word in RULE_NAMES or _is_parameter(word) or _is_field(word), word
    else:
        assert claim.home.endswith("."), "a reason is a sentence"


def _is_parameter(word: str) -> bool:
    rule, _, parameter = word.partition(".")
    return (rule, parameter) in DEFAULTS


def _is_field(word: str) -> bool:
    record, _, field = word.partition(".")
    return record in types() and (field in attributes(types()[record]) or field in KINDS.get(record, ()))


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.claim)
def test_what_moves_is_a_home_of_the_claim(move: Move) -> None:
    word, name = move.subject.split(" ", 1)
    if word == "rule":
        touched = {f"{name}.{move.field}"}
    else:
        found = subject(tiny(move.instance).records, move)
        fields = [move.field] if move.field else attributes(type(found))
        touched = {f"{word}.{each}" for each in (*fields, getattr(found, "kind", ""))}
    homes = CLAIMS[move.claim].home.split()
    assert touched & {*homes, *(field for home in homes for field in READS.get(home, ()))}


@cache
def before(name: str) -> tuple[Instance, Optimum]:
    instance = tiny(name)
    found = optimum(instance)
    assert found is not None
    return instance, found


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.claim)
def test_an_acting_claim_changes_the_decisions(move: Move) -> None:
    """What was best before the move is not best after it, and what is best after it was not before."""
    instance, old = before(move.instance)
    other = moved(move)
    new = optimum(other)
    assert new is not None
    assert _worse(other, old.plan, new.value), "the old plan is still one of the best"
    assert _worse(instance, new.plan, old.value), "the new plan was one of the best already"


def _worse(instance: Instance, plan: Plan, best: float) -> bool:
    """Whether the audit refuses the plan for this instance, or counts it below the best."""
    judged = audit(instance, plan)
    return not judged.passed or float(judged.score) < best - MARGIN


@pytest.mark.parametrize(
    "move", [move for move in MOVES if move.field.startswith("suitability_")], ids=lambda m: m.claim
)
def test_a_suitability_moves_within_the_range_of_the_catalogue(move: Move) -> None:
    instance = tiny(move.instance)
    assert instance.horizon.suitability == "catalogue"
    activity = instance.activity(move.subject.partition(" ")[2])
    low, high = suited_row(activity.track, activity.kind).limits(move.field.removeprefix("suitability_"))
    assert low <= exact(float(move.after)) <= high


def test_claims_that_are_named_exist() -> None:
    lists = (
        *(rule.claims for rule in RULES),
        *(row.claims for row in ASSUMPTIONS),
        *(row.claims for row in SUITABILITY.values()),
        *(row.claims for row in TRACK_NAMES.values()),
        *(row.claims for row in TRACK_QUALITIES),
        *OFFICIAL_KINDS.values(),
    )
    assert {claim for claims in lists for claim in claims.split()} <= set(CLAIMS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_claims_of_a_rule_act(rule: Rule) -> None:
    assert all(CLAIMS[name].status == "acting" for name in rule.claims.split())
