"""Progress that milestones and targets ask for, where it is not reached, and under whose word that is reported.

Most rules limit decisions. Some only shape what follows from them (delay, asymmetry, the cost of sticks): a plan breaks
such a rule by counting on progress it would have without it, and the violation bears that rule's word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.instance import Instance, exact
from models.kinds import TargetKind
from models.records import Target

MILESTONES, TARGETS = "milestones", "targets"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Progress of a ``kind`` that a milestone or target (``check``, ``subject``) needs at a node."""

    check: str
    subject: str
    conflict: str
    kind: TargetKind
    least: Fraction
    node: int

    def found(self, replay: Replay) -> Fraction:
        if self.kind == "durable":
            return replay.durable[self.conflict, self.node]
        return replay.progress[self.conflict, self.kind, self.node]

    def met(self, replay: Replay) -> bool:
        return self.found(replay) >= self.least - TOLERANCE

    def missed(self, replay: Replay, check: str) -> Violation:
        """The violation, under the word ``check``."""
        expected = f"{self.kind} progress of at least {words(self.least)} in {self.conflict}"
        return Violation(check, self.node, self.subject, expected, words(self.found(replay)))


def blamed(replay: Replay, name: str) -> Iterator[Violation]:
    """What was missed and is reported under ``name``."""
    return (violation for violation in replay.missed if violation.check == name)


def thresholds(replay: Replay) -> Iterator[Threshold]:
    """Every threshold the plan has to meet: of what it signs, and of the targets that bind."""
    signed = replay.decisions.signed
    for milestone in replay.instance.milestones:
        needs: tuple[tuple[TargetKind, float | None], ...] = (
            ("durable", milestone.political),
            ("structural", milestone.structural),
            ("social", milestone.social),
        )
        for node in sorted(node for name, node in signed if name == milestone.name):
            for kind, least in needs:
                if least is not None and 0 <= node < len(replay.facts.tree):
                    yield Threshold(MILESTONES, milestone.name, milestone.conflict, kind, exact(least), node)
    for target in replay.instance.targets:
        if target.always or replay.objective == "cost":
            for node in _nodes(replay.instance, target):
                yield Threshold(TARGETS, target.name, target.conflict, target.kind, exact(target.progress), node)


def _nodes(instance: Instance, target: Target) -> Iterator[int]:
    """Nodes of the period of a target: the one that holds the last day of its date, or the last of the horizon."""
    last = instance.calendar.number - 1
    period = last if target.by is None else min(last, instance.calendar.period_of(target.by.last))
    return (node.index for node in instance.tree if node.period == period)
