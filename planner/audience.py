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
- where a condition that limits work is hidden, or press near a confidential room, intensity is left out too: work that
  is paid for more than it achieves would tell how far it is let;
- where hidden work raises money for a tranche, the tranche is hidden too: it would pay more than it has;
- limits (shares of money, rooms) in which anything hidden is named or counted go whole: what shown work has of them
  would tell what hidden work has;
- votes, conditions, taboo issues, ceilings of harm, liaisons and capacities that only concern hidden work go with it,
  so do settings of rules that nothing shown wakes, whether they were switched off for the plan, and the instance's
  hash, which is that of the reduced instance (a hash would confirm guesses).

What cannot be hidden: shown decisions may themselves hint that something else exists, as official talks across a closed
border hint at a channel. Whoever publishes them must judge that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from models.instance import Instance
from models.plan import Grant, Plan, Signing, Work
from models.records import Activity, Funder, Record, RuleSetting, Scenario
from planner.errors import InputError
from planner.mentions import Hidden, pays_for_nothing, raised_in_secret, without_mentions
from planner.waking import may_wake, publicity

Audience = Literal["owner", "partners", "public"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

_SEES: dict[Audience, frozenset[str]] = {
    "owner": frozenset({"public", "partners", "secret"}),
    "partners": frozenset({"public", "partners"}),
    "public": frozenset({"public"}),
}
_LIMITING_NOTHING = frozenset({"toll", "openness", "impasse"})
"""Conditions that change what is gained, and leave the output of work alone."""


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

    A funder that may only pay for hidden work, or for which hidden work raises money, goes too. Probabilities of the
    scenarios left are scaled to add to 1.
    Raises ``Unsafe`` where the shown scenarios do not make a tree.
    """
    if not hides(records, audience):
        return tuple(records)
    secret = [record for record in records if isinstance(record, Activity) and not may_see(record, audience)]
    raised = raised_in_secret(secret)
    left = [
        record
        for record in records
        if may_see(record, audience) and not (isinstance(record, Funder) and record.name in raised)
    ]
    left = [record for record in left if not pays_for_nothing(record, left)]
    names = {record.name for record in left if isinstance(record, Funder)}
    payers = tuple(record for record in records if isinstance(record, Funder) and record.name not in names)
    lost_scenarios = {record.name for record in records if isinstance(record, Scenario)} - {
        record.name for record in left if isinstance(record, Scenario)
    }
    if lost_scenarios:
        left = _tree_of_shown([row for row in left if getattr(row, "scenario", None) not in lost_scenarios])
    hidden = Hidden(tuple(secret), payers)
    told = [record for each in left if (record := without_mentions(each, hidden, left)) is not None]
    return tuple(row for row in told if not isinstance(row, RuleSetting) or may_wake(row.name, told, row.kind))


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
    limits = _output_tells(instance, audience)
    plan = None if plan is None else _reduced_plan(instance, plan, reduced, payers, limits)
    return Seen(reduced, plan, True, payers, hides(instance.scenarios, audience))


def _output_tells(instance: Instance, audience: Audience) -> bool:
    """Whether what shown work achieves for its money would tell of a hidden condition, or of press near its room."""
    if any(not may_see(row, audience) and row.kind not in _LIMITING_NOTHING for row in instance.conditions):
        return True
    press = {work.conflict for work in instance.activities if publicity(work) and not may_see(work, audience)}
    return any(work.confidential and work.conflict in press for work in instance.activities if may_see(work, audience))


def _reduced_plan(instance: Instance, plan: Plan, reduced: Instance, payers_hidden: bool, limits_hidden: bool) -> Plan:
    """The decisions about shown work in shown nodes; money and intensity by the rules at the top of this module."""
    node_of = _shown_nodes(instance, reduced)
    activities = {activity.name for activity in reduced.activities}
    funders = {funder.name for funder in reduced.funders}
    grants, fees = (
        tuple(
            Grant(each.funder, each.activity, node_of[each.node], each.amount)
            for each in paid
            if each.node in node_of and each.activity in activities and each.funder in funders
        )
        for paid in (plan.grants, plan.fees)
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
    without = frozenset(rule for rule in plan.without if may_wake(rule, reduced.records))
    return Plan(tuple(works), grants, signings, without=without, fees=fees)


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
