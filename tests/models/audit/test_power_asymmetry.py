from __future__ import annotations

from collections.abc import Iterator

from models.audit import audit
from models.plan import Plan
from tests.models.audit.signing import signed_too_soon
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses, state
from tests.models.audit.world import AT_ONCE


def over_their_heads(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Signed where political progress would do, but not what of it lasts."""
    case = sound(seed, closed=False, without=("sanction",), rows=AT_ONCE)
    progress = state(case).progress
    yield from signed_too_soon(case, lambda node: progress["X", "political", node])


def test_signing_over_the_heads_of_the_weaker() -> None:
    refuses("power_asymmetry", over_their_heads)


def test_a_score_that_takes_all_progress_for_durable() -> None:
    refused = 0
    for seed in range(40):
        case = sound(seed)
        claimed = float(state(case, "power_asymmetry").score)
        if abs(claimed - audit(case.instance, case.plan).score) > 1e-4:
            found = audit(case.instance, case.plan, claimed_score=claimed).violations
            assert {violation.check for violation in found} == {"power_asymmetry"}
            refused += 1
    assert refused >= 30
