"""``plan audit``: a plan, made here or by hand, replayed and held against every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
@with_manners()
def command(instance: str, plan: str, objective: Any, without: tuple[str, ...], manners: Manners) -> Exit:
    """Check PLAN against every rule of INSTANCE, in exact arithmetic, without a solver.

    PLAN is a file or folder saved by plan solve, or one made by hand: what runs where, at what cost, who pays.
    Ends with exit code 6 where the plan breaks a rule.
    """
    from dataclasses import replace

    from models.audit import audit
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
    _print(plan, checked, found, manners)
    return Exit.OK if found.passed else Exit.REFUSED


def _print(plan: str, instance: Instance, found: Audit, manners: Manners) -> None:
    from planner.cli.table import Table, document, put, put_text

    columns = ("check", "place", "subject", "expected", "found")
    rows = [tuple(getattr(violation, name) for name in columns) for violation in found.violations]
    match manners.form:
        case "csv":
            put(Table("audit", columns, rows), manners)
        case "json":
            content = {
                "passed": found.passed,
                "score": float(found.score),
                "cost": float(found.cost),
                "checks": list(found.checks),
                "violations": [dict(zip(columns, row, strict=True)) for row in rows],
            }
            put_text(document("audit", content, manners), manners)
        case "text":
            put_text(_sentences(plan, instance, found) + "\n", manners)


def _sentences(plan: str, instance: Instance, found: Audit) -> str:
    from planner.cli.faultlist import count
    from planner.cli.printing import violations

    checks = count(len(found.checks), "check")
    if not found.passed:
        return f"{plan} is refused: {count(len(found.violations), 'violation')} in {checks}.\n{violations(found)}"
    cost = f"{float(found.cost):,.0f} {instance.horizon.currency}".rstrip()
    expected = "expected cost" if len(instance.scenarios) > 1 else "cost"
    return f"{plan} passed {checks}: score {float(found.score):.4f}, {expected} {cost}."
