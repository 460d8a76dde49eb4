from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.plan import Bonus, Plan
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses


def no_such_bonus(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A bonus of no link, at no node, of no sense, twice the same, or of a rule that is off."""
    case, rng = sound(seed), Random(seed)
    link = "workshop strengthens exchange"
    kept = tuple(row for row in case.plan.bonuses or () if row.link != link or row.node)
    case = case.planned(replace(case.plan, bonuses=kept, transfers=()))
    for wrong in (
        (Bonus("talks strengthens workshop", 0, 0.0),),
        (Bonus("workshop transfers talks", 0, 0.0),),
        (Bonus(link, 999, 0.0),),
        (Bonus(link, 0, rng.choice((-0.1, float("nan")))),),
        (Bonus(link, 0, 0.0), Bonus(link, 0, 0.0)),
    )[seed % 2 :]:
        yield case, replace(case.plan, bonuses=kept + wrong)


def bonus_of_a_sleeping_rule(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed)
    off = replace(case.plan, bonuses=(), transfers=(), without=frozenset({"synergy"}))
    for bonus in (case.plan.bonuses or ())[:2]:
        yield case.planned(off), replace(off, bonuses=(bonus,))


def test_entries() -> None:
    refuses("progress", no_such_bonus)


def test_bonuses_while_synergy_is_off() -> None:
    refuses("progress", bonus_of_a_sleeping_rule)
