"""Saved plans: written as a CSV file, JSON, a workbook or a folder, and read back; plans made by hand are read too."""

from planner.identity import identity
from planner.outcome import FORMAT, Outcome, audited, for_audience, outcome
from planner.planfile.read import Adopted, read_adopted, read_plan
from planner.planfile.write import document, write_plan

__all__ = [
    "FORMAT",
    "Adopted",
    "Outcome",
    "audited",
    "document",
    "for_audience",
    "identity",
    "outcome",
    "read_adopted",
    "read_plan",
    "write_plan",
]
