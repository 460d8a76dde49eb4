"""``plan audit``: a plan, made here or by hand, replayed and held against every rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.audit import Audit
    from models.instance import Instance


@click.command("audit")
@click.argument("instance")
@click.argument("plan")
@setting("objective", shown="as in the plan")
@setting("without", shown="as in the plan")
@setting("audience", default="owner", shown="owner")
@with_manners()
def command(
    instance: str, plan: str, objective: Any, without: tuple[str, ...], audience: Any, manners: Manners
) -> Exit:
    """Check PLAN against every rule of INSTANCE, in exact arithmetic, without a solver.

    PLAN is a file or folder saved by plan solve, or one made by hand: what runs where, at what cost, who pays.
    Ends with exit code 6 where the plan breaks a rule. Where something is hidden from an audience, it is told only
    whether the plan passed: violations and scores rest on all work.
    """
    from dataclasses import replace

    from models.audit import audit
    from planner.audience import hides
    from planner.planfile import read_plan
    from planner.read import read

    reading(instance, "nothing was audited")
    checked, _ = read(instance)
    reading(plan, "nothing was audited")
    saved = read_plan(plan, checked)
    assert saved.plan is not None
    decisions = replace(saved.plan, without=frozenset(without)) if without else saved.plan
    goal = objective or saved.objective
    claimed = saved.score if goal == saved.objective and not without else None
    found = audit(checked, decisions, objective=goal, claimed_score=claimed)
    _print(Report(plan, checked, found, hides(checked.records, audience)), manners)
    return Exit.OK if found.passed else Exit.REFUSED


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of an audit: ``hidden`` leaves out all that rests on work an audience may not see."""

    plan: str
    instance: Instance
    audit: Audit
    hidden: bool

    columns: ClassVar = ("check", "place", "subject", "expected", "found")

    @property
    def rows(self) -> list[tuple[str, ...]]:
        found = () if self.hidden else self.audit.violations
        return [tuple(getattr(violation, name) for name in self.columns) for violation in found]

    def content(self) -> dict[str, Any]:
        """For JSON."""
        told: dict[str, Any] = {"passed": self.audit.passed, "checks": list(self.audit.checks)}
        if not self.hidden:
            told |= {"score": float(self.audit.score), "cost": float(self.audit.cost)}
            told["violations"] = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return told

    def sentences(self) -> str:
        """For people."""
        from planner.cli.faultlist import count
        from planner.cli.printing import violations

        checks = count(len(self.audit.checks), "check")
        if self.hidden:
            return f"{self.plan} passed {checks}." if self.audit.passed else f"{self.plan} is refused."
        if not self.audit.passed:
            broken = count(len(self.audit.violations), "violation")
            return f"{self.plan} is refused: {broken} in {checks}.\n{violations(self.audit)}"
        cost = f"{float(self.audit.cost):,.0f} {self.instance.horizon.currency}".rstrip()
        expected = "expected cost" if len(self.instance.scenarios) > 1 else "cost"
        return f"{self.plan} passed {checks}: score {float(self.audit.score):.4f}, {expected} {cost}."


def _print(report: Report, manners: Manners) -> None:
    from planner.cli.table import Table, document, put, put_text

    match manners.form:
        case "csv":
            put(Table("audit", report.columns, report.rows), manners)
        case "json":
            put_text(document("audit", report.content(), manners), manners)
        case "text":
            put_text(report.sentences() + "\n", manners)
