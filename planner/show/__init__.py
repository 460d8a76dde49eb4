"""A plan for people: the staged timeline with all that belongs to it, as text for a terminal or a pipe."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from planner.audience import Audience
from planner.outcome import Outcome, for_audience
from planner.show import coordination, sections, sentences, timeline
from planner.show.page import Page

if TYPE_CHECKING:
    from planner.solve import Result

__all__ = ["render", "show"]

_LARGE = 5_000_000
"""From this total on, costs in the timeline are in thousands; the ledger always has whole units."""
_ON_A_PIPE = 100


def render(
    result: Result | Outcome,
    *,
    audience: Audience = "owner",
    width: int = _ON_A_PIPE,
    ascii_only: bool = False,
    colour: bool = False,
    verbose: bool = False,
) -> str:
    """The plan as text, ``width`` columns wide (80 at least), without what the audience may not see.

    ``verbose`` lists unverified inputs and assumptions one by one. A result without a plan is told in sentences; a plan
    whose audit failed is not shown. Raises ``planner.audience.Unsafe`` where nothing safe can be shown.
    """
    outcome = for_audience(result, audience)
    page = Page(width, ascii_only=ascii_only, colour=colour)
    unit = _unit(outcome)
    page.line(sentences.headline(outcome, unit), "bold")
    page.line(" ".join(filter(None, (sentences.proof(outcome), sentences.checked(outcome)))))
    if rest := " ".join(filter(None, (sentences.value(outcome), *sentences.withheld(outcome)))):
        page.line(rest)
    refused = outcome.audit is not None and not outcome.audit.passed
    if outcome.plan is not None and not refused:
        _plan(page, outcome, unit, verbose)
    for message in (*outcome.clash, *outcome.messages):
        page.line(message)
    page.line()
    page.line(sentences.footer(outcome), "dim")
    return page.text()


def show(
    result: Result | Outcome, *, audience: Audience = "owner", ascii_only: bool = False, verbose: bool = False
) -> None:
    """Print the plan on standard output, as wide as the terminal; in colour only on a terminal and without NO_COLOR."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((_ON_A_PIPE, 24)).columns if terminal else _ON_A_PIPE
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    text = render(result, audience=audience, width=width, ascii_only=ascii_only, colour=colour, verbose=verbose)
    sys.stdout.write(text)


def _unit(outcome: Outcome) -> int:
    """1000 where the plan's money is large, else 1."""
    return 1000 if outcome.plan is not None and outcome.plan.cost >= _LARGE else 1


def _plan(page: Page, outcome: Outcome, unit: int, verbose: bool) -> None:
    timeline.draw(page, outcome, unit)
    sections.scenarios(page, outcome)
    sections.plan_stages(page, outcome)
    sections.paid_by(page, outcome)
    sections.full_ledger(page, outcome)
    sections.progress(page, outcome)
    sections.milestones(page, outcome)
    sections.bridges(page, outcome)
    coordination.bonuses(page, outcome)
    coordination.shares_and_rooms(page, outcome)
    sections.binding(page, outcome)
    sections.rests_on(page, outcome, verbose)
