from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Condition
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import FEW, outputs_above, overlooked, refuses

HATED = Condition(conflict="X", kind="hostility", who=("B", "H"), amount=0.8, end="2007-01-20")
SUSPECT = Condition(conflict="X", kind="hostility", who=("H", "A"), amount=0.5)


def barred(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Nothing is achieved while the home state is hated."""
    case = sound(seed, rows=(HATED,))
    yield from ((case, plan) for plan in outputs_above(case, "home_state"))


def test_a_third_party_from_a_hated_state() -> None:
    refuses("home_state", barred)


def test_a_score_that_asks_not_where_they_come_from() -> None:
    overlooked("home_state", lambda seed: sound(seed, rows=(SUSPECT,)), at_least=FEW)
