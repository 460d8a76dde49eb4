"""What it means to waive a row: the smallest relaxation that takes back what the row demands.

| row | waived |
|---|---|
| target | it is gone |
| limit that may not be missed | it is gone |
| activity, committed | it may run, and need not |
| activity, excluded | it may run |
| activity, window | it may run in the whole horizon (not of committed work: there the window is the commitment) |
| activity, shortest, longest run, number of runs | one period is enough; no longest run; fifty runs |
| milestone that unlocks work | the work may start without it |
| link that follows, requires, excludes | it is gone |
| funder, money | there is as much as all work can cost |
| funder, whom it pays for | anybody |
| funder, window; smallest payment; wait; largest share | the whole horizon; any payment; none; all |
| capacity | there is as much as all work can use |
| party, exposure limit; opinion | none; its people are for peace |
| conflict, taboo issues; unequal power | none; equal |
| election, closure | it does not take place |
| condition | it is gone; of openness: officials listen; impasse demands nothing and cannot be waived |
| phase of confrontation or war, where a channel is required | nothing is known of the phase |

All others are what a plan is measured against, not demands, and are never waived: the horizon, scenarios, rules,
effects and costs, work that is running (it may stop), links that only help. No harm is ever waived: it has no price.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from models.build import active_rules
from models.instance import Instance
from models.records import (
    Activity,
    Capacity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Limit,
    Link,
    Milestone,
    Party,
    Phase,
    Place,
    Record,
    Target,
)

_MOST_RUNS = 50


@dataclass(frozen=True, slots=True, eq=False)
class Waiver:
    """A row, or some cells of it, that may be waived.

    ``number`` is the record's place among the instance's records, ``fields`` the cells (none: the whole row),
    ``update`` what they become (None: the row is gone), ``words`` name the demand and ``waived`` says what becomes of
    it.
    """

    number: int
    record: Record
    words: str
    waived: str
    fields: tuple[str, ...] = ()
    update: Mapping[str, Any] | None = field(default=None)

    @property
    def key(self) -> str:
        """The same for the same row of the same instance: ``12 pays_for``."""
        return " ".join((str(self.number), *self.fields))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands in the user's own files; none where the instance was made in Python."""
        origin = self.record.origin
        if origin is None:
            return ()
        return tuple(dict.fromkeys(origin.at(name) for name in self.fields)) or (origin.row,)


def relaxed(instance: Instance, waived: Iterable[Waiver]) -> Instance:
    """The instance once these are waived."""
    gone: set[int] = set()
    updates: dict[int, dict[str, Any]] = {}
    for waiver in waived:
        if waiver.update is None:
            gone.add(waiver.number)
        else:
            updates.setdefault(waiver.number, {}).update(waiver.update)
    return changed(instance, gone, updates)


def changed(instance: Instance, gone: Collection[int], updates: Mapping[int, Mapping[str, Any]]) -> Instance:
    """The instance without some records, and with other values in some, by their numbers; all else as it was."""
    return Instance(
        record.model_copy(update=dict(updates[number])) if number in updates else record
        for number, record in enumerate(instance.records)
        if number not in gone
    )


def waivers(instance: Instance, objective: str, without: Collection[str] = ()) -> tuple[Waiver, ...]:
    """All that may be waived: first what is demanded, then money, then everything else; rows in their order."""
    asked = _Asked(instance, objective, frozenset(rule.name for rule in active_rules(instance, without)))
    found: list[tuple[int, Waiver]] = []
    for number, record in enumerate(instance.records):
        for rank, kind, make in _MAKERS:
            if isinstance(record, kind):
                found += [(rank, each) for each in make(asked, number, record)]
    return tuple(waiver for _, waiver in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True)
class _Asked:
    instance: Instance
    objective: str
    awake: frozenset[str]

    @property
    def plenty(self) -> int:
        """As much money as all work can cost on any path."""
        each = (self.instance.setup(work) + self.instance.spending(work)[1] for work in self.instance.activities)
        return self.instance.calendar.number * sum(each)


def _demands(asked: _Asked, number: int, record: Any) -> Iterator[Waiver]:
    name = record.name
    match record:
        case Target() if record.always or asked.objective == "cost":
            by = f" by {record.by}" if record.by else ""
            words = f'target "{name}": {record.kind} progress of {record.progress:g}{by}'
            yield Waiver(number, record, words, "the target is dropped")
        case Limit() if record.hard or asked.objective == "cost":
            yield Waiver(number, record, f'limit "{name}", which no plan may miss', "the limit is dropped")
        case Activity(status="committed"):
            words, update = f'commitment to "{name}"', {"status": "open"}
            yield Waiver(number, record, words, "it may run, and need not", ("status",), update)


def _money(asked: _Asked, number: int, record: Any) -> Iterator[Waiver]:
    if record.amount < asked.plenty:
        words, waived = f'money of "{record.name}": {record.amount:,}', "there is as much as all work can cost"
        yield Waiver(number, record, words, waived, ("amount",), {"amount": asked.plenty})
    for fields, given, update, words, waived in (
        (("pays_for",), record.pays_for, {"pays_for": ()}, "what it pays for", "it pays for anything"),
        (
            ("begin", "end"),
            record.begin or record.end,
            {"begin": None, "end": None},
            "its dates",
            "it pays at any time",
        ),
        (("smallest",), record.smallest, {"smallest": 0}, "its smallest payment", "any payment will do"),
        (("lead_time",), record.lead_time, {"lead_time": 0.0}, "its lead time", "it pays at once"),
        (("largest_share",), record.largest_share < 1, {"largest_share": 1.0}, "its largest share", "it may pay all"),
    ):
        if given:
            yield Waiver(
                number, record, f'condition of "{record.name}": {words}', waived, _given(record, fields), update
            )


def _activity(asked: _Asked, number: int, record: Activity) -> Iterator[Waiver]:
    name, instance = record.name, asked.instance
    if record.status == "excluded":
        words = f'exclusion of "{name}"'
        yield Waiver(number, record, words, "it may run", ("status",), {"status": "open"})
    if record.status == "committed":
        return
    quarter = float(instance.quarters)
    for fields, given, update, words, waived in (
        (
            ("begin", "end"),
            record.begin or record.end,
            {"begin": None, "end": None},
            "dates",
            "it may run in the whole horizon",
        ),
        (("run_min",), instance.run_min(record) > 1, {"run_min": quarter}, "shortest run", "one period is enough"),
        (("run_max",), record.run_max is not None, {"run_max": None}, "longest run", "it may run for any time"),
        (("repeats",), record.repeats < _MOST_RUNS, {"repeats": _MOST_RUNS}, "number of runs", "it may run again"),
    ):
        if given:
            yield Waiver(number, record, f'{words} of "{name}"', waived, _given(record, fields), update)


def _others(asked: _Asked, number: int, record: Any) -> Iterator[Waiver]:
    match record:
        case Milestone() if record.unlocks:
            words, waived = f'milestone "{record.name}", which unlocks work', "the work may start without it"
            yield Waiver(number, record, words, waived, ("unlocks",), {"unlocks": ()})
        case Link() if record.kind in ("follows", "requires", "excludes"):
            words = f'link: "{record.name}" {record.kind} "{record.other}"'
            yield Waiver(number, record, words, "the link is dropped")
        case Capacity():
            used = (amount for work in asked.instance.activities for name, amount in work.uses if name == record.name)
            if (most := float(ceil(sum(used)))) > record.amount:
                words, waived = f'capacity "{record.name}": {record.amount:g}', "there is enough for all work"
                yield Waiver(number, record, words, waived, ("amount",), {"amount": most})
        case Party():
            if record.exposure_limit is not None:
                words, waived = f'exposure limit of "{record.name}"', "it bears any exposure"
                yield Waiver(number, record, words, waived, ("exposure_limit",), {"exposure_limit": None})
            if record.opinion is not None and record.opinion < 1:
                words, waived = f'opinion in "{record.name}"', "its people are for peace from the start"
                yield Waiver(number, record, words, waived, ("opinion",), {"opinion": 1.0})
        case Conflict():
            if record.taboo:
                words, waived = f'taboo issues of "{record.name}"', "officials may open any issue"
                yield Waiver(number, record, words, waived, ("taboo",), {"taboo": ()})
            if record.power_asymmetry:
                words, waived = f'unequal power in "{record.name}"', "the sides are equal"
                yield Waiver(number, record, words, waived, ("power_asymmetry",), {"power_asymmetry": 0.0})
        case Election():
            yield Waiver(number, record, f'vote "{record.name}" of "{record.who}"', "it does not take place")
        case Closure():
            yield Waiver(number, record, f"{record.kind}: {' and '.join(record.who)}", "nothing is closed")
        case Condition(kind="openness") if record.amount is not None and record.amount < 1:
            yield Waiver(number, record, _condition(record), "officials listen", ("amount",), {"amount": 1.0})
        case Condition() if record.kind not in ("openness", "impasse"):
            yield Waiver(number, record, _condition(record), "it is dropped")
        case Phase(kind="confrontation" | "war") if asked.objective == "cost" and "open_channel" in asked.awake:
            words = f"phase of {record.kind}, in which a channel is required"
            yield Waiver(number, record, words, "nothing is known of the phase")


def _condition(record: Condition) -> str:
    about = f" of {' and '.join(record.who)}" if record.who else ""
    return f"condition{f' {chr(34)}{record.name}{chr(34)}' if record.name else ''}: {record.kind}{about}"


def _given(record: Record, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``fields`` that the row fills in, or the first of them where none is."""
    defaults = {name: type(record).model_fields[name].get_default() for name in fields}
    return tuple(name for name in fields if getattr(record, name) != defaults[name]) or fields[:1]


_MAKERS: tuple[tuple[int, tuple[type[Record], ...], Callable[..., Iterator[Waiver]]], ...] = (
    (0, (Target, Limit, Activity), _demands),
    (1, (Funder,), _money),
    (2, (Activity,), _activity),
    (3, (Milestone, Link, Capacity, Party, Conflict, Election, Closure, Condition, Phase), _others),
)
