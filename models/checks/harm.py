"""Force and harm: works that do_no_harm never lets run, and ceilings of groups that nobody harms."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.checks.finding import Finding, at, number
from models.checks.sound import Sound
from models.checks.spelling import nearest
from models.instance import exact
from models.records import Activity, Conflict


def harm(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("conflict", "rule"):
        return
    for conflict in sound.instance.conflicts:
        works = [row for row in sound.instance.of_conflict(conflict.name) if row.status != "excluded"]
        if sound.awake("do_no_harm"):
            for work in works:
                yield from _barred(sound, conflict, work)
            yield from _together(sound, conflict, works)
        if sound.complete("activity"):
            yield from _ceilings(conflict, works)


def _barred(sound: Sound, conflict: Conflict, work: Activity) -> Iterator[Finding]:
    """Work that can never run, whatever runs beside it."""
    code = "contradictory_locks" if work.status == "committed" else "harmful"
    if work.force:
        yield at(work, "force", code, expected="work without force (do_no_harm)", found=f"force, in {work.status} work")
    for group, amount in work.harm:
        ceiling = sound.ceiling(conflict, group)
        if exact(amount) > ceiling:
            yield at(
                work,
                "harm",
                code,
                expected=f"harm to {group} of at most {number(float(ceiling))} (do_no_harm)",
                found=f"{number(amount)}, in {work.status} work",
            )


def _together(sound: Sound, conflict: Conflict, works: list[Activity]) -> Iterator[Finding]:
    """The first period in which committed works, each of them bearable, are too much for a group."""
    committed = [work for work in works if work.status == "committed" and sound.windows[work.name]]
    for group in dict.fromkeys(group for work in committed for group, _ in work.harm):
        ceiling = sound.ceiling(conflict, group)
        for period in range(sound.instance.calendar.number):
            here = [
                (work, exact(amount))
                for work in committed
                for other, amount in work.harm
                if other == group and period in sound.windows[work.name]
            ]
            total = sum((amount for _, amount in here), Fraction(0))
            if total > ceiling:
                listed = ", ".join(f'"{work.name}"' for work, _ in here)
                when = sound.instance.calendar.label(period)
                yield at(
                    here[-1][0],
                    "harm",
                    "contradictory_locks",
                    expected=f"harm to {group} of at most {number(float(ceiling))} at a time (do_no_harm)",
                    found=f"{number(float(total))} by the committed {listed} in {when}",
                )
                break


def _ceilings(conflict: Conflict, works: list[Activity]) -> Iterator[Finding]:
    harmed = {group for work in works for group, _ in work.harm}
    for group, _ in conflict.harm_ceiling:
        if works and group not in harmed:
            meant = nearest(group, harmed)
            yield at(
                conflict,
                "harm_ceiling",
                "idle_ceiling",
                expected="a group that some work harms",
                found=f'"{group}", which none harms',
                remedy=f'Did you mean "{meant}"?' if meant else "",
            )
