from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.audit import audit
from models.plan import Plan, Transfer
from models.records import RuleSetting
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses, state
from tests.models.audit.test_transfer import with_transfer

WIDE = (
    RuleSetting(name="transfer", kind="default", amount=5),
    RuleSetting(name="transfer", kind="track_1_5_share", amount=1),
)


def not_there(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The default mechanism could carry far more than there is, and at the last nodes is said to."""
    case = sound(seed, rows=WIDE)
    found = state(case)
    for leaf in case.instance.tree.leaves:
        left, key = found.ideas["X", leaf], ("X", "", leaf)
        for excess in (2e-6, 1e-4):
            amount = float(found.transfer[key] + left) + excess
            if amount < found.transfer_cap[key]:
                yield case, with_transfer(case.plan, "X", "", leaf, round(amount, 9))


def test_ideas_that_are_not_there() -> None:
    refuses("ideas", not_there)


def test_entries_that_name_nothing() -> None:
    case = sound(3)
    plan = case.plan
    rows = plan.transfers or ()
    for wrong in (
        Transfer("Y", 0, 0.0),
        Transfer("X", 0, 0.0, "talks transfers workshop"),
        Transfer("X", 999, 0.0),
        Transfer("X", 0, -0.1),
        Transfer("X", 0, float("nan")),
    ):
        kept = tuple(row for row in rows if (row.conflict, row.link, row.node) != ("X", "", 0))
        found = audit(case.instance, replace(plan, transfers=(*kept, wrong))).violations
        assert {violation.check for violation in found} == {"ideas"}
    found = audit(case.instance, replace(plan, transfers=(*rows, rows[0]))).violations
    assert {violation.check for violation in found} == {"ideas"}
