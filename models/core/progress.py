"""Progress, ideas, and what is still on its way at the end.

    progress: progress[c,g,n] <= kept * progress[c,g,parent] + gains - losses        and at most 1
    progress_end: end[c,g,leaf] <= progress[c,g,leaf] + late gains - late losses     and at most 1
    ideas:    ideas[c,n] = kept * ideas[c,parent] + unofficial political gain - Σ_l transfer[l,n] >= 0

At most instead of equal: what would pass 1 is lost (overflow), and nothing ever profits from less progress, so an
optimal plan never leaves more slack than that. Progress has no floor but its own least value (``reach.limits``).
"""

from __future__ import annotations

from collections.abc import Iterator

from models.carrying import lag
from models.kinds import CATEGORIES
from models.model import ZERO, Model, constant, total
from models.reach import gathered
from models.rule import AT_ONCE, Flow, Row


def work_flows(model: Model) -> Iterator[Flow]:
    """What the output of each activity adds: at once, or after the wait that a rule imposes."""
    instance = model.instance
    for activity in instance.activities:
        waits = (rule.wait(instance, activity) for rule in model.rules if rule.wait)
        landing = instance.landing(sum(waits, start=instance.quarters * 0))
        for category in CATEGORIES:
            stock = "ideas" if category == "political" and activity.unofficial else category
            for n in model.columns.nodes_of[activity.name]:
                effect = model.effect(activity, category, n)
                if effect:
                    column = model.columns.output[activity.name, n]
                    official, coerced = activity.official, activity.official and activity.coercive
                    yield Flow(activity.conflict, stock, n, column, effect, landing, official, coerced)


def carried_flows(model: Model) -> Iterator[Flow]:
    """What is carried leaves the ideas at once and adds to political progress, worth ``ideas_worth`` each, once those
    who carry it have done so.
    """
    worth, links = model.parameter("core", "ideas_worth"), {link.key: link for link in model.instance.links}
    for (key, conflict, n), column in model.columns.transfer.items():
        landing = model.instance.landing(lag(model.instance, links[key])) if key in links else AT_ONCE
        yield Flow(conflict, "ideas", n, column, -1.0, AT_ONCE, False)
        yield Flow(conflict, "political", n, column, worth, landing, False)
    for (conflict, n), column in model.columns.carried.items():
        yield Flow(conflict, "ideas", n, column, -1.0, AT_ONCE, False)
        yield Flow(conflict, "political", n, column, worth, AT_ONCE, False)


def rows(model: Model) -> Iterator[Row]:
    instance, tree, columns = model.instance, model.instance.tree, model.columns
    landed, late = gathered(instance, model.flows)
    kept_ideas = float(instance.over_period(instance.parameter("core", "ideas_kept")))
    for number, conflict in enumerate(instance.conflicts):
        name = conflict.name
        for node in tree:
            n, parent = node.index, node.parent
            kept = float(instance.kept(conflict, n))
            for category in CATEGORIES:
                before = (
                    constant(getattr(conflict, category))
                    if parent is None
                    else columns.progress[name, category, parent]
                )
                gains = total(weight * column for column, weight in landed.get((name, category, n), ()))
                toll = float(instance.toll(name, category, n))
                yield (
                    f"progress_{category}_c{number}_n{n}",
                    columns.progress[name, category, n] <= kept * before + gains - toll,
                )
            if (name, n) in columns.ideas:
                before = ZERO if parent is None else columns.ideas.get((name, parent), ZERO)
                gains = total(weight * column for column, weight in landed.get((name, "ideas", n), ()))
                yield f"ideas_c{number}_n{n}", columns.ideas[name, n] == kept_ideas * before + gains
        for leaf in tree.leaves:
            for category in CATEGORIES:
                gains = total(weight * column for column, weight in late.get((name, category, leaf), ()))
                yield (
                    f"progress_end_{category}_c{number}_n{leaf}",
                    columns.end[name, category, leaf] <= columns.progress[name, category, leaf] + gains,
                )
