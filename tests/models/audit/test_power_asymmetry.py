from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from tests.models.audit.signing import signed_too_soon
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import FEW, overlooked, refuses, state
from tests.models.audit.world import AT_ONCE


def over_their_heads(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Signed where political progress would do, but not what of it lasts."""
    case = sound(seed, closed=False, without=("sanction",), rows=AT_ONCE)
    progress = state(case).progress
    yield from signed_too_soon(case, lambda node: progress["X", "political", node])


def test_signing_over_the_heads_of_the_weaker() -> None:
    refuses("power_asymmetry", over_their_heads)


def test_a_score_that_takes_all_progress_for_durable() -> None:
    overlooked("power_asymmetry", sound, at_least=FEW)
