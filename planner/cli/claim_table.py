"""The claims of the article as a list: what each says, what became of it, and where it can be seen to act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.claims import CLAIMS, Claim
from models.moves import MOVES
from models.words import RULE_NAMES
from planner.cli.table import Table

_MOVE = {move.claim: move for move in MOVES}


def claim_table(words: Sequence[str], form: str) -> Table:
    """The claims of ``words``: claims, or rules that hold them; none: all. JSON and CSV tell the moves."""
    claims = [claim for claim in CLAIMS.values() if not words or _meant(claim, words)]
    if form == "text":
        return Table(
            "claims",
            ("claim", "line", "tracks", "what it says", "status", "home"),
            [(claim.id, claim.line, claim.tracks, claim.statement, claim.status, claim.home) for claim in claims],
            _notes(claims),
        )
    columns = (
        "claim",
        "statement",
        "line",
        "tracks",
        "status",
        "home",
        "instance",
        "subject",
        "field",
        "before",
        "after",
    )
    rows = [
        (
            *(claim.id, claim.statement, claim.line, claim.tracks, claim.status, claim.home),
            *(_MOVE[claim.id][1:] if claim.id in _MOVE else [""] * 5),
        )
        for claim in claims
    ]
    return Table("claims", columns, rows)


def _meant(claim: Claim, words: Sequence[str]) -> bool:
    from models.rules import RULES

    asked = {name for rule in RULES if rule.name in words for name in rule.claims.split()}
    homes = {home.partition(".")[0] for home in claim.home.split()} & set(RULE_NAMES)
    return claim.id in (*words, *asked) or bool(homes & set(words))


def _notes(claims: Sequence[Claim]) -> tuple[str, ...]:
    counts = Counter(claim.status for claim in claims)
    told = ", ".join(f"{counts[status]} {status}" for status in ("acting", "context") if counts[status])
    return (
        f"{len(claims)} claims of Abu Hammad (2021), in our words, by the line of its text: {told}.",
        "Acting: a rule, a number or a field of a record holds it and changes plans. Context: nothing does, for the "
        "reason told.",
    )
