"""Marks that only act together with other work, or in other times, where there are none."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, at, number
from models.checks.official import brings_publicity
from models.checks.runs import lag
from models.checks.sound import Sound
from models.records import Activity, Conflict


def unmet(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("activity", "conflict", "rule"):
        return
    for conflict in sound.instance.conflicts:
        works = sound.works(conflict.name)
        yield from _skills(sound, works)
        yield from _people(sound, works)
        yield from _secrets(sound, works)
        if sound.complete("phase", "scenario"):
            yield from _prevention(sound, conflict, works)
    if sound.complete("link"):
        yield from _liaisons(sound)


def _skills(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Skills are for those who work on track two later."""
    if not sound.awake("skills"):
        return
    wait = max(1, lag(sound, float(sound.instance.parameter("skills", "lag"))))
    last = max((sound.windows[work.name].stop for work in works if work.track == "T2"), default=0)
    for work in works:
        if work.skills and sound.windows[work.name].start + wait >= last:
            expected = f"work on T2 that can run {wait} periods after it starts, or later"
            yield at(work, "skills", "idle_skills", expected=expected, found="none" if last == 0 else "none so late")


def _people(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Whoever meets in one period only does not meet again."""
    for work in works if sound.awake("continuity") else ():
        longest = sound.instance.run_max(work)
        periods = min(len(sound.windows[work.name]), longest or sound.instance.calendar.number)
        if work.same_people and periods < 2:
            expected = "work that may run for two periods on end"
            yield at(work, "same_people", "never_continues", expected=expected, found="one period at most")
        elif work.same_people and not work.social * work.credibility:
            expected = "same_people of work with a social effect, of which trust adds a share"
            yield at(work, "same_people", "idle_attribute", expected=expected, found="no social effect")


def _secrets(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """Confidential work with press beside it throughout, which is promised already."""
    press = [work for work in works if brings_publicity(work) and work.status == "committed"]
    loud = {period for work in press for period in sound.windows[work.name]}
    for work in works if sound.awake("confidentiality") else ():
        if work.confidential and loud.issuperset(sound.windows[work.name]):
            found = f'the committed "{press[0].name}" in its whole window'
            yield at(work, "confidential", "no_secrecy", expected="a period without publicity", found=found)


def _prevention(sound: Sound, conflict: Conflict, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """A risk is lowered by work in quiet times, and such work asks for a risk."""
    if not sound.awake("prevention"):
        return
    quiet = {node.period for node in sound.instance.tree if sound.phases[conflict.name][node.index] in (None, "latent")}
    preventing = [work for work in works if work.prevention]
    acting = [work for work in preventing if not quiet.isdisjoint(sound.windows[work.name])]
    if works and conflict.risk and not acting:
        yield at(
            conflict,
            "risk",
            "no_prevention",
            expected="work that lowers the risk (prevention) in the latent phase, or where no phase is stated",
            found="none in such times" if preventing else "none",
        )
    for work in preventing if not conflict.risk else ():
        expected = f'prevention only where a risk is stated of "{conflict.name}"'
        yield at(
            work, "prevention", "idle_attribute", expected=expected, found=f"{number(work.prevention)} and no risk"
        )


def _liaisons(sound: Sound) -> Iterator[Finding]:
    """Who keeps two works informed of each other is there while both are."""
    for link in sound.instance.links:
        if link.liaison is None or not sound.awake("synergy" if link.kind == "strengthens" else "interference"):
            continue
        both = set(sound.windows[link.name]).intersection(sound.windows[link.other])
        if both and both.isdisjoint(sound.windows[link.liaison]):
            yield at(
                link,
                "liaison",
                "liaison_absent",
                expected=f'work that may run while "{link.name}" and "{link.other}" do',
                found=f'"{link.liaison}", which never may',
            )
