from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.plan import Plan
from tests.models.audit.sound import Case, everything, sound, with_output
from tests.models.audit.spoiling import HALF, outputs_above, refuses, state


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed)
    yield from ((case, plan) for plan in outputs_above(case, "inducement"))


def a_smaller_carrot(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Talks as good as the carrot makes them; then the carrot is withheld, and the talks are said to go on."""
    case = sound(seed, share=everything)
    case = case.planned(replace(case.plan, transfers=(), bonuses=()))
    found = state(case)
    for (name, node), caps in found.caps.items():
        cap = caps.get("inducement", 1)
        if name == "talks" and 0.4 < cap <= found.output[name, node] + 1e-9 and ("carrot", node) in found.output:
            carrot = float(found.output["carrot", node])
            if carrot > 1e-3:
                yield case, with_output(case.plan, "carrot", node, round(carrot / 2, 9))
                yield case, with_output(case.plan, "carrot", node, round(carrot - 1e-5, 9))


def test_outputs_without_leverage() -> None:
    refuses("inducement", too_much, at_least=HALF)


def test_a_carrot_withheld() -> None:
    refuses("inducement", a_smaller_carrot, at_least=HALF)
