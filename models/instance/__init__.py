"""An instance ready to plan: its records, its calendar and tree, and the facts both the formulation and the audit read.

Numbers derived here are exact fractions of the decimals the user wrote; powers (retention, discount) are rounded to
twelve decimals once, here, so that everybody who computes with them computes with the same number.

    Rows    the records by kind, parameters and weights          rows.py
    Timed   calendar, tree, spans of time in periods             timed.py
    Facts   phases, closures, votes, conditions at a node        facts.py
    Works   windows, runs, money, response, effects of work      works.py
"""

from __future__ import annotations

from models.instance.exact import DAYS_PER_QUARTER, exact
from models.instance.works import Works

__all__ = ["DAYS_PER_QUARTER", "Instance", "exact"]


class Instance(Works):
    """A checked instance. Build it with :func:`models.checks.build_instance`, which raises ``Faults``."""
