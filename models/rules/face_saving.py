"""Leaders who must give way need a trusted third party to do it with honour (S15.6, S15.7).

    face_saving: output[a,n] <= (1 - s[n] * lift) * on[a,n] + s[n] * lift * Σ output[r,n]

for talks where the leaders of the conflict must give way in public, by s (0 to 1); r is work on track 1.5 of the same
conflict that states traits of its third party, each of them at least ``trait``. All who help stand in one row.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance, exact
from models.model import Model, total
from models.records import Activity
from models.rule import Row, Rule


def honourable(instance: Instance, activity: Activity) -> bool:
    """Whether the third party of the work is one that leaders can give way to."""
    least = instance.parameter("face_saving", "trait")
    good = bool(activity.traits) and all(exact(score) >= least for _, score in activity.traits)
    return activity.track == "T1.5" and good


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    lift = instance.parameter("face_saving", "lift")
    for activity, n in model.running():
        at_stake = float(lift * instance.level("concession", activity.conflict, n)) if activity.talks else 0.0
        if at_stake:
            helpers = (each for each in model.of_conflict(activity.conflict) if honourable(instance, each))
            honour = total(model.output(each, n) for each in helpers)
            yield (
                f"face_saving_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= (1 - at_stake) * model.on(activity, n) + at_stake * honour,
            )


RULE = Rule(
    name="face_saving",
    sentence="Leaders who must give way need a trusted third party to do it with honour.",
    effect="restricts",
    off="leaders give way without help",
    claims="S15.6 S15.7",
    rows=rows,
)
