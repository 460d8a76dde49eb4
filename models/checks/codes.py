"""Every fault an instance can have: its code, what it means, how to mend it. ``plan check --codes`` prints them.

Errors stop a plan; warnings do not (``--strict`` turns them into errors). Faults of reading a file have codes of their
own, with the reader.
"""

from __future__ import annotations

from models.checks.code import Code
from models.checks.errors import ERRORS
from models.checks.warnings import WARNINGS

__all__ = ["CODES", "Code"]

CODES: dict[str, Code] = {**ERRORS, **WARNINGS}
"""By code; errors first, in the order in which an instance is read."""
