"""The model as a competent user of PuLP first writes it: what the product's formulation is measured against.

Frozen before any tuning; do not improve it. It says the same as the product, as directly as one would say it:

- a column for everything in every period, and a row that holds it at 0 where calendars or funders rule it out;
- runs by pairs of periods: a start keeps the work on in each of the next periods;
- activation by big M: payments up to all the money of the tranche, thresholds of milestones by ``M * (1 - signed)``;
- a balance per tranche and period; progress as an equation with what is lost beyond 1.

It knows the rules in ``RULES``; all others must be switched off on both sides (``ASLEEP``). Money stays fractional and
the plan is not audited: its objective is a hair above that of the product's plan in whole money.
"""

from models.words import RULE_NAMES

RULES = frozenset(
    {
        "budget", "earmark", "capacity", "electoral_cycle", "closed_embassy", "open_channel", "consultation_delay",
        "power_asymmetry", "transfer", "signature", "preparation", "enforcement", "sequence", "synergy",
    }
)  # fmt: skip
ASLEEP = frozenset(RULE_NAMES) - RULES
