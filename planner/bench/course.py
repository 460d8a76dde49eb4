"""What the course of a search says: when it came how near, and how much was open for how long.

Gaps here are two. The *relative gap* is the one of every result (``planner.solve.result.relative_gap``): from the
bound to the value, by the value. The *open share* of the primal-dual integral is Berthold's: from 0 to 1, and 1 as long
as there is no plan or no bound, so that a search that finds nothing has a figure too.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.solve.result import TOLERANCE, Point, relative_gap


def reached(trace: Sequence[Point], share: float, objective: str) -> float | None:
    """Seconds until the relative gap between incumbent and bound was ``share`` or less; None: it never was."""
    for point in trace:
        gap = relative_gap(point.bound, point.incumbent, objective)
        if gap is not None and gap <= share + TOLERANCE:
            return point.seconds
    return None


def integral(trace: Sequence[Point], end: float) -> float:
    """The primal-dual integral in seconds: the open share, summed over the time from 0 to ``end``.

    Half a second of 1 and then ten of 0.02 make 0.7. Points after ``end`` do not count.
    """
    whole, since, share = 0.0, 0.0, 1.0
    for point in trace:
        if point.seconds >= end:
            break
        whole += share * (point.seconds - since)
        since, share = point.seconds, open_share(point.incumbent, point.bound)
    return whole + share * max(0.0, end - since)


def open_share(incumbent: float | None, bound: float | None) -> float:
    """``|bound - incumbent| / max(|bound|, |incumbent|)``; 1 where one is missing or their signs differ."""
    if incumbent is None or bound is None:
        return 1.0
    if incumbent == bound:
        return 0.0
    if incumbent * bound < 0:
        return 1.0
    return min(1.0, abs(bound - incumbent) / max(abs(bound), abs(incumbent)))
