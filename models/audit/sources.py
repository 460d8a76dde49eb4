"""Which work builds up which stock: each rule says it of its own."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from models.assumptions import DEFAULTS
from models.audit import indirect_access, intelligence, official_rigidity, political_will, power_asymmetry
from models.audit.facts import Facts
from models.audit.state import Source, Stock

BUILT_UP = (official_rigidity, political_will, intelligence, indirect_access, power_asymmetry)
"""Rules that read stocks: ``builds`` tells what work adds in a period of full output, ``MOST`` where it ends."""


@lru_cache(maxsize=16)
def sources(facts: Facts) -> dict[Stock, Source]:
    """The work behind every stock, and what a period leaves of it (all, unless the rule has a parameter ``kept``)."""
    rates: dict[Stock, list[tuple[str, Fraction]]] = {}
    for rule in BUILT_UP:
        for activity in facts.activities.values():
            for subject, rate in rule.builds(facts, activity):
                rates.setdefault((rule.NAME, activity.conflict, subject), []).append((activity.name, rate))
    most = {rule.NAME: rule.MOST for rule in BUILT_UP}
    return {stock: Source(_kept(facts, stock[0]), most[stock[0]], tuple(each)) for stock, each in rates.items()}


def _kept(facts: Facts, rule: str) -> Fraction:
    if rule == "political_will":
        return facts.instance.over_period(facts.parameter["core", "opinion_kept"])
    if (rule, "kept") not in DEFAULTS:
        return Fraction(1)
    return facts.instance.over_period(facts.parameter[rule, "kept"])
