"""That a tranche does not pay for a work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.model import Model, total
from models.plan import Plan
from models.rule import Row
from models.whatif.condition import Condition


@dataclass(frozen=True)
class NotPaidBy(Condition):
    """The tranche pays nothing for the work; others may, or the work may be left out."""

    activity: str
    funder: str

    def rows(self, model: Model) -> Iterator[Row]:
        grants = model.columns.grant.items()
        paid = [column for (f, a, _), column in grants if (f, a) == (self.funder, self.activity)]
        if paid:
            yield "not_paid", total(paid) <= 0

    def paying(self, model: Model) -> Iterator[Row]:
        yield from self.rows(model)

    def met(self, instance: Instance, plan: Plan) -> bool:
        return all((each.funder, each.activity) != (self.funder, self.activity) for each in plan.grants)
