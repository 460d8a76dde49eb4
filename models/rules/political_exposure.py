"""Politics forgives few failures, and least before a vote (N14).

    political_exposure: Σ exposure[a] * output[a,n] <= limit * (1 - before_votes * blackout[i,n])

for each party i with a limit, over the work of its conflict on tracks 1 and 1.5 at whose table it sits or that it
sponsors. Exposure is by output: talks that idle fail nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.instance import Instance, exact
from models.model import Model, total
from models.records import Activity
from models.rule import Row, Rule


def exposure(instance: Instance, activity: Activity) -> Fraction:
    """Political risk of the work at full output; 0 on tracks 2 to 9."""
    if activity.unofficial:
        return Fraction(0)
    usual = instance.parameter("political_exposure", "official" if activity.official else "track_1_5")
    return usual if activity.exposure is None else exact(activity.exposure)


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    before_votes = instance.parameter("political_exposure", "before_votes")
    for number, party in enumerate(instance.parties):
        if party.exposure_limit is None:
            continue
        risks = [
            (activity, float(exposure(instance, activity)))
            for activity in model.of_conflict(party.conflict)
            if party.name in (*activity.parties, activity.sponsor) and exposure(instance, activity)
        ]
        for n in range(len(instance.tree)):
            limit = exact(party.exposure_limit) * (1 - before_votes * instance.blackout(party.name, n))
            terms = [risk * model.output(each, n) for each, risk in risks if (each.name, n) in model.columns.on]
            if terms:
                yield f"political_exposure_p{number}_n{n}", total(terms) <= float(limit)


RULE = Rule(
    name="political_exposure",
    sentence="Politics forgives few failures, and least before a vote.",
    effect="restricts",
    off="governments bear any exposure",
    claims="N14",
    rows=rows,
)
