"""What one solve left behind, as it is kept in memory and in a file to resume from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Self

from models.plan import Bonus, Grant, Plan, Signing, Transfer
from models.plan import Work as Running
from planner.solve.result import Result, Status

if TYPE_CHECKING:
    from models.audit import Audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a search ended, its plan (audited) and its bound. Files do not keep the ``audit``: what comes from one is
    audited anew."""

    status: Status
    plan: Plan | None = None
    bound: float | None = None
    seconds: float = 0.0
    solver: str = ""
    clash: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    audit: Audit | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Solved:
    """The answer to the job of that ``key``."""

    key: str
    answer: Answer

    @classmethod
    def of(cls, key: str, result: Result) -> Self:
        return cls(
            key,
            Answer(
                status=result.status,
                plan=result.plan,
                bound=result.bound,
                seconds=result.seconds,
                solver=result.solver,
                clash=result.clash,
                messages=result.messages,
                audit=result.audit,
            ),
        )

    @property
    def worth_keeping(self) -> bool:
        """Whether the solve came to its own end; one that was interrupted is made again."""
        return self.answer.status not in (Status.INTERRUPTED, Status.REFUSED)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        content = {name: getattr(self.answer, name) for name in Answer.__slots__ if name != "audit"}
        plan = self.answer.plan
        return {"key": self.key, **content, "plan": None if plan is None else _plain(plan)}

    @classmethod
    def from_plain(cls, found: Mapping[str, Any]) -> Self:
        """What :meth:`plain` gave. Raises ``KeyError``, ``TypeError`` or ``ValueError`` where it is something else."""
        content = dict(found)
        key = content.pop("key")
        plan = content.pop("plan")
        content["status"] = Status(content["status"])
        content |= {name: tuple(content[name]) for name in ("clash", "messages")}
        return cls(str(key), Answer(**content, plan=None if plan is None else _plan(plan)))


def _plain(plan: Plan) -> dict[str, Any]:
    return {**asdict(plan), "without": sorted(plan.without)}


def _plan(found: Mapping[str, Any]) -> Plan:
    transfers, bonuses = found["transfers"], found["bonuses"]
    return Plan(
        works=tuple(Running(**each) for each in found["works"]),
        grants=tuple(Grant(**each) for each in found["grants"]),
        signings=tuple(Signing(**each) for each in found["signings"]),
        transfers=None if transfers is None else tuple(Transfer(**each) for each in transfers),
        bonuses=None if bonuses is None else tuple(Bonus(**each) for each in bonuses),
        without=frozenset(found["without"]),
        fees=tuple(Grant(**each) for each in found["fees"]),
    )
