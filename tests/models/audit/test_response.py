from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from models.audit import audit
from models.plan import Plan
from tests.models.audit.sound import Case, sound, with_free, with_output
from tests.models.audit.spoiling import refuses, state


def unpaid(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A little more output than the money buys, or all there could be, where no rule would forbid it."""
    case, rng = sound(seed), Random(seed)
    found = state(case)
    for (name, node), bought in rng.sample(sorted(found.bought.items()), len(found.bought)):
        cap = min([*found.caps[name, node].values(), 1])
        if cap > bought + 10**-4:
            yield case, with_output(case.plan, name, node, round(float(bought) + 3e-6, 9))
            yield case, with_output(case.plan, name, node, int(cap * 10**9) / 10**9)


def test_output_that_is_not_paid_for() -> None:
    refuses("response", unpaid)


@pytest.mark.parametrize("output", [-0.1, 1.1, float("nan"), float("inf")])
def test_output_that_is_no_output(output: float) -> None:
    case = sound(1)
    plan = with_output(with_free(case.instance, case.plan, "free study", {0}), "free study", 0, output)
    assert {violation.check for violation in audit(case.instance, plan).violations} == {"response"}
