"""Funders: who pays for what, under which conditions, out of how much money."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from benchmarks.families.conflict import THOUSAND, label
from models.records import Funder

OFFICIAL = ("T1", "T1.5", "T4")
UNOFFICIAL = ("T2", "T3", "T4", "T5", "T6", "T7", "T9")


def broad(random: Random, amount: float, periods: int) -> list[Funder]:
    """Four tranches of three donors that between them may pay for all work: few conditions."""
    half = periods // 2
    return [
        _funder("Union, first tranche", 0.3 * amount, OFFICIAL, donor="Union", end=label(half - 1), largest_share=0.8),
        _funder("Union, second tranche", 0.3 * amount, OFFICIAL, donor="Union", begin=label(half), largest_share=0.8),
        _funder("Foundation", 0.2 * amount, UNOFFICIAL, smallest=20 * THOUSAND),
        _funder("Host state", 0.2 * amount, (), carry_over=0.5, end=label(periods - 1 - random.randint(1, 3))),
    ]


def narrow(random: Random, amount: float, periods: int, number: int) -> list[Funder]:
    """``number`` small tranches with two or three tracks or a tag each, short windows, least payments; and one donor
    who pays for all tracks, so that nothing is beyond everybody's reach."""
    weights = [random.uniform(0.5, 1.5) for _ in range(number)]
    part = 0.75 * amount / sum(weights)
    tracks = (*OFFICIAL[:2], *UNOFFICIAL)
    found = [_funder("Common fund", 0.25 * amount, ())]
    for k, weight in enumerate(weights):
        first = random.randrange(0, periods // 2)
        last = min(periods - 1, first + random.randint(periods // 3, periods // 2))
        words = ("confidence",) if random.random() < 0.2 else tuple(random.sample(tracks, random.choice((2, 3))))
        found.append(
            _funder(
                f"Donor {k + 1}",
                part * weight,
                words,
                begin=label(first),
                end=label(last),
                smallest=random.choice((0, 10, 20, 30)) * THOUSAND,
                largest_share=random.choice((0.5, 0.6, 0.8, 1.0)),
                lead_time=random.choice((0, 0, 1)),
            )
        )
    return found


def shared(random: Random, amount: float, periods: int, conflicts: Sequence[str]) -> list[Funder]:
    """Broad money for all conflicts, and a regional donor for every five of them."""
    regions = max(1, len(conflicts) // 5)
    found = broad(random, 0.7 * amount, periods)
    for k in range(regions):
        words = (*random.sample(list(conflicts), min(len(conflicts), 6)), *random.sample(OFFICIAL + UNOFFICIAL[:3], 3))
        found.append(_funder(f"Regional bank {k + 1}", 0.3 * amount / regions, tuple(dict.fromkeys(words))))
    return found


def _funder(name: str, amount: float, words: tuple[str, ...], **given: Any) -> Funder:
    return Funder(name=name, amount=round(amount / THOUSAND) * THOUSAND, pays_for=words, **given)
