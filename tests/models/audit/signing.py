"""Sound and spoiled signings, where official talks that bother nobody always run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from models.plan import Plan, Signing
from models.records import Activity, Milestone
from tests.models.audit.sound import Case, nine, whole_tree, with_free
from tests.models.audit.spoiling import state

STANDING = Activity(
    name="free standing",
    conflict="X",
    track="T1",
    kind="negotiation",
    spend_max=9,
    run_min=0.1,
    response=((0, 0.2), (9, 1)),
)
AMPLE = 0.2
"""Output of standing talks, enough to sign."""
SLACK = Fraction(1, 100_000)


def standing(case: Case) -> Case:
    """The case with talks running everywhere, nobody's vote and nobody's money concerned."""
    case = case.amended(STANDING)
    return case.planned(with_free(case.instance, case.plan, STANDING.name, set(whole_tree(case.instance)), AMPLE))


def signed_too_soon(case: Case, overlooked: Callable[[int], Fraction]) -> Iterator[tuple[Case, Plan]]:
    """Signed where durable progress allows it; then where only progress as ``overlooked`` would have it does."""
    case = standing(case)
    durable = state(case).durable
    for soon in range(len(case.instance.tree)):
        for late in range(len(case.instance.tree)):
            needed = Fraction(nine(min(durable["X", late], overlooked(soon))) - 1e-9)
            if durable["X", soon] + SLACK < needed <= 1:
                ready = case.amended(Milestone(name="pact", conflict="X", political=round(float(needed), 9)))
                sound = replace(case.plan, signings=(Signing("pact", late),))
                yield ready.planned(sound), replace(case.plan, signings=(Signing("pact", soon),))
                break
