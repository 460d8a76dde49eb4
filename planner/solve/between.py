"""What a search may begin from: plans for less money and for more."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Plan


@dataclass(frozen=True, slots=True)
class Between:
    """Begin from the best plan that runs what all of these run, and beyond that nothing but what one of them runs.

    They are plans for ``less`` and for ``more`` money. Where there is none for less, nothing need be run: what is in
    all plans for more may be too much. Where there is none for more, anything may be run beyond what the others run.
    Budgets that lie near each other share most of the runs of their best plans, so this is a small problem.
    """

    less: tuple[Plan, ...]
    more: tuple[Plan, ...]

    @property
    def both_sides(self) -> bool:
        """Whether there are plans for less and for more: then the best one is likely to lie near."""
        return bool(self.less and self.more)
