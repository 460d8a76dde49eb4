from __future__ import annotations

from random import Random

from models.records import Condition, Conflict, Link, RuleSetting
from tests.models.audit.by_hand import BANK, build, horizon, planned, talks, work
from tests.models.audit.sound import Case
from tests.models.audit.spoiling import overlooked


def stuck(seed: int) -> Case:
    """What a workshop finds while officials are stuck, all of it carried upstairs."""
    rng = Random(seed)
    rows = (
        horizon(4),
        Conflict(name="X"),
        Condition(conflict="X", kind="impasse", amount=rng.choice((0.3, 0.6, 1))),
        RuleSetting(name="impasse", kind="value", amount=rng.choice((0.1, 0.3, 0.5))),
        work("workshop", "T2", political=rng.choice((0.02, 0.05, 0.1))),
        work("class", social=rng.choice((0.01, 0.02))),
        talks("talks", political=0.01),
        Link(name="workshop", kind="transfers", other="talks", value=1),
    )
    instance = build(*rows)
    nodes = {name: sorted(rng.sample(range(4), rng.choice((2, 3, 4)))) for name in ("workshop", "class", "talks")}
    return Case((*rows, BANK), instance, planned(instance, nodes))


def test_a_score_that_overlooks_an_impasse() -> None:
    overlooked("impasse", stuck)
