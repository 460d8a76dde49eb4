"""Who carries ideas upstairs: transfers links, bridges, and the default capacity of a conflict (transfer, bridge)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from models.instance import Instance, exact
from models.records import Activity, Conflict, Link


class Mechanism(NamedTuple):
    """One way upstairs. ``through`` is the work that must run; the default capacity has none, and no ``key``."""

    key: str
    tag: str
    through: Activity | None
    link: Link | None = None


def mechanisms(instance: Instance, number: int, conflict: Conflict, bridges: bool) -> Iterator[Mechanism]:
    """The ways upstairs of a conflict (the ``number``-th), with its ``bridges`` if they are asked for."""
    if instance.parameter("transfer", "default"):
        yield Mechanism("", f"c{number}", None)
    for i, link in enumerate(instance.links):
        if link.kind == "transfers" and instance.activity(link.other).conflict == conflict.name:
            yield Mechanism(link.key, f"l{i}", instance.activity(link.other), link)
    for i, activity in enumerate(instance.activities):
        if bridges and activity.bridges and activity.track == "T1.5" and activity.conflict == conflict.name:
            yield Mechanism(bridge_link(activity), f"a{i}", activity)


def bridge_link(activity: Activity) -> str:
    """The name under which a bridging work carries ideas."""
    return f"{activity.name} bridges"


def rate(instance: Instance, link: Link, node: int) -> Fraction:
    """Ideas that a link carries in a period with both works at full output, before the share of track 1.5."""
    value = instance.parameter("transfer", "mechanism") if link.value is None else exact(link.value)
    receiver = instance.activity(link.other)
    influence = exact(instance.activity(link.name).influence)
    return value * instance.quarters * influence * openness(instance, receiver, node)


def openness(instance: Instance, receiver: Activity, node: int) -> Fraction:
    """How far those who receive listen: officials by their openness, others fully."""
    return instance.level("openness", receiver.conflict, node) if receiver.official else Fraction(1)


def share(instance: Instance, receiver: Activity) -> Fraction:
    """How much a receiver can take up: officials all, track 1.5 its share."""
    return Fraction(1) if receiver.official else instance.parameter("transfer", "track_1_5_share")


def most_carried(instance: Instance, way: Mechanism, node: int) -> float:
    """The most that a way upstairs can carry at the node whatever runs; infinite for the default capacity."""
    if way.link is not None:
        return float(rate(instance, way.link, node) * share(instance, instance.activity(way.link.other)))
    return float("inf") if way.through is None else float(instance.parameter("bridge", "capacity") * instance.quarters)


def lag(instance: Instance, link: Link) -> Fraction:
    """Quarters until what the link carries counts: its own, else those of its channel."""
    return instance.parameter("transfer", f"{link.channel}_lag") if link.lag is None else exact(link.lag)
