"""Money that work on track 8 may bring: how much at most, and whether it comes in time."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from models.checks.finding import Finding, at, placed
from models.checks.runs import lag
from models.checks.sound import Sound
from models.instance import exact
from models.records import Funder


def greatest_raised(sound: Sound) -> dict[str, int]:
    """The most money that can come to each tranche in its window, by name: full output whenever it is in time."""
    instance = sound.instance
    if not sound.awake("fundraising"):
        return {}
    share = instance.parameter("fundraising", "yield") * instance.quarters
    last = {row.name: _last(sound, row) for row in instance.funders}
    found: dict[str, Fraction] = {}
    for work in instance.activities:
        for name, money in work.raises:
            in_time = [period for period in sound.windows[work.name] if period + _wait(sound) <= last.get(name, -1)]
            found[name] = found.get(name, Fraction(0)) + len(in_time) * share * exact(money)
    return {name: floor(money) for name, money in found.items()}


def raised(sound: Sound) -> Iterator[Finding]:
    """Money that comes only after the window of its tranche is lost."""
    tranches = {row.name: row for row in sound.instance.funders}
    calendar = sound.instance.calendar
    for work in sound.instance.activities if sound.awake("fundraising") and sound.complete("rule") else ():
        for name, _ in work.raises:
            window, tranche = sound.windows[work.name], tranches.get(name)
            if window and tranche and window.start + _wait(sound) > _last(sound, tranche):
                yield at(
                    work,
                    "raises",
                    "raised_late",
                    expected=f"money that can be spent by {calendar.label(_last(sound, tranche))}, "
                    f"when the window of {placed(tranche)} or the horizon ends",
                    found=f"a start in {calendar.label(window.start)}, and {_wait(sound)} periods until then",
                )


def _wait(sound: Sound) -> int:
    """Periods from the work to the first payment."""
    return max(1, lag(sound, float(sound.instance.parameter("fundraising", "lag"))))


def _last(sound: Sound, tranche: Funder) -> int:
    """Last period in which money may still come."""
    calendar = sound.instance.calendar
    last = calendar.number - 1
    return last if tranche.end is None else min(last, calendar.period_of(tranche.end.last))
