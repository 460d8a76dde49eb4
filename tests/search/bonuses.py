"""Rules of what works gain beyond their own effects, as rows; one function per rule. The ceiling is core."""

from __future__ import annotations

from math import ceil

from models.instance import exact
from models.records import Conflict
from tests.search.remainder import Remainder, Term


def synergy(lp: Remainder) -> None:
    for conflict in lp.instance.conflicts:
        for link in lp.links("strengthens", conflict):
            for node in lp.tree:
                for name in (link.name, link.other, link.liaison):
                    if name is not None:
                        own: list[Term] = lp.output(name, node.index, -1)
                        lp.row([(("bonus", link.key, node.index), 1), *own], high=0)


def continuity(lp: Remainder) -> None:
    for conflict in lp.instance.conflicts:
        for work in lp.continuing(conflict):
            for node in lp.tree:
                bonus = ("bonus", f"{work.name} continues", node.index)
                again = lp.output(work.name, node.index, -1)
                before = [] if node.parent is None else lp.output(work.name, node.parent, -1)
                lp.row([(bonus, 1), *again], high=0)
                lp.row([(bonus, 1), *before], high=0)


def skills(lp: Remainder) -> None:
    periods = max(1, ceil(lp.instance.parameter("skills", "lag") / lp.q))
    for conflict in lp.instance.conflicts:
        works = lp.skilled(conflict)
        if works:
            _skill(lp, conflict)
        for work in works:
            for node in lp.tree:
                bonus, then = ("bonus", f"{work.name} skilled", node.index), lp.tree.ancestor(node.index, periods)
                lp.row([(bonus, 1), *lp.output(work.name, node.index, -1)], high=0)
                known: list[Term] = [] if then is None else [(("skill", conflict.name, then), -1)]
                lp.row([(bonus, 1), *known], high=0)


def _skill(lp: Remainder, conflict: Conflict) -> None:
    kept = lp.instance.over_period(lp.instance.parameter("skills", "kept"))
    for node in lp.tree:
        row: list[Term] = [(lp.column(("skill", conflict.name, node.index), 0, 1), 1)]
        if node.parent is not None:
            row.append((("skill", conflict.name, node.parent), -kept))
        for work in lp.works(conflict, node.index):
            row.append((("output", work.name, node.index), -exact(work.skills) * lp.q))
        lp.row(row, high=0)
