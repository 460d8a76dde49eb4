"""Ideas count once someone carries them into the official room (X1-X6, W2.4, S2.5, S2.13, S2.14, C7).

    transfer_total:    carried[c,n] = Σ_l transfer[l,n]
    transfer_received: transfer[l,n] <= V q share * output[b,n]              b receives; share 1, or less on track 1.5
    transfer_fresh:    transfer[l,n] <= V q Σ output[a,m], m the nodes of the last ``window`` quarters

per transfers link l = (a, b) of value V, and likewise for the default capacity of a conflict with all its unofficial
and all its receiving work. Bridges add theirs (``bridge``). The stock of ideas (core) limits what is carried in all.
The article doubts how much is carried at all (W2.2): the default capacity is 0, and ranges include 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import exact
from models.model import Model, total
from models.records import Activity, Link
from models.rule import Row, Rule


def rows(model: Model) -> Iterator[Row]:
    numbers = {conflict.name: number for number, conflict in enumerate(model.instance.conflicts)}
    links = {link.key: link for link in model.instance.links if link.kind == "transfers"}
    mechanisms: dict[tuple[str, int], list[str]] = {}
    for key, conflict, n in model.columns.transfer:
        mechanisms.setdefault((conflict, n), []).append(key)
    for (conflict, n), carried in model.columns.carried.items():
        suffix = f"c{numbers[conflict]}_n{n}"
        keys = mechanisms.get((conflict, n), [])
        yield (
            f"transfer_total_{suffix}",
            total(model.columns.transfer[key, conflict, n] for key in keys) == carried,
        )
        for key in keys:
            if key in links:
                yield from _by_link(model, links[key], n)
            elif not key:
                yield from _by_default(model, conflict, n, suffix)


def _by_link(model: Model, link: Link, n: int) -> Iterator[Row]:
    instance = model.instance
    origin, receiver = instance.activity(link.name), instance.activity(link.other)
    value = model.per_period * (model.parameter("transfer", "mechanism") if link.value is None else link.value)
    window = instance.parameter("transfer", "window") if link.window is None else exact(link.window)
    column = model.columns.transfer[link.key, receiver.conflict, n]
    fresh = total(model.output(origin, m) for m in instance.tree.recent(n, instance.periods_within(window)))
    suffix = f"{model.tag(link)}_n{n}"
    yield f"transfer_received_{suffix}", column <= value * _share(model, receiver) * model.output(receiver, n)
    yield f"transfer_fresh_{suffix}", column <= value * fresh


def _by_default(model: Model, conflict: str, n: int, suffix: str) -> Iterator[Row]:
    instance = model.instance
    value = model.per_period * model.parameter("transfer", "default")
    recent = instance.tree.recent(n, instance.periods_within(instance.parameter("transfer", "window")))
    works = model.of_conflict(conflict)
    received = total(_share(model, each) * model.output(each, n) for each in works if not each.unofficial)
    fresh = total(model.output(each, m) for each in works if each.unofficial for m in recent)
    column = model.columns.transfer["", conflict, n]
    yield f"transfer_received_{suffix}", column <= value * received
    yield f"transfer_fresh_{suffix}", column <= value * fresh


def _share(model: Model, receiver: Activity) -> float:
    return 1.0 if receiver.official else model.parameter("transfer", "track_1_5_share")


RULE = Rule(
    name="transfer",
    sentence="Ideas count once someone carries them into the official room.",
    effect="restricts",
    off="ideas reach the official room by themselves, as far as there are any",
    claims="X1 X2 X3 X4 X5 X6 W2.4 S2.5 C7 S2.13 S2.14",
    rows=rows,
)
