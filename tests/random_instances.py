"""Seeded tiny instances that wake every rule now and then; legal by ``models.checks``.

Each seed has a *focus*: the rule whose circumstances are laid out on purpose. Everything else is left to chance, so
that rules meet. Money is in units of one, so that whole spending is decided by trying.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from models.checks import build_instance
from models.faults import Faults
from models.instance import Instance
from models.kinds import PHASES
from models.records import (
    Activity,
    Capacity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Horizon,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
    Target,
)

LENGTHS = {"month": (1, 3.0), "quarter": (3, 1.0), "half": (6, 0.5), "year": (12, 0.25)}
"""Months of a period, and periods of that length per quarter."""


@dataclass
class Draft:
    """Records under way; ``length`` and ``number`` of periods are decided first."""

    random: Random
    length: str
    number: int
    records: list[Record] = field(default_factory=list)
    works: list[dict[str, Any]] = field(default_factory=list)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def label(self, period: int) -> str:
        """Label of a period, the horizon beginning with 2000."""
        months = LENGTHS[self.length][0] * period
        year, month = 2000 + months // 12, months % 12
        if self.length == "year":
            return str(year)
        sort = {"month": f"{month + 1:02}", "quarter": f"Q{month // 3 + 1}", "half": f"H{month // 6 + 1}"}[self.length]
        return f"{year}-{sort}"

    def period(self, low: int = 0) -> str:
        return self.label(self.random.randint(low, self.number - 1))

    def effect(self, low: int = 2, high: int = 15) -> float:
        """A progress per quarter, two decimals."""
        return self.random.randint(low, high) / 100

    def add(self, record: Record) -> None:
        self.records.append(record)

    def work(self, name: str, track: str, kind: str, **given: Any) -> str:
        """Another activity; money is drawn per period, from 1 to 4 units."""
        rate = LENGTHS[self.length][1]
        least = self.random.choice((1, 1, 1, 2))
        greatest = least + self.random.choice((0, 1, 1, 2))
        row: dict[str, Any] = {
            "name": name,
            "conflict": "Strife",
            "track": track,
            "kind": kind,
            "spend_min": least * rate,
            "spend_max": greatest * rate,
            "setup": self.random.choice((0, 0, 1)),
        }
        if track == "T1" or self.chance(0.2):
            row["parties"] = ("A", "B")
        first = self.random.randrange(self.number) if self.chance(0.4) else 0
        last = self.random.randint(first, self.number - 1) if self.chance(0.3) else self.number - 1
        if first:
            row["begin"] = self.label(first)
        if last < self.number - 1:
            row["end"] = self.label(last)
        row["run_min"] = self.random.choice((1, 1, 1, 2)) / rate
        if self.chance(0.2):
            row["run_max"] = self.random.choice((1, 2)) / rate
        if self.chance(0.2):
            row["repeats"] = 2
        self._marks(row)
        self._status(row, first)
        self.works.append(row | given)
        return name

    def _marks(self, row: dict[str, Any]) -> None:
        """Attributes that few works have."""
        if self.chance(0.1):
            row["credibility"] = 0.8
        if self.chance(0.15):
            row[f"suitability_{self.random.choice(PHASES)}"] = self.random.choice((0, 0.5, 1.5))
        if self.chance(0.15):
            row["sponsor"] = self.random.choice(("A", "Host"))
        if self.chance(0.08):
            row["leverage"] = True
        if self.chance(0.08) and "parties" in row:
            row["needs_channel"] = self.chance(0.7)
        if self.chance(0.15) and row["spend_min"] < row["spend_max"]:
            row["response"] = ((row["spend_min"], self.random.choice((0.2, 0.6))), (row["spend_max"], 0.9))

    def _status(self, row: dict[str, Any], first: int) -> None:
        if self.chance(0.08) and first == 0:
            row["status"] = "running"
        elif self.chance(0.05) and row["run_min"] == 1 / LENGTHS[self.length][1] and "run_max" not in row:
            row["status"] = "committed"
        elif self.chance(0.03):
            row["status"] = "excluded"

    def whole(self) -> list[Record]:
        """All records; activities last, funders able to pay for about half of everything."""
        return [*self.records, *(Activity(**row) for row in self.works)]


# --- the circumstances of each rule -------------------------------------------------------------------------------


def budget(draft: Draft) -> None:
    """One tranche that expires, waits or carries over, and more work than it pays for."""
    draft.work("dialogue", "T4", "exchange", social=draft.effect(5))
    draft.work("school", "T5", "education", structural=draft.effect(5))
    rate = LENGTHS[draft.length][1]
    begin = draft.label(draft.random.randint(-1, 1)) if draft.chance(0.5) else None
    draft.add(
        Funder(
            name="Early",
            amount=draft.random.randint(2, 6),
            begin=begin,
            end=draft.label(draft.random.randint(1, draft.number - 1)) if draft.chance(0.6) else None,
            carry_over=draft.random.choice((0, 0.5, 1)),
            lead_time=draft.random.choice((0, 0, 1, 0.5)) / rate,
        )
    )


def earmark(draft: Draft) -> None:
    """Two tranches of one donor with conditions, and a small free one."""
    draft.work("dialogue", "T4", "exchange", social=draft.effect(5), tags=("youth",))
    draft.work("talks", "T1", "negotiation", political=draft.effect(5), tags=("women",))
    pays_for = draft.random.choice((("T4",), ("youth",), ("T1", "women"), ("talks",), ("T4", "T2", "youth")))
    share = draft.random.choice((1, 0.5, 0.75))
    for name in ("Grant one", "Grant two"):
        draft.add(
            Funder(
                name=name,
                donor="Foundation",
                amount=draft.random.randint(2, 5),
                pays_for=pays_for if draft.chance(0.7) else (),
                smallest=draft.random.choice((0, 0, 2, 3)),
                largest_share=share,
            )
        )
    draft.add(Funder(name="Small", amount=draft.random.randint(0, 4)))


def capacity(draft: Draft) -> None:
    """Two works that need more of something than there is."""
    draft.work("shuttle", "T1", "mediation", political=draft.effect(5), uses=(("mediators", 1),))
    draft.work("forum", "T2", "workshop", social=draft.effect(5), uses=(("mediators", draft.random.choice((1, 0.5))),))
    draft.add(Capacity(name="mediators", amount=1, end=draft.period(1) if draft.chance(0.4) else None))
    if draft.chance(0.3):
        draft.add(Capacity(name="mediators", amount=0.5, begin=draft.period(1)))


def electoral_cycle(draft: Draft) -> None:
    """Official work around a vote of a party, or of the sponsor."""
    host = draft.random.choice((None, "A", "Host"))
    draft.work(
        "talks", "T1", draft.random.choice(("negotiation", "consultation")), political=draft.effect(5), sponsor=host
    )
    draft.add(Election(who="Host" if host == "Host" else "A", date=draft.period()))
    if draft.chance(0.3):
        draft.add(Election(name="second", who="B", date=draft.period(), before=0.5, after=0))


def closed_embassy(draft: Draft) -> None:
    """Closed missions, and perhaps a channel."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(8), social=draft.effect(0, 4))
    track, kind = draft.random.choice((("T1", "special_envoy"), ("T1", "protecting_power"), ("T2", "back_channel")))
    if draft.chance(0.7):
        draft.work("channel", track, kind, parties=("A", "B"), social=draft.effect(0, 2))
    if draft.chance(0.3):
        draft.work("trade", "T3", "business", parties=("A", "B"), structural=draft.effect(0, 3))
    dated = draft.chance(0.5)
    draft.add(Closure(who=("A", "B"), begin="2000-02-10" if dated else draft.period()))


def open_channel(draft: Draft) -> None:
    """War, and a channel that costs money and achieves little."""
    draft.add(
        Phase(
            conflict="Strife", kind=draft.random.choice(("war", "confrontation")), begin=draft.period(), retention=0.95
        )
    )
    draft.work("hotline", draft.random.choice(("T1", "T2", "T1.5")), "back_channel", parties=("A", "B"), **OPEN)
    draft.work("school", "T5", "education", structural=draft.effect(2, 5))
    if draft.chance(0.4):
        draft.work("elders", "T7", "religious", channel=True, social=draft.effect(0, 3))


def consultation_delay(draft: Draft) -> None:
    """Official work whose effect is awaited, whole periods or fractions."""
    draft.work("talks", "T1", "consultation", political=draft.effect(5), social=draft.effect(0, 5))
    draft.work("school", "T5", "education", structural=draft.effect(2, 8))
    if draft.chance(0.6):
        draft.add(RuleSetting(name="consultation_delay", kind="delay", amount=draft.random.choice((0.5, 1.5, 2))))


def power_asymmetry(draft: Draft) -> None:
    """Unequal power, and work that equalises or builds trust."""
    draft.work("talks", "T1", "mediation", political=draft.effect(10, 30))
    draft.work("voices", "T6", "advocacy", equalising=draft.effect(0, 10), social=draft.effect(0, 6))


def inducement(draft: Draft) -> None:
    """Work that needs carrots or sticks."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(8, 20), leverage=True)
    draft.work(
        *draft.random.choice((("aid", "T1", "carrot"), ("sanctions", "T1", "sanction"), ("threat", "T1", "stick")))
    )
    if draft.chance(0.3):
        draft.work("loan", "T1", "carrot", social=draft.effect(0, 2))
    if draft.chance(0.5):
        draft.add(RuleSetting(name="inducement", kind="stick_lag", amount=draft.random.choice((0, 1, 1.5))))


def enforcement(draft: Draft) -> None:
    """Implementation, and a guarantor that costs money."""
    draft.work("rebuilding", draft.random.choice(("T1", "T2", "T4")), "implementation", structural=draft.effect(8, 20))
    draft.work("force", "T1", "guarantor", **({"begin": draft.period(), "end": None} if draft.chance(0.5) else {}))
    if draft.chance(0.25):
        draft.work("observers", "T1", "guarantor")
    draft.add(RuleSetting(name="enforcement", kind="window", amount=draft.random.choice((0, 1, 2))))


def transfer(draft: Draft) -> None:
    """Unofficial ideas, and a room to carry them to."""
    draft.work("workshop", "T2", "workshop", political=draft.effect(8, 20))
    draft.work("room", draft.random.choice(("T1", "T1", "T1.5")), "other")
    if draft.chance(0.7):
        value = draft.random.choice((None, 0.04, 0.2))
        draft.add(
            Link(name="workshop", kind="transfers", other="room", value=value, window=draft.random.choice((None, 0, 1)))
        )
    if draft.chance(0.4):
        draft.add(RuleSetting(name="transfer", kind="default", amount=0.03))


def no_substitute(draft: Draft) -> None:
    """Track one and a half alone, and official work that may accompany it."""
    draft.work("statesmen", "T1.5", "dialogue", political=draft.effect(8, 20))
    draft.work("talks", "T1", "consultation", political=draft.effect(0, 5))
    draft.add(RuleSetting(name="no_substitute", kind="limit", amount=draft.random.choice((0, 0.05, 0.1))))


def signature(draft: Draft) -> None:
    """Something to sign, closed missions, and what it unlocks."""
    draft.work("talks", "T1", draft.random.choice(("negotiation", "mediation")), political=draft.effect(0, 8))
    draft.work("return", "T4", "exchange", social=draft.effect(8, 15), status="open")
    draft.add(
        Milestone(
            name="Accord",
            conflict="Strife",
            value=draft.random.choice((0.02, 0.1)),
            unlocks=("return",) if draft.chance(0.6) else (),
            political=draft.random.choice((None, None, 0.05)),
            social=draft.random.choice((None, 0.02)),
        )
    )
    if draft.chance(0.3):
        draft.add(Milestone(name="Truce", conflict="Strife", kind="ceasefire", value=0.05, structural=0))
    if draft.chance(0.8):
        draft.add(Closure(who=("A", "B"), begin=draft.label(0) if draft.chance(0.7) else draft.period()))
    if draft.chance(0.5):
        draft.work("envoy", "T1", "special_envoy", parties=("A", "B"))


def preparation(draft: Draft) -> None:
    """Negotiations that workshops may prepare."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(10, 20), begin=draft.period(1))
    draft.work("workshop", "T2", "workshop", social=draft.effect(0, 3), **OPEN)
    draft.add(RuleSetting(name="preparation", kind="threshold", amount=draft.random.choice((0.5, 1, 2))))


def sequence(draft: Draft) -> None:
    """Two works that follow, require or exclude each other."""
    draft.work("first", "T4", "exchange", social=draft.effect(5))
    draft.work("second", "T5", "education", structural=draft.effect(5))
    kind = draft.random.choice(("follows", "requires", "excludes"))
    lag = draft.random.choice((0, 1)) / LENGTHS[draft.length][1] if kind == "follows" else 0
    draft.add(Link(name="first", kind=kind, other="second", lag=lag))


def synergy(draft: Draft) -> None:
    """Two works that do more together, in any category."""
    category = draft.random.choice(("political", "structural", "social"))
    tracks = draft.random.choice((("T2", "T4"), ("T2", "T1.5"), ("T1", "T4")))
    for name, track in zip(("one", "other"), tracks, strict=True):
        draft.work(name, track, "other", **{category: draft.effect(2, 10)})
    value = draft.random.choice((None, 0.03))
    draft.add(Link(name="one", kind="strengthens", other="other", value=value, category=category))
    if category == "political":
        draft.add(RuleSetting(name="transfer", kind="default", amount=0.05))


OPEN = {"begin": None, "end": None}
"""A window as long as the horizon."""

FOCUSES: dict[str, Callable[[Draft], None]] = {
    rule.__name__: rule
    for rule in (
        budget,
        earmark,
        capacity,
        electoral_cycle,
        closed_embassy,
        open_channel,
        consultation_delay,
        power_asymmetry,
        inducement,
        enforcement,
        transfer,
        no_substitute,
        signature,
        preparation,
        sequence,
        synergy,
    )
}


# --- everything else ----------------------------------------------------------------------------------------------


def _frame(draft: Draft, focus: str) -> None:
    random = draft.random
    weights = {"political": 1, "structural": 1, "social": 1} if draft.chance(0.2) else {}
    draft.add(
        Horizon(
            length=draft.length,
            first=draft.label(0),
            number=draft.number,
            discount=random.choice((0, 0, 0.05)),
            end_value=random.choice((None, None, 0, 0.5)),
            **weights,
        )
    )
    if draft.number > 1 and draft.chance(0.5):
        known = random.randint(1, draft.number - 1)
        third = draft.chance(0.2)
        draft.add(Scenario(name="calm", probability=0.35 if third else 0.6))
        draft.add(Scenario(name="storm", probability=0.4, known=draft.label(known)))
        if third:
            draft.add(Scenario(name="thaw", probability=0.25, known=draft.period(known), branches_from="storm"))
        if draft.chance(0.6):
            draft.add(
                Condition(
                    name="raid", kind="toll", conflict="Strife", begin=draft.period(known), social=0.1, scenario="storm"
                )
            )
        if draft.chance(0.4):
            draft.add(Closure(who=("A", "B"), begin=draft.period(known), scenario="storm"))
        if draft.chance(0.3):
            kind = random.choice(PHASES)
            draft.add(Phase(conflict="Strife", kind=kind, begin=draft.period(known), retention=0.8, scenario="storm"))
        if draft.chance(0.2):
            draft.add(Election(name="early vote", who="B", date=draft.period(known), before=0, scenario="storm"))
    draft.add(
        Conflict(
            name="Strife",
            retention=random.choice((1, 0.95, 0.9)),
            power_asymmetry=random.choice((0.8, 0.9, 1)) if focus == "power_asymmetry" else random.choice((0, 0, 0.5)),
            political=random.choice((0, 0, 0.1, -0.05)),
            social=random.choice((0, 0, 0.1)),
        )
    )
    draft.add(Party(name="A", conflict="Strife", strength="weaker"))
    draft.add(Party(name="B", conflict="Strife"))
    if draft.chance(0.15):
        draft.add(Conflict(name="Feud", weight=random.choice((0.5, 2)), social=0.1))


def _spice(draft: Draft, focus: str) -> None:
    """More work and more facts than the focus needs."""
    random = draft.random
    two = any(isinstance(row, Conflict) and row.name == "Feud" for row in draft.records)
    for name in ("extra", "further"):
        if draft.chance(0.45 if draft.number < 4 else 0.3):
            given: dict[str, Any] = {random.choice(("political", "social", "structural")): draft.effect()}
            if two and draft.chance(0.6):
                given["conflict"] = "Feud"
            draft.work(name, *random.choice(EXTRAS), **given)
    facts: list[Callable[[], Record]] = [
        lambda: Election(name="chance vote", who=random.choice(("A", "B")), date=draft.period()),
        lambda: Closure(kind="suspended", who=("A", "B"), begin=draft.period(), end=draft.label(draft.number - 1)),
        lambda: Phase(conflict="Strife", kind=random.choice(("latent", "negotiation", "war")), begin=draft.period()),
        lambda: Condition(name="massacre", kind="toll", conflict="Strife", begin=draft.period(), political=0.05),
        lambda: RuleSetting(name="no_substitute", kind="limit", amount=0.1),
        lambda: RuleSetting(name="core", kind="ideas_kept", amount=0.8),
    ]
    for fact in facts:
        if draft.chance(0.2):
            draft.add(fact())
    if focus != "sequence" and len(draft.works) > 2 and draft.chance(0.15):
        one, other = (work["name"] for work in random.sample(draft.works, 2))
        draft.add(Link(name=one, kind=random.choice(("follows", "requires", "excludes")), other=other))
    if focus not in ("budget", "earmark"):
        draft.add(Funder(name="Main", amount=random.randint(3, 10)))
        if draft.chance(0.4):
            draft.add(
                Funder(name="Side", amount=random.randint(2, 5), pays_for=random.choice((("T1",), ("T2", "T4"), ())))
            )
    if draft.chance(0.1):
        draft.add(Target(name="aim", conflict="Strife", kind="social", progress=0.02, always=True))


EXTRAS = (("T2", "workshop"), ("T9", "media"), ("T1", "fact_finding"), ("T1.5", "dialogue"), ("T3", "business"))


NODES = 7
"""Periods on all branches: what the search visits in well under a second."""


def tiny(seed: int, focus: str | None = None) -> tuple[Instance, str]:
    """The instance of a seed and its focus; draws again, deterministically, where chance broke a rule of the format."""
    focus = focus or list(FOCUSES)[seed % len(FOCUSES)]
    for attempt in range(50):
        random = Random(f"{seed} {attempt}")
        length = random.choice(("quarter", "quarter", "quarter", "half", "month", "year"))
        draft = Draft(random, length, random.choice((2, 3, 3, 4)))
        _frame(draft, focus)
        FOCUSES[focus](draft)
        _spice(draft, focus)
        try:
            instance = build_instance(draft.whole())[0]
        except Faults:
            continue
        if len(instance.tree) <= NODES:
            return instance, focus
    raise AssertionError(f"seed {seed} draws no legal instance")


def targeted(seed: int, focus: str | None = None) -> Instance:
    """An instance with a target that least cost has to reach."""
    for again in range(50):
        random = Random(f"target {seed} {again}")
        kind = random.choice(("political", "structural", "social", "durable"))
        aim = Target(name="goal", conflict="Strife", kind=kind, progress=random.choice((0.02, 0.05, 0.1)))
        # Shortfalls are not allowed at least cost: half of the instances do without the rule.
        rest = [RuleSetting(name="open_channel", kind="off")] if random.random() < 0.5 else []
        try:
            return build_instance([*tiny(seed + 1000 * again, focus)[0].records, aim, *rest])[0]
        except Faults:
            continue
    raise AssertionError(f"seed {seed} draws no legal instance with a target")
