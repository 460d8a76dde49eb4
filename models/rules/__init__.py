"""The rule book: one rule, one word, one file. The order here is the order in which people read it."""

from models.rule import Rule
from models.rules import (
    budget,
    capacity,
    closed_embassy,
    consultation_delay,
    earmark,
    electoral_cycle,
    enforcement,
    inducement,
    no_substitute,
    open_channel,
    power_asymmetry,
    preparation,
    sequence,
    signature,
    synergy,
    transfer,
)

RULES: tuple[Rule, ...] = (
    budget.RULE,
    earmark.RULE,
    capacity.RULE,
    electoral_cycle.RULE,
    closed_embassy.RULE,
    open_channel.RULE,
    consultation_delay.RULE,
    power_asymmetry.RULE,
    inducement.RULE,
    enforcement.RULE,
    transfer.RULE,
    no_substitute.RULE,
    signature.RULE,
    preparation.RULE,
    sequence.RULE,
    synergy.RULE,
)
