"""Together they do more (O1, C3, C4, L4); the article itself doubts it (W2.2), so ranges include 0.

    synergy_first, synergy_second: bonus[l,n] <= output[a,n],  bonus[l,n] <= output[b,n]
    synergy_liaison:               bonus[l,n] <= output[liaison,n]                 where the link names one
    gain:                          value * q * bonus[l,n], at once

per strengthens link l = (a, b) of that value; a political bonus of two unofficial works enters the stock of ideas. The
ceiling of all bonuses is core (``core/bonuses.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model
from models.records import Activity, Link
from models.rule import Gain, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    for link in model.instance.links:
        if link.kind == "strengthens":
            for n in range(len(model.instance.tree)):
                if (link.key, n) in model.columns.bonus:
                    for word, activity in zip(("first", "second", "liaison"), _needed(model, link), strict=False):
                        bonus = model.columns.bonus[link.key, n]
                        yield f"synergy_{word}_{model.tag(link)}_n{n}", bonus <= model.output(activity, n)


def bonuses(model: Model) -> Iterator[Gain]:
    for i, link in enumerate(model.instance.links):
        if link.kind == "strengthens" and (worth := _worth(model, link)):
            needed = _needed(model, link)
            unofficial = needed[0].unofficial and needed[1].unofficial
            ideas = link.category == "political" and unofficial
            for n in range(len(model.instance.tree)):
                if all((each.name, n) in model.columns.on for each in needed):
                    yield Gain(link.key, f"l{i}", needed[0].conflict, link.category, n, worth, ideas)


def _needed(model: Model, link: Link) -> list[Activity]:
    """The two works, and the liaison where there is one."""
    return [model.instance.activity(name) for name in (link.name, link.other, link.liaison) if name is not None]


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
    bonuses=bonuses,
)
