"""Which way of bettering a plan pays: by what it gained for its time, the latest tries counting most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

_KEPT = 0.9
"""What of an earlier try counts after each later one."""
_PAYING = 0.85
"""How often the way that pays most is taken; else that which had least time."""


@dataclass
class _Account:
    gain: float = 0.0
    seconds: float = 0.0


class Ways:
    def __init__(self, ways: Iterable[str], random: np.random.Generator) -> None:
        self._random = random
        self._accounts = {way: _Account() for way in ways}

    def choose(self) -> str:
        """Each way once, then mostly the one that pays most."""
        accounts = self._accounts
        seldom = min(accounts, key=lambda way: accounts[way].seconds)
        if not accounts[seldom].seconds:
            return seldom
        best = max(accounts, key=lambda way: accounts[way].gain / accounts[way].seconds)
        return best if accounts[best].gain and self._random.random() < _PAYING else seldom

    def learn(self, way: str, gain: float, seconds: float) -> None:
        """What the way that was tried had ``gained`` in so many ``seconds``."""
        for account in self._accounts.values():
            account.gain *= _KEPT
            account.seconds *= _KEPT
        self._accounts[way].gain += gain
        self._accounts[way].seconds += max(seconds, 1e-9)
