"""Rules of official work, as rows of the linear remainder; one function per rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from models.kinds import CARROTS, CHANNELS, RELIEVING, SIGNING, STICKS
from models.records import Activity
from tests.search.facts import track_group
from tests.search.remainder import Remainder, Term
from tests.search.runs import blackout


def electoral_cycle(lp: Remainder) -> None:
    slowdown = lp.instance.parameter("electoral_cycle", "slowdown")
    for work, node in lp.cells:
        if work.official and blackout(lp.instance, work, node):
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
    cost = lp.instance.parameter("open_channel", "shortfall_cost")
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
                    lp.fine(key, node.index, cost)


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


def signature(lp: Remainder) -> None:
    for milestone in lp.instance.milestones:
        least = lp.instance.parameter("signature", "output")
        parties = sorted({party.name for party in lp.instance.parties if party.conflict == milestone.conflict})
        for node in lp.tree:
            signed = ("signed", milestone.name, node.index)
            talks = (work for work, there in lp.cells if there == node.index and work.conflict == milestone.conflict)
            able = [work.name for work in talks if work.official and work.kind in SIGNING]
            lp.row([(signed, 1), *((("on", name, node.index), -1) for name in able)], high=0)
            lp.row([(signed, least), *((("output", name, node.index), -1) for name in able)], high=0)
            for pair in combinations(parties, 2):
                closed = lp.instance.closed(*pair, node.index)
                if closed:
                    cover = [(key, -part) for key, part in relief(lp, milestone.conflict, pair, node.index)]
                    lp.row([(signed, 1), *cover], high=1 - closed)
