"""Core and borderline work, what it would mean to know an effect, and plans nearly as good as the best one."""

from __future__ import annotations

from math import inf

from planner.alternatives import Alternative, Alternatives, Ending
from planner.diff import sentence
from planner.outcome import Outcome
from planner.report.blocks import Block, Column, Grid, Heading, Items, Paragraph, Section
from planner.report.found import Report
from planner.report.words import interval, unit
from planner.robust import Place, Robust
from planner.series import Interval
from planner.show.letters import percent
from planner.show.marks import marked

_ROLES = {
    "core": "in the best plan under every belief",
    "borderline": "in the best plan under some",
    "exterior": "in the best plan under none",
}
_ENDINGS = {
    Ending.NUMBER: "As many as were looked for; there may be more: plan alternatives INSTANCE.",
    Ending.BEYOND: "Proven: every further plan that differs so much loses more.",
    Ending.NONE: "Proven: no further plan differs so much.",
    Ending.UNPROVEN: "Unproven whether there are further ones: the search left that open.",
    Ending.STOPPED: "Stopped before it was known whether there are more.",
}


def core(report: Report) -> Section | None:
    """What stays whatever is believed of effects, and what else could be done at little loss."""
    found = report.alternatives
    if found is None:
        return None
    blocks: list[Block] = []
    if found.robust is not None:
        blocks += _robust(report.outcome, found.robust)
    blocks += _others(report.outcome, found)
    return Section("alternatives", "Core and borderline work", blocks)


def _robust(outcome: Outcome, found: Robust) -> list[Block]:
    number = len(found.cases)
    if number <= 1:
        return [Paragraph("No activity states a range of effects (low, high): there is nothing to believe otherwise.")]
    blocks: list[Block] = [
        Paragraph(
            f"Solved under {number} beliefs: effects as stated, and activities at the low or high end of their ranges. "
            "Roles are those in the best plans found under these beliefs; plans as good within the gap may be "
            "otherwise, and between these beliefs nothing is proven."
        ),
        Grid(
            "Work by its role",
            (
                Column("track"),
                Column("work", "name"),
                Column("role"),
                Column("of the beliefs", "share"),
                Column("means"),
            ),
            tuple(_place(outcome, place) for place in found.places),
        ),
    ]
    if found.turns:
        rows = tuple(
            (
                marked(outcome.instance.activity(each.activity)),
                *(_ends(outcome, ends) for ends in (each.swing, each.moves, each.regret)),
            )
            for each in found.turns
        )
        columns = (
            Column("effect of", "name"),
            Column(f"best plan, high less low ({unit(outcome)})"),
            Column("plan as adopted"),
            Column("loses if kept, at most"),
        )
        blocks.append(Grid("What it would mean to know an effect: low or high", columns, rows))
    if found.left:
        blocks.append(Paragraph(f"Stopped before {len(found.left)} further beliefs were solved.", "warning"))
    return [*blocks, *(Paragraph(text) for text in found.messages)]


def _place(outcome: Outcome, place: Place) -> tuple[str, str, str, float, str]:
    activity = outcome.instance.activity(place.activity)
    fixed = f" ({activity.status})" if activity.status in ("committed", "excluded") else ""
    return activity.track, marked(activity), f"{place.role}{fixed}", place.share, _ROLES[str(place.role)]


def _ends(outcome: Outcome, found: Interval) -> str:
    return "no plan" if found.low == inf else interval(outcome, found)


def _others(outcome: Outcome, found: Alternatives) -> list[Block]:
    if found.plan is None:
        return [Paragraph("The search for alternatives ended before it had a plan to vary.", "warning")]
    blocks: list[Block] = [
        Heading("Plans nearly as good"),
        Paragraph(
            f"Each loses at most {percent(found.loss)} of the {'cost' if outcome.objective == 'cost' else 'score'}, "
            f"and runs at least {found.differ} activities otherwise than the best plan and than each one before it."
        ),
    ]
    if found.alternatives:
        blocks.append(Items(tuple(_alternative(outcome, each) for each in found.alternatives)))
    if found.ending is not None:
        none = "" if found.alternatives else "None was found. "
        blocks.append(Paragraph(none + _ENDINGS[found.ending]))
    return blocks


def _alternative(outcome: Outcome, each: Alternative) -> str:
    high = inf if each.loss_high is None else each.loss_high
    words = sentence(each.difference, "It", most=6, currency=outcome.instance.horizon.currency)
    return f"Loses {interval(outcome, Interval(each.loss_low, high))} {unit(outcome)}. {words}"
