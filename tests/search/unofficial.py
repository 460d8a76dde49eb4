"""Rules of unofficial work and of what it adds to the official, as rows; one function per rule."""

from __future__ import annotations

from fractions import Fraction

from models.instance import exact
from models.records import Conflict
from tests.search.facts import hostility, link_value, track_group
from tests.search.remainder import Remainder, Term


def transfer(lp: Remainder) -> None:
    partial = lp.instance.parameter("transfer", "track_1_5_share")
    share = {"official": Fraction(1), "1.5": partial, "unofficial": Fraction(0)}
    usual = lp.instance.parameter("transfer", "window")
    for conflict in lp.instance.conflicts:
        for node in lp.tree if has_ideas(lp, conflict) else ():
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


def bridge(lp: Remainder) -> None:
    rate = lp.instance.parameter("bridge", "capacity") * lp.q
    window = lp.instance.periods_within(lp.instance.parameter("transfer", "window"))
    for conflict in lp.instance.conflicts:
        for key in lp.bridges(conflict):
            for node in lp.tree:
                carried = ("transfer", conflict.name, key, node.index)
                person = lp.output(key.removesuffix(" bridges"), node.index, -rate)
                below = [
                    (("output", work.name, then), -rate)
                    for then in lp.tree.recent(node.index, window)
                    for work in lp.works(conflict, then)
                    if track_group(work) == "unofficial"
                ]
                above = [
                    (("output", work.name, node.index), -rate)
                    for work in lp.works(conflict, node.index)
                    if track_group(work) == "official"
                ]
                for supports in (person, below, above):
                    lp.row([(carried, 1), *supports], high=0)


def home_state(lp: Remainder) -> None:
    """What hostility takes from effects stands in ``facts.factor``."""
    for work, node in lp.cells:
        hostile = hostility(lp.instance, work, node)
        if hostile:
            barred = hostile > lp.instance.parameter("home_state", "bar")
            lp.row([(("output", work.name, node), 1)], high=0 if barred else 1)


def has_ideas(lp: Remainder, conflict: Conflict) -> bool:
    return any(gain for node in lp.tree for _, gain in lp.ideas_gained(conflict, node.index))


def no_substitute(lp: Remainder) -> None:
    limit = lp.instance.parameter("no_substitute", "limit")
    for conflict in lp.instance.conflicts:
        if not any(gain for node in lp.tree for _, gain in unaccompanied(lp, conflict, node.index)):
            continue
        for node in lp.tree:
            row: list[Term] = [(lp.column(("alone", conflict.name, node.index), 0, limit), 1)]
            row += [(key, -gain) for key, gain in lp.political_gain(conflict, node.index)]
            if node.parent is not None:
                row.append((("alone", conflict.name, node.parent), -1))
            officials = (work for work in lp.works(conflict, node.index) if work.official)
            enough = limit + most_gain(lp, conflict, node.index)
            row += [(("on", work.name, node.index), enough) for work in officials]
            lp.row(row, low=0)


def unaccompanied(lp: Remainder, conflict: Conflict, node: int) -> list[Term]:
    """The political gain that can be anything: transfers need ideas."""
    ideas = has_ideas(lp, conflict)
    return [(key, gain) for key, gain in lp.political_gain(conflict, node) if ideas or key[0] != "transfer"]  # type: ignore[index]


def most_gain(lp: Remainder, conflict: Conflict, node: int) -> Fraction:
    """More than the political gain of track 1.5, transfers and bonuses can be at a node."""
    ideas = sum(Fraction(gain) for then in lp.tree.path(node) for _, gain in lp.ideas_gained(conflict, then))
    gains = [(key[0], Fraction(gain)) for key, gain in lp.political_gain(conflict, node)]  # type: ignore[index]
    return sum((gain * ideas if word == "transfer" else gain for word, gain in gains), Fraction(0))


def synergy(lp: Remainder) -> None:
    ceiling = lp.instance.parameter("core", "bonus_ceiling")
    for conflict in lp.instance.conflicts:
        for node in lp.tree:
            for category in ("political", "structural", "social"):
                row: list[Term] = list(lp.bonuses(conflict, category, node.index, into_ideas=False))
                if category == "political":
                    row += lp.bonuses(conflict, category, node.index, into_ideas=True)
                base: list[Term] = [
                    (("output", work.name, node.index), -ceiling * lp.effect(work, category, node.index))
                    for work in lp.works(conflict, node.index)
                ]
                if row:
                    lp.row(row + base, high=0)
