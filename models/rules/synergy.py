"""Together they do more (O1, C3, C4, L4); the article itself doubts it (W2.2), so ranges include 0.

    synergy_both:    bonus[l,n] <= output[a,n],  bonus[l,n] <= output[b,n]
    synergy_ceiling: Σ_l value * q * bonus[l,n] <= ceiling * Σ_a effect[a,g,n] * output[a,n]

per conflict, category and node; the gain value * q * bonus enters progress at once, a political bonus of two
unofficial works enters the stock of ideas like their own political gain.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import CATEGORIES
from models.model import Model, total
from models.records import Link
from models.rule import AT_ONCE, Flow, Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    gains: dict[tuple[str, str, int], list[Linear]] = {}
    for link, n in _bonuses(model):
        bonus, suffix = model.columns.bonus[link.key, n], f"{model.tag(link)}_n{n}"
        first, second = model.instance.activity(link.name), model.instance.activity(link.other)
        yield f"synergy_first_{suffix}", bonus <= model.output(first, n)
        yield f"synergy_second_{suffix}", bonus <= model.output(second, n)
        gains.setdefault((first.conflict, link.category, n), []).append(_worth(model, link) * bonus)
    ceiling = model.parameter("core", "bonus_ceiling")
    for number, conflict in enumerate(model.instance.conflicts):
        for category in CATEGORIES:
            for n in range(len(model.instance.tree)):
                terms = gains.get((conflict.name, category, n))
                if terms:
                    base = total(
                        model.effect(activity, category, n) * model.output(activity, n)
                        for activity in model.of_conflict(conflict.name)
                    )
                    yield f"synergy_ceiling_{category}_c{number}_n{n}", total(terms) <= ceiling * base


def flows(model: Model) -> Iterator[Flow]:
    for link, n in _bonuses(model):
        first, second = model.instance.activity(link.name), model.instance.activity(link.other)
        upstairs = link.category != "political" or not (first.unofficial and second.unofficial)
        stock = link.category if upstairs else "ideas"
        yield Flow(first.conflict, stock, n, model.columns.bonus[link.key, n], _worth(model, link), AT_ONCE, False)


def _bonuses(model: Model) -> Iterator[tuple[Link, int]]:
    links = {link.key: link for link in model.instance.links}
    for key, n in model.columns.bonus:
        yield links[key], n


def _worth(model: Model, link: Link) -> float:
    """Progress of a period with both works at full output."""
    return model.per_period * (model.parameter("synergy", "value") if link.value is None else link.value)


RULE = Rule(
    name="synergy",
    sentence="Together they do more.",
    effect="enables",
    off="work that strengthens other work brings no bonus",
    claims="O1 C3 C4 L4 W2.2",
    rows=rows,
    flows=flows,
)
