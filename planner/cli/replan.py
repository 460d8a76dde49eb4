"""``plan replan``: plan again from a date on, near an adopted plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit, InputError

if TYPE_CHECKING:
    from models.instance import Instance
    from models.plan import Plan
    from planner.planfile import Adopted
    from planner.replan import Replan


class Share(click.ParamType[float]):
    """A share as 25% or 0.25."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        text = str(value).strip()
        try:
            found = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        except ValueError:
            found = -1.0
        if not 0 <= found <= 1:
            self.fail(f'expected a share such as 25%, found "{value}"', param, ctx)
        return found


@click.command("replan")
@click.argument("instance")
@click.argument("plan")
@click.option("--from", "begin", required=True, metavar="PERIOD", help="The first period that can still be planned.")
@click.option("--actual", metavar="PLAN", help="A plan file of what really happened before.")
@click.option("--happened", default="", metavar="SCENARIO", help="The scenario that has come about by then.")
@click.option("--commitments", type=click.Choice(["keep", "buy-out", "free"]), help="Work under way goes on as planned, may be stopped at a price, or is free.  [default: keep]")  # fmt: skip # noqa: E501
@click.option("--buy-out", type=Share(), metavar="SHARE", help="Share of its grants due for each period in which promised work is stopped.")  # fmt: skip # noqa: E501
@click.option("--changes", "most_changes", type=click.IntRange(0), metavar="NUMBER", help="At most so many works run otherwise.  [default: any]")  # fmt: skip # noqa: E501
@click.option("--change-cost", type=click.FloatRange(0), default=0.0, metavar="POINTS", help="Weigh each work that runs otherwise.  [default: 0]")  # fmt: skip # noqa: E501
@click.option("--write-instance", metavar="FILE", help="With --happened: write the instance without the other courses.")
@searching(objective="as in the plan", without="as in the plan")
@with_manners(writes="Save the plan: .csv, .json, .xlsx or a folder.")
def command(
    instance: str,
    plan: str,
    begin: str,
    actual: str | None,
    write_instance: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Plan again from a date on, near the adopted PLAN, and tell what that stability costs.

    What lies before the date has happened: runs, money, who paid and what was signed stay as they were. INSTANCE may
    have changed since PLAN was adopted. Work under way is promised: it goes on as planned with at least its money, or
    (--buy-out) may be stopped where its funders pay a share of what they had promised. From the date on works may run
    otherwise: any number, at most --changes of them, or each at a --change-cost. A work that is moved, dropped, added,
    prolonged or shortened is one change; money and payers change freely.

    The price of stability is what the best plan with the same past is better that need keep nothing else: an interval
    from the bounds of both solves. It rests on all work: an audience from which anything is hidden gets the plan alone.
    """
    from planner.cli.live_solves import live
    from planner.cli.saving import INSTANCES, check_target
    from planner.cli.warnings import tell
    from planner.planfile import write_plan
    from planner.read import read
    from planner.replan import replan
    from planner.replan.scene import period_of

    reading(instance, "nothing was solved")
    target = check_target(manners.out, manners.force)
    known = check_target(write_instance, manners.force, INSTANCES)
    if known is not None and not asked["happened"]:
        raise InputError("--write-instance belongs to --happened: the instance is otherwise as it was given")
    read_, warnings = read(instance)
    tell(instance, warnings, manners)
    period = period_of(read_, begin)
    adopted = _adopted(plan, read_, period)
    past = None if actual is None else _adopted(actual, read_, period).outcome.plan
    if adopted.gone:
        manners.note(f"No longer in the instance, and left out of the adopted plan: {', '.join(adopted.gone)}.")
    given = _given(asked, adopted)
    assert adopted.outcome.plan is not None
    with live(manners) as on_progress:
        found = replan(read_, adopted.outcome.plan, begin, actual=past, on_progress=on_progress, **given)
    if known is not None:
        from planner.write import write_instance as write

        write(found.instance.records, known, force=manners.force)
        manners.note(f"Wrote {known}.")
    if found.plan is not None and target is not None:
        write_plan(found.result, target, audience=audience, force=manners.force)
    code = _print(found, audience, manners)
    if found.plan is not None:
        manners.note(f"Wrote {target}." if target else "Nothing saved. Keep it: --out plan.xlsx")
    return code


def _adopted(file: str, instance: Instance, period: int) -> Adopted:
    from planner.planfile import read_adopted

    reading(file, "nothing was solved")
    found = read_adopted(file, instance, period)
    if found.outcome.plan is None or found.outcome.hidden:
        raise InputError(
            f"{file} holds no whole plan: part of it is withheld, or none was found",
            "Give the plan as its owner has it.",
        )
    return found


def _given(asked: dict[str, Any], adopted: Adopted) -> dict[str, Any]:
    """What was asked for; objective and rules as in the adopted plan where that was left open."""
    given = chosen(asked)
    plan: Plan | None = adopted.outcome.plan
    assert plan is not None
    given["without"] = given["without"] or plan.without
    given.setdefault("objective", adopted.outcome.objective)
    given.setdefault("commitments", "buy-out" if asked["buy_out"] is not None else "keep")
    return given


def _print(found: Replan, audience: Any, manners: Manners) -> Exit:
    import json
    import sys

    from planner.audience import hides
    from planner.cli.printing import Printing, announce, sheet
    from planner.cli.streams import emit, say
    from planner.replan.document import content
    from planner.replan.text import render

    printing = Printing(audience, manners)
    hidden = hides(found.instance.records, audience)
    if manners.format == "json" and not hidden:
        whole = json.loads(printing.document(found.result)) | {"replan": content(found)}
        emit(json.dumps(whole, ensure_ascii=manners.ascii, indent=1) + "\n")
        return announce(found.result, Printing(audience, manners)) if found.plan is None else _code(found)
    code = announce(found.result, printing)
    if hidden:
        manners.note("What changes, and what stability costs, rests on all work and is left out for this audience.")
    elif found.plan is None:
        say(render(found, **sheet(manners, sys.stderr)).rstrip())
        say(_remedy(found))
    elif manners.format == "text":
        emit(render(found, **sheet(manners, sys.stdout)))
    return _code(found) if code is Exit.OK else code


def _remedy(found: Replan) -> str:
    """What may help where there is no plan."""
    if str(found.result.status) != "infeasible":
        return "Give it more time: --time-limit."
    if found.free is not None and found.free.plan is not None:
        return "A plan with this past exists: allow more changes (--changes), or let promises go (--commitments)."
    return "Look for what contradicts what: plan repair."


def _code(found: Replan) -> Exit:
    return Exit.OK if found.complete else Exit.LIMIT
