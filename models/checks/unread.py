"""Facts and attributes that nothing in the instance asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.checks.caps import beside, enters, recognising, willing
from models.checks.finding import Finding, at
from models.checks.sound import Sound
from models.checks.spelling import nearest
from models.kinds import ConditionKind
from models.records import Activity, Condition, Conflict

type Asks = Callable[[Sound, Condition, Activity], bool]

READERS: dict[ConditionKind, tuple[str, Asks]] = {
    "ripeness": ("mediation", lambda _, row, work: work.kind == "mediation"),
    "willingness": (
        "official work that needs this government's will",
        lambda _, row, work: set(row.who) <= willing(work),
    ),
    "recognition": ("official talks between these two", lambda _, row, work: frozenset(row.who) in recognising(work)),
    "concession": ("official talks", lambda _, row, work: work.talks),
    "hostility": ("work on T1.5 from this home state that meets this party", lambda _, row, work: _met(row, work)),
    "openness": ("official work that receives ideas from below", lambda sound, _, work: _receives(sound, work)),
    "impasse": (
        "political work on tracks 2 to 9, which finds a way",
        lambda _, row, work: work.unofficial and work.political > 0,
    ),
    "access": ("work that has to be in this area", lambda _, row, work: enters(work, row.who)),
}
"""Which work asks about each kind of condition."""


def unread(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("activity", "conflict"):
        return
    for row in sound.instance.conditions:
        if row.kind in READERS and sound.instance.calendar.window(row.begin, row.end):
            words, asks = READERS[row.kind]
            if not any(asks(sound, row, work) and beside(sound, row, work) for work in sound.works(row.conflict)):
                yield at(row, "kind", "idle_condition", expected=f"{words} at that time", found="none")
    for conflict in sound.instance.conflicts:
        works = sound.works(conflict.name)
        yield from _taboo(conflict, works)
        yield from _bridges(sound, works)


def _met(row: Condition, work: Activity) -> bool:
    others = set(row.who) - {work.home}
    return work.track == "T1.5" and work.home in row.who and (not work.parties or others <= set(work.parties))


def _receives(sound: Sound, work: Activity) -> bool:
    """Whether ideas may come to official work: over a link, over a bridge to talks, or by the default capacity."""
    linked = any(link.kind == "transfers" and link.other == work.name for link in sound.instance.links)
    bridged = work.talks and any(row.bridges for row in sound.works(work.conflict))
    unclear = not sound.complete("link", "rule")
    return work.official and (linked or bridged or unclear or sound.instance.parameter("transfer", "default") > 0)


def _taboo(conflict: Conflict, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """An issue that officials may not open first, and that no official work deals with."""
    official = {issue for work in works if work.official for issue in work.issues}
    for issue in conflict.taboo:
        if works and issue not in official:
            meant = nearest(issue, official)
            yield at(
                conflict,
                "taboo",
                "idle_taboo",
                expected="an issue of some official work",
                found=f'"{issue}", which none deals with',
                remedy=f'Did you mean "{meant}"?' if meant else "",
            )


def _bridges(sound: Sound, works: tuple[Activity, ...]) -> Iterator[Finding]:
    """A bridge has two ends."""
    if not (sound.awake("bridge") and sound.awake("transfer")):
        return
    missing = [
        words
        for words, there in (
            ("official talks", any(work.talks for work in works)),
            ("work on tracks 2 to 9", any(work.unofficial for work in works)),
        )
        if not there
    ]
    for work in works:
        if work.bridges and missing:
            expected = "official talks, and work on tracks 2 to 9, in the same conflict"
            yield at(work, "bridges", "idle_bridge", expected=expected, found=f"no {' and no '.join(missing)}")
