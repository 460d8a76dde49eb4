"""A grant goes only where its giver allows (K8).

    earmark_smallest: smallest * pays[f,a,n] <= grant[f,a,n]
    earmark_pays:     grant[f,a,n] <= most * pays[f,a,n]
    earmark_share:    Σ grant of the donor's tranches to a, on the path <= largest_share * Σ cost[a,m] on the path

``most`` is the least of the tranche and the activity's greatest cost in the node. The share is the donor's, over all
its tranches, so that two tranches cannot dodge it. Payments a giver does not allow are never created.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance
from models.kinds import TRACKS
from models.model import Model, total
from models.records import Activity, Funder
from models.rule import Row, Rule


def allows(instance: Instance, funder: Funder, activity: Activity) -> bool:
    """Whether the giver's words admit the activity: it is named, or it matches every kind of word given."""
    words = set(funder.pays_for)
    if not words or activity.name in words:
        return True
    tracks = words & set(TRACKS)
    conflicts = words & instance.conflict_names
    tags = words & instance.tags
    kinds = ((tracks, {activity.track}), (conflicts, {activity.conflict}), (tags, set(activity.tags)))
    return bool(tracks or conflicts or tags) and all(not given or given & own for given, own in kinds)


def bars_payer(instance: Instance, funder: Funder, activity: Activity) -> bool:
    return not allows(instance, funder, activity)


def rows(model: Model) -> Iterator[Row]:
    columns = model.columns
    activities = {activity.name: activity for activity in model.instance.activities}
    funders = {funder.name: funder for funder in model.instance.funders}
    for (f, a, n), pays in columns.pays.items():
        grant = columns.grant[f, a, n]
        suffix = f"{model.tag(funders[f])}_{model.tag(activities[a])}_n{n}"
        yield f"earmark_smallest_{suffix}", model.money(funders[f].smallest) * pays <= grant
        yield f"earmark_pays_{suffix}", grant <= grant.upBound * pays
    yield from _shares(model)


def _shares(model: Model) -> Iterator[Row]:
    instance, tree = model.instance, model.instance.tree
    donors: dict[str, list[Funder]] = {}
    for funder in instance.funders:
        if funder.largest_share < 1:
            donors.setdefault(funder.giver, []).append(funder)
    for tranches in donors.values():
        share = min(funder.largest_share for funder in tranches)
        for activity in instance.activities:
            for leaf in tree.leaves:
                paid = [
                    model.columns.grant[funder.name, activity.name, m]
                    for funder in tranches
                    for m in tree.path(leaf)
                    if (funder.name, activity.name, m) in model.columns.grant
                ]
                if paid:
                    cost = total(model.cost(activity, m) for m in tree.path(leaf))
                    name = f"earmark_share_{model.tag(tranches[0])}_{model.tag(activity)}_n{leaf}"
                    yield name, total(paid) <= share * cost


RULE = Rule(
    name="earmark",
    sentence="A grant goes only where its giver allows.",
    effect="restricts",
    off="any tranche pays for anything, in payments of any size and share",
    claims="K8",
    rows=rows,
    bars_payer=bars_payer,
)
