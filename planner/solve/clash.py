"""Why no plan exists, as far as a cheap check can tell.

Suspects are the rules that restrict, the targets and the committed work. One that admits a plan when it alone is left
out is named. Where none does, a smallest set is looked for that admits a plan when it is left out together: first all
are left out, then one after another is put back as long as a plan still exists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

from models.build import active_rules, build
from models.instance import Instance
from models.records import Activity, Record, Target
from models.rule import Rule
from planner.solve.options import SolveOptions
from planner.solve.small import SmallSolver
from planner.solvers.ending import Ending

_SECONDS_EACH = 2.0
"""The most that one question (is there a plan without this?) may take."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A rule, a target or committed work that may be left out; ``words`` name it to people."""

    words: str
    rule: str = ""
    record: Record | None = None

    def without(self, record: Record) -> Record | None:
        """``record`` once the suspect is left out: gone, or no longer committed."""
        if record is not self.record:
            return record
        return record.model_copy(update={"status": "open"}) if isinstance(record, Activity) else None


def clash(instance: Instance, options: SolveOptions, solve: SmallSolver, seconds: float) -> tuple[str, ...]:
    """Sentences that name what clashes; one that says so where nothing was found in ``seconds``."""
    doubt = _Doubt(instance, options, solve, monotonic() + seconds)
    suspects = tuple(_suspects(instance, options))
    alone = tuple(suspect for suspect in suspects if doubt.admits_a_plan([suspect]))
    if alone:
        found = [f"{suspect.words}: a plan exists without it." for suspect in alone]
    elif not doubt.admits_a_plan(suspects):
        found = [] if doubt.out_of_time else ["The fault lies in windows, runs or numbers, not in any rule or target."]
    else:
        found = [f"Together: {'; '.join(each.words for each in doubt.smallest(suspects))}. A plan exists without them."]
    if doubt.out_of_time:
        found.append("Time was too short to look further." if found else "What clashes was not found in the time left.")
    return tuple(found)


def _suspects(instance: Instance, options: SolveOptions) -> Iterable[Suspect]:
    for record in instance.records:
        if isinstance(record, Target) and (record.always or options.objective == "cost"):
            yield Suspect(f'target "{record.name}"', record=record)
        elif isinstance(record, Activity) and record.status == "committed":
            yield Suspect(f'committed activity "{record.name}"', record=record)
    for rule in active_rules(instance, options.without):
        if rule.effect == "restricts":
            yield Suspect(f"rule {rule.name} ({_lowered(rule)})", rule=rule.name)


def _lowered(rule: Rule) -> str:
    return rule.sentence.rstrip(".")


@dataclass
class _Doubt:
    """Asks whether a plan exists once some suspects are left out, as long as there is time."""

    instance: Instance
    options: SolveOptions
    solve: SmallSolver
    deadline: float
    out_of_time: bool = False

    def admits_a_plan(self, left_out: Iterable[Suspect]) -> bool:
        """True where a plan was found; False where there is none, or none was found in time (``out_of_time``)."""
        seconds = min(_SECONDS_EACH, self.deadline - monotonic())
        if seconds <= 0:
            self.out_of_time = True
            return False
        left_out = tuple(left_out)
        records: list[Record] = []
        for record in self.instance.records:
            kept: Record | None = record
            for suspect in left_out:
                kept = kept if kept is None else suspect.without(kept)
            if kept is not None:
                records.append(kept)
        off = self.options.without | {suspect.rule for suspect in left_out if suspect.rule}
        instance = Instance(records)
        problem = build(
            instance,
            objective=self.options.objective,
            rules=active_rules(instance, off),
            conditions=self.options.conditions,
        ).problem
        problem.setObjective(0)
        found = self.solve.found(problem, gap=1.0, seconds=seconds).outcome
        if found.ending is not Ending.INFEASIBLE and found.values is None:
            self.out_of_time = True
        return found.values is not None

    def smallest(self, suspects: tuple[Suspect, ...]) -> tuple[Suspect, ...]:
        """Of ``suspects``, which together admit a plan when left out, a part that still does; none can be spared."""
        left_out = list(suspects)
        for suspect in suspects:
            fewer = [each for each in left_out if each is not suspect]
            if self.admits_a_plan(fewer):
                left_out = fewer
        return tuple(left_out)
