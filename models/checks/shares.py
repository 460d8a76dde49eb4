"""Limits against works: shares of the money that nobody can keep, and limits that limit nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from models.checks.finding import Finding, at, number
from models.checks.raised import greatest_raised
from models.checks.sound import Sound
from models.instance import exact
from models.records import Activity, Limit


def shares(sound: Sound) -> Iterator[Finding]:
    """Nothing is concluded where works or tranches are missing."""
    if not sound.complete("activity", "conflict", "rule", "funder") or not sound.awake("share"):
        return
    raised = greatest_raised(sound)
    money = {row.name: row.amount + raised.get(row.name, 0) for row in sound.instance.funders}
    for limit in sound.instance.limits:
        share = share_of(sound, limit) if limit.kind != "cover" else None
        if share is None:
            continue
        if _idle(share):
            yield at(limit, "amount", "idle_limit", expected="a share that some plan could miss", found=_shown(share))
        elif limit.kind == "least" and not share.inside:
            expected = f"work that may run and is {_words(limit.who)}"
            yield at(limit, "who", "share_doubtful", expected=expected, found="none, while other work costs money")
        elif _broken(sound, share, money):
            committed = [work.name for work in (*share.inside, *share.rest) if work.status == "committed"]
            yield at(
                limit,
                "amount",
                "share_never" if limit.hard else "share_doubtful",
                expected="a share that leaves room for what is committed",
                found=f"{_shown(share)}, against the committed {', '.join(f'"{name}"' for name in committed)}",
            )


class Share(NamedTuple):
    """A limit of a share, with works that may run: those it is about, and those it is a share of."""

    limit: Limit
    inside: tuple[Activity, ...]
    of: tuple[Activity, ...]

    @property
    def rest(self) -> tuple[Activity, ...]:
        """Works it is a share of, and not about."""
        return tuple(work for work in self.of if work not in self.inside)

    @property
    def names(self) -> frozenset[str]:
        """Names of the works it is about."""
        return frozenset(work.name for work in self.inside)

    @property
    def part(self) -> bool:
        """Whether what it is about is part of what it is a share of."""
        return all(work in self.of for work in self.inside)


def share_of(sound: Sound, limit: Limit) -> Share:
    matches = sound.instance.matches
    works = [work for work in sound.instance.activities if sound.windows[work.name]]
    return Share(
        limit,
        tuple(work for work in works if matches(work, limit.who, limit.conflict)),
        tuple(work for work in works if matches(work, limit.of or (work.name,), limit.conflict)),
    )


def _idle(share: Share) -> bool:
    if share.limit.kind == "least":
        return share.limit.amount == 0
    return not share.inside or (share.limit.amount == 1 and share.part)


def _broken(sound: Sound, share: Share, money: dict[str, int]) -> bool:
    """Whether the share is missed whatever is planned besides what is committed; all that is unclear left open."""
    limit, part = share.limit, exact(share.limit.amount)
    budgeted = sound.awake("budget")
    payers = {row.name for row in sound.instance.funders if not limit.payers or row.giver in limit.payers}
    theirs = sum(money[name] for name in payers)
    others = sum(money.values()) - theirs
    if limit.kind == "least":
        most = sum(_cost(sound, work)[1] for work in share.inside)
        most = min(most, theirs) if budgeted else most
        # What is about the limit counts on both sides, where it is part of the whole.
        return (1 - part if share.part else Fraction(1)) * most < part * _least(sound, share.rest)
    least = _least(sound, share.inside)
    if limit.payers:
        whole = sum(_cost(sound, work)[1] for work in share.of)
        whole = min(whole, theirs + others) if budgeted else whole
        return part * whole < (least - others if budgeted else 0)
    whole = sum(_cost(sound, work)[1] for work in share.rest)
    whole = min(whole, theirs - least) if budgeted else whole
    inside = _least(sound, tuple(work for work in share.inside if work in share.of))
    return part * (whole + inside) < least


def _least(sound: Sound, works: tuple[Activity, ...]) -> int:
    return sum(_cost(sound, work)[0] for work in works)


def _cost(sound: Sound, work: Activity) -> tuple[int, int]:
    """Least and greatest cost of the work on any path."""
    periods, setup = len(sound.windows[work.name]), sound.instance.setup(work)
    least, greatest = sound.instance.spending(work)
    return (
        setup + least * periods if work.status == "committed" else 0,
        setup * work.repeats + greatest * periods,
    )


def _words(words: tuple[str, ...]) -> str:
    return " or ".join(f'"{word}"' for word in words)


def _shown(share: Share) -> str:
    limit = share.limit
    return f"{limit.kind} {number(limit.amount)} for {_words(limit.who)}"
