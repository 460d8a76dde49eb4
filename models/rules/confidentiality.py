"""Press near a secret room empties it (S2.13, K9).

    confidentiality: output[a,n] + on[b,n] <= 1

for confidential work a and work b of the same conflict that brings publicity: said so, or of the kind media.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model
from models.records import Activity
from models.rule import Row, Rule


def public(activity: Activity) -> bool:
    """Whether the work brings the conflict into the press."""
    return activity.kind == "media" if activity.publicity is None else activity.publicity


def rows(model: Model) -> Iterator[Row]:
    for activity, n in model.running():
        for each in model.of_conflict(activity.conflict) if activity.confidential else ():
            if public(each) and (each.name, n) in model.columns.on:
                yield (
                    f"confidentiality_{model.tag(activity)}_{model.tag(each)}_n{n}",
                    model.output(activity, n) + model.on(each, n) <= 1,
                )


RULE = Rule(
    name="confidentiality",
    sentence="Press near a secret room empties it.",
    effect="restricts",
    off="press does no harm",
    claims="S2.13 K9",
    rows=rows,
)
