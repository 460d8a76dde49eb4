"""Milestones and targets against what can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.bounds import Bounds
from models.checks.draft import Draft
from models.checks.finding import Finding, at, number
from models.checks.sound import Sound
from models.kinds import CATEGORIES, SIGNING
from models.records import Milestone, Target

_SATURATED = 3.0
"""Progress ends at 1; work that could bring three times as much hides every choice between works."""


def milestones(sound: Sound) -> Iterator[Finding]:
    """Nothing is concluded where works are missing that could bring progress."""
    if not sound.complete("activity", "conflict", "rule", "link", "phase", "scenario"):
        return
    bounds = {row.name: Bounds(sound, row) for row in sound.instance.conflicts}
    for milestone in sound.instance.milestones:
        yield from _milestone(sound, milestone, bounds[milestone.conflict])
    for target in sound.instance.targets:
        yield from _target(sound, target, bounds[target.conflict])
    for bound in bounds.values():
        for category in CATEGORIES:
            most = max(bound.unlimited[category])
            if most > _SATURATED:
                yield at(
                    bound.conflict,
                    None,
                    "saturated",
                    expected=f"all {category} effects together, over the whole horizon, to be about 1",
                    found=f"{most:.1f}",
                )


def outside(draft: Draft) -> Iterator[Finding]:
    """Targets by a date that is no period of the horizon."""
    calendar = draft.calendar
    for target in draft.of(Target) if calendar is not None else ():
        assert calendar is not None
        if target.by is not None and not 0 <= calendar.period_of(target.by.last) < calendar.number:
            inside = f"{calendar.label(0)} to {calendar.label(calendar.number - 1)}"
            yield at(target, "by", "target_outside", expected=f"a date in the horizon, {inside}", found=str(target.by))


def _milestone(sound: Sound, milestone: Milestone, bounds: Bounds) -> Iterator[Finding]:
    if not milestone.value and not milestone.unlocks:
        yield at(
            milestone, "value", "idle_milestone", expected="a value, or activities it unlocks", found="neither of them"
        )
    signers = [row for row in sound.works(milestone.conflict) if row.official and row.kind in SIGNING]
    locked = {name for other in sound.instance.milestones for name in other.unlocks if other is milestone}
    if sound.awake("signature") and not any(row.name not in locked for row in signers):
        yield at(
            milestone,
            None,
            "never_signed",
            expected="official negotiation or mediation of the conflict that can run before it is signed",
            found="only work that it unlocks itself" if signers else "none",
        )
    for field, stock in (("political", "durable"), ("structural", "structural"), ("social", "social")):
        needed = getattr(milestone, field)
        if needed is None:
            continue
        most = max(bounds.greatest(stock, node.index) for node in sound.instance.tree)
        if needed > most:
            yield at(
                milestone,
                field,
                "milestone_out_of_reach",
                expected=f"at most {number(most)}, the {stock} progress of all works at full output",
                found=number(needed),
            )


def _target(sound: Sound, target: Target, bounds: Bounds) -> Iterator[Finding]:
    instance = sound.instance
    period = instance.calendar.number - 1 if target.by is None else instance.calendar.period_of(target.by.last)
    most = min(bounds.greatest(target.kind, node.index) for node in instance.tree if node.period == period)
    if target.progress > most:
        yield at(
            target,
            "progress",
            "target_out_of_reach" if target.always else "target_doubtful",
            expected=f"at most {number(most)}, the {target.kind} progress of all works at full output by then",
            found=number(target.progress),
        )
