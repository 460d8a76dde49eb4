"""Ideas count once someone carries them into the official room (X1-X6, W2.4, S2.5, S2.13, S2.14, C7).

    transfer_received: transfer[l,n] <= V q share * output[b,n]              b receives; share 1, or less on track 1.5
    transfer_fresh:    transfer[l,n] <= V q Σ output[a,m], m the nodes of the last ``window`` quarters

per transfers link l = (a, b); V is its value times the influence of a, and times the openness of officials at n where b
is official. Likewise for the default capacity of a conflict, with all its receiving work (official outputs times
openness) and all its unofficial work (outputs times influence). Bridges add theirs (``bridge``). The stock of ideas
(core) limits what is carried in all; what links carry counts after their lag (``core/progress.py``). The article doubts
how much is carried at all (W2.2): the default capacity is 0, and ranges include 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.carrying import openness, rate, share
from models.instance import exact
from models.model import Model, total
from models.records import Link
from models.rule import Row, Rule


def rows(model: Model) -> Iterator[Row]:
    numbers = {conflict.name: number for number, conflict in enumerate(model.instance.conflicts)}
    links = {link.key: link for link in model.instance.links if link.kind == "transfers"}
    for key, conflict, n in model.columns.transfer:
        if key in links:
            yield from _by_link(model, links[key], n)
        elif not key:
            yield from _by_default(model, conflict, n, f"c{numbers[conflict]}_n{n}")


def _by_link(model: Model, link: Link, n: int) -> Iterator[Row]:
    instance = model.instance
    origin, receiver = instance.activity(link.name), instance.activity(link.other)
    value = float(rate(instance, link, n))
    window = instance.parameter("transfer", "window") if link.window is None else exact(link.window)
    column = model.columns.transfer[link.key, receiver.conflict, n]
    fresh = total(model.output(origin, m) for m in instance.tree.recent(n, instance.periods_within(window)))
    suffix = f"{model.tag(link)}_n{n}"
    received = value * float(share(instance, receiver)) * model.output(receiver, n)
    yield f"transfer_received_{suffix}", column <= received
    yield f"transfer_fresh_{suffix}", column <= value * fresh


def _by_default(model: Model, conflict: str, n: int, suffix: str) -> Iterator[Row]:
    instance = model.instance
    value = model.per_period * model.parameter("transfer", "default")
    recent = instance.tree.recent(n, instance.periods_within(instance.parameter("transfer", "window")))
    works = model.of_conflict(conflict)
    received = total(
        float(share(instance, each) * openness(instance, each, n)) * model.output(each, n)
        for each in works
        if not each.unofficial
    )
    fresh = total(each.influence * model.output(each, m) for each in works if each.unofficial for m in recent)
    column = model.columns.transfer["", conflict, n]
    yield f"transfer_received_{suffix}", column <= value * received
    yield f"transfer_fresh_{suffix}", column <= value * fresh


RULE = Rule(
    name="transfer",
    sentence="Ideas count once someone carries them into the official room.",
    effect="restricts",
    off="ideas reach the official room by themselves, as far as there are any",
    claims="X1 X2 X3 X4 X5 X6 W2.4 S2.5 C7 S2.13 S2.14",
    rows=rows,
)
