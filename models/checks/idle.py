"""Rows without effect: work that brings nothing, parties nobody meets, votes that touch no period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from models.checks.finding import Finding, at
from models.checks.sound import Sound
from models.instance import DAYS_PER_QUARTER, exact
from models.kinds import CARROTS, CATEGORIES, INDIRECT, RELIEVING, SIGNING, STICKS
from models.records import Activity, Election

_WITH_ROLE = RELIEVING | SIGNING | CARROTS | STICKS | {"guarantor"}
"""Kinds that a rule knows, so that they have a use without any effect of their own."""
_STOCKS = ("equalising", "opinion", "insight", "skills", "prevention")
"""What work leaves behind for later."""


def idle(sound: Sound) -> Iterator[Finding]:
    if sound.complete("activity", "link", "rule", "conflict", "condition", "limit"):
        yield from _activities(sound)
    if sound.complete("activity"):
        yield from _parties(sound)
    yield from _elections(sound)
    yield from _tolls(sound)
    yield from _weights(sound)
    yield from _unverified(sound)


def _activities(sound: Sound) -> Iterator[Finding]:
    apart = ("excludes", "interferes")
    linked = {name for link in sound.instance.links if link.kind not in apart for name in (link.name, link.other)}
    linked |= {link.liaison for link in sound.instance.links if link.liaison}
    for activity in sound.instance.activities:
        if not sound.windows[activity.name] or activity.status == "committed" or activity.name in linked:
            continue
        if not _has_effect(activity) and not _has_role(sound, activity):
            yield at(activity, "political", "idle_activity", expected="an effect, or a role in a rule", found="neither")


def _has_effect(activity: Activity) -> bool:
    effect = any(getattr(activity, category) > 0 for category in CATEGORIES) and activity.credibility > 0
    return (
        effect
        or any(getattr(activity, stock) > 0 for stock in _STOCKS)
        or any(amount > 0 for _, amount in (*activity.gains, *activity.raises))
    )


def _has_role(sound: Sound, activity: Activity) -> bool:
    """Channels, envoys, signers, carrots, sticks, guarantors; what opens, bridges, helps leaders give way, signals by
    its level, prepares talks; what unofficial gains rest on."""
    if activity.channel or activity.kind in _WITH_ROLE:
        return True
    works = sound.works(activity.conflict)
    wanted = (row for row in sound.instance.limits if row.kind != "most")
    if any(sound.instance.matches(activity, row.who, row.conflict) for row in wanted):
        return True
    if activity.bridges or activity.traits or activity.level or _opens(sound, activity):
        return True
    if activity.official:
        return sound.awake("no_substitute") and any(row.political and not row.official for row in works)
    talks = any(row.official and row.kind == "negotiation" for row in works)
    return activity.unofficial and talks and sound.awake("preparation")


def _opens(sound: Sound, activity: Activity) -> bool:
    """Whether the work may open a taboo issue, or the way into a closed area."""
    taboo = {issue for row in sound.instance.conflicts if row.name == activity.conflict for issue in row.taboo}
    closed = any(row.kind == "access" and row.conflict == activity.conflict for row in sound.instance.conditions)
    return (activity.unofficial and not taboo.isdisjoint(activity.issues)) or (activity.kind in INDIRECT and closed)


def _parties(sound: Sound) -> Iterator[Finding]:
    seated = {name for activity in sound.instance.activities for name in (*activity.parties, activity.sponsor)}
    for party in sound.instance.parties:
        if party.name not in seated:
            yield at(party, "name", "idle_party", expected="an activity with it at the table", found="none")


def _elections(sound: Sound) -> Iterator[Finding]:
    calendar = sound.instance.calendar
    for row in sound.instance.elections:
        first = row.date.first - timedelta(days=_days(sound, row, "before"))
        last = row.date.last + timedelta(days=_days(sound, row, "after"))
        if calendar.period_of(first) >= calendar.number or calendar.period_of(last) < 0:
            inside = f"{calendar.label(0)} to {calendar.label(calendar.number - 1)}"
            yield at(
                row,
                "date",
                "fact_outside",
                expected=f"a vote whose blackout touches the horizon, {inside}",
                found=f"{row.date}, with a blackout from {first} to {last}",
            )


def _tolls(sound: Sound) -> Iterator[Finding]:
    for row in sound.instance.conditions:
        if row.kind == "toll" and not any(getattr(row, category) for category in CATEGORIES):
            yield at(
                row, "political", "idle_toll", expected="progress that the event costs", found="none in any category"
            )


def _days(sound: Sound, row: Election, side: str) -> int:
    own = getattr(row, side)
    quarters = sound.instance.parameter("electoral_cycle", side) if own is None else exact(own)
    return round(quarters * DAYS_PER_QUARTER)


def _weights(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("rule", "conflict"):
        return
    instance = sound.instance
    if not any(instance.weights.values()):
        yield at(
            instance.horizon,
            "political",
            "no_weight",
            expected="a weight above 0 for political, structural or social progress",
            found="0 for all",
        )
    if not any(row.weight for row in instance.conflicts):
        first = instance.conflicts[0]
        yield at(first, "weight", "no_weight", expected="a conflict of weight above 0", found="0 for all")


def _unverified(sound: Sound) -> Iterator[Finding]:
    rows = [
        row
        for row in sound.instance.records
        if any("unverified" in source.casefold() for source in (row.source, *row.sources.values()))
    ]
    if rows:
        count = f"{len(rows)} row{'' if len(rows) == 1 else 's'} whose source says unverified"
        yield at(rows[0], "source", "unverified", expected="sources that somebody has verified", found=count)
