"""Records that may still be faulty, as far as they can be understood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import cast

from models.calendar import Calendar
from models.checks.references import LOOSE, OF, named, renamed
from models.checks.sound import Sound
from models.checks.spelling import fold
from models.instance import Instance
from models.kinds import TRACKS
from models.records import (
    Activity,
    Capacity,
    Conflict,
    Election,
    Funder,
    Horizon,
    Party,
    Record,
    Scenario,
)
from models.words import RULE_NAMES

EARLIEST, LATEST = 1800, 2400
"""Years a date may lie in. Outside them a date is a slip (0208 for 2008), and calendars would overflow."""
MOST_PERIODS = 600


def periods_until(horizon: Horizon) -> int | None:
    """Number of periods from the first to ``last``; zero or less where ``last`` comes first. None: no ``last``."""
    if horizon.last is None:
        return None
    return Calendar(horizon.length, horizon.first.first, 1).period_of(horizon.last.last) + 1


class Draft:
    """Records with their references spelled as declared, and the names each reference may use.

    ``known`` gives names of rows that could not be read, by record word. A word in it means that rows of this kind are
    missing, so that nothing may be concluded from their absence.
    """

    def __init__(self, records: Iterable[Record], known: Mapping[str, Collection[str]]) -> None:
        self.known = {word: tuple(names) for word, names in known.items()}
        self.records = tuple(records)
        self._of: dict[type[Record], tuple[Record, ...]] = {}
        self.records = tuple(self._spelled(record) for record in self.records)
        self._of.clear()

    def of[R: Record](self, kind: type[R]) -> tuple[R, ...]:
        if kind not in self._of:
            self._of[kind] = tuple(record for record in self.records if isinstance(record, kind))
        return cast(tuple[R, ...], self._of[kind])

    # --- names ------------------------------------------------------------------------------------------------

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """By namespace: folded name -> the name as first declared."""
        activities, funders = self.of(Activity), self.of(Funder)
        parties = self._declared(Party)
        sponsors = tuple(row.sponsor for row in activities if row.sponsor)
        tags = tuple(tag for row in activities for tag in row.tags)
        # A tag and an issue may be one word, by which limits mean both; so both are spelled alike.
        issues = (*tags, *(issue for row in self.of(Conflict) for issue in row.taboo))
        issues += tuple(issue for row in activities for issue in row.issues)
        homes = (row.home for row in activities if row.home)
        conflicts, works = self._declared(Conflict), self._declared(Activity)
        return {
            "conflict": _folded(conflicts),
            "party": _folded(parties),
            "scenario": _folded(self._declared(Scenario)),
            "capacity": _folded(self._declared(Capacity)),
            "activity": _folded(works),
            "rule": _folded((*RULE_NAMES, "core")),
            "tag": _folded(tags),
            "word": _folded((*TRACKS, *conflicts, *tags, *works)),
            "voter": _folded((*parties, *sponsors, *(row.who for row in self.of(Election)))),
            "actor": _folded((*parties, *sponsors, *homes)),
            "issue": _folded(issues),
            "matter": _folded((*TRACKS, *issues, *works)),
            "group": _folded(group for row in activities for group, _ in row.harm),
            "agency": _folded(agency for row in activities for agency in row.agencies),
            "funder": _folded(self._declared(Funder)),
            "donor": _folded(row.giver for row in funders),
        }

    def _declared(self, kind: type[Record]) -> tuple[str, ...]:
        return (*(row.name for row in self.of(kind) if hasattr(row, "name")), *self.known.get(kind.word, ()))

    def _spelled(self, record: Record) -> Record:
        updates = {
            reference.field: renamed(record, reference, partial(self._declared_as, reference.to))
            for reference in OF.get(type(record), ())
        }
        changed = {field: value for field, value in updates.items() if value != getattr(record, field)}
        return record.model_copy(update=changed) if changed else record

    def _declared_as(self, namespace: str, name: str) -> str:
        return self.names[namespace].get(fold(name), name)

    @cached_property
    def only_conflict(self) -> str | None:
        """The conflict that a blank one means: None where there are several, or none."""
        conflicts = self.names["conflict"]
        return next(iter(conflicts.values())) if len(conflicts) == 1 else None

    def conflict(self, row: Record) -> str | None:
        """Name of the conflict of a row; None where it cannot be told."""
        given = str(getattr(row, "conflict", ""))
        return given or self.only_conflict

    @cached_property
    def parties(self) -> dict[str, set[str]]:
        """Folded names of the parties of each conflict, by its folded name."""
        found: dict[str, set[str]] = {}
        for row in self.of(Party):
            found.setdefault(fold(self.conflict(row) or ""), set()).add(fold(row.name))
        return found

    # --- time -------------------------------------------------------------------------------------------------

    @cached_property
    def calendar(self) -> Calendar | None:
        """The calendar; None where the horizon is missing or faulty."""
        horizons = self.of(Horizon)
        if len(horizons) != 1:
            return None
        (horizon,) = horizons
        if not EARLIEST <= horizon.first.first.year <= LATEST:
            return None
        until = periods_until(horizon)
        number = horizon.number if until is None else until
        if number is None or not 0 < number <= MOST_PERIODS or horizon.number not in (None, number):
            return None
        return Calendar(horizon.length, horizon.first.first, number)

    # --- what is sound ----------------------------------------------------------------------------------------

    def sound(self, faulty: Collection[int]) -> Sound | None:
        """The instance without the faulty records (by ``id``) and what hangs on them.

        None without a horizon or a conflict. If one scenario is faulty, all are left out, with the facts that name one.
        """
        if self.calendar is None:
            return None
        good = [record for record in self.records if id(record) not in faulty or isinstance(record, Horizon)]
        if any(isinstance(record, Scenario) for record in self.records if id(record) in faulty):
            good = [record for record in good if not isinstance(record, Scenario)]
        while len(kept := list(self._hanging(good))) < len(good):
            good = kept
        if not all(any(isinstance(record, kind) for record in good) for kind in (Horizon, Conflict)):
            return None
        kept_ids = {id(record) for record in good}
        missing = {record.word for record in self.records if id(record) not in kept_ids}
        return Sound(Instance(good), frozenset(missing | set(self.known)))

    def _hanging(self, records: list[Record]) -> Iterator[Record]:
        """Records of which every required name is still declared among ``records``."""
        names: dict[str, set[str]] = {}
        for record in records:
            names.setdefault(record.word, set()).add(str(getattr(record, "name", "")))
        for record in records:
            needs = (reference for reference in OF.get(type(record), ()) if reference.must)
            if all(
                name in names.get(reference.to, ())
                for reference in needs
                if reference.to not in LOOSE
                for name in named(record, reference)
            ):
                yield record


def _folded(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return found
