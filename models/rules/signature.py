"""Only governments sign (W2.6, A5).

    signature_official: signed[m,n] <= Σ on[a,n]                   a official negotiations and mediation
    signature_output:   least * signed[m,n] <= Σ output[a,n]       talks that idle sign nothing
    signature_channel:  signed[m,n] <= (1 - closed[i,n]) + Σ_r coverage[r] * on[r,n]      every closed pair i

Thresholds, once per path and what signing unlocks are core (``core/milestones.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import SIGNING
from models.model import Model, total
from models.relief import closed_pairs, relief
from models.rule import Row, Rule


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    for milestone in instance.milestones:
        conflict = milestone.conflict
        least = model.parameter("signature", "output")
        signers = [each for each in model.of_conflict(conflict) if each.official and each.kind in SIGNING]
        parties = [party.name for party in instance.parties if party.conflict == conflict]
        for n in range(len(instance.tree)):
            signed, suffix = model.columns.signed[milestone.name, n], f"{model.tag(milestone)}_n{n}"
            yield f"signature_official_{suffix}", signed <= total(model.on(each, n) for each in signers)
            if least:
                yield f"signature_output_{suffix}", least * signed <= total(model.output(each, n) for each in signers)
            for k, (one, other, closed) in enumerate(closed_pairs(instance, parties, n)):
                open_part = 1 - closed + relief(model, conflict, (one, other), n)
                yield f"signature_channel_{k}_{suffix}", signed <= open_part


RULE = Rule(
    name="signature",
    sentence="Only governments sign, and only while they can talk to each other.",
    effect="restricts",
    off="a milestone needs only its thresholds",
    claims="W2.6 A5",
    rows=rows,
)
