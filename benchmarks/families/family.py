"""The four families and their members."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.families import money, scenarios
from benchmarks.families.conflict import Sketch, draw, label, unsettled
from models.checks import check
from models.records import Capacity, Election, Horizon, Record

HOST = "Ruritania"
_ATTEMPTS = 50
HALF, TENTH = 0.5, 0.1
"""Share of what all work would like to spend for which there is money."""
PORTFOLIO_WORKS, PORTFOLIO_PERIODS = 12, 20
TREE_WORKS, TREE_PERIODS = 12, 12


@dataclass(frozen=True, slots=True)
class Member:
    """One instance: ``size`` and ``seed`` decide it wholly."""

    family: str
    size: tuple[int, ...]
    seed: int

    @classmethod
    def named(cls, name: str) -> Member:
        """The member of that ``name``, of any size. Raises ``ValueError`` where it names none."""
        found = re.fullmatch(r"([a-z]+)-(\d+(?:x\d+)*)-s(\d+)", name)
        family, size, seed = found.groups() if found else ("", "", "0")
        member = cls(family, tuple(int(number) for number in size.split("x") if number), int(seed))
        if len(member.size) not in {len(size) for size in SIZES.get(family, ())}:
            raise ValueError(f"{name!r} is no member; portfolio-1000-s0 is one: a family, its sizes, and a seed")
        return member

    @property
    def name(self) -> str:
        """As ``single-12x20-s0``."""
        return f"{self.family}-{'x'.join(map(str, self.size))}-s{self.seed}"

    def records(self) -> list[Record]:
        """The first draw that ``plan check`` has nothing to say about; nearly always that is the first.

        Raises ``ValueError`` where there is none: the size is too small for what the family asks.
        """
        for attempt in range(_ATTEMPTS):
            records = _FAMILIES[self.family](Random(f"{self.name}/{attempt}"), *self.size)
            if not check(records):
                return records
        raise ValueError(f"no {self.name} without faults was found in {_ATTEMPTS} draws")


SIZES: dict[str, tuple[tuple[int, ...], ...]] = {
    "single": ((12, 12), (12, 20), (20, 20), (28, 28), (40, 40)),
    "tree": ((3,), (9,), (27,)),
    "tight": ((12, 20), (24, 24)),
    "portfolio": ((5,), (20,), (50,), (200,)),
}
"""Activities and periods; scenarios (activities and periods may follow); activities and periods; conflicts."""


def members(families: tuple[str, ...] = tuple(SIZES), seeds: tuple[int, ...] = (0,)) -> Iterator[Member]:
    """All members of the families, small ones first; a portfolio is drawn by the first seed only."""
    for family in families:
        for size in SIZES[family]:
            for seed in seeds[:1] if family == "portfolio" else seeds:
                yield Member(family, size, seed)


def _single(random: Random, activities: int, periods: int) -> list[Record]:
    found = draw(random, Sketch("", activities, periods, HOST))
    return [
        *_frame(f"One conflict, {activities} works", periods),
        *found.facts,
        *money.broad(random, HALF * found.hopes, periods),
        Capacity(name="mediators", amount=1),
        *found.works,
        *found.bonds,
    ]


def _tree(random: Random, number: int, activities: int = TREE_WORKS, periods: int = TREE_PERIODS) -> list[Record]:
    sketch = unsettled(Sketch("", activities, periods, HOST))
    found = draw(random, sketch)
    futures = scenarios.grow(random, number, periods)
    return [
        *_frame(f"One conflict, {number} futures", periods),
        *futures,
        *found.facts,
        *scenarios.facts(random, futures, sketch.name("Strife"), found.parties, periods),
        *money.broad(random, HALF * found.hopes, periods),
        Capacity(name="mediators", amount=1),
        *found.works,
        *found.bonds,
    ]


def _tight(random: Random, activities: int, periods: int) -> list[Record]:
    found = draw(random, Sketch("", activities, periods, HOST))
    return [
        *_frame(f"Little money, {activities} works", periods),
        *found.facts,
        *money.narrow(random, TENTH * found.hopes, periods, activities // 2 + 2),
        Capacity(name="mediators", amount=1),
        *found.works,
        *found.bonds,
    ]


def _portfolio(random: Random, number: int) -> list[Record]:
    periods = PORTFOLIO_PERIODS
    drawn = [draw(random, Sketch(f"{k + 1:03}", PORTFOLIO_WORKS, periods, HOST)) for k in range(number)]
    names = [f"Strife {k + 1:03}" for k in range(number)]
    return [
        *_frame(f"{number} conflicts", periods),
        *(fact for each in drawn for fact in each.facts),
        *money.shared(random, HALF * sum(each.hopes for each in drawn), periods, names),
        Capacity(name="mediators", amount=max(1, number // 3)),
        *(work for each in drawn for work in each.works),
        *(bond for each in drawn for bond in each.bonds),
    ]


def _frame(title: str, periods: int) -> list[Record]:
    """The horizon, and the votes of the third party who leads work."""
    votes = (Election(name="Parliament", who=HOST, date=label(period)) for period in range(3, periods, 16))
    return [Horizon(name=title, first=label(0), number=periods, currency="EUR", discount=0.02), *votes]


_FAMILIES: dict[str, Callable[..., list[Record]]] = {
    "single": _single,
    "tree": _tree,
    "tight": _tight,
    "portfolio": _portfolio,
}
