"""The audit of a plan: every rule and every part of the core checked, and the score recomputed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from models.audit.blame import missed, overstated
from models.audit.forward import replay
from models.audit.registry import CORE, RULES, Check
from models.audit.state import Objective, Replay
from models.audit.violation import Violation
from models.instance import Instance
from models.plan import Plan


@dataclass(frozen=True)
class Audit:
    """What an audit found. ``checks`` are the names of the checks that ran; rules that are off did not.

    ``replay`` is the state that counts: never more than the plan states, its money buys and the rules allow.
    """

    violations: tuple[Violation, ...]
    checks: tuple[str, ...]
    replay: Replay

    @property
    def passed(self) -> bool:
        return not self.violations

    @property
    def score(self) -> Fraction:
        """The replayed score, in points."""
        return self.replay.score

    @property
    def cost(self) -> Fraction:
        """Expected cost, in currency."""
        return self.replay.cost


def audit(
    instance: Instance, plan: Plan, *, objective: Objective = "progress", claimed_score: float | None = None
) -> Audit:
    """Check ``plan`` against every rule that is on, and ``claimed_score`` (points, under either objective) if given.

    A plan is judged on what it states and counted on what it is allowed. If it passes, milestones and targets have to
    stand on what counts as well, so that many small excesses within the tolerance buy nothing.
    """
    counted = replay(instance, plan, objective=objective)
    stated = counted
    if not _counts_in_full(counted):
        stated = replay(instance, plan, objective=objective, as_stated=True)
    checks = CORE + tuple(rule for rule in RULES if counted.awake(rule.name))
    stated.missed = (*missed(stated), *(() if claimed_score is None else overstated(counted, claimed_score)))
    violations = tuple(_violations(stated, checks))
    if not violations and stated is not counted:
        counted.missed = tuple(missed(counted))
        violations = tuple(_placed(instance, counted.missed))
    return Audit(violations, tuple(check.name for check in checks), counted)


def _counts_in_full(counted: Replay) -> bool:
    """Whether all that the plan states counts, so that one replay does for both."""
    decided = counted.decisions
    return (
        all(stated in (None, counted.output[key]) for key, stated in decided.output.items())
        and all(amount == counted.transfer.get(key) for key, amount in (decided.transfers or {}).items())
        and all(level == counted.bonus.get(key) for key, level in (decided.bonuses or {}).items())
    )


def _violations(stated: Replay, checks: tuple[Check, ...]) -> Iterator[Violation]:
    for check in checks:
        yield from _placed(stated.instance, check.check(stated))


def _placed(instance: Instance, violations: Iterator[Violation] | tuple[Violation, ...]) -> Iterator[Violation]:
    """Violations with the label of their node."""
    for violation in violations:
        if violation.node is not None and 0 <= violation.node < len(instance.tree):
            yield replace(violation, place=instance.label(violation.node))
        else:
            yield violation
