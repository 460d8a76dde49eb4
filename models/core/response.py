"""Response: what output money buys, with diminishing returns (K4).

    response: output[a,n] <= (y - slope * s) * on[a,n] + slope * spend[a,n]    for each piece through (s, y)

One row per piece and no further column: the response is concave, so its pieces, each multiplied by ``on``, describe
exactly the points between "not running" and the curve. Points come from ``Instance.response``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from models.model import Model
from models.rule import Row


def rows(model: Model) -> Iterator[Row]:
    for activity in model.instance.activities:
        points = model.instance.response(activity)
        pieces = [
            (float((y1 - y0) / (s1 - s0)) * model.unit, float(y0 - (y1 - y0) / (s1 - s0) * s0))
            for (s0, y0), (s1, y1) in pairwise(points)
        ]
        top = float(points[-1][1])
        for n in model.columns.nodes_of[activity.name]:
            suffix = f"{model.tag(activity)}_n{n}"
            output, on = model.output(activity, n), model.on(activity, n)
            yield f"response_top_{suffix}", output <= top * on
            for k, (slope, intercept) in enumerate(pieces):
                yield f"response_{k}_{suffix}", output <= intercept * on + slope * model.spend(activity, n)
