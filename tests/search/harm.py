"""Rules of doing no harm, of whom a plan must serve, and of secrecy, as rows; one function per rule."""

from __future__ import annotations

from fractions import Fraction

from models.instance import exact
from models.records import Activity, Conflict
from tests.search.groundwork import cap
from tests.search.remainder import Remainder, Term


def do_no_harm(lp: Remainder) -> None:
    for work, here in lp.cells:
        if work.force:
            lp.row([(("on", work.name, here), 1)], high=0)
    for conflict in lp.instance.conflicts:
        ceilings = dict(conflict.harm_ceiling)
        groups = sorted({group for work, _ in lp.cells for group, _ in work.harm if work.conflict == conflict.name})
        for group in groups:
            usual = lp.instance.parameter("do_no_harm", "ceiling")
            ceiling = exact(ceilings[group]) if group in ceilings else usual
            for node in lp.tree:
                borne = [
                    (("on", work.name, node.index), exact(harm))
                    for work in lp.works(conflict, node.index)
                    for who, harm in work.harm
                    if who == group
                ]
                lp.row(borne, high=ceiling)


def every_side_gains(lp: Remainder) -> None:
    least = lp.instance.parameter("every_side_gains", "least")
    for conflict in lp.instance.conflicts:
        stones = [stone.name for stone in lp.instance.milestones if stone.conflict == conflict.name]
        told = any(work.gains for work in lp.instance.activities if work.conflict == conflict.name)
        for party in lp.instance.parties if stones and told else ():
            if party.conflict != conflict.name:
                continue
            for node in lp.tree:
                so_far = [
                    (("output", work.name, then), -gain)
                    for then in lp.tree.path(node.index)
                    for work, gain in gaining(lp, conflict, party.name, then)
                ]
                for stone in stones:
                    lp.row([(("signed", stone, node.index), least), *so_far], high=0)


def gaining(lp: Remainder, conflict: Conflict, party: str, node: int) -> list[tuple[Activity, Fraction]]:
    """What work brings a party in a period of full output."""
    works = lp.works(conflict, node)
    return [(work, exact(gain) * lp.q) for work in works for who, gain in work.gains if who == party]


def seats(lp: Remainder) -> None:
    tolerance = lp.instance.parameter("seats", "tolerance")
    for work, node in lp.cells:
        chairs = [exact(number) for _, number in work.seats]
        uneven = max(Fraction(0), 1 - min(chairs) / max(chairs) - tolerance) if any(chairs) else Fraction(0)
        if uneven:
            lifting = [
                (("output", other.name, node), uneven)
                for other, there in lp.cells
                if there == node and other.conflict == work.conflict and other.equalising and other is not work
            ]
            cap(lp, work, node, 1 - uneven, lifting)


def confidentiality(lp: Remainder) -> None:
    for work, node in lp.cells:
        for other, there in lp.cells if work.confidential else ():
            loud = other.kind == "media" if other.publicity is None else other.publicity
            if there == node and other.conflict == work.conflict and loud:
                row: list[Term] = [(("output", work.name, node), 1), (("on", other.name, node), 1)]
                lp.row(row, high=1)
