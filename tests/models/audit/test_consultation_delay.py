from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from tests.models.audit.signing import signed_too_soon
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import FEW, overlooked, refuses, state


def before_effects_land(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Signed where the thresholds would be met if official work took effect at once."""
    case = sound(seed, asymmetry=False, closed=False)
    at_once = state(case, "consultation_delay").durable
    yield from signed_too_soon(case, lambda node: at_once["X", node])


def test_signing_before_effects_land() -> None:
    refuses("consultation_delay", before_effects_land)


def test_a_score_that_counts_effects_at_once() -> None:
    overlooked("consultation_delay", sound, at_least=FEW)
