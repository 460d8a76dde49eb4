"""Rules of unofficial work and of what it adds to the official, as rows; one function per rule."""

from __future__ import annotations

from fractions import Fraction

from models.instance import exact
from models.records import Conflict
from tests.search.facts import hostility, link_value, track_group
from tests.search.remainder import Remainder, Term


def transfer(lp: Remainder) -> None:
    """Each way upstairs carries no more than is brought, and no more than is heard."""
    partial = lp.instance.parameter("transfer", "track_1_5_share")
    share = {"official": Fraction(1), "1.5": partial, "unofficial": Fraction(0)}
    usual = lp.instance.parameter("transfer", "window")
    for conflict in lp.instance.conflicts:
        for node in lp.tree if has_ideas(lp, conflict) else ():
            here, heard = node.index, lp.instance.level("openness", conflict.name, node.index)
            rate = lp.instance.parameter("transfer", "default") * lp.q
            key = ("transfer", conflict.name, "", here)
            row: list[Term] = [(key, 1)]
            for work in lp.works(conflict, here):
                group = track_group(work)
                row += lp.output(work.name, here, -rate * share[group] * (heard if group == "official" else 1))
            lp.row(row, high=0)
            lp.row([(key, 1), *brought(lp, conflict, here, -rate)], high=0)
            for link in lp.links("transfers", conflict):
                key = ("transfer", conflict.name, link.key, here)
                giver, receiver = lp.instance.activity(link.name), lp.instance.activity(link.other)
                rate = link_value(lp.instance, link, "transfer", "mechanism") * lp.q * exact(giver.influence)
                rate *= heard if receiver.official else 1
                lp.row([(key, 1), *lp.output(link.other, here, -rate * share[track_group(receiver)])], high=0)
                window = lp.instance.periods_within(usual if link.window is None else exact(link.window))
                recent = lp.tree.recent(here, window)
                lp.row([(key, 1), *(term for then in recent for term in lp.output(link.name, then, -rate))], high=0)


def brought(lp: Remainder, conflict: Conflict, node: int, rate: Fraction) -> list[Term]:
    """Recent output of all unofficial work of a conflict, by the influence of those who take part."""
    window = lp.instance.periods_within(lp.instance.parameter("transfer", "window"))
    return [
        (("output", work.name, then), rate * exact(work.influence))
        for then in lp.tree.recent(node, window)
        for work in lp.works(conflict, then)
        if track_group(work) == "unofficial"
    ]


def bridge(lp: Remainder) -> None:
    rate = lp.instance.parameter("bridge", "capacity") * lp.q
    for conflict in lp.instance.conflicts:
        for person in lp.bridges(conflict):
            for node in lp.tree:
                key = ("transfer", conflict.name, f"{person.name} bridges", node.index)
                heard = lp.instance.level("openness", conflict.name, node.index)
                above: list[Term] = [
                    (("output", work.name, node.index), -rate * heard)
                    for work in lp.works(conflict, node.index)
                    if work.talks
                ]
                own, below = lp.output(person.name, node.index, -rate), brought(lp, conflict, node.index, -rate)
                for supports in (own, above, below):
                    lp.row([(key, 1), *supports], high=0)


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
    """Whether official work goes on, so that the count begins anew, is decided by the search at each node."""
    limit, least = (lp.instance.parameter("no_substitute", word) for word in ("limit", "output"))
    for conflict in lp.instance.conflicts:
        if not any(gain for node in lp.tree for _, gain in unaccompanied(lp, conflict, node.index)):
            continue
        for node in lp.tree:
            beside = lp.column(("accompanied", conflict.name, node.index), 0, 1)
            officials = [work.name for work in lp.works(conflict, node.index) if work.official]
            lp.row([(beside, 1), *((("on", name, node.index), -1) for name in officials)], high=0)
            lp.row([(beside, least), *((("output", name, node.index), -1) for name in officials)], high=0)
            row: list[Term] = [(lp.column(("alone", conflict.name, node.index), 0, limit), 1)]
            row += [(key, -gain) for key, gain in lp.political_gain(conflict, node.index)]
            if node.parent is not None:
                row.append((("alone", conflict.name, node.parent), -1))
            lp.row([*row, (beside, limit + most_gain(lp, conflict, node.index))], low=0)


def unaccompanied(lp: Remainder, conflict: Conflict, node: int) -> list[Term]:
    """The political gain that can be anything: transfers need ideas."""
    ideas = has_ideas(lp, conflict)
    return [(key, gain) for key, gain in lp.political_gain(conflict, node) if ideas or key[0] != "transfer"]  # type: ignore[index]


def most_gain(lp: Remainder, conflict: Conflict, node: int) -> Fraction:
    """More than the political gain of track 1.5, transfers and bonuses can be at a node."""
    ideas = sum(Fraction(gain) for then in lp.tree.path(node) for _, gain in lp.ideas_gained(conflict, then))
    gains = [(key[0], Fraction(gain)) for key, gain in lp.political_gain(conflict, node)]  # type: ignore[index]
    return sum((gain * ideas if word == "transfer" else gain for word, gain in gains), Fraction(0))
