from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, everything, sound, with_output
from tests.models.audit.spoiling import HALF, outputs_above, refuses, state

SLOW = RuleSetting(name="preparation", kind="threshold", amount=12)
PLENTY = (SLOW, RuleSetting(name="inducement", kind="unaided", amount=1))
KNOWN = (*PLENTY, RuleSetting(name="intelligence", kind="uninformed", amount=1))


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, rows=PLENTY)
    yield from ((case, plan) for plan in outputs_above(case, "preparation"))


def fewer_workshops(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Talks as good as earlier workshops made them; then one workshop turns out to have done a little less."""
    case = sound(seed, rows=KNOWN, share=everything, without=("mediation",))
    case = case.planned(replace(case.plan, transfers=(), bonuses=()))
    found = state(case)
    for (name, node), caps in found.caps.items():
        if name == "talks" and "preparation" in caps and found.output[name, node] >= caps["preparation"] - 10**-9:
            for before in case.instance.tree.path(node)[:-1]:
                done = found.output.get(("workshop", before), 0)
                if done > 1e-3:
                    yield case, with_output(case.plan, "workshop", before, round(float(done) - 9e-4, 9))


def test_talks_nobody_prepared() -> None:
    refuses("preparation", too_much, at_least=HALF)


def test_a_workshop_that_did_less() -> None:
    refuses("preparation", fewer_workshops, at_least=HALF)
