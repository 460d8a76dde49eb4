"""First this, then that, or never both (O4, O9, A1, X8).

    sequence_after:    start[a,n] <= Σ start[b,m], m before n and the lag          a follows b: b has run
                       (+ 1 once the lag has passed since the root, if b ran before it)
    sequence_ended:    start[a,n] + on[b,m] <= 1, m = n and the lag's periods      a follows b: b has ended
    sequence_requires: on[a,n] <= on[b,n]                                          a requires b
    sequence_excludes: entered[a] + entered[b] <= 1 on every path                  a excludes b

``entered`` is every start on the path, and running on at the root for work that was running before. Where work may
repeat, each entry of one bars all entries of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models.instance import exact
from models.model import Model, total
from models.records import Activity, Link
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    for link in model.instance.links:
        match link.kind:
            case "follows":
                yield from _follows(model, link)
            case "requires":
                yield from _requires(model, link)
            case "excludes":
                yield from _excludes(model, link)


def _follows(model: Model, link: Link) -> Iterator[Row]:
    tree = model.instance.tree
    first, second = model.instance.activity(link.other), model.instance.activity(link.name)
    lag = ceil(exact(link.lag or 0) / model.instance.quarters)
    for n in model.columns.nodes_of[second.name]:
        if (second.name, n) not in model.columns.start:
            continue
        start, suffix = model.start(second, n), f"{model.tag(link)}_n{n}"
        earlier = tree.path(n)[: -1 - lag]
        has_run = total(model.start(first, m) for m in earlier)
        if first.status == "running" and tree[n].period >= lag:
            has_run = has_run + 1
        yield f"sequence_after_{suffix}", start <= has_run
        for m in tree.recent(n, lag):
            if (first.name, m) in model.columns.on:
                yield f"sequence_ended_{suffix}_n{m}", start + model.on(first, m) <= 1


def _requires(model: Model, link: Link) -> Iterator[Row]:
    first, second = model.instance.activity(link.name), model.instance.activity(link.other)
    for n in model.columns.nodes_of[first.name]:
        yield f"sequence_requires_{model.tag(link)}_n{n}", model.on(first, n) <= model.on(second, n)


def _excludes(model: Model, link: Link) -> Iterator[Row]:
    first, second = model.instance.activity(link.name), model.instance.activity(link.other)
    single = first.repeats == second.repeats == 1
    seen: set[tuple[int, ...]] = set()
    for leaf in model.instance.tree.leaves:
        entries = {each.name: _entries(model, each, leaf) for each in (first, second)}
        nodes = tuple(n for each in entries.values() for n, _ in each)
        if nodes in seen or not all(entries.values()):
            continue
        seen.add(nodes)
        one, other = ([column for _, column in entries[each.name]] for each in (first, second))
        suffix = f"{model.tag(link)}_n{leaf}"
        if single:
            yield f"sequence_excludes_{suffix}", total((*one, *other)) <= 1
        else:
            for k, entry in enumerate(one):
                yield f"sequence_excludes_{suffix}_{k}", entry + (1 / second.repeats) * total(other) <= 1


def _entries(model: Model, activity: Activity, leaf: int) -> list[tuple[int, Linear]]:
    """Columns that tell that the activity runs somewhere on the path to the leaf: its starts, or running on."""
    path = model.instance.tree.path(leaf)
    entries: list[tuple[int, Linear]] = [
        (n, model.columns.start[activity.name, n]) for n in path if (activity.name, n) in model.columns.start
    ]
    if activity.status == "running" and (activity.name, path[0]) in model.columns.on:
        entries.append((path[0], model.on(activity, path[0])))
    return entries


RULE = Rule(
    name="sequence",
    sentence="First this, then that, or never both.",
    effect="restricts",
    off="links that order, require or exclude do not act",
    claims="O4 O9 A1 X8",
    rows=rows,
)
