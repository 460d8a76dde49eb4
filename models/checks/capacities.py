"""Capacities against those who use them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.checks.finding import Finding, at, number
from models.checks.sound import Sound
from models.instance import exact
from models.records import Activity, Capacity


def capacities(sound: Sound) -> Iterator[Finding]:
    used = {name for row in sound.instance.activities for name, _ in row.uses}
    for capacity in sound.instance.capacities:
        if capacity.name not in used and sound.complete("activity"):
            found = f'none for "{capacity.name}"'
            yield at(capacity, "name", "idle_capacity", expected="an activity that uses it", found=found)
    if sound.awake("capacity") and sound.complete("capacity"):
        yield from _against_users(sound)


def _against_users(sound: Sound) -> Iterator[Finding]:
    instance = sound.instance
    users: dict[str, list[tuple[Activity, Fraction]]] = {}
    for activity in instance.activities:
        for name, use in activity.uses:
            if sound.windows[activity.name]:
                users.setdefault(name, []).append((activity, exact(use)))
    for name, works in users.items():
        own = [row for row in instance.capacities if row.name == name]
        there = [_amount(sound, own, node.index) for node in instance.tree]
        for activity, amount in works:
            window = sound.windows[activity.name]
            inside = [there[node.index] for node in instance.tree if node.period in window]
            limited = [have for have in inside if have is not None]
            if activity.status != "committed" and len(limited) == len(inside) and max(limited) < amount:
                yield at(
                    activity,
                    "uses",
                    "capacity_never",
                    expected=f'as much of "{name}" as it uses at some time, {number(float(amount))}',
                    found=f"{number(float(max(limited)))} at most",
                )
        yield from _commitments(sound, name, works, there)


def _amount(sound: Sound, rows: list[Capacity], node: int) -> Fraction | None:
    """How much there is at a node; None where no row limits it."""
    instance, period = sound.instance, sound.instance.tree[node].period
    here = [
        exact(row.amount)
        for row in rows
        if period in instance.calendar.window(row.begin, row.end) and instance.holds(row.scenario, node)
    ]
    return sum(here, Fraction(0)) if here else None


def _commitments(
    sound: Sound, name: str, works: list[tuple[Activity, Fraction]], there: list[Fraction | None]
) -> Iterator[Finding]:
    """The first node in which committed works together use more than there is."""
    committed = [(row, amount) for row, amount in works if row.status == "committed"]
    for node in sound.instance.tree:
        here = [(row, amount) for row, amount in committed if node.period in sound.windows[row.name]]
        needed, have = sum((amount for _, amount in here), Fraction(0)), there[node.index]
        if have is not None and needed > have:
            listed = ", ".join(f'"{row.name}"' for row, _ in here)
            yield at(
                here[-1][0],
                "uses",
                "capacity_short",
                expected=f'at most the {number(float(have))} of "{name}" in {sound.instance.label(node.index)}',
                found=f"{number(float(needed))} used by the committed {listed}",
            )
            return
