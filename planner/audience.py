"""Who may see what. Owner sees everything; partners see public and partners' records; the public sees public ones.

The rule is one: what an audience gets is computed from what it may see, and from nothing else. Hidden records, and the
decisions about them, are taken out *before* anything is laid out, added up or written. It follows that

- every sum runs over shown activities and shown funders only; there is no grand total to subtract from, and no
  "of 6,000" beside a funder that might pay for hidden work;
- progress, score, bound, gap, what binds, transfers and bonuses rest on all work, so they are left out as soon as
  anything at all is hidden, whether or not it runs (else their presence would tell that it does not);
- where a funder is hidden, what a shown work costs minus what shown funders pay would be the secret grant: costs become
  what shown funders pay, and intensity, from which cost could be read, becomes *runs*;
- where a scenario is hidden, 1 minus the other probabilities would be its probability: probabilities are left out, and
  the tree is the tree of the shown scenarios. It is refused where no such tree exists;
- where a condition that limits work is hidden, intensity is left out too: work that is paid for more than it achieves
  would tell how far the condition lets it;
- votes, conditions, taboo issues and capacities that only concern hidden work go with it, so do settings of rules that
  nothing shown wakes, and the instance's hash, which is that of the reduced instance (a hash would confirm guesses).

What cannot be hidden: shown decisions may themselves hint that something else exists, as official talks across a closed
border hint at a channel. Whoever publishes them must judge that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from models.instance import Instance
from models.kinds import TRACKS
from models.plan import Grant, Plan, Signing, Work
from models.records import (
    Activity,
    Capacity,
    Condition,
    Conflict,
    Election,
    Funder,
    Link,
    Milestone,
    Party,
    Record,
    RuleSetting,
    Scenario,
)
from planner.errors import InputError
from planner.waking import may_wake

Audience = Literal["owner", "partners", "public"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

_SEES: dict[Audience, frozenset[str]] = {
    "owner": frozenset({"public", "partners", "secret"}),
    "partners": frozenset({"public", "partners"}),
    "public": frozenset({"public"}),
}


class Unsafe(InputError):
    """An output that cannot be made safe for its audience (exit code 2). Its words name nothing hidden."""


def may_see(record: Record, audience: Audience) -> bool:
    """Whether a record, by its own visibility, may be shown; records without one are public."""
    return getattr(record, "visibility", "public") in _SEES[audience]


def hides(records: Iterable[Record], audience: Audience) -> bool:
    """Whether anything among the records is kept from the audience."""
    return any(not may_see(record, audience) for record in records)


def seen(records: Sequence[Record], audience: Audience) -> tuple[Record, ...]:
    """The records as the audience may have them: hidden ones gone, and every mention of them.

    A funder that may only pay for hidden work goes too. Probabilities of the scenarios left are scaled to add to 1.
    Raises ``Unsafe`` where the shown scenarios do not make a tree.
    """
    if not hides(records, audience):
        return tuple(records)
    left = [record for record in records if may_see(record, audience)]
    lost = {record.name for record in records if isinstance(record, Activity)} - _names(left, Activity)
    lost_scenarios = {record.name for record in records if isinstance(record, Scenario)} - _names(left, Scenario)
    words = _words(left)
    if lost_scenarios:
        left = _tree_of_shown([row for row in left if getattr(row, "scenario", None) not in lost_scenarios])
    kept = [_without_mentions(record, lost, words, left) for record in left]
    told = [record for record in kept if record is not None]
    return tuple(record for record in told if not isinstance(record, RuleSetting) or may_wake(record.name, told))


def _names(records: Iterable[Record], kind: type[Activity] | type[Scenario]) -> set[str]:
    return {record.name for record in records if isinstance(record, kind)}


def _words(records: Sequence[Record]) -> set[str]:
    """Words a funder's list may still use: tracks, conflicts, shown activities and their tags."""
    found: set[str] = set(TRACKS)
    for record in records:
        if isinstance(record, Conflict | Activity):
            found.add(record.name)
        if isinstance(record, Activity):
            found.update(record.tags)
    return found


def _without_mentions(record: Record, lost: set[str], words: set[str], left: Sequence[Record]) -> Record | None:
    """The record without names of hidden activities; None where nothing of it is left to say."""
    match record:
        case Link():
            return None if {record.name, record.other} & lost else record
        case Milestone():
            return record.model_copy(update={"unlocks": tuple(name for name in record.unlocks if name not in lost)})
        case Funder(pays_for=names) if names:
            shown = tuple(name for name in names if name in words)
            return record.model_copy(update={"pays_for": shown}) if shown else None
        case Capacity():
            used = {name for work in left if isinstance(work, Activity) for name, _ in work.uses}
            return record if record.name in used else None
        case Election():
            return record if record.who in _voters(left) else None
        case Condition():
            return record if set(record.who) <= _voters(left) | _homes(left) else None
        case Conflict(taboo=issues) if issues:
            dealt_with = {issue for work in left if isinstance(work, Activity) for issue in work.issues}
            return record.model_copy(update={"taboo": tuple(issue for issue in issues if issue in dealt_with)})
    return record


def _voters(records: Sequence[Record]) -> set[str]:
    """Those whose votes matter to something shown: parties to a conflict, and parties and sponsors of shown work."""
    found: set[str] = set()
    for record in records:
        if isinstance(record, Party):
            found.add(record.name)
        elif isinstance(record, Activity):
            found.update(record.parties)
            found.add(record.sponsor or "")
    return found


def _homes(records: Sequence[Record]) -> set[str]:
    """Home states of shown work."""
    return {record.home for record in records if isinstance(record, Activity) and record.home}


def _tree_of_shown(records: list[Record]) -> list[Record]:
    """Records whose scenarios are the shown ones; probabilities scaled to 1 (six decimals, the last takes the rest)."""
    shown = [record for record in records if isinstance(record, Scenario)]
    names = {scenario.name for scenario in shown}
    if not shown:
        raise Unsafe(
            "Every scenario of this instance is hidden from this audience; nothing was written",
            "Make one of them visible to it, or choose a narrower audience.",
        )
    if len(shown) == 1:
        changed = [shown[0].model_copy(update={"probability": 1.0, "branches_from": None, "known": None})]
    elif all(row.known for row in shown) or any((row.branches_from or row.name) not in names for row in shown):
        raise Unsafe(
            "Scenarios that this audience may see branch from one that it may not; nothing was written",
            "Let what others branch from be seen as widely as they are.",
        )
    else:
        total = sum(row.probability for row in shown)
        scaled = [round(row.probability / total, 6) for row in shown[:-1]]
        scaled.append(round(1 - sum(scaled), 6))
        changed = [row.model_copy(update={"probability": p}) for row, p in zip(shown, scaled, strict=True)]
    new = iter(changed)
    return [next(new) if isinstance(record, Scenario) else record for record in records]


@dataclass(frozen=True)
class Seen:
    """An instance and a plan as an audience may see them.

    ``anything``, ``payers`` and ``scenarios`` say whether records, funders and scenarios are hidden.
    """

    instance: Instance
    plan: Plan | None
    anything: bool = False
    payers: bool = False
    scenarios: bool = False


def see(instance: Instance, plan: Plan | None, audience: Audience) -> Seen:
    """Instance and plan for an audience. Raises ``Unsafe`` where that cannot be made safe."""
    if not hides(instance.records, audience):
        return Seen(instance, plan)
    reduced = Instance(seen(instance.records, audience))
    payers = len(reduced.funders) < len(instance.funders)
    limits = any(not may_see(row, audience) and row.kind != "toll" for row in instance.conditions)
    plan = None if plan is None else _reduced_plan(instance, plan, reduced, payers, limits)
    return Seen(reduced, plan, True, payers, hides(instance.scenarios, audience))


def _reduced_plan(instance: Instance, plan: Plan, reduced: Instance, payers_hidden: bool, limits_hidden: bool) -> Plan:
    """The decisions about shown work in shown nodes; money and intensity by the rules at the top of this module."""
    node_of = _shown_nodes(instance, reduced)
    activities = {activity.name for activity in reduced.activities}
    funders = {funder.name for funder in reduced.funders}
    grants = tuple(
        Grant(grant.funder, grant.activity, node_of[grant.node], grant.amount)
        for grant in plan.grants
        if grant.node in node_of and grant.activity in activities and grant.funder in funders
    )
    works = [
        replace(work, node=node_of[work.node])
        for work in plan.works
        if work.node in node_of and work.activity in activities
    ]
    if payers_hidden:
        works = [_as_paid(work, grants) for work in works]
    elif limits_hidden:
        works = [replace(work, output=None) for work in works]
    milestones = {milestone.name for milestone in reduced.milestones}
    signings = tuple(
        Signing(signing.milestone, node_of[signing.node])
        for signing in plan.signings
        if signing.node in node_of and signing.milestone in milestones
    )
    return Plan(tuple(works), grants, signings, without=plan.without)


def _as_paid(work: Work, grants: Iterable[Grant]) -> Work:
    """The work at what shown funders pay for it, its intensity withheld."""
    paid = sum(grant.amount for grant in grants if (grant.activity, grant.node) == (work.activity, work.node))
    return Work(work.activity, work.node, paid, 0, None, work.start)


def _shown_nodes(instance: Instance, reduced: Instance) -> dict[int, int]:
    """Nodes of the instance that the audience sees, each with its number in the reduced tree."""
    leaf_of = {instance.tree[leaf].scenarios[0]: leaf for leaf in instance.tree.leaves}
    found: dict[int, int] = {}
    for node in reduced.tree:
        scenario = node.scenarios[0]
        found[instance.tree.path(leaf_of[scenario])[node.period]] = node.index
    return found
