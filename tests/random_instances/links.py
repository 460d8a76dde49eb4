"""Links and limits between whatever works a random instance has."""

from __future__ import annotations

from typing import Any

from models.records import Limit, Link
from tests.random_instances.draft import LENGTHS, Draft


def chance_links(draft: Draft, sequence: bool) -> None:
    """A link between two works, now and then; ``sequence``: order between works too."""
    if sequence and len(draft.works) > 2 and draft.chance(0.15):
        one, other = (work["name"] for work in draft.random.sample(draft.works, 2))
        draft.add(Link(name=one, kind=draft.pick("follows", "requires", "excludes"), other=other))
    for kind in ("strengthens", "interferes", "transfers"):
        if len(draft.works) > 1 and draft.chance(0.08):
            join(draft, kind)


def join(draft: Draft, kind: Any) -> None:
    """A link of two works of one conflict that may have it."""
    works = draft.random.sample(draft.works, len(draft.works))
    given: dict[str, Any] = {}
    if kind == "strengthens":
        given = {"category": draft.pick("political", "structural", "social")}
    if kind == "transfers":
        given = {"channel": draft.pick("participants", "briefing", "public"), "value": draft.pick(None, 0.1)}
    for one in works:
        for other in works:
            heard = one["track"] not in ("T1", "T1.5") and other["track"] in ("T1", "T1.5")
            taken = any(
                isinstance(row, Link) and {one["name"], other["name"]} == {row.name, row.other} for row in draft.records
            )
            if one is other or one["conflict"] != other["conflict"] or taken or (kind == "transfers" and not heard):
                continue
            third = [
                work["name"]
                for work in works
                if work is not one and work is not other and work["conflict"] == one["conflict"]
            ]
            if kind != "transfers" and third and draft.chance(0.5):
                given["liaison"] = third[0]
            if kind == "transfers" and (other["track"], other["kind"]) == ("T1", "mediation"):
                given["channel"] = "mediator"
            draft.add(Link(name=one["name"], kind=kind, other=other["name"], **given))
            return


WORDS = ("T1", "T2", "T4", "women", "land", "extra")
"""Words that limits of random instances are about."""


def chance_limits(draft: Draft) -> None:
    """Shares of the money and rooms, now and then, by words that some work may have."""
    words = [word for word in WORDS if any(word in about(work) for work in draft.works)]
    if words and draft.chance(0.08):
        who, kind = (draft.random.choice(words),), draft.pick("least", "most")
        draft.add(Limit(name="part", kind=kind, who=who, amount=draft.pick(0.25, 0.5), hard=draft.chance(0.1)))
    if words and draft.chance(0.08):
        row: dict[str, Any] = {"begin": draft.period(), "end": None} if draft.chance(0.5) else draft.span()
        draft.add(Limit(name="room", kind="cover", who=(draft.random.choice(words),), amount=draft.pick(0.5, 1), **row))


def about(work: dict[str, Any]) -> set[str]:
    return {work["track"], work["name"], *work.get("tags", ()), *work.get("issues", ())}


def in_periods(draft: Draft, periods: float) -> float:
    """Quarters of so many periods."""
    return periods / LENGTHS[draft.length][1]
