"""Which work builds up which stock: each rule, and the core of opinion, says it of its own."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from models.assumptions import DEFAULTS
from models.audit import (
    every_side_gains,
    expectations,
    indirect_access,
    intelligence,
    official_rigidity,
    opinion,
    power_asymmetry,
    prevention,
    skills,
)
from models.audit.facts import Facts
from models.audit.state import Source, Stock

BUILT_UP = (
    official_rigidity,
    opinion,
    intelligence,
    indirect_access,
    power_asymmetry,
    skills,
    every_side_gains,
    expectations,
    prevention,
)
"""Who reads stocks: ``builds`` tells what work adds in a period of full output, ``MOST`` where it ends."""


@lru_cache(maxsize=16)
def sources(facts: Facts) -> dict[Stock, Source]:
    """The work behind every stock, what there was before, and what a period leaves of it."""
    rates: dict[Stock, list[tuple[str, Fraction]]] = {}
    starts = dict(opinion.starts(facts))
    for rule in BUILT_UP:
        for activity in facts.activities.values():
            for subject, rate in rule.builds(facts, activity):
                rates.setdefault((rule.NAME, activity.conflict, subject), []).append((activity.name, rate))
    most = {rule.NAME: rule.MOST for rule in BUILT_UP}
    phases = {prevention.NAME: prevention.QUIET}
    return {
        stock: Source(
            _kept(facts, stock[0]),
            most[stock[0]],
            starts.get(stock, Fraction(0)),
            phases.get(stock[0]),
            tuple(rates.get(stock, ())),
        )
        for stock in (*rates, *(stock for stock in starts if stock not in rates))
    }


def _kept(facts: Facts, rule: str) -> Fraction:
    """The rule's parameter ``kept``, or the core's for opinion; else everything."""
    key = ("core", "opinion_kept") if rule == opinion.NAME else (rule, "kept")
    return facts.instance.over_period(facts.parameter[key]) if key in DEFAULTS else Fraction(1)
