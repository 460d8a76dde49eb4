from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Election, Party
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import HALF, outputs_above, refuses, state

WARY = Party(name="C", conflict="X", exposure_limit=0.3)


def exposed(seed: int, *rows: Election | Party) -> Iterator[tuple[Case, Plan]]:
    """Official work does more than a government can bear beside all that it does already."""
    case = sound(seed, share=everything, rows=rows)
    for plan in outputs_above(case, "political_exposure"):
        changed = (key for key, work in plan.work().items() if work.output != case.plan.work()[key].output)
        # Work on track 1.5 is half as exposed: a hair more of it is within the tolerance.
        if all(name != "seminar" for name, _ in changed):
            yield case, plan


def always(seed: int) -> Iterator[tuple[Case, Plan]]:
    yield from exposed(seed, WARY)


def before_a_vote(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A limit that is ample but for the half that a vote takes."""
    vote = Election(who="B", date="2006-05-01", before=4, after=4)
    for case, plan in exposed(seed, vote):
        found = state(case)
        if any(found.facts.blackout["B", work.node] == 1 for work in set(plan.works) - set(case.plan.works)):
            yield case, plan


def test_more_than_a_government_bears() -> None:
    refuses("political_exposure", always, at_least=HALF)


def test_more_than_it_bears_before_a_vote() -> None:
    refuses("political_exposure", before_a_vote, at_least=HALF)
