"""Commitments that the roles of mediators contradict, and signals of level that pay for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, at, number, where
from models.checks.sound import Sound
from models.kinds import MEDIATING
from models.records import Activity


def roles(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("rule"):
        return
    for conflict in sound.instance.conflicts:
        committed = [work for work in sound.works(conflict.name) if work.official and work.status == "committed"]
        if sound.awake("mediator_role"):
            yield from _mediators(sound, committed)
            yield from _condemners(sound, committed)
    yield from _levels(sound)


def _mediators(sound: Sound, committed: list[Activity]) -> Iterator[Finding]:
    """The first period in which more mediations are committed than a conflict bears."""
    most = sound.instance.parameter("mediator_role", "mediators")
    mediations = [work for work in committed if work.kind == "mediation"]
    for period in range(sound.instance.calendar.number):
        here = [work for work in mediations if period in sound.windows[work.name]]
        if len(here) > most:
            listed = ", ".join(f'"{work.name}"' for work in here)
            yield at(
                here[-1],
                "kind",
                "contradictory_locks",
                expected=f"at most {number(float(most))} official mediation at a time (mediator_role)",
                found=f"{listed}, all committed in {sound.instance.calendar.label(period)}",
            )
            return


def _condemners(sound: Sound, committed: list[Activity]) -> Iterator[Finding]:
    """Who condemns does not mediate at that time, nor soon after."""
    instance = sound.instance
    memory = instance.periods_within(instance.parameter("mediator_role", "memory"))
    for work in committed:
        for other in committed:
            if work.kind not in MEDIATING or other.kind != "condemnation" or work.sponsor is None:
                continue
            one, two = sound.windows[work.name], sound.windows[other.name]
            near = one.start - memory < two.stop and two.start < one.stop
            if work.sponsor == other.sponsor and near:
                yield at(
                    work,
                    "sponsor",
                    "contradictory_locks",
                    expected="a mediator who does not condemn at that time, or shortly before (mediator_role)",
                    found=f'"{work.sponsor}", committed to "{other.name}" too ({where(other)})',
                )


def _levels(sound: Sound) -> Iterator[Finding]:
    """A rise counts once on a path, so it cannot be cycled; but if a fall costs less, going up for a day still pays."""
    instance = sound.instance
    rise, fall = (instance.parameter("official_level", name) for name in ("rise", "fall"))
    ranked = any(work.level for work in instance.activities)
    rows = [row for row in instance.settings if row.name == "official_level" and row.kind in ("rise", "fall")]
    if rise > fall and rows and ranked and sound.awake("official_level"):
        yield at(
            rows[-1],
            "amount",
            "fall_below_rise",
            expected=f"a fall that costs at least what a rise brings, {number(float(rise))}",
            found=number(float(fall)),
        )
