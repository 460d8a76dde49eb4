"""What each rule is said to read is what its rows and its audit read, as far as their source tells."""

from __future__ import annotations

import pytest

from models.assumptions import DEFAULTS
from models.kinds import CONDITION_MEANING, LIMIT_MEANING, LINK_MEANING
from models.reads import READS
from models.records import RECORDS
from models.words import RULE_NAMES
from planner.read.layout import attributes, types
from tests.traceability.reading import names

SIDES = ("rules", "audit")
KINDS = {"condition": CONDITION_MEANING, "limit": LIMIT_MEANING, "link": LINK_MEANING}
GENERAL = {
    *("name", "conflict", "track", "kind", "parties", "sponsor", "begin", "end", "scenario", "who", "amount", "value"),
    *("other", "political", "structural", "social", "setup", "spend_min", "spend_max", "source", "visibility"),
}
"""Who, what, when and how much: read by most rules, and listed where they are all that a rule reads."""
AMBIGUOUS = {
    *("first", "last", "number", "window", "level", "progress", "before", "low", "of", "gains", "transfers", "cover"),
    *("probability", "status", "most", "discount"),
}
"""Fields whose names mean other things in the code as well."""


def fields() -> set[str]:
    """Names of fields and kinds by which something of an instance can be told in the source."""
    named = {name for record in RECORDS for name in attributes(record)}
    return (named | {word for kinds in KINDS.values() for word in kinds}) - GENERAL - AMBIGUOUS


def test_every_rule_says_what_it_reads() -> None:
    assert tuple(READS) == RULE_NAMES
    for listed in READS.values():
        assert listed
        assert len(set(listed)) == len(listed)
        for word in listed:
            record, _, name = word.partition(".")
            assert name in attributes(types()[record]) or name in KINDS[record]


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_what_is_listed_is_read(rule: str) -> None:
    """A share that is not *least* is *most*, which nobody needs to spell out."""
    listed = {word.partition(".")[2] for word in READS[rule]}
    assert listed - {"most"} <= {name for side in SIDES for name in names(f"{side}/{rule}")}


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_what_is_read_is_listed(rule: str) -> None:
    listed = {word.partition(".")[2] for word in READS[rule]}
    numbers = {parameter for _, parameter in DEFAULTS}
    for side in SIDES:
        assert names(f"{side}/{rule}", methods=False) & fields() <= listed | numbers, side
