"""A result as data frames, for notebooks: works, ledger, progress, milestones, summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.audience import Audience
from planner.outcome import Outcome, for_audience
from planner.planfile.columns import SHEETS, rows
from planner.show.progress import levels

if TYPE_CHECKING:
    import pandas

    from planner.solve import Result


def frames(result: Result | Outcome, *, audience: Audience = "owner") -> dict[str, pandas.DataFrame]:
    """Data frames by name. Money in whole currency units, output and progress as shares, periods as in plan files.

    ``works`` (activity, track, conflict, period, spend, setup, output, start), ``ledger`` (funder, activity, period,
    amount), ``progress`` (conflict, measure, period, progress), ``milestones`` (milestone, period), ``summary`` (one
    column, value, indexed by name). Withheld values are missing. Raises ``audience.Unsafe``.
    """
    import pandas

    outcome = for_audience(result, audience)
    listed = list(rows(outcome))

    def table(record: str) -> pandas.DataFrame:
        return pandas.DataFrame([values for word, values in listed if word == record], columns=list(SHEETS[record]))

    works = table("work").astype({"output": float, "start": bool})
    of = {activity.name: activity for activity in outcome.instance.activities}
    works.insert(1, "track", [of[name].track for name in works["activity"]])
    works.insert(2, "conflict", [of[name].conflict for name in works["activity"]])
    progress = [
        (level.conflict, level.measure, outcome.instance.label(level.node), float(level.value))
        for level in levels(outcome)
    ]
    return {
        "works": works,
        "ledger": table("grant"),
        "progress": pandas.DataFrame(progress, columns=["conflict", "measure", "period", "progress"]),
        "milestones": table("signing"),
        "summary": table("plan").set_index("name"),
    }
