"""Attributes that only some tracks or kinds of work know, what no mediator may be, and secrets told to the press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.checks.draft import Draft
from models.checks.finding import Finding, at, number
from models.checks.sizes import MOST_MONEY
from models.checks.spelling import fold
from models.kinds import MEDIATING, TRAITS
from models.records import Activity, Conflict

MOST_HARM = 30
"""Greatest ceiling of harm; a single work does 3 at most."""
MOST_SEATS = 1000


class Owner(NamedTuple):
    """Which work knows an attribute."""

    words: str
    knows: Callable[[Activity], bool]


_OFFICIAL = Owner("official work (T1)", lambda work: work.official)
_MIDDLE = Owner("work on T1.5", lambda work: work.track == "T1.5")
_UPSTAIRS = Owner("work on T1 or T1.5", lambda work: not work.unofficial)
_FUNDING = Owner("work on T8", lambda work: work.track == "T8")
_UNOFFICIAL = Owner("work on tracks 2 to 9", lambda work: work.unofficial)
_TALKS = Owner("talks on T1 (consultation, good_offices, mediation, negotiation)", lambda work: work.talks)

OWNERS: dict[str, Owner] = {
    "level": _TALKS,
    "coercive": _OFFICIAL,
    "needs_insight": _OFFICIAL,
    "agencies": _OFFICIAL,
    # Work below that needed leverage could lift, by the opinion it moves, the very carrot that lifts it.
    "leverage": _UPSTAIRS,
    "opinion": _UNOFFICIAL,
    "bridges": _MIDDLE,
    "traits": _MIDDLE,
    "home": _MIDDLE,
    "raises": _FUNDING,
}


def official(draft: Draft) -> Iterator[Finding]:
    for activity in draft.of(Activity):
        yield from _attributes(activity)
        yield from _mediator(activity)
        yield from _traits(activity)
        yield from _pairs(activity)
        if activity.confidential and brings_publicity(activity):
            found = "publicity yes" if activity.publicity else "work with the media, which brings publicity"
            expected = "work that is confidential or brings publicity, but not both"
            yield at(activity, "confidential", "public_secret", expected=expected, found=found)
    for conflict in draft.of(Conflict):
        yield from _range(conflict, "harm_ceiling", 0, MOST_HARM)


def brings_publicity(activity: Activity) -> bool:
    """Whether press near a secret room is meant (confidentiality)."""
    return activity.kind == "media" if activity.publicity is None else activity.publicity


def _attributes(activity: Activity) -> Iterator[Finding]:
    for field, owner in OWNERS.items():
        value = getattr(activity, field)
        if value != Activity.model_fields[field].default and not owner.knows(activity):
            found = f"{_shown(value)} on {activity.track} ({activity.kind})"
            yield at(activity, field, "attribute_off_track", expected=f"{field} only of {owner.words}", found=found)
    if activity.exposure is not None and activity.unofficial:
        expected = "exposure only of work on T1 or T1.5, which governments answer for"
        found = f"{number(activity.exposure)} on {activity.track}"
        yield at(activity, "exposure", "idle_attribute", expected=expected, found=found)
    if activity.influence != 1 and not activity.unofficial:
        expected = "influence only of work on tracks 2 to 9, whose ideas need carrying upstairs"
        found = f"{number(activity.influence)} on {activity.track}"
        yield at(activity, "influence", "idle_attribute", expected=expected, found=found)


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


def _pairs(activity: Activity) -> Iterator[Finding]:
    """Numbers that stand beside a name."""
    for field, most in (("harm", 3), ("gains", 1), ("seats", MOST_SEATS)):
        yield from _range(activity, field, 0, most)
    for name, money in activity.raises:
        if not 0 < money <= MOST_MONEY:
            expected = f"{name}: an amount above 0, at most {number(MOST_MONEY)}"
            yield at(activity, "raises", "bad_pair", expected=expected, found=number(money))
    if activity.seats and all(seats == 0 for _, seats in activity.seats):
        yield at(activity, "seats", "bad_pair", expected="a seat for somebody", found=_shown(activity.seats))


def _range(row: Activity | Conflict, field: str, least: float, most: float) -> Iterator[Finding]:
    for name, value in getattr(row, field):
        if not least <= value <= most:
            expected = f"{name}: from {number(least)} to {number(most)}"
            yield at(row, field, "bad_pair", expected=expected, found=number(value))
