"""Rules of who may talk, and at what price, as rows of the linear remainder; one function per rule."""

from __future__ import annotations

from itertools import combinations

from models.instance import exact
from models.kinds import MEDIATING
from tests.search.facts import track_group
from tests.search.groundwork import cap
from tests.search.levels import RANKS
from tests.search.remainder import Remainder, Term


def recognition(lp: Remainder) -> None:
    for work, node in lp.cells:
        if not work.talks:
            continue
        host = work.sponsor
        led = host is not None and host not in work.parties
        pairs = [(host, party) for party in work.parties] if led else combinations(work.parties, 2)
        levels = [lp.instance.level("recognition", work.conflict, node, *map(str, pair)) for pair in pairs]
        if levels and min(levels) < 1:
            cap(lp, work, node, min(levels), [])


def mediator_role(lp: Remainder) -> None:
    """What bias and knowledge make of effects, and what a condemnation costs, stands in ``facts``."""
    most = lp.instance.parameter("mediator_role", "mediators")
    memory = lp.instance.periods_within(lp.instance.parameter("mediator_role", "memory"))
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            official = [work for work in lp.works(conflict, node.index) if track_group(work) == "official"]
            mediations = [("on", work.name, node.index) for work in official if work.kind == "mediation"]
            if len(mediations) > most:
                lp.row([(key, 1) for key in mediations], high=most)
            between = [work for work in official if work.kind in MEDIATING and work.sponsor is not None]
            for work in between:
                for then in lp.tree.recent(node.index, memory):
                    for other in lp.works(conflict, then):
                        if other.kind == "condemnation" and other.sponsor == work.sponsor:
                            lp.row([(("on", work.name, node.index), 1), (("on", other.name, then), 1)], high=1)
    for work, here in lp.cells:
        ripe = lp.instance.level("ripeness", work.conflict, here)
        if work.kind == "mediation" and ripe < 1:
            cap(lp, work, here, ripe, [])


def official_level(lp: Remainder) -> None:
    """A rise counts for as much as is put into it; ``levels`` tells from the runs which rises and falls there are."""
    for conflict in lp.instance.conflicts:
        talks = lp.ranked(conflict.name)
        for node in lp.tree if talks else ():
            for rank in RANKS:
                high = [term for name in talks if talks[name] >= rank for term in lp.output(name, node.index, -1)]
                lp.row([(("rise", conflict.name, rank, node.index), 1), *high], high=0)


def political_exposure(lp: Remainder) -> None:
    before_votes = lp.instance.parameter("political_exposure", "before_votes")
    words = {"official": "official", "1.5": "track_1_5"}
    for party in lp.instance.parties:
        for node in lp.tree if party.exposure_limit is not None else ():
            borne: list[Term] = []
            for work, there in lp.cells:
                concerned = party.name in work.parties or party.name == work.sponsor
                if there == node.index and work.conflict == party.conflict and track_group(work) in words and concerned:
                    usual = lp.instance.parameter("political_exposure", words[track_group(work)])
                    risk = usual if work.exposure is None else exact(work.exposure)
                    borne.append((("output", work.name, there), risk))
            limit = exact(party.exposure_limit or 0)
            if borne:
                lp.row(borne, high=limit * (1 - before_votes * lp.instance.blackout(party.name, node.index)))


def agency_friction(lp: Remainder) -> None:
    if lp.objective == "cost":
        return
    cost = lp.instance.parameter("agency_friction", "cost")
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            works = [work for work in lp.works(conflict, node.index) if track_group(work) == "official"]
            agencies = sorted({agency for work in works for agency in work.agencies})
            if len(agencies) < 2:
                continue
            friction = lp.column(("friction", conflict.name, node.index))
            sitting: list[Term] = []
            for agency in agencies:
                seat = lp.column(("agency", conflict.name, agency, node.index), 0, 1)
                sitting.append((seat, 1))
                for work in works:
                    if agency in work.agencies:
                        lp.row([(seat, 1), (("on", work.name, node.index), -1)], low=0)
            lp.row([*sitting, (friction, -1)], high=1)
            lp.fine(friction, node.index, cost)


def face_saving(lp: Remainder) -> None:
    lift, least = (lp.instance.parameter("face_saving", word) for word in ("lift", "trait"))
    for work, node in lp.cells:
        swallowed = lp.instance.level("concession", work.conflict, node) * lift
        if work.talks and swallowed:
            helpers = [
                ("output", other.name, node)
                for other, there in lp.cells
                if there == node
                and other.conflict == work.conflict
                and track_group(other) == "1.5"
                and other.traits
                and all(exact(score) >= least for _, score in other.traits)
            ]
            cap(lp, work, node, 1 - swallowed, [(key, swallowed) for key in helpers])
