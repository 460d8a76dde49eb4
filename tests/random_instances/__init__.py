"""Seeded tiny instances that wake every rule now and then; legal by ``models.checks``.

Each seed has a *focus*: the rule whose circumstances are laid out on purpose. Everything else is left to chance, so
that rules meet. Money is in units of one, so that whole spending is decided by trying.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from models.checks import build_instance
from models.faults import Faults
from models.instance import Instance
from models.records import RuleSetting, Target
from models.words import RULE_NAMES
from tests.random_instances import coordination, harm, money, official, outsiders, talks, unofficial
from tests.random_instances.draft import Draft
from tests.random_instances.frame import frame, spice

MODULES = (coordination, harm, money, official, outsiders, talks, unofficial)
FOCUSES: dict[str, Callable[[Draft], None]] = {
    name: getattr(module, name) for name in RULE_NAMES for module in MODULES if hasattr(module, name)
}

NODES = 7
"""Periods on all branches: what the search visits in well under a second."""


def tiny(seed: int, focus: str | None = None) -> tuple[Instance, str]:
    """The instance of a seed and its focus; draws again, deterministically, where chance broke a rule of the format."""
    focus = focus or list(FOCUSES)[seed % len(FOCUSES)]
    for attempt in range(50):
        random = Random(f"{seed} {attempt}")
        length = random.choice(("quarter", "quarter", "quarter", "half", "month", "year"))
        draft = Draft(random, length, random.choice((2, 3, 3, 4)))
        frame(draft, focus)
        FOCUSES[focus](draft)
        spice(draft, focus)
        try:
            instance = build_instance(draft.whole())[0]
        except Faults:
            continue
        if len(instance.tree) <= NODES:
            return instance, focus
    raise AssertionError(f"seed {seed} draws no legal instance")


def targeted(seed: int, focus: str | None = None) -> Instance:
    """An instance with a target that least cost has to reach."""
    for again in range(50):
        random = Random(f"target {seed} {again}")
        kind = random.choice(("political", "structural", "social", "durable"))
        aim = Target(name="goal", conflict="Strife", kind=kind, progress=random.choice((0.02, 0.05, 0.1)))
        # Shortfalls are not allowed at least cost: half of the instances do without the rule.
        rest = [RuleSetting(name="open_channel", kind="off")] if random.random() < 0.5 else []
        try:
            return build_instance([*tiny(seed + 1000 * again, focus)[0].records, aim, *rest])[0]
        except Faults:
            continue
    raise AssertionError(f"seed {seed} draws no legal instance with a target")
