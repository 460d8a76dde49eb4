"""What one activity says about itself: track and kind, money, runs, response."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from models.checks.draft import Draft
from models.checks.finding import Finding, at, number
from models.instance import exact
from models.kinds import CARROTS, CHANNELS, KIND_TRACKS, RELIEVING, STICKS
from models.records import Activity, Link


def activities(draft: Draft) -> Iterator[Finding]:
    rows = draft.of(Activity)
    if not rows and "activity" not in draft.known:
        yield at(None, None, "no_activity", expected="at least one activity", found="none")
    preceding = _preceding(draft)
    for activity in rows:
        yield from _kind(activity)
        yield from _amounts(activity)
        yield from _free(activity, preceding.get(activity.name))
        yield from _response(activity)


def _kind(activity: Activity) -> Iterator[Finding]:
    tracks = KIND_TRACKS.get(activity.kind)
    if tracks is not None and activity.track not in tracks:
        yield at(
            activity,
            "kind",
            "kind_off_track",
            expected=f"a kind that {activity.track} can do; {activity.kind} is for {', '.join(sorted(tracks))}",
            found=f"{activity.kind} on {activity.track}",
        )
    if activity.leverage and activity.kind in CARROTS | STICKS:
        # It would be its own leverage, and the cap would never bind.
        found = f"{activity.kind} that needs leverage itself"
        yield at(activity, "leverage", "own_leverage", expected="work that carrots and sticks push", found=found)


def _amounts(activity: Activity) -> Iterator[Finding]:
    if activity.spend_min > activity.spend_max:
        yield at(
            activity,
            "spend_min",
            "spend_reversed",
            expected=f"at most spend_max, {number(activity.spend_max)}",
            found=number(activity.spend_min),
        )
    if activity.run_max is not None and activity.run_min > activity.run_max:
        yield at(
            activity,
            "run_max",
            "run_reversed",
            expected=f"at least run_min, {number(activity.run_min)}",
            found=number(activity.run_max),
        )
    for name, amount in activity.uses:
        if amount <= 0:
            yield at(activity, "uses", "bad_use", expected="an amount above 0", found=f"{name}:{number(amount)}")


def _preceding(draft: Draft) -> dict[str, str]:
    """Activities that another one requires or follows, with that other one's name."""
    return {link.other: link.name for link in draft.of(Link) if link.kind in ("requires", "follows")}


def _free(activity: Activity, follower: str | None) -> Iterator[Finding]:
    """Work that a rule counts because it runs, whatever its output, must cost something while it runs."""
    if activity.spend_min > 0 or activity.status == "excluded":
        return
    if activity.level is not None:
        role = f"talks of level {activity.level} count as soon as they run (official_level)"
    elif activity.official:
        role = "official work counts as soon as it runs (enforcement, closed_embassy, official_level)"
    elif activity.kind in RELIEVING | CHANNELS:
        role = f"{activity.kind} relieves a closed mission as soon as it runs"
    elif activity.channel:
        role = "a channel counts as soon as it runs (open_channel)"
    elif follower is not None:
        role = f'"{follower}" may run because this runs'
    else:
        return
    yield at(
        activity, "spend_min", "free_relief", expected=f"a spend_min above 0, since {role}", found="nothing to spend"
    )


def _response(activity: Activity) -> Iterator[Finding]:
    """Break points rise from spend_min to spend_max, ever more slowly, and nothing comes of nothing."""
    if not activity.response:
        return
    points = [(exact(spend), exact(output)) for spend, output in activity.response]
    for spend, output in points:
        if not 0 <= output <= 1:
            yield at(
                activity, "response", "response_range", expected="outputs from 0 to 1", found=number(float(output))
            )
        elif spend <= 0 < output:
            yield at(
                activity,
                "response",
                "free_output",
                expected="no output at no spending",
                found=f"{number(float(output))} at {number(float(spend))}",
            )
    ends = (points[0][0], points[-1][0])
    if ends != (exact(activity.spend_min), exact(activity.spend_max)):
        yield at(
            activity,
            "response",
            "response_span",
            expected=f"points from spend_min, {number(activity.spend_min)}, to spend_max, {number(activity.spend_max)}",
            found=f"points from {number(float(ends[0]))} to {number(float(ends[1]))}",
        )
    steps = [(right[0] - left[0], right[1] - left[1]) for left, right in pairwise(points)]
    if any(width <= 0 or rise < 0 for width, rise in steps):
        yield at(
            activity,
            "response",
            "response_order",
            expected="spending that rises from point to point, and output that does not fall",
            found=_shown(activity),
        )
        return
    slopes = [rise / width for width, rise in steps]
    if any(later > earlier for earlier, later in pairwise(slopes)):
        listed = ", ".join(_slope(slope, activity) for slope in slopes)
        yield at(
            activity,
            "response",
            "response_shape",
            expected="each step to yield no more per unit of money than the one before",
            found=f"{_shown(activity)}, with yields in the ratio {listed}",
        )


def _shown(activity: Activity) -> str:
    return "|".join(f"{number(spend)}:{number(output)}" for spend, output in activity.response)


def _slope(slope: Fraction, activity: Activity) -> str:
    """Yield of a step, as if the whole of spend_max were spent at it."""
    return number(float(slope * exact(activity.spend_max)))
