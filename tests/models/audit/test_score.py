from __future__ import annotations

import pytest

from models.audit import audit
from tests.models.audit.sound import sound


@pytest.mark.parametrize("seed", range(12))
def test_a_claimed_score_is_the_replayed_one(seed: int) -> None:
    case = sound(seed)
    score = audit(case.instance, case.plan).score
    assert audit(case.instance, case.plan, claimed_score=float(score)).passed
    assert audit(case.instance, case.plan, claimed_score=float(score) - 5e-7).passed
    for claimed in (float(score) + 3e-6, float(score) - 3e-6):
        # So small a difference some rule that hardly matters may explain, by chance.
        assert len(audit(case.instance, case.plan, claimed_score=claimed).violations) == 1
    found = audit(case.instance, case.plan, claimed_score=float(score) * 1.5 + 0.1).violations
    assert {violation.check for violation in found} == {"score"}
