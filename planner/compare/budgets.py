"""Budgets in words, and the instance that has so much money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import floor

from models.instance import Instance
from models.records import Funder, Record
from planner.errors import InputError

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9}
_SHAPE = re.compile(r"([\d.,_]+)\s*(%|k|m|bn|)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Budget:
    """Part of the money there is (``share``), or so much of it (``amount``, in currency units); exactly one is given.

    ``funder`` names the donor or tranche it is about; empty: all of them pro rata.
    """

    label: str
    share: Fraction | None = None
    amount: Fraction | None = None
    funder: str = ""

    @classmethod
    def of(cls, text: str) -> Budget:
        """``60%``, ``2.5M``, ``800k``, ``EU=60%``. Raises ``InputError`` where it is something else, or nothing."""
        funder, equals, number = text.rpartition("=")
        found = _SHAPE.fullmatch(number.strip())
        try:
            value = Fraction(Decimal(found[1].replace(",", "").replace("_", ""))) if found else Fraction(0)
        except InvalidOperation:
            value = Fraction(0)
        if found is None or value <= 0 or (equals and not funder.strip()):
            raise InputError(f'budget: expected 60%, 2.5M or "EU=60%", more than nothing, found "{text}"')
        if found[2] == "%":
            return cls(text.strip(), share=value / 100, funder=funder.strip())
        return cls(text.strip(), amount=value * _UNITS[found[2].lower()], funder=funder.strip())

    def applied(self, instance: Instance) -> Instance:
        """The instance with that money: every tranche concerned pro rata, rounded down to whole currency units.

        Raises ``InputError`` where no such funder exists or nothing is left.
        """
        chosen = [each for each in instance.funders if self.funder in ("", each.name, each.giver)]
        if not chosen:
            known = ", ".join(dict.fromkeys(each.giver for each in instance.funders))
            raise InputError(f'budget "{self.label}": no funder is called {self.funder}', f"Funders are {known}.")
        there = sum(each.amount for each in chosen)
        share = self.share
        if share is None:
            assert self.amount is not None
            if not there:
                raise InputError(f'budget "{self.label}": these funders have nothing to be scaled')
            share = self.amount / there
        names = {each.name for each in chosen}
        found = Instance([_scaled(record, share) if _is(record, names) else record for record in instance.records])
        if not found.money:
            raise InputError(f'budget "{self.label}": nothing would be left to plan with')
        return found


def no_more(less: Instance, more: Instance) -> bool:
    """Whether the first instance is the second with no more money in any tranche, and nothing else is otherwise.

    Then every plan of the first is one of the second that is worth no less: no rule asks that money be spent, and what
    is missed of a share of money costs less where there is more money.
    """
    return len(less.records) == len(more.records) and all(
        a is b or a == b or (_funders(a, b) and _less(a, b)) for a, b in zip(less.records, more.records, strict=True)
    )


def _funders(*records: Record) -> bool:
    return all(isinstance(each, Funder) for each in records)


def _less(a: Record, b: Record) -> bool:
    assert isinstance(a, Funder)
    assert isinstance(b, Funder)
    return a.amount <= b.amount and a == b.model_copy(update={"amount": a.amount})


def _is(record: Record, names: set[str]) -> bool:
    return isinstance(record, Funder) and record.name in names


def _scaled(record: Record, share: Fraction) -> Record:
    assert isinstance(record, Funder)
    return record.model_copy(update={"amount": floor(record.amount * share)})
