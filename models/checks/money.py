"""Whether anybody may pay for each work, and whether all money together can pay what is committed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor

from models.checks.finding import Finding, at, money, placed
from models.checks.flow import unpaid
from models.checks.funders import first_payment, last_payment
from models.checks.raised import greatest_raised
from models.checks.sound import Sound
from models.instance import exact
from models.kinds import TRACKS
from models.records import Activity, Funder

type Purse = tuple[str, str, bool]
"""A tranche's money of its window, or (True) what is left of it afterwards."""


def funding(sound: Sound) -> Iterator[Finding]:
    """Sound only where all tranches, and all words they pay for, could be read."""
    if not sound.instance.funders or not sound.complete("funder", "activity", "conflict", "rule"):
        return
    paid, raised = {}, greatest_raised(sound)
    for activity in sound.instance.activities:
        window = sound.windows[activity.name]
        if window:
            paid[activity.name] = payers(sound, activity, raised)
            if not _payable(sound, activity, window, paid[activity.name], raised):
                yield at(
                    activity,
                    None,
                    "unfunded",
                    expected="tranches that may pay all its cost for a whole run in its window",
                    found=_found(activity, paid[activity.name]),
                )
    yield from _commitments(sound, paid, raised)
    for funder in sound.instance.funders:
        if not any(funder in each for each in paid.values()):
            found = "none" if funder.amount else "no money"
            yield at(funder, "pays_for", "idle_funder", expected="an activity it may pay for", found=found)


def may_pay(funder: Funder, activity: Activity, conflicts: frozenset[str], tags: frozenset[str]) -> bool:
    """Whether the words of a tranche name the activity, or match it in every kind of word they give."""
    words = set(funder.pays_for)
    if not words or activity.name in words:
        return True
    kinds = (
        (words & set(TRACKS), {activity.track}),
        (words & conflicts, {activity.conflict}),
        (words & tags, set(activity.tags)),
    )
    given = [(asked, has) for asked, has in kinds if asked]
    return bool(given) and all(asked & has for asked, has in given)


def payers(sound: Sound, activity: Activity, raised: Mapping[str, int]) -> tuple[Funder, ...]:
    """Tranches with money, their own or raised for them, that may pay for the activity in some period of its window."""
    instance = sound.instance
    earmarked, budgeted = sound.awake("earmark"), sound.awake("budget")
    conflicts, tags = instance.conflict_names, instance.tags
    greatest = instance.setup(activity) + instance.spending(activity)[1]
    window = sound.windows[activity.name]
    return tuple(
        row
        for row in instance.funders
        if (row.amount or raised.get(row.name) or not budgeted)
        and not (earmarked and (row.smallest > greatest or not may_pay(row, activity, conflicts, tags)))
        and any(period in window for period in _paying(sound, row))
    )


def _paying(sound: Sound, funder: Funder) -> range:
    calendar = sound.instance.calendar
    if not sound.awake("budget"):
        return range(calendar.number)
    return range(first_payment(funder, calendar), last_payment(funder, calendar) + 1)


def _payable(
    sound: Sound, activity: Activity, window: range, paying: tuple[Funder, ...], raised: Mapping[str, int]
) -> bool:
    """Whether donors may pay the whole cost, in periods on end that make a shortest run."""
    shares = {row.giver: exact(row.largest_share) for row in paying}
    if not paying or (sound.awake("earmark") and sum(shares.values(), Fraction(0)) < 1):
        return False
    if not activity.spend_min:
        return True
    paid = [any(period in _paying(sound, row) for row in paying) for period in window]
    running = activity.status == "running"
    needed = 1 if running else min(len(window), sound.instance.run_min(activity))
    setup = 0 if running else sound.instance.setup(activity)
    cost = setup + needed * sound.instance.spending(activity)[0]
    if sound.awake("budget") and cost > sum(row.amount + raised.get(row.name, 0) for row in paying):
        return False
    return any(all(paid[first : first + needed]) for first in range(len(window) - needed + 1))


def _found(activity: Activity, paying: tuple[Funder, ...]) -> str:
    if not paying:
        return f'none for "{activity.name}"'
    return f'not enough for "{activity.name}" from {", ".join(placed(row) for row in paying)}'


def _commitments(sound: Sound, paid: dict[str, tuple[Funder, ...]], raised: Mapping[str, int]) -> Iterator[Finding]:
    """Committed works cost at least set-up and least spending; on every path alike, whatever else is planned.

    Smallest grants, largest shares and the order of payments are left aside, and money raised is taken at its most, so
    what is found missing is truly missing.
    """
    instance = sound.instance
    committed = [row for row in instance.activities if row.status == "committed" and row.name in paid]
    if not sound.awake("budget") or not committed:
        return
    demands: dict[frozenset[Purse], int] = defaultdict(int)
    works: dict[frozenset[Purse], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for activity in committed:
        window, least = sound.windows[activity.name], instance.spending(activity)[0]
        for period in window:
            cost = least + (instance.setup(activity) if period == window.start else 0)
            purses = frozenset(_purses(sound, paid[activity.name], period))
            if cost:
                demands[purses] += cost
                works[purses][activity.name].add(period)
    arcs: dict[tuple[object, object], int] = {}
    for funder in instance.funders:
        amount = funder.amount + raised.get(funder.name, 0)
        arcs["money", funder.name] = amount
        arcs[funder.name, ("purse", funder.name, False)] = amount
        arcs[funder.name, ("purse", funder.name, True)] = floor(exact(funder.carry_over) * amount)
    for purses, cost in demands.items():
        arcs[purses, "cost"] = cost
        arcs.update({(purse, purses): cost for purse in purses})
    flow, cut_off = unpaid(arcs, "money", "cost")
    if flow == sum(demands.values()):
        return
    short = [purses for purses in demands if purses in cut_off]
    needed, missing = sum(demands[purses] for purses in short), sum(demands.values()) - flow
    names = [row for row in committed if any(row.name in works[purses] for purses in short)]
    periods = [period for purses in short for each in works[purses].values() for period in each]
    currency = f" {instance.horizon.currency}" if instance.horizon.currency else ""
    span = f"{instance.calendar.label(min(periods))} to {instance.calendar.label(max(periods))}"
    yield at(
        names[0],
        "status",
        "money_short",
        expected=f"at least {money(needed)}{currency}, the least cost of the committed "
        f"{', '.join(f'"{row.name}"' for row in names)} from {span}",
        found=f"{money(needed - missing)}{currency} in the tranches that may pay it, {money(missing)} too little",
    )


def _purses(sound: Sound, paying: tuple[Funder, ...], period: int) -> Iterator[Purse]:
    calendar = sound.instance.calendar
    for row in paying:
        if period in _paying(sound, row):
            yield "purse", row.name, row.end is not None and period > calendar.period_of(row.end.last)
