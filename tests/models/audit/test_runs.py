from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.audit import audit
from models.plan import Plan, Work
from models.records import Activity
from tests.models.audit.sound import Case, edited, sound, whole_tree, with_free
from tests.models.audit.spoiling import THIRD, refuses

COMMON = {"conflict": "X", "track": "T5", "spend_max": 9}


def free(seed: int, **attributes: object) -> Case:
    return sound(seed, length="quarter", rows=(Activity(name="free work", **(COMMON | attributes)),))


def outside_its_window(seed: int) -> Iterator[tuple[Case, Plan]]:
    """One period before the window, or one after it."""
    case = free(seed, begin="2006-Q3", end="2007-Q2", run_min=1)
    tree = case.instance.tree
    inside = {node.index for node in tree if 2 <= node.period <= 5}
    case = case.planned(with_free(case.instance, case.plan, "free work", inside))
    for period in (1, 6):
        extra = {node.index for node in tree if node.period == period}
        yield case, with_free(case.instance, case.plan, "free work", inside | extra)


def too_short(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Cut by one period at its end, or begun too late to fit the horizon."""
    case = free(seed, run_min=3)
    tree = case.instance.tree
    for start in (0, 2, 4):
        run = {node.index for node in tree if start <= node.period < start + 3}
        ready = case.planned(with_free(case.instance, case.plan, "free work", run))
        cut = {node for node in run if tree[node].period < start + 2}
        yield ready, with_free(case.instance, case.plan, "free work", cut)
    late = {node.index for node in tree if node.period >= len(tree.path(tree.leaves[0])) - 2}
    yield ready, with_free(case.instance, case.plan, "free work", late)


def too_long(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Three periods at most, also where the run was under way before the horizon."""
    status = Random(seed).choice(("open", "running"))
    case = free(seed, run_max=3, status=status)
    tree = case.instance.tree
    start = 0 if status == "running" else 2
    run = {node.index for node in tree if start <= node.period < start + 3}
    case = case.planned(begun(case, run))
    longer = run | {child for node in run for child in tree.children[node]}
    yield case, begun(case, longer)


def begun(case: Case, nodes: set[int]) -> Plan:
    """The free work at ``nodes``, without a start at the root where it was running."""
    plan = with_free(case.instance, case.plan, "free work", nodes)
    if case.instance.activity("free work").status == "running" and 0 in nodes:
        return edited(plan, "free work", 0, start=False)
    return plan


def too_often(seed: int) -> Iterator[tuple[Case, Plan]]:
    """One run more than allowed; a run that was under way before the horizon counts, even where it is not continued."""
    rng = Random(seed)
    status, repeats = rng.choice(("open", "running")), rng.choice((1, 2))
    case = free(seed, run_min=0.1, status=status, repeats=repeats)
    first = 2 if status == "running" else 1
    periods = [0, 2, 4, 6][first : first + repeats + 1] if status == "running" else [0, 2, 4, 6][: repeats + 1]
    allowed = periods[: repeats - (status == "running")]
    nodes = {p: {node.index for node in case.instance.tree if node.period == p} for p in range(9)}
    case = case.planned(begun(case, set().union(*(nodes[p] for p in allowed))))
    yield case, begun(case, set().union(*(nodes[p] for p in [*allowed, 8])))


def not_as_promised(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Committed work pauses for a period of its window."""
    case = free(seed, begin="2006-Q2", end="2007-Q4", run_min=0.1, repeats=2, status="committed")
    promised = {node.index for node in case.instance.tree if 1 <= node.period <= 7}
    case = case.planned(with_free(case.instance, case.plan, "free work", promised))
    for node in Random(seed).sample(sorted(promised), 3):
        yield case, with_free(case.instance, case.plan, "free work", promised - {node})


def badly_told(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A start that is none, a start not told, work twice, unknown work, work at no node."""
    case, rng = sound(seed), Random(seed)
    work = rng.choice(case.plan.works)
    yield case, edited(case.plan, work.activity, work.node, start=not work.start)
    for extra in (work, Work("nothing", 0, 0, 0, 0.0, True), Work("talks", 999, 0, 0, 0.0, True)):
        yield case, replace(case.plan, works=(*case.plan.works, extra))


def test_outside_the_window() -> None:
    refuses("runs", outside_its_window, at_least=THIRD)


def test_too_short() -> None:
    refuses("runs", too_short, at_least=THIRD)


def test_too_long() -> None:
    refuses("runs", too_long, at_least=THIRD)


def test_too_often() -> None:
    refuses("runs", too_often, at_least=THIRD)


def test_committed_work_runs_in_its_whole_window() -> None:
    refuses("runs", not_as_promised, at_least=THIRD)


def test_entries() -> None:
    refuses("runs", badly_told, at_least=THIRD)


def test_running_work_may_stop_at_once_or_after_less_than_its_shortest_run() -> None:
    for seed in range(5):
        case = free(seed, run_min=4, status="running")
        assert audit(case.instance, case.plan).passed
        assert audit(case.instance, begun(case, {0})).passed


def test_excluded_work_never_runs() -> None:
    case = free(1, status="excluded", run_min=0.1, repeats=9)
    found = audit(case.instance, with_free(case.instance, case.plan, "free work", set(whole_tree(case.instance))))
    assert {violation.check for violation in found.violations} == {"runs"}
