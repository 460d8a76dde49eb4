from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses, state
from tests.models.audit.test_transfer import with_transfer

OVER = "seminar bridges"


def too_many_ideas(seed: int) -> Iterator[tuple[Case, Plan]]:
    """More is carried over the bridge than it bears, though the ideas are there, now and for all later transfers."""
    case = sound(seed, share=lambda rng: rng.choice((0.1, 0.9)))
    found = state(case)
    for (conflict, link, node), cap in found.transfer_cap.items():
        if link != OVER:
            continue
        carried = found.transfer[conflict, link, node]
        spare = min(found.ideas[conflict, later] for later in case.instance.tree.descendants(node, 99))
        for excess in (2e-6, 1e-3):
            if float(cap - carried) + excess < spare:
                yield case, with_transfer(case.plan, conflict, link, node, round(float(cap) + excess, 9))


def test_more_than_a_bridge_bears() -> None:
    refuses("bridge", too_many_ideas)
