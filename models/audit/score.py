"""Core: the score of a plan in points, and its expected cost in currency."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from models.audit.penalties import penalties
from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.kinds import Category

NAME = "score"


def score(replay: Replay) -> Fraction:
    """Progress over the horizon and at its end, milestones, less what is missing or a nuisance costs."""
    tree, instance = replay.facts.tree, replay.instance
    present = [node.probability * replay.facts.discount[node.index,] for node in tree]
    length = instance.calendar.years
    span = length * sum(present, Fraction(0))
    during = sum((present[n] * _value(replay, n) for n in range(len(tree))), Fraction(0)) * length
    end = sum((present[leaf] * _value_at_end(replay, leaf) for leaf in tree.leaves), Fraction(0))
    lost = sum((points for _, points in penalties(replay)), Fraction(0))
    return (during + instance.end_value * end) / span + _signed(replay, present) - lost


def _value(replay: Replay, node: int) -> Fraction:
    return _points(
        replay, lambda name: replay.durable[name, node], lambda name, category: replay.progress[name, category, node]
    )


def _value_at_end(replay: Replay, leaf: int) -> Fraction:
    return _points(
        replay, lambda name: replay.end_durable[name, leaf], lambda name, category: replay.end[name, category, leaf]
    )


def _points(
    replay: Replay, durable: Callable[[str], Fraction], progress: Callable[[str, Category], Fraction]
) -> Fraction:
    weights = replay.instance.weights
    points = Fraction(0)
    for conflict in replay.instance.conflicts:
        name = conflict.name
        state = weights["political"] * durable(name)
        state += weights["structural"] * progress(name, "structural") + weights["social"] * progress(name, "social")
        points += exact(conflict.weight) * state
    return points


def _signed(replay: Replay, present: list[Fraction]) -> Fraction:
    """Milestones count once on a path, however often a plan signs them."""
    points, signed = Fraction(0), replay.decisions.signed
    for milestone in replay.instance.milestones:
        for node in range(len(present)):
            path = replay.facts.tree.path(node)
            if (milestone.name, node) in signed and not any((milestone.name, at) in signed for at in path[:-1]):
                points += present[node] * exact(milestone.value)
    return points


def cost(replay: Replay) -> Fraction:
    """Expected cost, undiscounted."""
    tree = replay.facts.tree
    paid = (tree[node].probability * (work.setup + work.spend) for (_, node), work in replay.decisions.works.items())
    return sum(paid, Fraction(0))


def check(replay: Replay) -> Iterator[Violation]:
    """A claimed score that is not the replayed one, unless a rule it overlooks explains it."""
    yield from blamed(replay, NAME)
