"""Raising money now pays for other tracks later (K8).

    raised(f,n) = Σ_b yield * raises_b(f) * q * output[b,m],  m ``lag`` before n or earlier, a period at least

for work b on track 8. It is added to the tranche's amount in the rows of ``budget``, which hold at every node at which
there is more than before (``raising.py``). What comes after the tranche's window is lost. Where ``budget`` is off no
tranche needs money.
"""

from __future__ import annotations

from models.rule import Rule

RULE = Rule(
    name="fundraising",
    sentence="Raising money now pays for other tracks later.",
    effect="enables",
    off="work on track 8 raises nothing",
    claims="K8",
)
