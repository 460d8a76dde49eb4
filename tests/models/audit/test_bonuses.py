from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.plan import Bonus, Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import THIRD, refuses, state
from tests.models.audit.test_synergy import with_bonus


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
    off = replace(case.plan, bonuses=(), transfers=(), without=frozenset({"synergy", "continuity", "skills"}))
    for bonus in (case.plan.bonuses or ())[:2]:
        yield case.planned(off), replace(off, bonuses=(bonus,))


def too_much_in_sum(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Bonuses up to a low ceiling; then one more, up to the lesser output."""
    case = sound(seed, rows=(RuleSetting(name="core", kind="bonus_ceiling", amount=0.05),), share=everything)
    case = case.planned(replace(case.plan, transfers=()))
    found = state(case)
    for link in case.instance.links:
        if link.kind != "strengthens":
            continue
        for node in range(len(case.instance.tree)):
            names = (link.name, link.other, link.liaison or link.name)
            least = min(found.output.get((name, node), 0) for name in names)
            if least > found.bonus[link.key, node] + 10**-2:
                yield case, with_bonus(case.plan, link.key, node, int(least * 10**9) / 10**9)


def test_entries() -> None:
    refuses("bonuses", no_such_bonus, at_least=THIRD)


def test_bonuses_while_their_rules_are_off() -> None:
    refuses("bonuses", bonus_of_a_sleeping_rule, at_least=THIRD)


def test_more_than_the_ceiling() -> None:
    refuses("bonuses", too_much_in_sum, at_least=THIRD)
