"""Hard shares that no money can keep together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.checks.finding import Finding, at, number, where
from models.checks.shares import Share, share_of
from models.checks.sound import Sound
from models.instance import exact


def contradictions(sound: Sound) -> Iterator[Finding]:
    """Shares of the same money, told apart by whose works they are about and who pays."""
    if not sound.complete("activity", "conflict", "rule") or not sound.awake("share"):
        return
    hard = [share_of(sound, row) for row in sound.instance.limits if row.hard and row.kind != "cover"]
    least = [share for share in hard if share.limit.kind == "least" and share.inside]
    most = [share for share in hard if share.limit.kind == "most"]
    for low in least:
        for high in most:
            if low.of == high.of and _within(low, high) and low.limit.amount > high.limit.amount:
                yield at(
                    low.limit,
                    "amount",
                    "contradictory_limits",
                    expected=f"at most {number(high.limit.amount)}, as {where(high.limit)} says of such work",
                    found=number(low.limit.amount),
                )
    yield from _crowded([share for share in least if share.part])


def _within(low: Share, high: Share) -> bool:
    """Whether all that the one counts is counted by the other too."""
    paid = not high.limit.payers or (low.limit.payers and set(low.limit.payers) <= set(high.limit.payers))
    return bool(paid) and low.names <= high.names


def _apart(one: Share, other: Share) -> bool:
    """Whether no money is counted by both."""
    payers = (set(one.limit.payers), set(other.limit.payers))
    return one.names.isdisjoint(other.names) or (all(payers) and payers[0].isdisjoint(payers[1]))


def _crowded(least: list[Share]) -> Iterator[Finding]:
    """Least shares that count different money and add up to more than all of it."""
    greatest_first = sorted(least, key=lambda share: -share.limit.amount)
    for first in least:
        together = [first]
        for share in greatest_first:
            if share.of == first.of and all(_apart(share, other) for other in together):
                together.append(share)
        total = sum((exact(share.limit.amount) for share in together), Fraction(0))
        if total > 1:
            rows = ", ".join(where(share.limit) for share in together[1:])
            yield at(
                first.limit,
                "amount",
                "contradictory_limits",
                expected=f"least shares that add to 1 at most with those of {rows}, which count other money",
                found=f"a sum of {number(float(total))}",
            )
            return
