"""The rules of models/README.md that leave rows over continuous quantities; one function per rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil

from models.instance import exact
from models.kinds import CARROTS, CHANNELS, RELIEVING, SIGNING, STICKS
from models.records import Activity, Conflict, Funder, Target
from tests.search.remainder import Remainder, Term, link_value, track_group
from tests.search.runs import blackout


def add_limits(lp: Remainder) -> None:
    """Add the rows of every rule in force, and the targets."""
    for name, rule in LIMITS.items():
        if name in lp.rules:
            rule(lp)
    targets(lp)


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


# --- money ------------------------------------------------------------------------------------------------------


def first_payment(lp: Remainder, funder: Funder) -> int:
    begin = 0 if funder.begin is None else lp.instance.calendar.period_of(funder.begin.first)
    return begin + ceil(exact(funder.lead_time) / lp.q)


def last_regular(lp: Remainder, funder: Funder) -> int:
    return lp.instance.calendar.number - 1 if funder.end is None else lp.instance.calendar.period_of(funder.end.last)


def budget(lp: Remainder) -> None:
    for funder in lp.instance.funders:
        amount, over = funder.amount, exact(funder.carry_over)
        for leaf in lp.tree.leaves:
            regular: list[Term] = []
            later: list[Term] = []
            for activity, node in lp.cells:
                if node in lp.tree.path(leaf):
                    key = ("grant", funder.name, activity.name, node)
                    period = lp.tree[node].period
                    if period < first_payment(lp, funder):
                        lp.row([(key, 1)], high=0)
                    else:
                        (later if period > last_regular(lp, funder) else regular).append((key, 1))
            lp.row(regular, high=amount)
            lp.row(later + [(key, over) for key, _ in regular], high=over * amount)


def may_pay(lp: Remainder, funder: Funder, activity: Activity) -> bool:
    words = set(funder.pays_for)
    if not words or activity.name in words:
        return True
    tracks = words & TRACK_WORDS
    conflicts = words & {conflict.name for conflict in lp.instance.conflicts}
    tags = words - tracks - conflicts - {work.name for work in lp.instance.activities}
    asked: list[tuple[set[str], set[str]]] = [
        (tracks, {activity.track}),
        (conflicts, {activity.conflict}),
        (tags, set(activity.tags)),
    ]
    return bool(tracks | conflicts | tags) and all(named & own for named, own in asked if named)


TRACK_WORDS = frozenset({"T1", "T1.5", *(f"T{number}" for number in range(2, 10))})


def earmark(lp: Remainder) -> None:
    """Smallest payments are left to the search."""
    for activity, node in lp.cells:
        for funder in lp.instance.funders:
            if not may_pay(lp, funder, activity):
                lp.row([(("grant", funder.name, activity.name, node), 1)], high=0)
    for giver in {funder.giver for funder in lp.instance.funders}:
        tranches = [funder for funder in lp.instance.funders if funder.giver == giver]
        share = min(exact(funder.largest_share) for funder in tranches)
        for activity in lp.instance.activities:
            for leaf in lp.tree.leaves:
                row: list[Term] = []
                for work, node in lp.cells:
                    if work is activity and node in lp.tree.path(leaf):
                        row += [(("grant", funder.name, work.name, node), 1) for funder in tranches]
                        row.append((("spend", work.name, node), -share))
                        row.append((("start", work.name, node), -share * lp.instance.setup(work)))
                lp.row(row, high=0)


# --- what runs ----------------------------------------------------------------------------------------------------


def capacity(lp: Remainder) -> None:
    for name in {row.name for row in lp.instance.capacities}:
        for node in lp.tree:
            rows = [
                row
                for row in lp.instance.capacities
                if row.name == name
                and node.period in lp.instance.calendar.window(row.begin, row.end)
                and lp.instance.holds(row.scenario, node.index)
            ]
            used = [
                (("on", work.name, there), exact(amount))
                for work, there in lp.cells
                for what, amount in work.uses
                if there == node.index and what == name
            ]
            if rows and used:
                lp.row(used, high=sum(exact(row.amount) for row in rows))


def electoral_cycle(lp: Remainder) -> None:
    slowdown = lp.instance.parameter("electoral_cycle", "slowdown")
    for work, node in lp.cells:
        if work.official:
            pace = 1 - slowdown * blackout(lp.instance, work, node)
            lp.row([(("output", work.name, node), 1), (("on", work.name, node), -pace)], high=0)


def relief(lp: Remainder, conflict: str, pair: tuple[str, str], node: int) -> Iterator[Term]:
    """What keeps a closed pair in touch, each with how far it covers."""
    for work, there in lp.cells:
        if there == node and work.conflict == conflict and work.kind in RELIEVING and set(pair) <= set(work.parties):
            yield ("on", work.name, node), lp.instance.parameter("closed_embassy", work.kind)


def needs_channel(work: Activity) -> bool:
    if work.needs_channel is not None:
        return work.needs_channel
    return work.official and work.kind not in CHANNELS and (work.sponsor is None or work.sponsor in work.parties)


def closed_embassy(lp: Remainder) -> None:
    for work, node in lp.cells:
        for pair in combinations(work.parties, 2) if needs_channel(work) else ():
            closed = lp.instance.closed(*pair, node)
            if closed:
                row: list[Term] = [(("output", work.name, node), 1), (("on", work.name, node), closed - 1)]
                row += [(key, -cover) for key, cover in relief(lp, work.conflict, pair, node)]
                lp.row(row, high=0)


def open_channel(lp: Remainder) -> None:
    cost = lp.instance.parameter("open_channel", "shortfall_cost") * lp.q
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            if lp.instance.phase_kind(conflict.name, node.index) not in ("confrontation", "war"):
                continue
            row: list[Term] = []
            offered = False
            for work in lp.works(conflict, node.index):
                if work.kind in CHANNELS or work.channel:
                    row.append((("on", work.name, node.index), 1))
                    early = True
                    if track_group(work) == "unofficial":
                        row.append((("start", work.name, node.index), -1))
                        early = lp.instance.window(work).start < node.period or work.status == "running"
                    offered = offered or early
            if offered:
                key = ("shortfall", conflict.name, node.index)
                lp.column(key, 0, 0 if lp.objective == "cost" else 1)
                lp.row([*row, (key, 1)], low=1)
                if lp.objective == "progress":
                    lp.praise(key, -node.probability * lp.instance.discount(node.index) * cost)


# --- what work achieves -------------------------------------------------------------------------------------------


def power_asymmetry(lp: Remainder) -> None:
    lift = lp.instance.parameter("power_asymmetry", "social_lift")
    kept = lp.instance.over_period(lp.instance.parameter("power_asymmetry", "kept"))
    for conflict in lp.instance.conflicts:
        asymmetry = exact(conflict.power_asymmetry)
        if not asymmetry:
            continue
        for node in lp.tree:
            stock = lp.column(("equalised", conflict.name, node.index))
            row: list[Term] = [(stock, 1)]
            if node.parent is not None:
                row.append((("equalised", conflict.name, node.parent), -kept))
            for work in lp.works(conflict, node.index):
                row.append((("output", work.name, node.index), -exact(work.equalising) * lp.q))
            lp.row(row, low=0, high=0)
            social = ("progress", conflict.name, "social", node.index)
            lp.row([(("durable", conflict.name, node.index), 1), (social, -lift), (stock, -1)], high=1 - asymmetry)
        for leaf in lp.tree.leaves:
            durable, social_end = (("end", conflict.name, what, leaf) for what in ("durable", "social"))
            stock = ("equalised", conflict.name, leaf)
            lp.row([(durable, 1), (social_end, -lift), (stock, -1)], high=1 - asymmetry)


def inducement(lp: Remainder) -> None:
    unaided = lp.instance.parameter("inducement", "unaided")
    for work, node in lp.cells:
        if work.leverage:
            row: list[Term] = [(("output", work.name, node), 1), (("on", work.name, node), -unaided)]
            for other, there in lp.cells:
                if there == node and other.conflict == work.conflict and other.kind in CARROTS | STICKS:
                    row.append((("output", other.name, node), unaided - 1))
            lp.row(row, high=0)


def enforcement(lp: Remainder) -> None:
    within = lp.instance.periods_within(lp.instance.parameter("enforcement", "window"))
    for work, node in lp.cells:
        guarantors = [
            other
            for other in lp.instance.activities
            if other.kind == "guarantor" and other.conflict == work.conflict and other.status != "excluded"
        ]
        period = lp.tree[node].period
        if work.kind == "implementation" and any(lp.instance.window(other).start <= period for other in guarantors):
            recent = lp.tree.recent(node, within)
            running = [("on", other.name, then) for other in guarantors for then in recent]
            lp.row([(("output", work.name, node), 1), *((key, -1) for key in running if key in lp)], high=0)


def transfer(lp: Remainder) -> None:
    partial = lp.instance.parameter("transfer", "track_1_5_share")
    share = {"official": Fraction(1), "1.5": partial, "unofficial": Fraction(0)}
    usual = lp.instance.parameter("transfer", "window")
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            here = node.index
            rate = lp.instance.parameter("transfer", "default") * lp.q
            key = ("transfer", conflict.name, "", here)
            received = [(w, share[track_group(w)]) for w in lp.works(conflict, here)]
            lp.row([(key, 1), *((("output", w.name, here), -rate * part) for w, part in received)], high=0)
            fresh = [
                ("output", work.name, then)
                for then in lp.tree.recent(here, lp.instance.periods_within(usual))
                for work in lp.works(conflict, then)
                if track_group(work) == "unofficial"
            ]
            lp.row([(key, 1), *((name, -rate) for name in fresh)], high=0)
            for link in lp.links("transfers", conflict):
                key = ("transfer", conflict.name, link.key, here)
                rate = link_value(lp.instance, link, "transfer", "mechanism") * lp.q
                part = share[track_group(lp.instance.activity(link.other))]
                lp.row([(key, 1), *lp.output(link.other, here, -rate * part)], high=0)
                window = lp.instance.periods_within(usual if link.window is None else exact(link.window))
                recent = lp.tree.recent(here, window)
                lp.row([(key, 1), *(term for then in recent for term in lp.output(link.name, then, -rate))], high=0)


def no_substitute(lp: Remainder) -> None:
    limit = lp.instance.parameter("no_substitute", "limit")
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            row: list[Term] = [(lp.column(("alone", conflict.name, node.index), 0, limit), 1)]
            row += [(key, -gain) for key, gain in lp.political_gain(conflict, node.index)]
            if node.parent is not None:
                row.append((("alone", conflict.name, node.parent), -1))
            officials = (work for work in lp.works(conflict, node.index) if work.official)
            enough = limit + most_gain(lp, conflict, node.index)
            row += [(("on", work.name, node.index), enough) for work in officials]
            lp.row(row, low=0)


def most_gain(lp: Remainder, conflict: Conflict, node: int) -> Fraction:
    """More than the political gain of track 1.5, transfers and bonuses can be at a node."""
    ideas = sum(Fraction(gain) for then in lp.tree.path(node) for _, gain in lp.ideas_gained(conflict, then))
    gains = [(key[0], Fraction(gain)) for key, gain in lp.political_gain(conflict, node)]  # type: ignore[index]
    return sum((gain * ideas if word == "transfer" else gain for word, gain in gains), Fraction(0))


def signature(lp: Remainder) -> None:
    for milestone in lp.instance.milestones:
        parties = sorted({party.name for party in lp.instance.parties if party.conflict == milestone.conflict})
        for node in lp.tree:
            signed = ("signed", milestone.name, node.index)
            talks = (work for work, there in lp.cells if there == node.index and work.conflict == milestone.conflict)
            able = [("on", work.name, node.index) for work in talks if work.official and work.kind in SIGNING]
            lp.row([(signed, 1), *((key, -1) for key in able)], high=0)
            for pair in combinations(parties, 2):
                closed = lp.instance.closed(*pair, node.index)
                if closed:
                    cover = [(key, -part) for key, part in relief(lp, milestone.conflict, pair, node.index)]
                    lp.row([(signed, 1), *cover], high=1 - closed)


def preparation(lp: Remainder) -> None:
    unprepared = lp.instance.parameter("preparation", "unprepared")
    slope = (1 - unprepared) / lp.instance.parameter("preparation", "threshold") * lp.q
    for work, node in lp.cells:
        if not (work.official and work.kind == "negotiation"):
            continue
        groundwork = [
            other
            for other in lp.instance.activities
            if other.conflict == work.conflict and track_group(other) == "unofficial" and other.status != "excluded"
        ]
        if any(lp.instance.window(other).start < lp.tree[node].period for other in groundwork):
            before = lp.tree.path(node)[:-1]
            row: list[Term] = [(("output", work.name, node), 1), (("on", work.name, node), -unprepared)]
            row += [term for other in groundwork for then in before for term in lp.output(other.name, then, -slope)]
            lp.row(row, high=0)


def synergy(lp: Remainder) -> None:
    ceiling = lp.instance.parameter("synergy", "ceiling")
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            for category in ("political", "structural", "social"):
                row: list[Term] = list(lp.bonuses(conflict, category, node.index, into_ideas=False))
                if category == "political":
                    row += lp.bonuses(conflict, category, node.index, into_ideas=True)
                base: list[Term] = [
                    (("output", work.name, node.index), -ceiling * lp.instance.effect(work, category, node.index))
                    for work in lp.works(conflict, node.index)
                ]
                if row:
                    lp.row(row + base, high=0)


LIMITS = {
    rule.__name__: rule
    for rule in (
        budget,
        earmark,
        capacity,
        electoral_cycle,
        closed_embassy,
        open_channel,
        power_asymmetry,
        inducement,
        enforcement,
        transfer,
        no_substitute,
        signature,
        preparation,
        synergy,
    )
}
ALL_RULES = frozenset(LIMITS) | {"sequence", "consultation_delay"}
