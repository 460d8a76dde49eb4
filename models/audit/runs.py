"""Core: when work runs, starts and stops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "runs"


def check(replay: Replay) -> Iterator[Violation]:
    yield from _entries(replay)
    for activity in replay.instance.activities:
        yield from _windows(replay, activity)
        yield from _lengths(replay, activity)


def _entries(replay: Replay) -> Iterator[Violation]:
    """Work that names nothing, twice the same, or says wrongly that it starts."""
    for (name, node), count in Counter((work.activity, work.node) for work in replay.plan.works).items():
        if (name, node) not in replay.decisions.works:
            yield Violation(NAME, node, name, "an activity and a node", "none such")
        elif count > 1:
            yield Violation(NAME, node, name, "one entry", f"{count} entries")
    for (name, node), work in replay.decisions.works.items():
        if work.start != (starts := replay.decisions.starts(name, node)):
            yield Violation(NAME, node, name, _start(starts), _start(work.start))


def _start(starts: bool) -> str:
    return "a start" if starts else "no start"


def _windows(replay: Replay, activity: Activity) -> Iterator[Violation]:
    window, name = replay.facts.windows[activity.name], activity.name
    for node in replay.facts.tree:
        on = replay.decisions.on(name, node.index)
        if on and node.period not in window:
            found = "excluded" if activity.status == "excluded" else "it runs"
            yield Violation(NAME, node.index, name, "not to run outside its window", found)
        elif activity.status == "committed" and node.period in window and not on:
            yield Violation(NAME, node.index, name, "to run in its whole window, being committed", "it does not run")


def _lengths(replay: Replay, activity: Activity) -> Iterator[Violation]:
    """Number and length of runs on every path; a run from before the root counts, and may be short."""
    tree, name = replay.facts.tree, activity.name
    least, most = replay.instance.run_min(activity), replay.instance.run_max(activity)
    running = activity.status == "running"
    runs: dict[int | None, int] = {None: int(running)}
    length: dict[int | None, int] = {None: 0}
    inherited: dict[int | None, bool] = {None: running}
    for node in tree:
        n, parent = node.index, node.parent
        on, starts = replay.decisions.on(name, n), replay.decisions.starts(name, n)
        runs[n] = runs[parent] + starts
        length[n] = 0 if not on else 1 if starts else length[parent] + 1
        inherited[n] = on and not starts and inherited[parent]
        if starts and runs[n] > activity.repeats:
            yield Violation(NAME, n, name, f"at most {activity.repeats} run(s) on a path", f"run {runs[n]}")
        if most is not None and length[n] == most + 1:
            yield Violation(NAME, n, name, f"at most {most} period(s) in a run", f"{length[n]} periods")
        if on and length[n] < least and not inherited[n] and _may_end(replay, name, n):
            yield Violation(NAME, n, name, f"at least {least} period(s) in a run", f"{length[n]} period(s)")


def _may_end(replay: Replay, name: str, node: int) -> bool:
    """Whether, on some path, this is the last node of a run."""
    children = replay.facts.tree.children[node]
    return not children or any(not replay.decisions.on(name, child) for child in children)
