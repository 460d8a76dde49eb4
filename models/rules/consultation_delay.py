"""Officials must ask home first (W1.3b).

    the effects of official work at n land ``delay`` quarters later: 1 - φ of them k periods on, φ of them k + 1

with ``low_delay`` where its level is low, ``head_delay`` where it is head. No rows: the delay shifts where gains enter
the rows of progress. What is under way at the end counts in the end state, so no plan gains or loses by the cut of the
horizon.
"""

from __future__ import annotations

from fractions import Fraction

from models.instance import Instance
from models.records import Activity
from models.rule import Rule


def wait(instance: Instance, activity: Activity) -> Fraction:
    """Quarters until the work takes effect."""
    if not activity.official:
        return Fraction(0)
    own = {"low": "low_delay", "head": "head_delay"}.get(activity.level or "", "delay")
    return instance.parameter("consultation_delay", own)


RULE = Rule(
    name="consultation_delay",
    sentence="Officials must ask home first, so their work takes effect later.",
    effect="shapes",
    off="official work takes effect at once",
    claims="W1.3b",
    wait=wait,
)
