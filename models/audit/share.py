"""So much of the money, at least or at most, for such work (B3 C1 C5 N12 Q1)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.matching import counts, matches
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation, words
from models.instance import exact
from models.records import Limit

NAME = "share"


def limits(replay: Replay) -> tuple[Limit, ...]:
    return tuple(limit for limit in replay.instance.limits if limit.kind != "cover")


def advance(replay: Replay) -> None:
    """By how much money each share is missed on the path to each leaf."""
    if replay.awake(NAME):
        for limit in limits(replay):
            for leaf in replay.facts.tree.leaves:
                if (room := slack(limit, *sides(replay, limit, leaf))) < 0:
                    replay.short[Short(NAME, limit.name, leaf)] = -room


def sides(replay: Replay, limit: Limit, leaf: int) -> tuple[int, Fraction]:
    """Money for the work that the limit is about on the path to ``leaf``, and the share it is measured by."""
    path = frozenset(replay.facts.tree.path(leaf))
    return _spent(replay, limit, path), exact(limit.amount) * _all(replay, limit, path)


def slack(limit: Limit, found: int, due: Fraction) -> Fraction:
    """Money that could still be moved before the share is missed; negative: the gap."""
    return found - due if limit.kind == "least" else due - found


def _spent(replay: Replay, limit: Limit, path: frozenset[int]) -> int:
    """What the work that the limit is about costs on the path, or what its payers pay of that."""
    activities = replay.facts.activities
    if not limit.payers:
        return sum(
            work.setup + work.spend
            for (name, node), work in replay.decisions.works.items()
            if node in path and matches(limit, limit.who, activities[name])
        )
    payers = {funder.name for funder in replay.instance.funders if funder.giver in limit.payers}
    return sum(
        grant.amount
        for grant in replay.plan.grants
        if grant.node in path
        and grant.funder in payers
        and grant.activity in activities
        and matches(limit, limit.who, activities[grant.activity])
    )


def _all(replay: Replay, limit: Limit, path: frozenset[int]) -> int:
    """What the work costs on the path of whose money the limit is a share."""
    return sum(
        work.setup + work.spend
        for (name, node), work in replay.decisions.works.items()
        if node in path and counts(limit, limit.of, replay.facts.activities[name])
    )


def points(replay: Replay, leaf: int) -> Fraction:
    """What a currency unit of a gap costs at a leaf, by its probability: a share of all money there is."""
    return replay.facts.tree[leaf].probability * replay.facts.parameter[NAME, "cost"] / replay.instance.money


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
    if not replay.awake(NAME):
        return
    for limit in limits(replay):
        if limit.hard or replay.objective == "cost":
            for leaf in replay.facts.tree.leaves:
                if gap := replay.short.get(Short(NAME, limit.name, leaf)):
                    of = f"of the money for {', '.join(limit.of)}" if limit.of else "of all money"
                    expected = f"at {limit.kind} {words(exact(limit.amount))} {of} on the path that ends here"
                    yield Violation(NAME, leaf, limit.name, expected, f"{words(gap)} amiss")
