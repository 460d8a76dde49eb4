"""``plan show``: a saved plan, printed again, or written for another audience."""

from __future__ import annotations

from typing import Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit


@click.command("show")
@click.argument("instance")
@click.argument("plan")
@setting("audience", default="owner", shown="owner")
@with_manners(writes="Write the plan for that audience: .csv, .json, .xlsx or a folder.")
def command(instance: str, plan: str, audience: Any, manners: Manners) -> Exit:
    """Print the saved PLAN of INSTANCE. It is audited first; what fails is not shown (exit code 6)."""
    from planner.cli.printing import Printing, violations
    from planner.cli.saving import check_target
    from planner.cli.streams import say
    from planner.planfile import audited, read_plan, write_plan
    from planner.read import read

    reading(instance, "nothing was shown")
    target = check_target(manners.out, manners.force)
    checked, _ = read(instance)
    reading(plan, "nothing was shown")
    saved = audited(read_plan(plan, checked))
    if saved.audit is not None and not saved.audit.passed:
        say(f"{plan} is refused by the audit and not shown.")
        if audience == "owner":
            say(violations(saved.audit))
        return Exit.REFUSED
    if target is None:
        Printing(audience, manners).plan(saved)
    else:
        write_plan(saved, target, audience=audience, force=manners.force)
        manners.note(f"Wrote {target}.")
    return Exit.OK
