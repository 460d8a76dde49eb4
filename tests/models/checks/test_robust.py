"""Whatever records there are, checks say what is wrong and never fail; what they pass can be planned with."""

from __future__ import annotations

import contextlib
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from models.checks import CODES, build_instance, check
from models.faults import Faults
from models.instance import Instance
from models.records import RECORDS, Conflict, Funder, Horizon, Link, Milestone, Party, Record, Scenario
from planner.read.layout import Attribute, attributes
from tests.models.checks.coordination import clash, drive, limit, press
from tests.models.checks.records import activity, add, both, change, sound, with_places

NAMES = (
    "Talks",
    "talks",
    "Envoy",
    "Border",
    "Sea",
    "North",
    "SOUTH",
    "calm",
    "rupture",
    "envoys",
    "T1",
    "quiet",
    "Fund",
    "Region",
    "Office",
    "farmers",
    "a|b",
    "",
)
DATES = ("2026-Q1", "2026-07-15", "2027", "2025-12", "2029-H1", "0001-01-01", "9998", "2026-Q4")
NUMBERS = (0, 1, 2, 3, 0.5, 0.25, 1e-9, 1e13, -1, 400, 0.1, 100, 7.3)
RULE_WORDS = ("budget", "core", "transfer", "off", "on", "default", "weight_social", "electoral_cycle", "before")


def value(attribute: Attribute) -> st.SearchStrategy[Any]:
    names, numbers = st.sampled_from(NAMES), st.sampled_from(NUMBERS)
    match attribute.shape:
        case "text":
            return st.sampled_from((*NAMES, *RULE_WORDS))
        case "word" | "track":
            return st.sampled_from(attribute.words)
        case "flag":
            return st.booleans()
        case "date":
            return st.sampled_from(DATES)
        case "names":
            return st.lists(names, max_size=3).map(tuple)
        case "amounts":
            return st.lists(st.tuples(names, numbers), max_size=2).map(tuple)
        case "scores":
            return st.lists(st.tuples(st.sampled_from(attribute.words), numbers), max_size=3).map(tuple)
        case "points":
            return st.lists(st.tuples(numbers, numbers), max_size=3).map(tuple)
        case _:
            return numbers


@st.composite
def record(draw: st.DrawFn) -> Record | None:
    """A record that its type accepts, however odd; None where the required fields drawn are not acceptable."""
    kind = draw(st.sampled_from(RECORDS))
    fields = {
        name: draw(value(attribute))
        for name, attribute in attributes(kind).items()
        if attribute.required or draw(st.integers(0, 3)) == 0
    }
    while True:
        try:
            return kind.model_validate(fields)
        except ValidationError as error:
            wrong = {str(each["loc"][0]) for each in error.errors() if each["loc"]}
            if not wrong & fields.keys() or any(attributes(kind)[name].required for name in wrong):
                return None
            fields = {name: given for name, given in fields.items() if name not in wrong}


many = st.lists(record().filter(lambda each: each is not None), max_size=8)


def use(instance: Instance) -> None:
    """Ask an instance everything that formulation and audit ask."""
    for node in instance.tree:
        instance.label(node.index)
        for conflict in instance.conflicts:
            instance.kept(conflict, node.index)
            instance.toll(conflict.name, "social", node.index)
            for row in instance.conditions:
                assert 0 <= instance.level(row.kind, conflict.name, node.index, *row.who) <= 1
        for party in instance.parties:
            instance.blackout(party.name, node.index)
    for each in instance.activities:
        instance.window(each), instance.run_min(each), instance.run_max(each), instance.response(each)
        instance.effect(each, "social", 0)
    for link in instance.links:
        instance.activity(link.name), instance.activity(link.other)
    assert sum(instance.tree[leaf].probability for leaf in instance.tree.leaves) == pytest.approx(1)


def judge(records: list[Record]) -> None:
    faults = check(records)
    assert all(fault.code in CODES and fault.found and fault.expected and fault.remedy for fault in faults)
    if any(fault.severity == "error" for fault in faults):
        with pytest.raises(Faults):
            build_instance(records)
    else:
        instance, warnings = build_instance(records)
        assert warnings == faults
        use(instance)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(many)
def test_any_records_are_judged(records: list[Record]) -> None:
    judge(records)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(many, st.sets(st.integers(0, 17), max_size=4))
def test_a_sound_instance_with_rows_added_and_missing_is_judged(more: list[Record], missing: set[int]) -> None:
    judge([each for index, each in enumerate(sound()) if index not in missing] + more)


@pytest.mark.parametrize("kind", RECORDS)
def test_unreadable_rows_cause_no_follow_up_faults(kind: type[Record]) -> None:
    """Rows of a kind that could not be read may be referred to, and are not missed."""
    lost = [row for row in whole() if isinstance(row, kind)]
    kept = [row for row in whole() if not isinstance(row, kind)]
    known = {kind.word: [getattr(row, "name", "") for row in lost]}
    assert check(kept, known) == ()


def test_a_faulty_row_hides_no_fault_of_another_row() -> None:
    rows = [
        *(row for row in sound() if not isinstance(row, Party)),
        Party(name="North|", conflict="Border"),
        Party(name="South", conflict="Border"),
        activity(begin="2027-Q2", end="2027-Q3", run_min=3),
        Link(name="Extra", kind="follows", other="Extra"),
        Scenario(name="calm", probability=0.5),
    ]
    codes = {fault.code for fault in check(rows)}
    assert {"bad_name", "misspelt_name", "never_fits", "self_link", "probabilities"} <= codes


def test_faults_come_in_the_order_of_the_file() -> None:
    rows = with_places([*sound(), activity(spend_min=50), activity("More", begin="2031"), Conflict(name="a|")])
    places = [fault.place.row for fault in check(rows) if fault.place]
    assert places == sorted(places)
    assert len(places) >= 3


def test_names_may_differ_in_capitals_spaces_and_unicode_forms() -> None:
    """A reference is spelled as the name it means, so that everybody behind the checks compares exact names."""
    rows: list[Record] = [
        Horizon(first="2026-Q1", number=4),
        Conflict(name="Été  long"),
        Party(name="Nord"),
        Funder(name="Fund", amount=1000, pays_for=("t4", "E\u0301TE\u0301 LONG")),
        activity(conflict="e\u0301te\u0301 long", parties=("NORD ",), status="open"),
        activity("Second", sponsor="nord"),
        Milestone(name="Paper", value=0.1, unlocks=("EXTRA",)),
    ]
    instance, _ = build_instance(rows)
    first = instance.activities[0]
    assert first.conflict == "Été  long"
    assert first.parties == ("Nord",)
    assert instance.activities[1].sponsor == "Nord"
    assert instance.funders[0].pays_for == ("T4", "Été  long")
    assert instance.milestones[0].unlocks == ("Extra",)


def test_a_record_made_in_code_is_named_in_its_fault() -> None:
    (fault,) = [each for each in check([*sound(), activity(spend_min=50)]) if each.code == "spend_reversed"]
    assert fault.place is None
    assert 'activity "Extra"' in fault.found


def whole() -> list[Record]:
    """The sound instance with limits, a liaison, raised money, press, harm and what each side has of it."""
    more = add(
        limit("least", "T2", 0.1, hard=True, payers=("Fund",)),
        limit("cover", "quiet", 0.5, begin="2026-Q2"),
        activity("Office", kind="liaison", social=0),
        clash(liaison="Office"),
        drive(),
        press(),
    )
    both_gain = (("North", 0.1), ("South", 0.1))
    talks = change("Talks", gains=both_gain, seats=(("North", 5), ("South", 4)), harm=(("farmers", 1),))
    rows = both(more, talks, change("Border", harm_ceiling=(("farmers", 2),)))(sound())
    assert check(rows) == ()
    return rows


ODD: dict[str, tuple[Any, ...]] = {
    "text": ("Talks", "talks", "Envoy", "Border", "calm", "T1", "a|b", "", "Zed"),
    "flag": (True, False),
    "date": (*DATES, None),
    "names": ((), ("North",), ("T1", "Border"), ("Talks", "Talks"), ("Zed",), ("Union", "quiet")),
    "amounts": (
        (),
        (("envoys", 2),),
        (("envoys", 5),),
        (("envoys", -1),),
        (("North", 0), ("South", 0)),
        (("Fund", 9),),
    ),
    "scores": ((), (("honest", 0.5),), (("honest", 1), ("honest", 2)), (("trusted", -1),)),
    "points": ((), ((10, 0.5), (30, 1)), ((0, 0), (30, 1)), ((100, 0.2), (200, 0.5)), ((5, 0.5),)),
    "number": (*NUMBERS, None),
}


def mutants() -> list[tuple[int, Record]]:
    """Every row of the whole instance with one attribute made odd, as far as its type accepts it."""
    found = []
    for index, row in enumerate(whole()):
        given = {name: getattr(row, name) for name in row.model_fields_set}
        for name, attribute in attributes(type(row)).items():
            for odd in ODD.get(attribute.shape, attribute.words):
                with contextlib.suppress(ValidationError):
                    found.append((index, type(row).model_validate({**given, name: odd})))
    return found


def test_every_attribute_made_odd_is_judged() -> None:
    every = mutants()
    assert len(every) > 1000
    for index, mutant in Random(7).sample(every, 400):
        rows = whole()
        rows[index] = mutant
        judge(rows)
