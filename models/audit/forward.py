"""The replay itself: from the root to the leaves, what the decisions of a plan lead to."""

from __future__ import annotations

from models.audit import (
    bonuses,
    coercion,
    consultation_delay,
    durable,
    ideas,
    inducement,
    no_substitute,
    official_level,
    penalties,
    progress,
    response,
    score,
    share,
    stocks,
    transfer,
)
from models.audit.decisions import decisions
from models.audit.facts import facts_of
from models.audit.sources import sources
from models.audit.state import Objective, Replay
from models.instance import Instance
from models.plan import Plan


def replay(instance: Instance, plan: Plan, *, objective: Objective = "progress", as_stated: bool = False) -> Replay:
    """Replay ``plan`` forward; see :class:`Replay` for what comes back.

    What counts is never more than the plan states, its money buys and the rules allow. Where a plan states no outputs,
    bonuses or transfers, the greatest allowed count: bonuses before
    transfers, both in the order of the links, then those of continuity and of skills. With
    ``as_stated`` the figures a plan does state are taken at their word.
    """
    facts = facts_of(instance)
    off = plan.without | instance.switched_off
    return forward(Replay(instance, plan, facts, decisions(facts, plan), off, objective, as_stated))


def forward(state: Replay) -> Replay:
    """Fill an empty replay, parents first."""
    state.landings = {
        **consultation_delay.landings(state),
        inducement.NAME: inducement.stick_landing(state),
        **transfer.landings(state),
    }
    state.sources = sources(state.facts)
    for node in range(len(state.facts.tree)):
        response.advance(state, node)
        stocks.advance(state, node)
        progress.set_in_motion(state, node)
        for conflict in state.instance.conflicts:
            official_level.advance(state, conflict.name, node)
            ideas.arrive(state, conflict.name, node)
            bonuses.advance(state, conflict.name, node)
            ideas.advance(state, conflict.name, node)
            progress.advance(state, conflict, node)
            coercion.advance(state, conflict, node)
            durable.advance(state, conflict, node)
            no_substitute.advance(state, conflict.name, node)
        penalties.advance(state, node)
    share.advance(state)
    state.score, state.cost = score.score(state), score.cost(state)
    return state
