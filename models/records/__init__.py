"""The records an instance is made of, one file each; the order here is the order of files, sheets and manuals."""

from models.records.activity import Activity
from models.records.base import Origin, Place, Record
from models.records.capacity import Capacity
from models.records.closure import Closure
from models.records.condition import Condition
from models.records.conflict import Conflict
from models.records.election import Election
from models.records.funder import Funder
from models.records.horizon import Horizon
from models.records.limit import Limit
from models.records.link import Link
from models.records.milestone import Milestone
from models.records.party import Party
from models.records.phase import Phase
from models.records.rule import RuleSetting
from models.records.scenario import Scenario
from models.records.target import Target

RECORDS: tuple[type[Record], ...] = (
    Horizon,
    Scenario,
    Conflict,
    Party,
    Phase,
    Election,
    Closure,
    Condition,
    Funder,
    Capacity,
    Activity,
    Link,
    Milestone,
    Target,
    Limit,
    RuleSetting,
)

__all__ = [
    "RECORDS",
    "Activity",
    "Capacity",
    "Closure",
    "Condition",
    "Conflict",
    "Election",
    "Funder",
    "Horizon",
    "Limit",
    "Link",
    "Milestone",
    "Origin",
    "Party",
    "Phase",
    "Place",
    "Record",
    "RuleSetting",
    "Scenario",
    "Target",
]
