"""The rules of models/README.md in force, the targets, and which of them have something to say."""

from __future__ import annotations

from models.instance import exact
from models.kinds import CATEGORIES
from models.records import Activity, Target
from tests.search.bonuses import continuity, skills, synergy
from tests.search.durable import coercion, power_asymmetry
from tests.search.facts import factor
from tests.search.groundwork import (
    indirect_access,
    intelligence,
    official_rigidity,
    political_will,
    preparation,
    public_opinion,
)
from tests.search.harm import confidentiality, do_no_harm, every_side_gains, seats
from tests.search.limited import share, stakeholders
from tests.search.money import budget, capacity, earmark, last_regular, raised
from tests.search.nuisances import crowding, expectations, interference, prevention
from tests.search.official import closed_embassy, electoral_cycle, enforcement, inducement, open_channel, signature
from tests.search.remainder import Remainder
from tests.search.talks import (
    agency_friction,
    face_saving,
    mediator_role,
    official_level,
    political_exposure,
    recognition,
)
from tests.search.unofficial import bridge, home_state, no_substitute, transfer


def add_limits(lp: Remainder) -> None:
    """Add the rows of every rule in force, and the targets; note which rules have something to say."""
    for name, rule in LIMITS.items():
        if name in lp.rules:
            before = lp.rows
            rule(lp)
            if lp.rows > before:
                lp.awake.add(name)
    targets(lp)
    delayed = any(lp.wait(work) and (work.political or work.structural or work.social) for work, _ in lp.cells)
    lp.awake |= {"consultation_delay"} if delayed else set()
    ordered = any(link.kind in ("follows", "requires", "excludes") for link in lp.instance.links)
    lp.awake |= {"sequence"} & lp.rules if ordered else set()
    for name in {"mediator_role", "impasse"} & lp.rules:
        if any(multiplied(lp, name, work, node) for work, node in lp.cells):
            lp.awake.add(name)
    whole = range(len(lp.tree))
    if "budget" in lp.rules and any(raised(lp, row, whole, last_regular(lp, row)) for row in lp.instance.funders):
        lp.awake.add("fundraising")


def multiplied(lp: Remainder, rule: str, work: Activity, node: int) -> bool:
    """Whether a rule changes what work at the node is worth."""
    return any(
        getattr(work, category) and factor(lp.instance, {rule}, work, category, node) != 1 for category in CATEGORIES
    ) or (rule == "mediator_role" and work.kind == "condemnation")


def targets(lp: Remainder) -> None:
    for target in lp.instance.targets:
        if target.always or lp.objective == "cost":
            for node in lp.tree:
                if node.period == due(lp, target):
                    durable = ("durable", target.conflict, node.index)
                    other = ("progress", target.conflict, target.kind, node.index)
                    lp.row([(durable if target.kind == "durable" else other, 1)], low=exact(target.progress))


def due(lp: Remainder, target: Target) -> int:
    return lp.instance.calendar.number - 1 if target.by is None else lp.instance.calendar.period_of(target.by.last)


LIMITS = {
    rule.__name__: rule
    for rule in (
        budget,
        earmark,
        capacity,
        electoral_cycle,
        closed_embassy,
        open_channel,
        official_rigidity,
        coercion,
        power_asymmetry,
        inducement,
        recognition,
        political_will,
        official_level,
        mediator_role,
        intelligence,
        political_exposure,
        agency_friction,
        bridge,
        face_saving,
        home_state,
        enforcement,
        indirect_access,
        transfer,
        no_substitute,
        signature,
        preparation,
        synergy,
        share,
        continuity,
        public_opinion,
        confidentiality,
        skills,
        interference,
        crowding,
        do_no_harm,
        every_side_gains,
        stakeholders,
        seats,
        expectations,
        prevention,
    )
}


ALL_RULES = frozenset(LIMITS) | {"sequence", "consultation_delay", "fundraising", "impasse"}
