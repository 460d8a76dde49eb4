"""Whether works can run at all, and whether what is decided already can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models.checks.finding import Finding, at, number, where
from models.checks.sound import Sound
from models.instance import exact
from models.records import Activity


def runs(sound: Sound) -> Iterator[Finding]:
    for activity in sound.instance.activities:
        window = sound.windows[activity.name]
        if not window:
            continue
        match activity.status:
            case "committed":
                yield from _committed(sound, activity, window)
            case "running":
                yield from _running(sound, activity, window)
            case _:
                yield from _open(sound, activity, window)
        yield from _repeats(sound, activity, window)
        yield from _coarse(sound, activity)
    yield from _unlocked(sound)


def _open(sound: Sound, activity: Activity, window: range) -> Iterator[Finding]:
    if sound.instance.run_min(activity) > len(window):
        yield at(
            activity,
            "run_min",
            "never_fits",
            expected=f"at most the {_periods(sound, len(window))} of its window within the horizon",
            found=f"{number(activity.run_min)} quarters",
        )


def _committed(sound: Sound, activity: Activity, window: range) -> Iterator[Finding]:
    instance = sound.instance
    shortest, longest = instance.run_min(activity), instance.run_max(activity)
    if shortest > len(window):
        yield at(
            activity,
            "run_min",
            "contradictory_locks",
            expected=f"at most the {_periods(sound, len(window))} of its window, in all of which committed work runs",
            found=f"{number(activity.run_min)} quarters",
        )
    if longest is not None and longest < len(window):
        yield at(
            activity,
            "run_max",
            "contradictory_locks",
            expected=f"at least the {_periods(sound, len(window))} of its window, in all of which committed work runs",
            found=f"{number(activity.run_max)} quarters",
        )


def _running(sound: Sound, activity: Activity, window: range) -> Iterator[Finding]:
    if window.start > 0:
        first = sound.instance.calendar.label(0)
        yield at(
            activity,
            "begin",
            "running_late",
            expected=f"a window that holds the first period, {first}, since the work is running",
            found=str(activity.begin),
        )


def _repeats(sound: Sound, activity: Activity, window: range) -> Iterator[Finding]:
    """Runs need their shortest length each, and an idle period between two of them."""
    runs, shortest = activity.repeats, sound.instance.run_min(activity)
    if runs == 1:
        return
    needed = (runs - 1) * (shortest + 1) + (0 if activity.status == "running" else shortest)
    if activity.status == "committed" or needed > len(window) >= shortest:
        yield at(
            activity,
            "repeats",
            "idle_repeats",
            expected=f"as many runs as fit into the {_periods(sound, len(window))} of its window",
            found=f"{runs} runs of committed work" if activity.status == "committed" else f"{runs} runs",
        )


def _coarse(sound: Sound, activity: Activity) -> Iterator[Finding]:
    """No run is shorter than a period, whatever its longest run says."""
    period = sound.instance.quarters
    if activity.run_max is not None and exact(activity.run_max) < period:
        yield at(
            activity,
            "run_max",
            "coarse_run",
            expected=f"at least the {number(float(period))} quarters of one {sound.instance.horizon.length}",
            found=f"{number(activity.run_max)} quarters",
        )


def _unlocked(sound: Sound) -> Iterator[Finding]:
    """Work under way, or promised, cannot wait for a signature."""
    for milestone in sound.instance.milestones:
        for name in milestone.unlocks:
            activity = sound.instance.activity(name)
            if activity.status in ("committed", "running"):
                yield at(
                    milestone,
                    "unlocks",
                    "contradictory_locks",
                    expected="activities that may wait for a signature",
                    found=f'"{name}", which is {activity.status} ({where(activity)})',
                )


def lag(sound: Sound, quarters: float) -> int:
    """A wait in whole periods, rounded up."""
    return ceil(exact(quarters) / sound.instance.quarters)


def _periods(sound: Sound, count: int) -> str:
    return f"{count} {sound.instance.horizon.length}{'' if count == 1 else 's'}"
