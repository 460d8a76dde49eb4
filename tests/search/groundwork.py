"""Rules of what earlier work makes possible, as rows of the linear remainder; one function per rule."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from models.instance import exact
from models.kinds import FIELD, INDIRECT
from models.records import Activity, Conflict
from tests.search.facts import track_group
from tests.search.remainder import Remainder, Term


def before(lp: Remainder, works: Iterable[Activity], node: int, rate: Fraction) -> list[Term]:
    """Output of the works at strict ancestors of the node, each times the rate."""
    path = lp.tree.path(node)[:-1]
    return [term for work in works for then in path for term in lp.output(work.name, then, rate)]


def cap(lp: Remainder, work: Activity, node: int, floor: Fraction, relief: Iterable[Term]) -> None:
    """``output <= floor * on + relief``."""
    row: list[Term] = [(("output", work.name, node), 1), (("on", work.name, node), -floor)]
    lp.row([*row, *((key, -part) for key, part in relief)], high=0)


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
            cap(lp, work, node, unprepared, before(lp, groundwork, node, slope))


def official_rigidity(lp: Remainder) -> None:
    rate = lp.q / lp.instance.parameter("official_rigidity", "threshold")
    taboo = {conflict.name: set(conflict.taboo) for conflict in lp.instance.conflicts}
    for work, node in lp.cells:
        for issue in set(work.issues) & taboo[work.conflict] if track_group(work) == "official" else ():
            openers = [
                other
                for other in lp.instance.activities
                if other.conflict == work.conflict and track_group(other) == "unofficial" and issue in other.issues
            ]
            cap(lp, work, node, Fraction(0), before(lp, openers, node, rate))


def political_will(lp: Remainder) -> None:
    rate = 1 / lp.instance.parameter("political_will", "threshold")
    for work, node in lp.cells:
        for who in deciding(work):
            will = lp.instance.level("willingness", work.conflict, node, who)
            if will < 1:
                cap(lp, work, node, will, [(opinion(lp, work.conflict, who, node), rate)])


def public_opinion(lp: Remainder) -> None:
    floor = lp.instance.parameter("public_opinion", "floor")
    stated = {(party.conflict, party.name) for party in lp.instance.parties if party.opinion is not None}
    for work, node in lp.cells:
        for who in work.parties if work.talks else ():
            if (work.conflict, who) in stated:
                cap(lp, work, node, floor, [(opinion(lp, work.conflict, who, node), 1 - floor)])


def deciding(work: Activity) -> set[str]:
    """Those who must be willing for official work."""
    if track_group(work) != "official":
        return set()
    host = {work.sponsor} if work.sponsor is not None else set()
    return host | set(work.parties) if work.talks else host or set(work.parties)


def opinion(lp: Remainder, conflict: str, who: str, node: int) -> object:
    """The column of public opinion, made with those of earlier nodes where it is not there yet."""
    key = ("opinion", conflict, who, node)
    if key in lp:
        return key
    parent = lp.tree[node].parent
    kept = lp.instance.over_period(lp.instance.parameter("core", "opinion_kept"))
    row: list[Term] = []
    before = Fraction(0)
    if parent is not None:
        row.append((opinion(lp, conflict, who, parent), -kept))
    else:
        told = [row.opinion for row in lp.instance.parties if (row.conflict, row.name) == (conflict, who)]
        before = sum((kept * exact(amount) for amount in told if amount is not None), Fraction(0))
    for work, there in lp.cells:
        reaches = track_group(work) == "unofficial" and (not work.parties or who in work.parties)
        if there == node and work.conflict == conflict and reaches:
            row.append((("output", work.name, node), -exact(work.opinion) * lp.q))
    lp.row([(lp.column(key, 0, 1), 1), *row], high=before)
    return key


def intelligence(lp: Remainder) -> None:
    uninformed = lp.instance.parameter("intelligence", "uninformed")
    kept = lp.instance.over_period(lp.instance.parameter("intelligence", "kept"))
    for conflict in lp.instance.conflicts:
        if any(work.needs_insight and work.conflict == conflict.name for work, _ in lp.cells):
            for node in lp.tree:
                insight(lp, conflict, node.index, kept)
    for work, here in lp.cells:
        if work.needs_insight:
            parent = lp.tree[here].parent
            known: list[Term] = [] if parent is None else [(("insight", work.conflict, parent), 1 - uninformed)]
            cap(lp, work, here, uninformed, known)


def insight(lp: Remainder, conflict: Conflict, node: int, kept: Fraction) -> None:
    row: list[Term] = [(lp.column(("insight", conflict.name, node), 0, 1), 1)]
    parent = lp.tree[node].parent
    if parent is not None:
        row.append((("insight", conflict.name, parent), -kept))
    row += [(("output", work.name, node), -exact(work.insight) * lp.q) for work in lp.works(conflict, node)]
    lp.row(row, high=0)


def indirect_access(lp: Remainder) -> None:
    rate = lp.q / lp.instance.parameter("indirect_access", "threshold")
    for work, node in lp.cells:
        if not (work.kind in FIELD if work.needs_access is None else work.needs_access):
            continue
        for area in (None, *work.parties):
            who = () if area is None else (area,)
            access = lp.instance.level("access", work.conflict, node, *who)
            openers = [
                other
                for other in lp.instance.activities
                if other.conflict == work.conflict
                and other.kind in INDIRECT
                and (area is None or not other.parties or area in other.parties)
            ]
            if access < 1:
                cap(lp, work, node, access, before(lp, openers, node, rate))
