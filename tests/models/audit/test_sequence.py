from __future__ import annotations

from collections.abc import Iterator
from random import Random

from models.plan import Plan
from models.records import Link
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import THIRD, refuses

FIRST, SECOND = "free study", "free course"


def case_with(seed: int, link: Link) -> Case:
    return sound(seed, rows=(link,))


def too_soon(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The course starts one period before the wait after the study is over; or with no study at all."""
    rng = Random(seed)
    periods = rng.choice((0, 1, 2))
    case = sound(seed)
    lag = float(case.instance.quarters * periods) - (0.05 if periods else 0)
    case = case.amended(Link(name=SECOND, kind="follows", other=FIRST, lag=lag))
    instance, tree = case.instance, case.instance.tree
    for node in tree:
        studied = with_free(instance, case.plan, FIRST, set(tree.path(node.index)))
        for start in tree.descendants(node.index, periods + 1):
            if tree[start].period == node.period + periods + 1:
                after = with_free(instance, studied, SECOND, {start})
                parent = tree[start].parent
                assert parent is not None
                yield case.planned(after), with_free(instance, after, SECOND, {parent})
                yield case.planned(after), with_free(instance, after, FIRST, set())
                break


def alone(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The course needs the study at every node; at one it is left out."""
    case = case_with(seed, Link(name=SECOND, kind="requires", other=FIRST))
    rng, nodes = Random(seed), whole_tree(case.instance)
    course = set(rng.sample(nodes, len(nodes) // 2))
    plan = with_free(case.instance, with_free(case.instance, case.plan, FIRST, set(nodes)), SECOND, course)
    for node in course:
        yield case.planned(plan), with_free(case.instance, plan, FIRST, set(nodes) - {node})


def both(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Never both on one path: each keeps to its own branch, or to nodes of which only one runs; then they meet."""
    case = case_with(seed, Link(name=SECOND, kind="excludes", other=FIRST))
    rng, tree = Random(seed), case.instance.tree
    for leaf in rng.sample(tree.leaves, len(tree.leaves)):
        path = set(tree.path(leaf))
        other = {n for n in whole_tree(case.instance) if n not in path}
        study = {n for n in path if all(below in path for below in tree.descendants(n, 99))}
        plan = with_free(case.instance, with_free(case.instance, case.plan, FIRST, study), SECOND, other)
        for node in rng.sample(sorted(path), len(path)):
            yield case.planned(plan), with_free(case.instance, plan, SECOND, other | {node})


def test_follows() -> None:
    refuses("sequence", too_soon, at_least=THIRD)


def test_requires() -> None:
    refuses("sequence", alone, at_least=THIRD)


def test_excludes() -> None:
    refuses("sequence", both, at_least=THIRD)
