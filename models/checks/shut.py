"""Works that dated facts shut out for good: votes that leave no day to open, missions closed with no way round."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from models.checks.finding import Finding, at
from models.checks.sound import Sound
from models.kinds import CHANNELS, RELIEVING
from models.records import Activity

_MANY_NODES = 2000


def shut(sound: Sound) -> Iterator[Finding]:
    instance = sound.instance
    if len(instance.tree) > _MANY_NODES:
        found = f"{len(instance.tree)} on {len(instance.tree.leaves)} branches"
        yield at(instance.horizon, None, "many_nodes", expected=f"at most {_MANY_NODES} periods", found=found)
    for activity in instance.activities:
        if sound.windows[activity.name]:
            yield from _opening(sound, activity)
            yield from _closed(sound, activity)


def _opening(sound: Sound, activity: Activity) -> Iterator[Finding]:
    """Official work, channels apart, that never finds a period in which it may start."""
    instance = sound.instance
    exempt = activity.kind in CHANNELS or activity.status in ("committed", "running")
    if not activity.official or exempt or not sound.awake("electoral_cycle"):
        return
    third = activity.sponsor is not None and activity.sponsor not in activity.parties
    voters = {activity.sponsor} if third else {*activity.parties, activity.sponsor}
    window = sound.windows[activity.name]
    starts = range(window.start, window.stop - instance.run_min(activity) + 1)
    nodes = [node.index for node in instance.tree if node.period in starts]
    if nodes and all(
        any(voter and instance.blackout(voter, node) >= Fraction(1, 2) for voter in voters) for node in nodes
    ):
        yield at(
            activity,
            "begin",
            "no_opening",
            expected="a period to start in outside the blackouts of votes",
            found=f"blackouts of {', '.join(sorted(voter for voter in voters if voter))} in all of them",
        )


def _closed(sound: Sound, activity: Activity) -> Iterator[Finding]:
    """Work that needs a channel, in a window in which missions are closed throughout, with no relief on offer."""
    instance = sound.instance
    if not sound.awake("closed_embassy") or not _needs_channel(activity) or not sound.complete("activity"):
        return
    window = sound.windows[activity.name]
    nodes = [node.index for node in instance.tree if node.period in window]
    for one, other in combinations(activity.parties, 2):
        closed = all(instance.closed(one, other, node) == 1 for node in nodes)
        if closed and not any(
            row.kind in RELIEVING and {one, other} <= set(row.parties) for row in sound.works(activity.conflict)
        ):
            yield at(
                activity,
                "parties",
                "no_way_round",
                expected=f"an envoy, a protecting power, a back-channel or business between {one} and {other}",
                found="none, while their missions are closed in its whole window",
            )


def _needs_channel(activity: Activity) -> bool:
    if activity.needs_channel is not None:
        return activity.needs_channel
    own = activity.sponsor is None or activity.sponsor in activity.parties
    return activity.official and own and activity.kind not in CHANNELS
