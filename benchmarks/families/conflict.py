"""One conflict with its parties, calendar, work, links and milestones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from benchmarks.families.works import CATALOGUE, EXCLUDES, HOST, REQUIRES, STRENGTHENS, TRANSFERS, Sort
from models.records import Activity, Closure, Conflict, Election, Link, Milestone, Party, Phase, Record

FIRST_YEAR = 2030
THOUSAND = 1000
RETENTION = 0.98
IDEAS_WORTH = 0.5
"""As the table of assumptions has it: an idea carried upstairs is half a point of political progress."""
CATEGORIES = ("political", "structural", "social")


def label(period: int) -> str:
    """``2030-Q1`` for 0."""
    return f"{FIRST_YEAR + period // 4}-Q{period % 4 + 1}"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A conflict to be drawn: ``tag`` tells its names from those of others (empty: the only conflict), ``host`` is the
    third party that leads work in it, ``settled`` whether its phases and closures hold in every scenario."""

    tag: str
    activities: int
    periods: int
    host: str
    settled: bool = True

    def name(self, word: str) -> str:
        return f"{word} {self.tag}".rstrip()


@dataclass(frozen=True)
class Drawn:
    """A conflict that was drawn: its facts and its work, apart."""

    facts: tuple[Record, ...]
    works: tuple[Activity, ...]
    bonds: tuple[Record, ...]
    parties: tuple[str, str] = ("", "")
    hopes: float = field(default=0.0)
    """What all work would spend at full output over its whole windows, in currency units."""


def draw(random: Random, sketch: Sketch) -> Drawn:
    """A conflict, the same for the same state of ``random``."""
    parties = (sketch.name("North"), sketch.name("South"))
    works = _calibrated([_work(random, sketch, parties, number) for number in range(sketch.activities)], sketch.periods)
    activities = tuple(Activity(**row) for row in works)
    hopes = sum(row["spend_max"] * len(_window(row, sketch.periods)) + row["setup"] for row in works)
    return Drawn(tuple(_facts(random, sketch, parties)), activities, tuple(_bonds(sketch, activities)), parties, hopes)


def _facts(random: Random, sketch: Sketch, parties: tuple[str, str]) -> list[Record]:
    name, periods = sketch.name("Strife"), sketch.periods
    turn = max(2, round(periods * random.uniform(0.25, 0.4)))
    facts: list[Record] = [
        Conflict(
            name=name,
            retention=RETENTION,
            power_asymmetry=random.choice((0.4, 0.5, 0.6)),
            political=0.03,
            social=0.05,
        ),
        Party(name=parties[0], conflict=name, strength="weaker"),
        Party(name=parties[1], conflict=name, strength="stronger"),
        Phase(conflict=name, kind="confrontation", end=label(turn - 1)),
    ]
    if sketch.settled:
        facts.append(Phase(conflict=name, kind="negotiation", begin=label(turn)))
        shut = random.randrange(1, max(2, turn))
        facts.append(Closure(who=parties, begin=label(shut), end=label(min(periods - 1, shut + random.randint(2, 5)))))
    for party in parties:
        first = random.randrange(1, 9)
        for period in range(first, periods, 16):
            facts.append(Election(name="Parliament", who=party, date=label(period)))
    return facts


def _work(random: Random, sketch: Sketch, parties: tuple[str, str], number: int) -> dict[str, Any]:
    """Fields of one activity; effects are still relative."""
    round_, place = divmod(number, len(CATALOGUE))
    sort = CATALOGUE[place]
    most = max(10, round(sort.cost * random.uniform(0.7, 1.4) / 10) * 10) * THOUSAND
    row: dict[str, Any] = {
        "name": _name(sketch, sort, round_),
        "conflict": sketch.name("Strife"),
        "track": sort.track,
        "kind": sort.kind,
        "parties": parties,
        "setup": round(most * random.uniform(0.1, 0.5) / THOUSAND) * THOUSAND,
        "spend_min": round(most * random.uniform(0.2, 0.4) / THOUSAND) * THOUSAND,
        "spend_max": most,
        "run_min": min(sort.run + random.choice((0, 0, 1)), max(1, sketch.periods // 4)),
    }
    row |= {name: sketch.host if value == HOST else value for name, value in sort.given.items()}
    for category, weight in zip(CATEGORIES, sort.effects, strict=True):
        if weight:
            row[category] = weight * random.uniform(0.7, 1.3)
    if sort.kind != "back_channel":  # somebody can always talk
        _limit_window(random, row, sketch.periods)
    return row


def _name(sketch: Sketch, sort: Sort, round_: int) -> str:
    return sketch.name(sort.name if not round_ else f"{sort.name}, round {round_ + 1}")


def _limit_window(random: Random, row: dict[str, Any], periods: int) -> None:
    """Some work can begin only later, some must end before the horizon, some may not last for ever.

    Official work has one of the two at most, so that votes leave it a period to start in.
    """
    if random.random() < 0.35:
        row["begin"] = label(random.randrange(1, max(2, periods // 3)))
    if random.random() < 0.2 and not (row["track"] == "T1" and "begin" in row):
        row["end"] = label(random.randrange(periods * 2 // 3, periods))
    if random.random() < 0.25:
        row["run_max"] = max(row["run_min"] + 1, round(periods * random.uniform(0.4, 0.7)))


def _window(row: dict[str, Any], periods: int) -> range:
    begin = _period(row["begin"]) if "begin" in row else 0
    end = _period(row["end"]) if "end" in row else periods - 1
    return range(begin, end + 1)


def _period(text: str) -> int:
    year, quarter = text.split("-Q")
    return (int(year) - FIRST_YEAR) * 4 + int(quarter) - 1


def _calibrated(rows: list[dict[str, Any]], periods: int) -> list[dict[str, Any]]:
    """Effects scaled so that full output of all work in its whole window brings each category to 1 at the end.

    What fades meanwhile is counted; of the political effect of tracks 2 to 9, half, which is what ideas are worth.
    """
    for category in CATEGORIES:
        full = sum(
            row.get(category, 0.0)
            * (IDEAS_WORTH if category == "political" and row["track"] not in ("T1", "T1.5") else 1.0)
            * sum(RETENTION ** (periods - 1 - period) for period in _window(row, periods))
            for row in rows
        )
        for row in rows:
            if category in row:
                row[category] = max(0.0001, round(row[category] / full, 4))
    return rows


def _bonds(sketch: Sketch, works: tuple[Activity, ...]) -> list[Record]:
    """Links between works that are there, and milestones."""
    there = {work.name for work in works}

    def pairs(table: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
        named = [(sketch.name(one), sketch.name(other)) for one, other in table]
        return [(one, other) for one, other in named if {one, other} <= there]

    bonds: list[Record] = [
        *(Link(name=one, kind="transfers", other=other, value=0.03) for one, other in pairs(TRANSFERS)),
        *(
            Link(name=one, kind="strengthens", other=other, category="social", value=0.004)
            for one, other in pairs(STRENGTHENS)
        ),
        *(Link(name=one, kind="requires", other=other) for one, other in pairs(REQUIRES)),
        *(Link(name=one, kind="excludes", other=other) for one, other in pairs(EXCLUDES)),
        *(
            Link(name=work.name, kind="follows", other=earlier, lag=1)
            for work in works
            if work.kind == "workshop" and (earlier := work.name.replace(", round 2", "")) != work.name
        ),
    ]
    name, unlocked = sketch.name("Strife"), sketch.name("Joint institutions")
    bonds += [
        Milestone(name=sketch.name("Ceasefire"), conflict=name, kind="ceasefire", value=0.01, political=0.06),
        Milestone(
            name=sketch.name("Framework"),
            conflict=name,
            kind="framework",
            value=0.03,
            unlocks=(unlocked,) if unlocked in there else (),
            political=0.15,
            social=0.1,
        ),
        Milestone(name=sketch.name("Agreement"), conflict=name, value=0.08, political=0.35, social=0.3),
    ]
    return bonds


def unsettled(sketch: Sketch) -> Sketch:
    """The same where scenarios decide on phases and closures."""
    return replace(sketch, settled=False)
