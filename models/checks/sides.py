"""What each side has of it: gains before a signature, seats at the table, the opinion of its people."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.checks.caps import reaches
from models.checks.finding import Finding, at, number
from models.checks.sound import Sound
from models.instance import exact
from models.records import Activity, Conflict, Party


def sides(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("activity", "conflict", "rule", "party"):
        return
    for conflict in sound.instance.conflicts:
        works = sound.works(conflict.name)
        parties = [row for row in sound.instance.parties if row.conflict == conflict.name]
        yield from _gains(sound, conflict, parties)
        for work in works:
            yield from _seats(sound, work, works)
        for party in parties:
            yield from _opinion(sound, party, works)


def _gains(sound: Sound, conflict: Conflict, parties: list[Party]) -> Iterator[Finding]:
    """Nothing is signed before each side has gained, so each has to be able to."""
    instance = sound.instance
    stating = [row for row in instance.of_conflict(conflict.name) if row.gains]
    if not stating or not sound.awake("every_side_gains") or not sound.complete("milestone"):
        return
    if not any(row.conflict == conflict.name for row in instance.milestones):
        expected = "gains only where a milestone can be signed, which asks for them"
        yield at(stating[0], "gains", "idle_attribute", expected=expected, found=f'none of "{conflict.name}"')
        return
    least = instance.parameter("every_side_gains", "least")
    for party in parties:
        most = sum(
            (
                exact(gain) * instance.quarters * len(sound.windows[work.name]) * instance.response(work)[-1][1]
                for work in stating
                for name, gain in work.gains
                if name == party.name
            ),
            Fraction(0),
        )
        if most < least:
            yield at(
                party,
                "name",
                "left_out",
                expected=f'work from which "{party.name}" can gain {number(float(least))} before anything is signed',
                found=f"{number(float(most))} from all work together",
            )


def _seats(sound: Sound, work: Activity, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Seats are compared between the parties at the table; what is missing on one side others make good."""
    if not work.seats or not sound.awake("seats"):
        return
    seated = {name for name, _ in work.seats}
    if len(seated) < 2 or (work.parties and seated != set(work.parties)):
        expected = f"seats of {' and '.join(work.parties) if len(work.parties) > 1 else 'two parties at least'}"
        yield at(work, "seats", "odd_seats", expected=expected, found=f"those of {' and '.join(sorted(seated))}")
        return
    chairs = [exact(seats) for _, seats in work.seats]
    uneven = 1 - min(chairs) / max(chairs) - sound.instance.parameter("seats", "tolerance")
    helpers = [other for other in works if other.equalising and other is not work]
    if uneven > 0 and not any(_together(sound, work, other) for other in helpers):
        yield at(
            work,
            "seats",
            "no_balance",
            expected="other work at that time that lifts the weaker side's issues (equalising)",
            found=f"none, so outputs stay at {number(float(1 - uneven))}",
        )


def _together(sound: Sound, work: Activity, other: Activity) -> bool:
    one, two = sound.windows[work.name], sound.windows[other.name]
    return max(one.start, two.start) < min(one.stop, two.stop)


def _opinion(sound: Sound, party: Party, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """A stated opinion binds the leaders of a party at talks; it fades where no work reaches the people."""
    talks = [work for work in works if work.talks and party.name in work.parties]
    if party.opinion is None or not talks or not sound.awake("public_opinion"):
        return
    lasts = party.opinion == 1 and sound.instance.parameter("core", "opinion_kept") == 1
    floor = sound.instance.parameter("public_opinion", "floor")
    last = max(sound.windows[work.name].stop for work in talks)
    voices = [work for work in works if work.unofficial and work.opinion > 0 and reaches(work, (party.name,))]
    if floor < 1 and not lasts and not any(sound.windows[work.name].start < last for work in voices):
        yield at(
            party,
            "opinion",
            "unmoved",
            expected=f"work on tracks 2 to 9 that moves opinion in {party.name}",
            found=f'none, so the output of "{talks[0].name}" falls towards {number(float(floor))}',
        )
