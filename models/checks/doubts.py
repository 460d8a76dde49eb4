"""Legal but doubtful: rules that sleep because nothing relieves them, and work that a rule holds down for good."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, at
from models.checks.sound import Sound
from models.kinds import CARROTS, CHANNELS, RELIEVING, STICKS
from models.records import Activity, Conflict


def doubts(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("activity", "conflict", "rule"):
        return
    for conflict in sound.instance.conflicts:
        works = sound.works(conflict.name)
        if not works:
            yield at(conflict, "name", "idle_conflict", expected="an activity that may run", found="none")
            continue
        yield from _ideas(sound, conflict, works)
        yield from _channels(sound, conflict, works)
        yield from _guarantees(sound, works)
        yield from _preparation(sound, works)
        yield from _inducement(sound, works)
        yield from _relief(sound, conflict, works)


def _ideas(sound: Sound, conflict: Conflict, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Unofficial political work is in vain where nobody can carry its ideas upstairs."""
    thinkers = [row for row in works if row.unofficial and row.political > 0]
    receivers = {row.name for row in works if not row.unofficial}
    carried = not sound.awake("transfer") or sound.instance.parameter("transfer", "default") > 0
    linked = any(link.kind == "transfers" and link.other in receivers for link in sound.instance.links)
    bridged = sound.awake("bridge") and any(row.bridges for row in works) and any(row.talks for row in works)
    if thinkers and sound.complete("link") and not bridged and not (receivers and (carried or linked)):
        yield at(
            thinkers[0],
            "political",
            "ideas_stuck",
            expected=f'a transfers link to work of "{conflict.name}" on T1 or T1.5 that can run',
            found=f"none, so the political effect of {len(thinkers)} unofficial works counts for nothing",
        )


def _channels(sound: Sound, conflict: Conflict, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """``open_channel`` sleeps in confrontation and war where no channel is on offer."""
    if not sound.awake("open_channel") or not sound.complete("phase", "scenario"):
        return
    channels = [row for row in works if row.kind in CHANNELS or row.channel]
    phases = sound.phases[conflict.name]
    silent = [
        node
        for node in sound.instance.tree
        if phases[node.index] in ("confrontation", "war")
        and not any(_on_offer(sound, row, node.period) for row in channels)
    ]
    if silent:
        periods = sorted({node.period for node in silent})
        first, last = (sound.instance.calendar.label(period) for period in (periods[0], periods[-1]))
        phase = sound.instance.phase(conflict.name, silent[0].index)
        yield at(
            phase,
            "kind",
            "open_channel_asleep",
            expected="a channel on offer in confrontation and war (an envoy, a back-channel, work marked as channel)",
            found=f"none in {first}" + (f" to {last} ({len(periods)} periods)" if first != last else ""),
        )


def _on_offer(sound: Sound, channel: Activity, period: int) -> bool:
    window = sound.windows[channel.name]
    early = window.start < period or channel.status == "running" or not channel.unofficial
    return period in window and early


def _guarantees(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """``enforcement`` sleeps where no guarantor is on offer."""
    guarantors = [row for row in works if row.kind == "guarantor"]
    for row in works:
        if row.kind == "implementation" and sound.awake("enforcement"):
            opens = min((sound.windows[other.name].start for other in guarantors), default=None)
            if opens is None or opens >= sound.windows[row.name].stop:
                expected = "an official guarantor on offer"
                yield at(row, "kind", "enforcement_asleep", expected=expected, found="none of its conflict")


def _preparation(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """``preparation`` sleeps where no unofficial work is on offer before the talks."""
    opens = min((sound.windows[row.name].start for row in works if row.unofficial), default=None)
    for row in works:
        talks = row.official and row.kind == "negotiation" and sound.awake("preparation")
        if talks and (opens is None or opens + 1 >= sound.windows[row.name].stop > 1):
            yield at(
                row,
                "kind",
                "preparation_asleep",
                expected="work of tracks 2 to 9 on offer that can prepare the talks",
                found="none before they end",
            )


def _inducement(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Work marked as needing leverage stays at its unaided output where there is neither carrot nor stick."""
    movers = [sound.windows[row.name] for row in works if row.kind in CARROTS | STICKS]
    for row in works:
        window = sound.windows[row.name]
        together = any(max(window.start, other.start) < min(window.stop, other.stop) for other in movers)
        if row.leverage and sound.awake("inducement") and not together:
            yield at(
                row,
                "leverage",
                "no_inducement",
                expected="a carrot or stick of the same conflict on offer beside it",
                found="none",
            )


def _relief(sound: Sound, conflict: Conflict, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """An envoy relieves a closed pair only where both of the pair are at its table; a channel needs two ends."""
    if not sound.complete("party"):
        return
    parties = {row.name for row in sound.instance.parties if row.conflict == conflict.name}
    closed = any(set(row.who) <= parties for row in sound.instance.closures)
    for row in works:
        if len(row.parties) >= 2:
            continue
        if row.needs_channel or (closed and row.kind in RELIEVING):
            yield at(
                row,
                "parties",
                "one_sided",
                expected="both parties of a closed pair",
                found=f'"{row.parties[0]}" only' if row.parties else "nobody",
            )
