from __future__ import annotations

from typing import ClassVar, Literal

from models.kinds import TALKS, ActivityKind, Level, Status, Track, Trait, Visibility
from models.records.base import Date, Record, column

_PER_QUARTER = "currency per quarter"
_EFFECT = "progress per quarter at full output"
_SUITED = "1, or the catalogue's where the horizon asks for it"


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
    leverage: bool = column(False, "track 1 or 1.5: needs carrots or sticks to work fully", at=None, unit="yes or no")
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
    level: Level | None = column(
        None, "level of representation in talks (L1)", at=None, unit="low, minister or head", blank="not told"
    )
    issues: tuple[str, ...] = column((), "issues it deals with (W1.3a, O7)", at=None, unit="words")
    coercive: bool = column(
        False, "official work: forces the parties rather than helps them (W1.1a)", at=None, unit="yes or no"
    )
    bias: float = column(
        0.0, "how far its leader favours one side (N7)", at=None, unit="0 to 1", blank="even-handed", ge=0, le=1
    )
    opinion: float = column(
        0.0,
        "tracks 2 to 9: moves public opinion for peace (D2, K6, K9)",
        at=None,
        unit="opinion per quarter at full output",
        ge=0,
        le=1,
    )
    insight: float = column(
        0.0,
        "tells what the parties want (S1.3, A7, S2.4)",
        at=None,
        unit="insight per quarter at full output",
        ge=0,
        le=1,
    )
    needs_insight: bool = column(
        False, "official work: fully at work only where the parties are known well (S1.3)", at=None, unit="yes or no"
    )
    exposure: float | None = column(
        None,
        "tracks 1 and 1.5: political risk at full output (N14)",
        at=None,
        unit="exposure",
        blank="the default of its track",
        ge=0,
    )
    agencies: tuple[str, ...] = column(
        (), "official work: government agencies that take part (N13)", at=None, unit="names"
    )
    bridges: bool = column(
        False,
        "track 1.5: carries ideas from every unofficial to every official room (S15.1)",
        at=None,
        unit="yes or no",
    )
    traits: tuple[tuple[Trait, float], ...] = column(
        (), "track 1.5: what its third party is like, 0 to 1 (S15.7)", at=None, unit="trait:score, joined by |"
    )
    home: str | None = column(
        None, "track 1.5: home state of its third party (W15.1)", at=None, unit="name", blank="none that matters"
    )
    needs_access: bool | None = column(
        None, "has to be where the conflict is (A7, S15.4)", at=None, unit="yes or no", blank="decided by kind"
    )
    raises: tuple[tuple[str, float], ...] = column(
        (), "track 8: money it brings to tranches (K8)", at=None, unit="tranche:currency per quarter, joined by |"
    )
    same_people: bool = column(False, "the same people meet again and again (S2.8)", at=None, unit="yes or no")
    confidential: bool = column(False, "loses all by publicity (S2.13, K9)", at=None, unit="yes or no")
    publicity: bool | None = column(
        None, "brings the conflict into the press (K9)", at=None, unit="yes or no", blank="yes for media, else no"
    )
    influence: float = column(
        1.0, "influence of its participants on officials (X2, S2.13)", at=None, unit="0 to 1", ge=0, le=1
    )
    skills: float = column(
        0.0, "skills it builds for track two (K5)", at=None, unit="skill per quarter at full output", ge=0, le=1
    )
    force: bool = column(False, "uses or arms force (O2)", at=None, unit="yes or no")
    harm: tuple[tuple[str, float], ...] = column(
        (), "harm to groups while it runs, 0 to 3 (N10, A8)", at=None, unit="group:harm, joined by |"
    )
    gains: tuple[tuple[str, float], ...] = column(
        (), "what parties gain from it (O12, S2.15)", at=None, unit="party:gain per quarter at full output, joined by |"
    )
    seats: tuple[tuple[str, float], ...] = column(
        (), "seats at its table (Q4)", at=None, unit="party:seats, joined by |"
    )
    expectations: float = column(
        0.0, "expectations it raises (Q5)", at=None, unit="expectation per quarter at full output", ge=0, le=1
    )
    prevention: float = column(
        0.0, "lowers the risk of violence (B4, O5)", at=None, unit="risk per quarter at full output", ge=0, le=1
    )
    suitability_latent: float | None = column(
        None, "effect in the latent phase (O3)", at=None, unit="factor", blank=_SUITED, ge=0, le=2
    )
    suitability_confrontation: float | None = column(
        None, "effect in confrontation (O3)", at=None, unit="factor", blank=_SUITED, ge=0, le=2
    )
    suitability_war: float | None = column(
        None, "effect in war (O3)", at=None, unit="factor", blank=_SUITED, ge=0, le=2
    )
    suitability_negotiation: float | None = column(
        None, "effect in negotiation (O3)", at=None, unit="factor", blank=_SUITED, ge=0, le=2
    )
    suitability_implementation: float | None = column(
        None, "effect in implementation (O3)", at=None, unit="factor", blank=_SUITED, ge=0, le=2
    )
    evidence: Literal["measured", "study", "expert", "assumption"] = column(
        "assumption", "what the effects rest on", at=None, unit="measured, study, expert or assumption"
    )

    @property
    def official(self) -> bool:
        """Track 1 and nothing else."""
        return self.track == "T1"

    @property
    def third_party(self) -> bool:
        """Led or hosted by somebody who is no party at the table."""
        return self.sponsor is not None and self.sponsor not in self.parties

    @property
    def talks(self) -> bool:
        """Official work in which the sides meet: consultations, good offices, mediation, negotiation."""
        return self.official and self.kind in TALKS

    @property
    def unofficial(self) -> bool:
        """Tracks 2 to 9."""
        return self.track not in ("T1", "T1.5")
