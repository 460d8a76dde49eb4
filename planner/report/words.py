"""Numbers in words that a report shares."""

from __future__ import annotations

from math import ceil, floor, inf

from planner.series import Interval

_WHOLE = 1e-3
"""Part of the last digit within which a number counts as that digit; beyond it intervals are rounded outwards."""


def interval(found: Interval, objective: str) -> str:
    """``0.0120 to 0.0131``, rounded outwards; whole currency units under the objective *cost*."""
    digits = 4 if objective == "progress" else 0
    scale = 10**digits
    low = None if found.low == -inf else floor(found.low * scale + _WHOLE) / scale + 0.0
    high = None if found.high == inf else ceil(found.high * scale - _WHOLE) / scale + 0.0
    if low is None and high is None:
        return "not known"
    if low is None:
        return f"at most {high:,.{digits}f}"
    if high is None:
        return f"{low:,.{digits}f} or more"
    return " to ".join(f"{end:,.{digits}f}" if end else "0" for end in dict.fromkeys((low, high)))
