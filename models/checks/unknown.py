"""Names that nothing in the instance bears, and words that could mean two things."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from models.checks.draft import Draft
from models.checks.finding import Finding, at
from models.checks.misspelt import Use, misspelt, slips
from models.checks.references import OF, named
from models.checks.spelling import fold, nearest, suggestion
from models.kinds import TRACKS
from models.records import Activity, Closure, Conflict, Election, Funder, Limit, Record

_WORDS = {
    "conflict": "conflict",
    "party": "party",
    "scenario": "scenario",
    "capacity": "capacity",
    "activity": "activity",
    "rule": "rule",
    "word": "track, conflict, tag or activity",
    "matter": "track, tag, issue or activity",
    "funder": "tranche",
    "donor": "donor",
}

_STATED_BY = {"word": "activity", "matter": "activity", "donor": "funder"}
"""Records in whose attributes the names of some namespaces stand."""


def unknown(draft: Draft) -> Iterator[Finding]:
    uses = [use for record in draft.records for use in _unknown(draft, record)]
    slipped = slips(draft, uses)
    yield from misspelt(slipped, uses)
    for use in uses:
        if (use.reference.to, fold(use.name)) not in slipped:
            yield _unknown_name(draft, use)
    wrong = {fold(record.key) for record in slipped.values() if isinstance(record, Conflict)}
    for record in draft.records:
        if getattr(record, "conflict", None) == "" and not isinstance(record, Limit):
            yield from _blank_conflict(draft, record)
        if isinstance(record, Activity) and fold(draft.conflict(record) or "") not in wrong:
            yield from _own_parties(draft, record)
    yield from _strangers(draft, {name for namespace, name in slipped if namespace == "party"})
    yield from _ambiguous(draft)


def _unknown(draft: Draft, record: Record) -> Iterator[Use]:
    for reference in OF.get(type(record), ()):
        if not reference.must or _STATED_BY.get(reference.to) in draft.known:
            continue  # a row that could not be read may have stated the name
        for name in named(record, reference):
            if fold(name) not in draft.names[reference.to]:
                yield Use(record, reference, name)


def _unknown_name(draft: Draft, use: Use) -> Finding:
    names, word = draft.names[use.reference.to], _WORDS[use.reference.to]
    return at(
        use.record,
        use.reference.field,
        "unknown_name",
        expected=f"the name of {'an' if word[0] == 'a' else 'a'} {word}",
        found=f'no {word} "{use.name}"',
        remedy=suggestion(use.name, tuple(names.values()), word),
    )


def _blank_conflict(draft: Draft, record: Record) -> Iterator[Finding]:
    conflicts = draft.names["conflict"].values()
    if len(conflicts) > 1:
        listed = ", ".join(conflicts)
        yield at(
            record,
            "conflict",
            "blank_conflict",
            expected=f"one of the conflicts {listed}",
            found="a blank, which means the only conflict, but there are several",
        )


def _own_parties(draft: Draft, activity: Activity) -> Iterator[Finding]:
    """Parties at the table, and those who gain or have seats there, are parties of the activity's own conflict."""
    conflict = draft.conflict(activity)
    if conflict is None or "party" in draft.known:
        return
    own = draft.parties.get(fold(conflict), set())
    for reference in OF[Activity]:
        for name in named(activity, reference) if reference.to == "party" else ():
            if fold(name) in draft.names["party"] and fold(name) not in own:
                yield at(
                    activity,
                    reference.field,
                    "foreign_party",
                    expected=f'a party of the conflict "{conflict}"',
                    found=f'"{name}", a party of another conflict only',
                )


def _strangers(draft: Draft, slipped: Collection[str]) -> Iterator[Finding]:
    """Votes and closures of somebody who takes part in nothing: a slip of the pen, or facts without effect; but for
    those whose name was misspelt where it is stated."""
    parties = draft.names["party"]
    involved = {**parties, **{fold(row.sponsor): row.sponsor for row in draft.of(Activity) if row.sponsor}}
    partial = not draft.known.keys().isdisjoint(("party", "activity"))
    for row in () if partial else draft.records:
        if not isinstance(row, Election | Closure):
            continue
        allowed = involved if isinstance(row, Election) else parties
        for name in (row.who,) if isinstance(row, Election) else row.who:
            if fold(name) in allowed or fold(name) in slipped:
                continue
            meant = nearest(name, allowed.values())
            role = "party or sponsor" if isinstance(row, Election) else "party"
            yield at(
                row,
                "who",
                "idle_fact" if meant is None else "unknown_name",
                expected=f"the name of a {role}",
                found=f'no {role} "{name}"',
                remedy="" if meant is None else f'Did you mean "{meant}"?',
            )
    sponsors = {row.sponsor for row in draft.of(Activity) if row.sponsor and fold(row.sponsor) not in parties}
    doubtful = {name: nearest(name, parties.values(), 0.85) for name in sponsors}
    for activity in draft.of(Activity):
        meant = doubtful.get(activity.sponsor or "")
        if meant is not None:
            yield at(
                activity,
                "sponsor",
                "doubtful_sponsor",
                expected="a party, or a third party with a name of its own",
                found=f'"{activity.sponsor}", nearly the party "{meant}"',
            )


def _ambiguous(draft: Draft) -> Iterator[Finding]:
    """A word names one kind of thing only; but a tag and an issue may be one word, by which a limit means both."""
    kinds = {
        "a track": frozenset(map(fold, TRACKS)),
        "a conflict": frozenset(fold(row.name) for row in draft.of(Conflict)),
        "a tag": frozenset(draft.names["tag"]),
        "an activity": frozenset(fold(row.name) for row in draft.of(Activity)),
    }
    issues = {fold(issue) for row in draft.of(Activity) for issue in row.issues}
    matters = {"a tag or an issue": kinds["a tag"] | issues, "an activity": kinds["an activity"]}
    for row in draft.of(Funder):
        yield from _meanings(row, "pays_for", kinds)
    for limit in draft.of(Limit):
        yield from _meanings(limit, "who", matters)
        yield from _meanings(limit, "of", matters)


def _meanings(row: Funder | Limit, field: str, kinds: dict[str, frozenset[str]]) -> Iterator[Finding]:
    for name in getattr(row, field):
        meanings = [kind for kind, names in kinds.items() if fold(name) in names]
        if len(meanings) > 1:
            yield at(
                row,
                field,
                "ambiguous_word",
                expected="a word with one meaning",
                found=f'"{name}", which is {" and ".join(meanings)}',
            )
