"""What comes of one question."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Plan


@dataclass(frozen=True, slots=True)
class Finding:
    """``possible`` is True with an audited plan, False where it is proven that there is none, None where a limit or an
    interruption came first."""

    possible: bool | None
    plan: Plan | None = None
