"""Sending a minister, or the head of state, is a signal; so is sending a clerk again (L1, L2, L3).

For the ranks r = 2 (minister) and 3 (head), with the ranked talks of a conflict of rank r or more (*above*) and less
(*below*):

    official_level_output:  rise[r,n] <= Σ output[a,n], a above
    official_level_opening: rise[r,n] <= Σ start[a,n], a above           the first talks of a rank start there
    official_level_below:   rise[r,n] <= Σ start[b,m], b below, m before n                (if none ran before the root)
    official_level_first:   rise[r,n] + reached[r,parent] <= 1
    official_level_reached: reached[r,n] >= on[a,n], a above;  reached[r,n] >= reached[r,parent] + rise[r,n]
    official_level_shown:   shown[r,n] >= on[a,n], a above;  shown[r,n] >= shown[r,parent] - Σ on[b,n], b below
    official_level_fall:    fall[r,n] >= shown[r,parent] + on[b,n] - 1 - Σ on[a,n], a above;  for each b below

A rise adds ``rise``, a fall takes ``fall`` of political progress, at once. Nothing gains by more falls or by more that
was reached or shown, so lower bounds say enough, also where cost is minimised. Whole runs would not need ``opening``,
nor starts instead of ``on`` in ``below``, nor the rise in ``reached``: they keep half a head of state from arriving in
every period. Where one run of one work is all there is above, ``opening`` says enough and nothing is ``reached``.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.levels import Ladder, ladders
from models.model import Model, constant, total
from models.records import Activity
from models.rule import AT_ONCE, Flow, Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    for number, conflict in enumerate(model.instance.conflicts):
        for ladder in ladders(model.instance, conflict.name):
            for node in model.instance.tree:
                key = (conflict.name, ladder.rank, node.index)
                suffix = f"c{number}_r{ladder.rank}_n{node.index}"
                yield from _rise(model, ladder, key, suffix)
                yield from _fall(model, ladder, key, suffix)


def _rise(model: Model, ladder: Ladder, key: tuple[str, int, int], suffix: str) -> Iterator[Row]:
    columns, (conflict, rank, n) = model.columns, key
    parent = model.instance.tree[n].parent
    before = None if parent is None else columns.reached.get((conflict, rank, parent))
    if key in columns.rise:
        rise = columns.rise[key]
        yield f"official_level_output_{suffix}", rise <= total(model.output(each, n) for each in ladder.above)
        yield f"official_level_opening_{suffix}", rise <= total(model.start(each, n) for each in ladder.above)
        if not ladder.prepared:
            earlier = model.instance.tree.path(n)[:-1]
            lower = total(model.start(each, m) for each in ladder.below for m in earlier)
            yield f"official_level_below_{suffix}", rise <= lower
        if before is not None:
            yield f"official_level_first_{suffix}", rise + before <= 1
    if key in columns.reached:
        reached = columns.reached[key]
        for each in _on(model, ladder.above, n):
            yield f"official_level_reached_{model.tag(each)}_{suffix}", reached >= model.on(each, n)
        risen = columns.rise.get(key, constant(0.0))
        if before is not None or key in columns.rise:
            yield f"official_level_reached_{suffix}", reached >= (constant(0.0) if before is None else before) + risen


def _fall(model: Model, ladder: Ladder, key: tuple[str, int, int], suffix: str) -> Iterator[Row]:
    columns, (conflict, rank, n) = model.columns, key
    parent = model.instance.tree[n].parent
    before: Linear | None
    if parent is None:
        before = constant(1.0) if ladder.begun else None
    else:
        before = columns.shown.get((conflict, rank, parent))
    if key in columns.fall and before is not None:
        above = total(model.on(each, n) for each in ladder.above)
        for each in _on(model, ladder.below, n):
            fallen = before + model.on(each, n) - 1 - above
            yield f"official_level_fall_{model.tag(each)}_{suffix}", columns.fall[key] >= fallen
    if key in columns.shown:
        shown, below = columns.shown[key], total(model.on(each, n) for each in ladder.below)
        for each in _on(model, ladder.above, n):
            yield f"official_level_shown_{model.tag(each)}_{suffix}", shown >= model.on(each, n)
        if before is not None:
            yield f"official_level_shown_{suffix}", shown >= before - below


def _on(model: Model, works: tuple[Activity, ...], node: int) -> list[Activity]:
    return [each for each in works if (each.name, node) in model.columns.on]


def flows(model: Model) -> Iterator[Flow]:
    signals = (
        (model.columns.rise, model.parameter("official_level", "rise")),
        (model.columns.fall, -model.parameter("official_level", "fall")),
    )
    for columns, amount in signals:
        for (conflict, _, n), column in columns.items():
            yield Flow(conflict, "political", n, column, amount, AT_ONCE, True)


RULE = Rule(
    name="official_level",
    sentence="Sending a minister, or the head of state, is a signal; so is sending a clerk again.",
    effect="shapes",
    off="levels signal nothing",
    claims="L1 L2 L3",
    rows=rows,
    flows=flows,
)
