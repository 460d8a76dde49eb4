"""The rows of the timeline, cell by cell: facts that the plan must live with, what runs, what is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models.instance import Instance
from models.plan import Work
from models.records import Activity, Funder
from planner.outcome import Outcome
from planner.show.conditions import condition_lines, level_lines
from planner.show.courses import Course
from planner.show.letters import clean, with_mark

LEGEND: dict[str, str] = {
    "l": "latent",
    "c": "confrontation",
    "W": "war",
    "n": "negotiation",
    "i": "implementation",
    "V": "vote",
    "b": "blackout: no official opening",
    "x": "missions closed",
    "/": "closed for part of the period",
    "o": "officials of low level talk",
    "m": "ministers talk",
    "H": "heads of state or government talk",
    "S": "signed",
    "^": "decision date",
    "+": "work starts",
    ".": "may run but does not",
    "1-9": "tenths of full output",
    "#": "full output",
    "0": "runs without output",
    "=": "runs",
}
"""What each mark means; the timeline prints those it uses."""
_PHASE = {"latent": "l", "confrontation": "c", "war": "W", "negotiation": "n", "implementation": "i"}


@dataclass(frozen=True)
class Row:
    """One row: ``marks`` holds one character per node of the course, ``starts`` the positions where a run begins."""

    kind: str
    name: str
    marks: str
    track: str = ""
    conflict: str = ""
    cost: int | None = None
    starts: tuple[int, ...] = ()


class Marks:
    """Rows of one course. ``outcome`` is already reduced to what the audience may see."""

    def __init__(self, outcome: Outcome, course: Course) -> None:
        assert outcome.plan is not None
        self.outcome, self.course = outcome, course
        self.instance: Instance = outcome.instance
        self.plan = outcome.plan

    @cached_property
    def work(self) -> dict[tuple[str, int], Work]:
        return dict(self.plan.work())

    def facts(self) -> Iterator[Row]:
        """Phases, votes with their blackouts, closed pairs, conditions."""
        instance, nodes = self.instance, self.course.nodes
        for conflict in instance.conflicts:
            kinds = [instance.phase_kind(conflict.name, node) for node in nodes]
            if any(kinds):
                many = len(instance.conflicts) > 1
                name = f"phase {clean(conflict.name)}" if many else "phase"
                yield Row("phase", name, "".join(_PHASE[kind] if kind else "." for kind in kinds))
        for who in dict.fromkeys(election.who for election in instance.elections):
            marks = "".join(self._vote(who, node) for node in nodes)
            if marks.strip("."):
                yield Row("vote", f"vote {clean(who)}", marks)
        for pair in dict.fromkeys(tuple(sorted(closure.who)) for closure in instance.closures):
            shares = [instance.closed(pair[0], pair[1], node) for node in nodes]
            if any(shares):
                marks = "".join("x" if share == 1 else "/" if share else "." for share in shares)
                yield Row("closure", f"missions {clean(pair[0])} and {clean(pair[1])}", marks)
        for name, marks in condition_lines(instance, self.course):
            yield Row("condition", name, marks)

    def _vote(self, who: str, node: int) -> str:
        instance = self.instance
        period = instance.tree[node].period
        held = any(
            row.who == who
            and instance.holds(row.scenario, node)
            and row.date.first <= instance.calendar.last_day(period)
            and row.date.last >= instance.calendar.first_day(period)
            for row in instance.elections
        )
        return "V" if held else "b" if 2 * instance.blackout(who, node) >= 1 else "."

    def works(self) -> Iterator[Row]:
        """One row per activity that runs somewhere in the course, by conflict, then track, then as given."""
        inside = set(self.course.nodes)
        running = {work.activity for work in self.plan.works if work.node in inside}
        conflicts = [conflict.name for conflict in self.instance.conflicts]
        for activity in sorted(
            (activity for activity in self.instance.activities if activity.name in running),
            key=lambda activity: (conflicts.index(activity.conflict), float(activity.track[1:])),
        ):
            yield self._row(activity)

    def _row(self, activity: Activity) -> Row:
        nodes = self.course.nodes
        works = [self.work.get((activity.name, node)) for node in nodes]
        return Row(
            "work",
            marked(activity),
            "".join(self._mark(activity, node, work) for node, work in zip(nodes, works, strict=True)),
            activity.track,
            activity.conflict,
            sum(work.spend + work.setup for work in works if work),
            tuple(position for position, work in enumerate(works) if work and work.start),
        )

    def _mark(self, activity: Activity, node: int, work: Work | None) -> str:
        if work is None:
            return "." if self.instance.tree[node].period in self.instance.window(activity) else " "
        level = output(self.outcome, work)
        return "=" if level is None else "#" if level >= 0.95 else str(round(10 * level))

    def levels(self) -> Iterator[Row]:
        """A row for each conflict in which talks of stated levels run."""
        for name, marks in level_lines(self.instance, self.plan, self.course.nodes):
            yield Row("level", name, marks)

    def signings(self) -> Iterator[Row]:
        """A row for each milestone signed in this course."""
        for milestone in self.instance.milestones:
            at = {signing.node for signing in self.plan.signings if signing.milestone == milestone.name}
            marks = "".join("S" if node in at else "." for node in self.course.nodes)
            if "S" in marks:
                yield Row("signing", f"sign {clean(milestone.name)}", marks)

    def rows(self) -> Iterator[Row]:
        """Every row, from top to bottom."""
        yield from self.facts()
        yield from self.works()
        yield from self.levels()
        yield from self.signings()
        yield self.decisions()

    def decisions(self) -> Row:
        dates = decision_nodes(self.outcome)
        starts = {work.node for work in self.plan.works if work.start}
        marks = ("^" if node in dates else "+" if node in starts else " " for node in self.course.nodes)
        return Row("decide", "decide", "".join(marks))


def output(outcome: Outcome, work: Work) -> float | None:
    """Intensity, 0 to 1: as planned, or as the audit derives it for plans made by hand; None where it is withheld."""
    if work.output is not None:
        return work.output
    if outcome.audit is None or outcome.hidden:
        return None
    derived = outcome.audit.replay.output.get((work.activity, work.node))
    return None if derived is None else float(derived)


def marked(record: Activity | Funder) -> str:
    """The record's name, with its visibility where not everybody may see it."""
    return with_mark(record.name, record.visibility)


def decision_nodes(outcome: Outcome) -> frozenset[int]:
    """Nodes in which something is decided: the root, the first node of each branch, and where a milestone is signed."""
    tree = outcome.instance.tree
    branchings = {child for children in tree.children if len(children) > 1 for child in children}
    signed = {signing.node for signing in outcome.plan.signings} if outcome.plan else set()
    return frozenset({0} | branchings | signed)
