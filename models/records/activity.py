from __future__ import annotations

from typing import ClassVar, Literal

from models.kinds import ActivityKind, Status, Track, Visibility
from models.records.base import Date, Record, column

_PER_QUARTER = "currency per quarter"
_EFFECT = "progress per quarter at full output"


class Activity(Record):
    """Work that may be done on one track of one conflict.

    Money is per quarter and converted to the period length; ``spend_max`` is positive, so nothing is had unpaid.
    """

    word: ClassVar[str] = "activity"
    meaning: ClassVar[str] = "work that may be done on one track of one conflict"

    name: str = column(..., "name", at="name", min_length=1)
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    kind: ActivityKind = column("other", "kind of work", at="kind")
    parties: tuple[str, ...] = column((), "parties at the table", at="who", unit="names")
    begin: Date | None = column(None, "may not run before", at="from", blank="start of the horizon")
    end: Date | None = column(None, "may not run after", at="to", blank="end of the horizon")
    visibility: Visibility = column("public", "who may see it", at="visibility")
    track: Track = column(..., "track", at="track", unit="T1, T1.5, T2 to T9")
    setup: float = column(0.0, "cost of each start", at="setup", unit="currency", ge=0)
    spend_min: float = column(0.0, "least spending while it runs", at="spend_min", unit=_PER_QUARTER, ge=0)
    spend_max: float = column(..., "spending at full output", at="spend_max", unit=_PER_QUARTER, gt=0)
    run_min: float = column(1.0, "shortest run", at="run_min", unit="quarters", gt=0, le=400)
    run_max: float | None = column(None, "longest run", at="run_max", unit="quarters", blank="no limit", gt=0, le=400)
    political: float = column(0.0, "effect on political progress", at="political", unit=_EFFECT, ge=0, le=1)
    structural: float = column(0.0, "effect on structural progress", at="structural", unit=_EFFECT, ge=0, le=1)
    social: float = column(0.0, "effect on social progress", at="social", unit=_EFFECT, ge=0, le=1)
    low: float = column(1.0, "least believable effect, as a factor", at="low", unit="factor", ge=0, le=1)
    high: float = column(1.0, "greatest believable effect, as a factor", at="high", unit="factor", ge=1, le=10)
    sponsor: str | None = column(None, "who leads or hosts it; no party: a third party", at=None, blank="nobody else")
    status: Status = column("open", "open, committed, running or excluded", at=None)
    repeats: int = column(1, "how many runs it may have on one path", at=None, unit="runs", ge=1, le=50)
    response: tuple[tuple[float, float], ...] = column(
        (),
        "output at given spending, concave, from spend_min to spend_max",
        at=None,
        unit="currency per quarter:output, joined by |",
        blank="the default response",
    )
    tags: tuple[str, ...] = column((), "words funders may earmark by", at=None, unit="words")
    credibility: float = column(
        1.0, "credibility of those who do it (S2.12, S15.8)", at=None, unit="0 to 1", ge=0, le=1
    )
    leverage: bool = column(False, "needs carrots or sticks to work fully", at=None, unit="yes or no")
    needs_channel: bool | None = column(
        None, "needs the channel between its parties", at=None, unit="yes or no", blank="decided by track and sponsor"
    )
    channel: bool = column(False, "keeps a channel of communication open (S2.11)", at=None, unit="yes or no")
    equalising: float = column(
        0.0,
        "lifts the weaker side's issues (Q4)",
        at=None,
        unit="durable ceiling per quarter at full output",
        ge=0,
        le=1,
    )
    uses: tuple[tuple[str, float], ...] = column(
        (), "capacities it uses while on", at=None, unit="capacity:amount, joined by |"
    )
    suitability_latent: float = column(1.0, "effect in the latent phase (O3)", at=None, unit="factor", ge=0, le=2)
    suitability_confrontation: float = column(1.0, "effect in confrontation (O3)", at=None, unit="factor", ge=0, le=2)
    suitability_war: float = column(1.0, "effect in war (O3)", at=None, unit="factor", ge=0, le=2)
    suitability_negotiation: float = column(1.0, "effect in negotiation (O3)", at=None, unit="factor", ge=0, le=2)
    suitability_implementation: float = column(1.0, "effect in implementation (O3)", at=None, unit="factor", ge=0, le=2)
    evidence: Literal["measured", "study", "expert", "assumption"] = column(
        "assumption", "what the effects rest on", at=None, unit="measured, study, expert or assumption"
    )

    @property
    def official(self) -> bool:
        """Track 1 and nothing else."""
        return self.track == "T1"

    @property
    def unofficial(self) -> bool:
        """Tracks 2 to 9."""
        return self.track not in ("T1", "T1.5")
