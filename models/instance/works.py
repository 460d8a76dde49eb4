"""Activities: when they may run, what they cost, what they yield."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from math import ceil, floor

from models.instance.exact import exact, round_half_up
from models.instance.facts import Facts
from models.kinds import Category, PhaseKind
from models.records import Activity
from models.tracks import suited


class Works(Facts):
    """Activities in periods and whole currency units."""

    def window(self, activity: Activity) -> range:
        """Periods in which the activity may run; empty where it is excluded."""
        return range(0) if activity.status == "excluded" else self.calendar.window(activity.begin, activity.end)

    def run_min(self, activity: Activity) -> int:
        """Shortest run in periods, at least 1."""
        return max(1, round_half_up(exact(activity.run_min) / self.quarters))

    def run_max(self, activity: Activity) -> int | None:
        """Longest run in periods, at least the shortest; None: no limit."""
        if activity.run_max is None:
            return None
        return max(self.run_min(activity), round_half_up(exact(activity.run_max) / self.quarters))

    def spending(self, activity: Activity) -> tuple[int, int]:
        """Least and greatest spending in a period, whole currency units; the greatest is at least 1."""
        least = ceil(exact(activity.spend_min) * self.quarters)
        return least, max(least, 1, floor(exact(activity.spend_max) * self.quarters))

    def setup(self, activity: Activity) -> int:
        """Cost of a start, whole currency units."""
        return ceil(exact(activity.setup))

    def response(self, activity: Activity) -> tuple[tuple[Fraction, Fraction], ...]:
        """Break points (spending in a period, output): concave, from least to greatest spending, output at most 1.

        By default a base of min(base_output, base_ratio * spend_min / spend_max) at least spending, then three equal
        steps with slopes as 1 : .6 : .3 up to 1. A single point means that output is bought by running at all.
        """
        least, greatest = exact(activity.spend_min), exact(activity.spend_max)
        if activity.response:
            points = tuple((exact(spend), exact(output)) for spend, output in activity.response)
        elif least == greatest:
            points = ((greatest, Fraction(1)),)
        else:
            base = min(self.parameter("core", "base_output"), self.parameter("core", "base_ratio") * least / greatest)
            step, rise = (greatest - least) / 3, (1 - base) / Fraction(19, 10)
            points = (
                (least, base),
                (least + step, base + rise),
                (least + 2 * step, base + rise * Fraction(16, 10)),
                (greatest, Fraction(1)),
            )
        return tuple((spend * self.quarters, output) for spend, output in points)

    def matches(self, activity: Activity, words: Collection[str], conflict: str = "") -> bool:
        """Whether one of the words is the work's track, tag, issue or name, in the conflict, if named."""
        own = {activity.track, activity.name, *activity.tags, *activity.issues}
        return conflict in ("", activity.conflict) and not own.isdisjoint(words)

    def effect(self, activity: Activity, category: Category, node: int) -> Fraction:
        """Progress gained by a period of full output at ``node``: effect, credibility and suitability to the phase."""
        phase = self.phase_kind(activity.conflict, node)
        suited = self.suitability(activity, phase) if phase else Fraction(1)
        return exact(getattr(activity, category)) * self.quarters * exact(activity.credibility) * suited

    def suitability(self, activity: Activity, phase: PhaseKind) -> Fraction:
        """How well the work suits the phase: its own factor, else 1, or the catalogue's where the horizon says so."""
        own: float | None = getattr(activity, f"suitability_{phase}")
        if own is not None:
            return exact(own)
        return suited(activity.track, activity.kind, phase) if self.horizon.suitability == "catalogue" else Fraction(1)
