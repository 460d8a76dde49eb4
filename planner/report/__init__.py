"""A report for those who decide: one page that opens offline, or a workbook with formulas that add up."""

from planner.callable import make_callable
from planner.report.found import LeftOut, Report
from planner.report.page import html
from planner.report.run import report
from planner.report.workbook import workbook

__all__ = ["LeftOut", "Report", "html", "report", "workbook"]

make_callable(__name__)
