"""What holds a plan back: rules and tranches whose limit it has reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from models.audit import (
    accounts,
    bridge,
    budget,
    capacity,
    do_no_harm,
    durable,
    every_side_gains,
    mediator_role,
    no_substitute,
    political_exposure,
    share,
    stakeholders,
    transfer,
)
from models.audit.penalties import penalties
from models.audit.state import Replay
from models.audit.violation import TOLERANCE

REACHED = Fraction(1, 1000)
"""Output this close to its cap has reached it: whole money rarely buys exactly what the cap allows."""


class Binding(NamedTuple):
    """``rule`` limits ``subject`` (work, conflict, party, group, link, bridge, capacity, room, tranche) at ``node``."""

    rule: str
    node: int
    subject: str


def binding(replay: Replay) -> tuple[Binding, ...]:
    """Limits reached within the tolerance, sorted by node.

    These are caps below full output, parties that bear no more exposure, durable progress below political progress,
    transfers at their capacity with ideas left, political gain without official work, capacities in full use, a
    mediator who keeps another out, tranches spent to the last, shares and rooms just met, parties that have just gained
    enough, groups that bear no more harm, and whatever is missing, or a nuisance, and costs points.
    """
    found = [*_caps(replay), *_exposure(replay), *_durable(replay), *_transfers(replay), *_alone(replay)]
    found += [*_capacities(replay), *_mediators(replay), *_tranches(replay), *_shares(replay), *_rooms(replay)]
    found += [*_gains(replay), *_harm(replay), *_costs(replay)]
    return tuple(sorted(found, key=lambda each: each.node))


def _caps(replay: Replay) -> Iterator[Binding]:
    for (activity, node), caps in replay.caps.items():
        # Not "below what the money would buy": a good plan buys no more output than the cap allows.
        counted = replay.output[activity, node]
        for rule, cap in caps.items():
            if rule != political_exposure.NAME and cap < 1 - TOLERANCE and counted >= cap - REACHED:
                yield Binding(rule, node, activity)


def _exposure(replay: Replay) -> Iterator[Binding]:
    """Told of the party, whose limit all of its work shares."""
    if replay.awake(political_exposure.NAME):
        for parties in replay.facts.limited.values():
            for party in parties:
                for node in range(len(replay.facts.tree)):
                    if political_exposure.reached(replay, party, node):
                        yield Binding(political_exposure.NAME, node, party.name)


def _durable(replay: Replay) -> Iterator[Binding]:
    """The rules, of those that lower durable progress, that lower it most."""
    for conflict in replay.instance.conflicts:
        for node in range(len(replay.facts.tree)):
            least = replay.durable[conflict.name, node]
            if least < replay.progress[conflict.name, "political", node] - TOLERANCE:
                for rule, limit in durable.allowed(replay, conflict, node):
                    if limit <= least + TOLERANCE:
                        yield Binding(rule, node, conflict.name)


def _transfers(replay: Replay) -> Iterator[Binding]:
    for (conflict, link, node), cap in replay.transfer_cap.items():
        carried = replay.transfer[conflict, link, node]
        if carried and carried >= cap - TOLERANCE and replay.ideas[conflict, node] > TOLERANCE:
            bridging = {bridge.key(work) for work in bridge.bridges(replay, conflict)}
            yield Binding(bridge.NAME if link in bridging else transfer.NAME, node, link or conflict)


def _alone(replay: Replay) -> Iterator[Binding]:
    if replay.awake(no_substitute.NAME):
        limit = replay.facts.parameter[no_substitute.NAME, "limit"]
        for (conflict, node), alone in replay.alone.items():
            if alone and alone >= limit - TOLERANCE:
                yield Binding(no_substitute.NAME, node, conflict)


def _capacities(replay: Replay) -> Iterator[Binding]:
    if replay.awake(capacity.NAME):
        for node in range(len(replay.facts.tree)):
            for name, amount in capacity.available(replay, node).items():
                if amount and capacity.use(replay, name, node) == amount:
                    yield Binding(capacity.NAME, node, name)


def _mediators(replay: Replay) -> Iterator[Binding]:
    """Where as many mediate as the conflict bears, and one more could."""
    if replay.awake(mediator_role.NAME):
        most = replay.facts.parameter[mediator_role.NAME, "mediators"]
        for conflict, members in replay.facts.members.items():
            for node in replay.facts.tree:
                mediating = (work for work in members if mediator_role.mediates(work))
                may = sum(node.period in replay.facts.windows[work.name] for work in mediating)
                if may > mediator_role.mediations(replay, conflict, node.index) >= most:
                    yield Binding(mediator_role.NAME, node.index, conflict)


def _tranches(replay: Replay) -> Iterator[Binding]:
    """At the node of the payment that leaves nothing in the tranche, or nothing carried over."""
    if not replay.awake(budget.NAME):
        return
    for funder in replay.instance.funders:
        paid = accounts.payments(replay, funder)
        for account in accounts.accounts(replay, funder, paid):
            if paid[account.node] and account.limit - account.paid < 1:
                yield Binding(budget.NAME, account.node, funder.name)


def _shares(replay: Replay) -> Iterator[Binding]:
    """Where hardly any money could be moved before a share is missed; gaps are told by what they cost."""
    if replay.awake(share.NAME):
        for limit in share.limits(replay):
            for leaf in replay.facts.tree.leaves:
                found, due = share.sides(replay, limit, leaf)
                if (found or due) and 0 <= share.slack(limit, found, due) < 1:
                    yield Binding(share.NAME, leaf, limit.name)


def _rooms(replay: Replay) -> Iterator[Binding]:
    """Where there is just enough of the work that has to be there; what is missing is told by what it costs."""
    if replay.awake(stakeholders.NAME):
        for limit in stakeholders.limits(replay.facts):
            for node in range(len(replay.facts.tree)):
                needed = limit.amount > limit.already and stakeholders.holds(replay.facts, limit, node)
                if needed and 0 <= stakeholders.spare(replay, limit, node) <= REACHED:
                    yield Binding(stakeholders.NAME, node, limit.name)


def _gains(replay: Replay) -> Iterator[Binding]:
    """Parties that have only just gained enough where something is signed."""
    least = replay.facts.parameter[every_side_gains.NAME, "least"]
    for milestone in replay.instance.milestones:
        for node in range(len(replay.facts.tree)):
            if (milestone.name, node) in replay.decisions.signed:
                for party, gain in every_side_gains.gains(replay, milestone.conflict, node).items():
                    if least and gain <= least + REACHED:
                        yield Binding(every_side_gains.NAME, node, party)


def _harm(replay: Replay) -> Iterator[Binding]:
    """Groups that bear no more."""
    if replay.awake(do_no_harm.NAME):
        for conflict in replay.instance.conflicts:
            for node in range(len(replay.facts.tree)):
                for group, harm in do_no_harm.borne(replay, conflict.name, node).items():
                    if harm and harm == do_no_harm.ceiling(replay, conflict, group):
                        yield Binding(do_no_harm.NAME, node, group)


def _costs(replay: Replay) -> Iterator[Binding]:
    """What is missing, or a nuisance, where it costs points."""
    for short, points in penalties(replay):
        if points:
            yield Binding(short.rule, short.node, short.subject)
