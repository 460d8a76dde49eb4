"""Links against statuses and windows: orders that cannot be kept."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, at, where
from models.checks.runs import lag
from models.checks.sound import Sound
from models.instance import Instance
from models.records import Activity, Link


def order(sound: Sound) -> Iterator[Finding]:
    instance = sound.instance
    earliest = _earliest(sound)
    for link in instance.links:
        one, other = instance.activity(link.name), instance.activity(link.other)
        if not sound.windows[one.name]:
            continue
        match link.kind:
            case "excludes" if one.status == other.status == "committed" and sound.windows[other.name]:
                yield at(
                    link,
                    "other",
                    "contradictory_locks",
                    expected="at most one of two works that exclude each other to be committed",
                    found=f'"{one.name}" ({where(one)}) and "{other.name}" ({where(other)}), both committed',
                )
            case "requires":
                yield from _requires(sound, link, one, other)
            case "follows" if one.status != "running":
                yield from _follows(sound, link, one, other, earliest)
    yield from _contradictions(instance)


def _requires(sound: Sound, link: Link, one: Activity, other: Activity) -> Iterator[Finding]:
    """The first needs the second at its side: in its whole window if committed, else for a shortest run."""
    mine, theirs = sound.windows[one.name], sound.windows[other.name]
    together = range(max(mine.start, theirs.start), min(mine.stop, theirs.stop))
    longest = sound.instance.run_max(other)
    if one.status == "committed":
        needed, code = len(mine), "contradictory_locks"
    else:
        needed, code = (1 if one.status == "running" else sound.instance.run_min(one)), "never_runs"
    too_short = other.status != "running" and longest is not None and longest < needed
    if len(together) < needed or too_short:
        yield at(
            link,
            "other",
            code,
            expected=f'work that can run at the side of "{one.name}" for {needed} periods',
            found=_state(sound, other) + (f" and runs {longest} periods at most" if too_short else ""),
        )


def _follows(sound: Sound, link: Link, one: Activity, other: Activity, earliest: dict[str, int]) -> Iterator[Finding]:
    """The first starts only after a run of the second has ended, and the lag is over."""
    window = sound.windows[one.name]
    if one.status == "committed":
        latest, code = window.start, "contradictory_locks"
    else:
        latest, code = window.stop - sound.instance.run_min(one), "never_runs"
    if not sound.windows[other.name]:
        found = _state(sound, other)
    elif _after(sound, link, other, earliest[other.name]) > latest >= window.start:
        found = _state(sound, other)
        if other.status == "open":
            found += f", begins in {_label(sound, earliest[other.name])} at the earliest"
        if link.lag:
            found += f", and {lag(sound, link.lag or 0)} periods have to pass"
    else:
        return
    yield at(
        link,
        "other",
        code,
        expected=f'work that can be over before "{one.name}" begins, in {_label(sound, latest)} at the latest',
        found=found,
    )


def _after(sound: Sound, link: Link, other: Activity, begins: int) -> int:
    """First period in which work may start that follows ``other``."""
    wait = lag(sound, link.lag or 0)
    match other.status:
        case "running":
            return wait  # it may have stopped just before the horizon
        case "committed":
            return sound.windows[other.name].stop + wait
        case _:
            return begins + sound.instance.run_min(other) + wait


def _earliest(sound: Sound) -> dict[str, int]:
    """First period in which each activity can be on, as far as links of order and windows decide it."""
    instance = sound.instance
    earliest = {name: window.start for name, window in sound.windows.items()}
    ordered = [link for link in instance.links if link.kind in ("follows", "requires")]
    for _ in instance.activities:
        before = dict(earliest)
        for link in ordered:
            one, other = instance.activity(link.name), instance.activity(link.other)
            if one.status == "running" or not sound.windows[other.name]:
                continue
            begins = earliest[other.name]
            if link.kind == "follows":
                begins = _after(sound, link, other, begins)
            earliest[one.name] = max(earliest[one.name], begins)
        if earliest == before:
            break
    return earliest


def _contradictions(instance: Instance) -> Iterator[Finding]:
    """Two links of one pair that together leave no time for the first work."""
    links: dict[tuple[str, str, str], Link] = {}
    for link in instance.links:
        links[link.kind, link.name, link.other] = link
        if link.kind == "excludes":
            links.setdefault(("excludes", link.other, link.name), link)
    for (kind, name, other), link in tuple(links.items()):
        status = instance.activity(name).status
        for against in {"requires": ("excludes", "follows"), "follows": ("excludes",)}.get(kind, ()):
            second = links.get((against, name, other))
            if second is None or status == "excluded" or (status == "running" and "follows" in (kind, against)):
                continue
            yield at(
                second,
                "kind",
                "contradictory_links",
                expected=f'a relation that goes with "{name}" {kind} "{other}" ({where(link)})',
                found=second.kind,
            )


def _state(sound: Sound, activity: Activity) -> str:
    """Where a work stands, in words."""
    window = sound.windows[activity.name]
    if not window:
        return f'"{activity.name}", which is excluded, outside the horizon or barred for its harm ({where(activity)})'
    span = f"{_label(sound, window.start)} to {_label(sound, window.stop - 1)}"
    return f'"{activity.name}", which is {activity.status} and has its window from {span} ({where(activity)})'


def _label(sound: Sound, period: int) -> str:
    calendar = sound.instance.calendar
    return calendar.label(period) if period <= calendar.number else "no period"
