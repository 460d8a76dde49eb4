"""Records of a random instance under way."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from models.records import Activity, Condition, Party, Record, RuleSetting, Scenario
from tests.random_instances.marks import mark

LENGTHS = {"month": (1, 3.0), "quarter": (3, 1.0), "half": (6, 0.5), "year": (12, 0.25)}
"""Months of a period, and periods of that length per quarter."""


@dataclass
class Draft:
    """Records under way; ``length`` and ``number`` of periods are decided first, then who may sit at a table."""

    random: Random
    length: str
    number: int
    records: list[Record] = field(default_factory=list)
    works: list[dict[str, Any]] = field(default_factory=list)
    tables: tuple[tuple[str, ...], ...] = (("A", "B"),)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def label(self, period: int) -> str:
        """Label of a period, the horizon beginning with 2000."""
        months = LENGTHS[self.length][0] * period
        year, month = 2000 + months // 12, months % 12
        if self.length == "year":
            return str(year)
        sort = {"month": f"{month + 1:02}", "quarter": f"Q{month // 3 + 1}", "half": f"H{month // 6 + 1}"}[self.length]
        return f"{year}-{sort}"

    def period(self, low: int = 0) -> str:
        return self.label(self.random.randint(low, self.number - 1))

    def pick[T](self, *options: T) -> T:
        return self.random.choice(options)

    def condition(self, kind: str, amount: float, *who: str, conflict: str = "Strife") -> None:
        """A condition over some periods; numbered, so that rows can be told apart."""
        number = sum(isinstance(row, Condition) for row in self.records)
        fields: dict[str, Any] = {"name": f"fact {number}", "kind": kind, "who": who, "amount": amount}
        self.add(Condition(conflict=conflict, **fields, **self.span()))

    def setting(self, rule: str, kind: str, probability: float, *amounts: float) -> None:
        """Another value of a parameter, now and then."""
        if self.chance(probability):
            self.add(RuleSetting(name=rule, kind=kind, amount=self.pick(*amounts)))

    @property
    def scenario(self) -> str | None:
        """A scenario that is known late, if the future branches."""
        return next((row.name for row in self.records if isinstance(row, Scenario) and row.known is not None), None)

    @property
    def known(self) -> str:
        """The period in which that scenario is known."""
        return next(str(row.known) for row in self.records if isinstance(row, Scenario) and row.known is not None)

    def span(self) -> dict[str, str]:
        """First and last period of a fact: all, from a period on, or some periods."""
        first = self.random.choice((0, 0, self.random.randrange(self.number)))
        last = self.random.choice((self.number - 1, self.random.randint(first, self.number - 1)))
        return {"begin": self.label(first), "end": self.label(last)}

    def effect(self, low: int = 2, high: int = 15) -> float:
        """A progress per quarter, two decimals."""
        return self.random.randint(low, high) / 100

    def add(self, record: Record) -> None:
        self.records.append(record)

    def work(self, name: str, track: str, kind: str, **given: Any) -> str:
        """Another activity; money is drawn per period, from 1 to 4 units."""
        rate = LENGTHS[self.length][1]
        least = self.random.choice((1, 1, 1, 2))
        greatest = least + self.random.choice((0, 1, 1, 2))
        row: dict[str, Any] = {
            "name": name,
            "conflict": "Strife",
            "track": track,
            "kind": kind,
            "spend_min": least * rate,
            "spend_max": greatest * rate,
            "setup": self.random.choice((0, 0, 1)),
        }
        if track == "T1" or self.chance(0.2):
            row["parties"] = self.pick(*self.tables)
        first = self.random.randrange(self.number) if self.chance(0.4) else 0
        last = self.random.randint(first, self.number - 1) if self.chance(0.3) else self.number - 1
        if first:
            row["begin"] = self.label(first)
        if last < self.number - 1:
            row["end"] = self.label(last)
        row["run_min"] = self.random.choice((1, 1, 1, 2)) / rate
        if self.chance(0.2):
            row["run_max"] = self.random.choice((1, 2)) / rate
        if self.chance(0.2):
            row["repeats"] = 2
        mark(self.random, row)
        self._status(row, first)
        self.works.append(row | given)
        return name

    def _status(self, row: dict[str, Any], first: int) -> None:
        if self.chance(0.08) and first == 0:
            row["status"] = "running"
        elif self.chance(0.05) and row["run_min"] == 1 / LENGTHS[self.length][1] and "run_max" not in row:
            row["status"] = "committed"
        elif self.chance(0.03):
            row["status"] = "excluded"

    def whole(self) -> list[Record]:
        """All records, activities last, without facts about governments that take part in nothing."""
        return [*(row for row in self.records if self._concerns(row)), *(Activity(**row) for row in self.works)]

    def _concerns(self, record: Record) -> bool:
        """Whether a condition is about parties, sponsors or home states of its conflict."""
        if not isinstance(record, Condition):
            return True
        works = [row for row in self.works if row["conflict"] == record.conflict]
        parties = {row.name for row in self.records if isinstance(row, Party) and row.conflict == record.conflict}
        others = {row.get("home" if record.kind == "hostility" else "sponsor") for row in works}
        return set(record.who) <= parties | others and (record.kind != "hostility" or bool(set(record.who) & others))


OPEN = {"begin": None, "end": None}
"""A window as long as the horizon."""
