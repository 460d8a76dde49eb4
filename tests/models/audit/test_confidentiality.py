from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.plan import Plan
from models.records import Activity
from tests.models.audit.sound import Case, sound, with_free
from tests.models.audit.spoiling import outputs_above, refuses

LETTERS = Activity(name="free letters", conflict="X", track="T4", publicity=True, spend_max=9, run_min=0.1, repeats=50)


def not_a_word(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Secret work where the press is; then letters to the press where there is secret work."""
    case = sound(seed, rows=(LETTERS,))
    yield from ((case, plan) for plan in list(outputs_above(case, "confidentiality"))[:2])
    alone = case.planned(replace(case.plan, transfers=(), bonuses=()))
    for work in alone.plan.works:
        if work.activity == "quiet" and work.output:
            yield alone, with_free(case.instance, alone.plan, LETTERS.name, {work.node})


def test_the_press_near_a_secret_room() -> None:
    refuses("confidentiality", not_a_word)
