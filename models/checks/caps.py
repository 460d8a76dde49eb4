"""Works that a fact holds down for good, because nothing on offer relieves them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from models.checks.finding import Finding, at, number
from models.checks.sound import Sound
from models.instance import exact
from models.kinds import FIELD, INDIRECT
from models.records import Activity, Condition, Conflict


def caps(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("activity", "conflict", "rule"):
        return
    for conflict in sound.instance.conflicts:
        works = sound.works(conflict.name)
        yield from _taboo(sound, conflict, works)
        yield from _insight(sound, works)
        if sound.complete("condition", "scenario"):
            yield from _recognition(sound, works)
    for row in sound.instance.conditions:
        works = sound.works(row.conflict)
        match row.kind:
            case "willingness":
                yield from _willingness(sound, row, works)
            case "concession":
                yield from _concession(sound, row, works)
            case "access":
                yield from _access(sound, row, works)


def willing(activity: Activity) -> frozenset[str]:
    """Those without whose will the work does nothing (political_will): nobody, where it is not official."""
    if not activity.official:
        return frozenset()
    sponsor = frozenset({activity.sponsor} if activity.sponsor else ())
    return sponsor | frozenset(activity.parties if activity.talks or not sponsor else ())


def recognising(activity: Activity) -> tuple[frozenset[str], ...]:
    """Pairs that have to recognise each other for the talks (recognition); none of work that is no talks."""
    if not activity.talks:
        return ()
    if activity.third_party:
        return tuple(frozenset({str(activity.sponsor), party}) for party in activity.parties)
    return tuple(frozenset(pair) for pair in combinations(activity.parties, 2))


def enters(activity: Activity, area: tuple[str, ...]) -> bool:
    """Whether the work has to be let into an area: a party's, or (blank) that of the whole conflict."""
    needs = activity.kind in FIELD if activity.needs_access is None else activity.needs_access
    return needs and set(area) <= set(activity.parties)


def reaches(activity: Activity, who: tuple[str, ...]) -> bool:
    """Whether work that names its parties names these, or names none and so means all."""
    return not activity.parties or set(who) <= set(activity.parties)


def beside(sound: Sound, row: Condition, activity: Activity) -> bool:
    """Whether the condition may hold while the activity may run."""
    holds = sound.instance.calendar.window(row.begin, row.end)
    window = sound.windows[activity.name]
    return max(holds.start, window.start) < min(holds.stop, window.stop)


def _opens(sound: Sound, works: Iterable[Activity], before: int) -> bool:
    """Whether one of the works may run before a period."""
    return any(sound.windows[row.name].start < before for row in works)


def _taboo(sound: Sound, conflict: Conflict, works: tuple[Activity, ...]) -> Iterator[Finding]:
    if not sound.awake("official_rigidity"):
        return
    for row in works:
        for issue in row.issues if row.official else ():
            openers = [other for other in works if other.unofficial and issue in other.issues]
            if issue in conflict.taboo and not _opens(sound, openers, sound.windows[row.name].stop - 1):
                yield at(
                    row,
                    "issues",
                    "taboo_unopened",
                    expected=f'earlier work on tracks 2 to 9 that deals with "{issue}", which is taboo',
                    found="none before its last period" if openers else "none",
                )


def _insight(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    sources = [row for row in works if row.insight > 0]
    for row in works:
        early = _opens(sound, sources, sound.windows[row.name].stop - 1)
        if row.needs_insight and sound.awake("intelligence") and not early:
            expected = "earlier work of the conflict that brings insight"
            yield at(row, "needs_insight", "no_insight", expected=expected, found="none")


def _recognition(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Talks between those who do not recognise each other at any time at which they could meet."""
    instance = sound.instance
    stated = {frozenset(row.who) for row in instance.conditions if row.kind == "recognition"}
    for row in works if sound.awake("recognition") else ():
        pairs = stated.intersection(recognising(row))
        nodes = [node.index for node in instance.tree if node.period in sound.windows[row.name]]
        strange = sorted(
            sorted(pair)
            for pair in pairs
            if all(instance.level("recognition", row.conflict, node, *pair) == 0 for node in nodes)
        )
        if strange:
            yield at(
                row,
                "parties",
                "unrecognised",
                expected="recognition above 0 at some time between those who meet",
                found=f"none between {' and '.join(strange[0])} in its whole window",
            )


def _willingness(sound: Sound, row: Condition, works: tuple[Activity, ...]) -> Iterator[Finding]:
    if row.amount == 1 or not sound.awake("political_will"):
        return
    bound = [work for work in works if set(row.who) <= willing(work) and beside(sound, row, work)]
    last = max((sound.windows[work.name].stop for work in bound), default=0)
    voices = [work for work in works if work.unofficial and work.opinion > 0 and reaches(work, row.who)]
    if bound and not _opens(sound, voices, last):
        yield at(
            row,
            "who",
            "unwilling",
            expected=f"work on tracks 2 to 9 that moves opinion in {row.who[0]}",
            found=f'none, while its will holds down "{bound[0].name}"',
        )


def _concession(sound: Sound, row: Condition, works: tuple[Activity, ...]) -> Iterator[Finding]:
    if not row.amount or not sound.awake("face_saving"):
        return
    least = sound.instance.parameter("face_saving", "trait")
    trusted = [work for work in works if work.traits and all(exact(score) >= least for _, score in work.traits)]
    if any(work.talks and beside(sound, row, work) for work in works) and not any(
        work.track == "T1.5" and beside(sound, row, work) for work in trusted
    ):
        yield at(
            row,
            "amount",
            "no_honour",
            expected=f"work on T1.5 at that time whose traits are each at least {number(float(least))}",
            found="none",
        )


def _access(sound: Sound, row: Condition, works: tuple[Activity, ...]) -> Iterator[Finding]:
    if row.amount == 1 or not sound.awake("indirect_access"):
        return
    shut = [work for work in works if enters(work, row.who) and beside(sound, row, work)]
    last = max((sound.windows[work.name].stop for work in shut), default=0)
    guests = [work for work in works if work.kind in INDIRECT and reaches(work, row.who)]
    if shut and not _opens(sound, guests, last - 1):
        yield at(
            row,
            "who" if row.who else "amount",
            "area_shut",
            expected="earlier humanitarian or religious work that reaches the area",
            found=f'none that opens the way for "{shut[0].name}"',
        )
