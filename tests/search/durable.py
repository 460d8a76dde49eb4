"""Rules of what lasts, as rows of the linear remainder; one function per rule."""

from __future__ import annotations

from models.instance import exact
from tests.search.remainder import Remainder, Term


def coercion(lp: Remainder) -> None:
    lost = lp.instance.parameter("coercion", "lost")
    for conflict in lp.instance.conflicts:
        forced = {work.name for work in lp.instance.activities if work.official and work.coercive}
        if not any(work.name in forced and work.conflict == conflict.name for work, _ in lp.cells):
            continue
        for node in lp.tree:
            kept = lp.instance.kept(conflict, node.index)
            row: list[Term] = [(lp.column(("lasting", conflict.name, node.index), -1e6, 1), 1)]
            before = exact(conflict.political) * kept if node.parent is None else 0
            if node.parent is not None:
                row.append((("lasting", conflict.name, node.parent), -kept))
            row += [(key, -gain) for key, gain in lp.gains(conflict, "political", node.index)]
            landing = lp.landed(conflict, "political", node.index, "official")
            row += [(key, lost * gain) for key, gain in landing if key[1] in forced]  # type: ignore[index]
            lp.row(row, high=before - lp.instance.toll(conflict.name, "political", node.index))
            lp.row([(("durable", conflict.name, node.index), 1), (("lasting", conflict.name, node.index), -1)], high=0)
        for leaf in lp.tree.leaves:
            end: list[Term] = [(lp.column(("end", conflict.name, "lasting", leaf), -1e6, 1), 1)]
            end.append((("lasting", conflict.name, leaf), -1))
            for key, gain in lp.upcoming(conflict, "political", leaf):
                worked = key[0] == "output" and key[1] in forced  # type: ignore[index]
                end.append((key, gain * (lost - 1) if worked else -gain))
            lp.row(end, high=0)
            lp.row(
                [(("end", conflict.name, "durable", leaf), 1), (("end", conflict.name, "lasting", leaf), -1)], high=0
            )


def power_asymmetry(lp: Remainder) -> None:
    lift = lp.instance.parameter("power_asymmetry", "social_lift")
    kept = lp.instance.over_period(lp.instance.parameter("power_asymmetry", "kept"))
    for conflict in lp.instance.conflicts:
        asymmetry = exact(conflict.power_asymmetry)
        if not asymmetry:
            continue
        for node in lp.tree:
            stock = lp.column(("equalised", conflict.name, node.index))
            row: list[Term] = [(stock, 1)]
            if node.parent is not None:
                row.append((("equalised", conflict.name, node.parent), -kept))
            for work in lp.works(conflict, node.index):
                row.append((("output", work.name, node.index), -exact(work.equalising) * lp.q))
            lp.row(row, low=0, high=0)
            social = ("progress", conflict.name, "social", node.index)
            lp.row([(("durable", conflict.name, node.index), 1), (social, -lift), (stock, -1)], high=1 - asymmetry)
        for leaf in lp.tree.leaves:
            durable, social_end = (("end", conflict.name, what, leaf) for what in ("durable", "social"))
            stock = ("equalised", conflict.name, leaf)
            lp.row([(durable, 1), (social_end, -lift), (stock, -1)], high=1 - asymmetry)
