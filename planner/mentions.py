"""What shown records still say of hidden ones: names, marks and sums from which something hidden could be found.

A limit counts work and money by words. Where hidden work, or a hidden payer, is counted in it, what is shown of it
would tell how much is missing, so it goes whole. Where hidden work raises money for a tranche, its payments would
exceed what it has by the money raised, so that tranche is hidden too (``raised_in_secret``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.kinds import TRACKS
from models.records import (
    Activity,
    Capacity,
    Condition,
    Conflict,
    Election,
    Funder,
    Limit,
    Link,
    Milestone,
    Party,
    Record,
)


@dataclass(frozen=True)
class Hidden:
    """Work and tranches that an audience may not see."""

    works: tuple[Activity, ...]
    funders: tuple[Funder, ...]

    @property
    def names(self) -> set[str]:
        """Names of the work."""
        return {work.name for work in self.works}


def raised_in_secret(hidden: Iterable[Activity]) -> set[str]:
    """Tranches for which hidden work raises money."""
    return {tranche for work in hidden for tranche, amount in work.raises if amount}


def pays_for_nothing(record: Record, left: Sequence[Record]) -> bool:
    """Whether it is a tranche that may only pay for what is hidden."""
    return isinstance(record, Funder) and bool(record.pays_for) and words(left).isdisjoint(record.pays_for)


def words(records: Sequence[Record]) -> set[str]:
    """Words a funder's list may still use: tracks, conflicts, shown activities and their tags."""
    found: set[str] = set(TRACKS)
    for record in records:
        if isinstance(record, Conflict | Activity):
            found.add(record.name)
        if isinstance(record, Activity):
            found.update(record.tags)
    return found


def without_mentions(record: Record, hidden: Hidden, left: Sequence[Record]) -> Record | None:
    """The record without what it says of hidden ones; None where nothing of it is left to say."""
    match record:
        case Link():
            if {record.name, record.other} & hidden.names:
                return None
            return _changed(record, {"liaison": None if record.liaison in hidden.names else record.liaison})
        case Milestone():
            return _changed(record, {"unlocks": _kept(record.unlocks, _names(left, Activity))})
        case Activity():
            return _changed(record, {"raises": _kept_pairs(record.raises, _names(left, Funder))})
        case Funder():
            return _changed(record, {"pays_for": _kept(record.pays_for, words(left))})
        case Limit():
            return None if _tells(record, hidden, left) else record
        case Capacity():
            return record if record.name in {name for work in _works(left) for name, _ in work.uses} else None
        case Election():
            return record if record.who in _voters(left) else None
        case Condition():
            return record if set(record.who) <= _voters(left) | _homes(left) else None
        case Conflict():
            issues = {issue for work in _works(left) for issue in work.issues}
            groups = {group for work in _works(left) for group, _ in work.harm}
            return _changed(
                record,
                {"taboo": _kept(record.taboo, issues), "harm_ceiling": _kept_pairs(record.harm_ceiling, groups)},
            )
    return record


def _changed[Changed: Record](record: Changed, fields: Mapping[str, Any]) -> Changed:
    """The record with these fields; where one is no longer what it was, its source says too much."""
    new = {name: value for name, value in fields.items() if value != getattr(record, name)}
    if not new:
        return record
    sources = {name: text for name, text in record.sources.items() if name not in new}
    return record.model_copy(update={**new, "sources": sources})


def _kept(names: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _kept_pairs(pairs: tuple[tuple[str, float], ...], known: set[str]) -> tuple[tuple[str, float], ...]:
    return tuple(pair for pair in pairs if pair[0] in known)


def _tells(limit: Limit, hidden: Hidden, left: Sequence[Record]) -> bool:
    """Whether a limit names or counts anything hidden."""
    issues = {issue for work in _works(left) for issue in work.issues}
    givers = {record.giver for record in left if isinstance(record, Funder)}
    if not {*limit.who, *limit.of} <= words(left) | issues or not givers.issuperset(limit.payers):
        return True
    shares = limit.kind != "cover"
    if shares and any(not limit.payers or funder.giver in limit.payers for funder in hidden.funders):
        return True
    return any(
        limit.conflict in ("", work.conflict or limit.conflict)
        and (_called(work, limit.who) or (shares and (not limit.of or _called(work, limit.of))))
        for work in hidden.works
    )


def _called(work: Activity, by: tuple[str, ...]) -> bool:
    return not {work.track, work.name, *work.tags, *work.issues}.isdisjoint(by)


def _works(records: Sequence[Record]) -> Iterable[Activity]:
    return (record for record in records if isinstance(record, Activity))


def _names(records: Sequence[Record], kind: type[Activity] | type[Funder]) -> set[str]:
    return {record.name for record in records if isinstance(record, kind)}


def _voters(records: Sequence[Record]) -> set[str]:
    """Those whose votes matter to something shown: parties to a conflict, and parties and sponsors of shown work."""
    found = {record.name for record in records if isinstance(record, Party)}
    for work in _works(records):
        found.update(work.parties)
        found.add(work.sponsor or "")
    return found


def _homes(records: Sequence[Record]) -> set[str]:
    """Home states of shown work."""
    return {work.home for work in _works(records) if work.home}
