"""Attributes that only some tracks or kinds of work know, and what no mediator may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.checks.draft import Draft
from models.checks.finding import Finding, at, number
from models.checks.spelling import fold
from models.kinds import MEDIATING, TRAITS
from models.records import Activity


class Owner(NamedTuple):
    """Which work knows an attribute."""

    words: str
    knows: Callable[[Activity], bool]


_OFFICIAL = Owner("official work (T1)", lambda work: work.official)
_MIDDLE = Owner("work on T1.5", lambda work: work.track == "T1.5")
_UNOFFICIAL = Owner("work on tracks 2 to 9", lambda work: work.unofficial)
_TALKS = Owner("talks on T1 (consultation, good_offices, mediation, negotiation)", lambda work: work.talks)

OWNERS: dict[str, Owner] = {
    "level": _TALKS,
    "coercive": _OFFICIAL,
    "needs_insight": _OFFICIAL,
    "agencies": _OFFICIAL,
    "opinion": _UNOFFICIAL,
    "bridges": _MIDDLE,
    "traits": _MIDDLE,
    "home": _MIDDLE,
}


def official(draft: Draft) -> Iterator[Finding]:
    for activity in draft.of(Activity):
        yield from _attributes(activity)
        yield from _mediator(activity)
        yield from _traits(activity)


def _attributes(activity: Activity) -> Iterator[Finding]:
    for field, owner in OWNERS.items():
        value = getattr(activity, field)
        if value != Activity.model_fields[field].default and not owner.knows(activity):
            found = f"{_shown(value)} on {activity.track} ({activity.kind})"
            yield at(activity, field, "attribute_off_track", expected=f"{field} only of {owner.words}", found=found)
    if activity.exposure is not None and activity.unofficial:
        yield at(
            activity,
            "exposure",
            "idle_attribute",
            expected="exposure only of work on T1 or T1.5, which governments answer for",
            found=f"{number(activity.exposure)} on {activity.track}",
        )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes"
    if isinstance(value, tuple):
        return "|".join(f"{item[0]}:{number(item[1])}" if isinstance(item, tuple) else str(item) for item in value)
    return number(value)


def _mediator(activity: Activity) -> Iterator[Finding]:
    """A party cannot mediate (N4)."""
    own = activity.sponsor is not None and fold(activity.sponsor) in map(fold, activity.parties)
    if activity.kind in MEDIATING and own:
        yield at(
            activity,
            "sponsor",
            "party_mediates",
            expected="a third party, since a party cannot mediate",
            found=f'"{activity.sponsor}", which sits at the table itself',
        )


def _traits(activity: Activity) -> Iterator[Finding]:
    named: set[str] = set()
    for trait, score in activity.traits:
        if trait in named:
            yield at(activity, "traits", "bad_trait", expected="each trait once", found=f"{trait} twice")
        if not 0 <= score <= 1:
            expected = f"scores from 0 to 1 of {', '.join(TRAITS)}"
            yield at(activity, "traits", "bad_trait", expected=expected, found=f"{trait}:{number(score)}")
        named.add(trait)
