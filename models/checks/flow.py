"""How much of several demands can be paid from several purses: a maximum flow in a small network of whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import pairwise


def unpaid[N: Hashable](arcs: Mapping[tuple[N, N], int], source: N, sink: N) -> tuple[int, frozenset[N]]:
    """The greatest flow from ``source`` to ``sink``, and the nodes that the source cannot reach any more.

    The flow into those nodes uses up all that could ever reach them (maximum flow, minimum cut), so a demand among
    them that is not met cannot be met by any other division. Shortest augmenting paths: the network has a few dozen
    nodes.
    """
    left: dict[N, dict[N, int]] = defaultdict(dict)
    for (tail, head), capacity in arcs.items():
        left[tail][head] = left[tail].get(head, 0) + capacity
        left[head].setdefault(tail, 0)
    total = 0
    while True:
        came: dict[N, N] = {source: source}
        queue = [source]
        for node in queue:
            for head, capacity in left[node].items():
                if capacity > 0 and head not in came:
                    came[head] = node
                    queue.append(head)
        if sink not in came:
            return total, frozenset(left) - came.keys()
        path = [sink]
        while path[-1] != source:
            path.append(came[path[-1]])
        steps = [(tail, head) for head, tail in pairwise(path)]
        amount = min(left[tail][head] for tail, head in steps)
        total += amount
        for tail, head in steps:
            left[tail][head] -= amount
            left[head][tail] += amount
