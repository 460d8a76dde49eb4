"""The report as a table of contents."""

from __future__ import annotations

from collections.abc import Callable

from planner.report.answers import frontier, ladder
from planner.report.blocks import Section
from planner.report.core import core
from planner.report.decision import decision
from planner.report.found import Report
from planner.report.harm import harm
from planner.report.provenance import assumptions, glossary, provenance
from planner.report.sections import left_out, money_ledger, scenarios, timeline

SECTIONS: dict[str, Callable[[Report], Section | None]] = {
    "decision": decision,
    "scenarios": scenarios,
    "timeline": timeline,
    "ledger": money_ledger,
    "left-out": left_out,
    "alternatives": core,
    "frontier": frontier,
    "ladder": ladder,
    "harm": harm,
    "assumptions": assumptions,
    "audit": provenance,
    "glossary": glossary,
}


def sections(report: Report) -> list[Section]:
    """The parts asked for, in their order; without a plan only those that need none."""
    words = report.parts if report.outcome.plan is not None else ("decision", "assumptions", "audit", "glossary")
    found = [make(report) for word, make in SECTIONS.items() if word in words]
    return [section for section in found if section is not None]
