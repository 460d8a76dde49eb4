"""From the rows of a plan file to the plan of an instance; what plans made by hand leave blank is derived."""

from __future__ import annotations

from collections.abc import Hashable

from models.checks.spelling import suggestion
from models.faults import Fault
from models.instance import Instance
from models.plan import Bonus, Grant, Plan, Signing, Transfer, Work, in_order
from planner.planfile.columns import SHEETS
from planner.planfile.entries import Entry
from planner.planfile.values import Reader
from planner.read.faulty import shown

_BONUS = "a strengthens link, work of the same people that continues, or skilled work on track 2"


class Draft:
    """Decisions as they are read. ``finish`` makes the plan of them."""

    def __init__(self, instance: Instance, faults: list[Fault]) -> None:
        self.instance, self.faults = instance, faults
        self.read = Reader(instance, faults)
        self.works: dict[tuple[str, int], tuple[Work, bool, bool]] = {}
        self.grants: dict[tuple[str, str, int], Grant] = {}
        self.fees: dict[tuple[str, str, int], Grant] = {}
        self.signings: dict[tuple[str, int], Signing] = {}
        self.transfers: dict[tuple[str, str, int], Transfer] = {}
        self.bonuses: dict[tuple[str, int], Bonus] = {}
        self._activities = self.read.names(row.name for row in instance.activities)
        self._funders = self.read.names(row.name for row in instance.funders)
        self._milestones = self.read.names(row.name for row in instance.milestones)
        self._conflicts = self.read.names(row.name for row in instance.conflicts)
        strengthens = (row.key for row in instance.links if row.kind == "strengthens")
        continues = (f"{row.name} continues" for row in instance.activities if row.same_people)
        skilled = (f"{row.name} skilled" for row in instance.activities if row.track == "T2")
        self._bonuses = self.read.names((*strengthens, *continues, *skilled))
        carriers = (row.key for row in instance.links if row.kind == "transfers")
        bridges = (f"{row.name} bridges" for row in instance.activities if row.bridges)
        self._carriers = self.read.names((*carriers, *bridges))

    def add(self, entry: Entry) -> None:
        """Read one row that states a decision."""
        match entry.record:
            case "work":
                self._work(entry)
            case "grant":
                self._payment(entry, self.grants)
            case "fee":
                self._payment(entry, self.fees)
            case "signing":
                milestone, node = (
                    self.read.name(entry, "milestone", self._milestones, "a milestone"),
                    self.read.node(entry),
                )
                if milestone is not None and node is not None:
                    self._put(entry, self.signings, (milestone, node), Signing(milestone, node))
            case "transfer":
                self._transfer(entry)
            case "bonus":
                link = self.read.name(entry, "link", self._bonuses, _BONUS)
                node, level = self.read.node(entry), self.read.share(entry, "level")
                if link is not None and node is not None and level is not None:
                    self._put(entry, self.bonuses, (link, node), Bonus(link, node, level))
            case _:
                words = [record for record in SHEETS if record != "plan"]
                given = shown(entry.cells.get("record", ""))
                remedy = suggestion(entry.record or "", words, "record")
                place = entry.place("record")
                self.faults.append(Fault("plan_record", f"one of {', '.join(words)}", given, remedy, place))

    def _work(self, entry: Entry) -> None:
        activity, node = self.read.name(entry, "activity", self._activities, "an activity"), self.read.node(entry)
        spend = self.read.money(entry, "spend")
        setup = self.read.money(entry, "setup") if "setup" in entry.cells else None
        output = self.read.share(entry, "output") if "output" in entry.cells else None
        start = self.read.flag(entry, "start")
        if activity is not None and node is not None and spend is not None:
            work = Work(activity, node, spend, setup or 0, output, bool(start))
            self._put(entry, self.works, (activity, node), (work, start is None, setup is None))

    def _payment(self, entry: Entry, into: dict[tuple[str, str, int], Grant]) -> None:
        funder = self.read.name(entry, "funder", self._funders, "a funder")
        activity, node = self.read.name(entry, "activity", self._activities, "an activity"), self.read.node(entry)
        amount = self.read.money(entry, "amount", least=1)
        if funder is not None and activity is not None and node is not None and amount is not None:
            self._put(entry, into, (funder, activity, node), Grant(funder, activity, node, amount))

    def _transfer(self, entry: Entry) -> None:
        conflict = self.read.name(entry, "conflict", self._conflicts, "a conflict")
        link: str | None = ""
        if "link" in entry.cells:
            link = self.read.name(entry, "link", self._carriers, "a transfers link or a bridge")
        node, amount = self.read.node(entry), self.read.share(entry, "amount", most=None)
        if conflict is not None and link is not None and node is not None and amount is not None:
            self._put(entry, self.transfers, (conflict, link, node), Transfer(conflict, node, amount, link))

    def _put[Key: Hashable, Value](self, entry: Entry, into: dict[Key, Value], key: Key, value: Value) -> None:
        if key in into:
            found = f'"{self.read.text(entry, "period")}" a second time'
            self.faults.append(
                Fault("plan_twice", f"one {entry.record} for it", found, "Remove one of them.", entry.place("period"))
            )
        into.setdefault(key, value)

    def finish(self, *, transfers: bool, bonuses: bool, without: frozenset[str]) -> Plan:
        """The plan, sorted by node and instance order. ``transfers`` and ``bonuses``: the plan states them."""
        order = {row.name: position for position, row in enumerate(self.instance.activities)}
        works = [self._derived(*each) for each in self.works.values()]
        return Plan(
            tuple(sorted(works, key=lambda work: (work.node, order[work.activity]))),
            in_order(self.instance, self.grants.values()),
            tuple(sorted(self.signings.values(), key=lambda each: each.node)),
            tuple(sorted(self.transfers.values(), key=lambda each: each.node)) if transfers else None,
            tuple(sorted(self.bonuses.values(), key=lambda each: each.node)) if bonuses else None,
            without,
            in_order(self.instance, self.fees.values()),
        )

    def _derived(self, work: Work, start_blank: bool, setup_blank: bool) -> Work:
        """The work with its start, and the cost of it, where the file left them blank."""
        activity = self.instance.activity(work.activity)
        parent = self.instance.tree[work.node].parent
        before = activity.status == "running" if parent is None else (work.activity, parent) in self.works
        start = not before if start_blank else work.start
        setup = (self.instance.setup(activity) if start else 0) if setup_blank else work.setup
        return Work(work.activity, work.node, work.spend, setup, work.output, start)
