"""Intervals of points or of money, for people: rounded outwards, so that they stay true."""

from __future__ import annotations

from math import ceil, floor, isfinite

_WHOLE = 1e-3
"""Part of the last digit within which a number counts as that digit; beyond it intervals are rounded outwards."""


def ends(low: float, high: float, digits: int, unit: str = "") -> str:
    """``0.01 to 0.02 points``, ``0.01 points or more``, ``not known``; one number where both ends are the same."""
    scale = 10**digits
    down = floor(low * scale + _WHOLE) / scale + 0.0 if isfinite(low) else low
    up = ceil(high * scale - _WHOLE) / scale + 0.0 if isfinite(high) else high
    if not isfinite(low) and not isfinite(high):
        return "not known"
    if not isfinite(high):
        return f"{down:,.{digits}f}{unit} or more"
    if not isfinite(low):
        return f"at most {up:,.{digits}f}{unit}"
    if down == up:
        return f"{up:,.{digits}f}{unit}"
    return f"{f'{down:,.{digits}f}' if down else '0'} to {up:,.{digits}f}{unit}"
