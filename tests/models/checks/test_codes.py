"""Every code is shown by at least one instance, which is the sound one with one thing changed."""

from __future__ import annotations

import pytest

from models.checks import CODES, build_instance, check
from models.faults import Faults
from models.records import (
    Activity,
    Capacity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Horizon,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
    Target,
)
from tests.models.checks.coordination import COORDINATION
from tests.models.checks.official import OFFICIAL
from tests.models.checks.records import (
    Change,
    activity,
    add,
    both,
    change,
    drop,
    only,
    rename,
    sound,
    with_places,
)

OTHER = add(Conflict(name="Sea"), Party(name="East", conflict="Sea"))
OFTEN = add(Link(name="Envoy", kind="strengthens", other="Talks"))
CALM = Scenario(name="calm", probability=0.6)
RUPTURE = Scenario(name="rupture", probability=0.4, known="2026-Q4")

CASES: list[tuple[str, str, Change]] = [
    # code, words that must stand in expected or found, change
    ("bad_name", "Nor|th", only(Party, Party(name="Nor|th"), Party(name="South"))),
    ("bad_name", "#", add(activity("# Extra"))),
    ("bad_name", "line", add(activity("Ex\ntra"))),
    ("bad_name", "\\u200f", add(activity("\u200f"))),
    ("bad_name", "a|b", change("Workshop", tags=("a|b",))),
    ("reserved_name", "t4", add(activity("t4"))),
    ("reserved_name", "T2", change("Workshop", tags=("T2",))),
    ("duplicate", "WORKSHOP", add(activity("WORKSHOP "))),
    ("duplicate", "vote North", add(Election(who="North", date="2027-05-09"))),
    ("duplicate", "South|North", add(Closure(who=("South", "North"), begin="2026-03-01", end="2026-03-01"))),
    ("duplicate", "Workshop transfers Talks", add(Link(name="workshop", kind="transfers", other="TALKS"))),
    ("duplicate", "toll", add(*[Condition(kind="toll", begin="2026-05-01", social=0.01)] * 2)),
    ("listed_twice", "North", change("Envoy", parties=("North", "South", "north"))),
    ("misspelt_name", "Tlaks", both(OFTEN, rename(Activity, "Talks", "Tlaks"))),
    ("misspelt_name", "Nroth", rename(Party, "North", "Nroth")),
    ("unknown_name", "Nort", change("Talks", parties=("Nort", "South"))),
    ("unknown_name", "Workshpo", add(Link(name="Workshpo", kind="excludes", other="Talks"))),
    ("unknown_name", "Sea", change("Talks", conflict="Sea")),
    ("unknown_name", "T44", change("Region", pays_for=("T44",))),
    ("unknown_name", "envoy", change("Workshop", uses=(("envoyz", 1),))),
    ("unknown_name", "rupture", change("vote North 2027-05-09", scenario="rupture")),
    ("unknown_name", "Nroth", add(Election(who="Nroth", date="2027-05-09"))),
    ("unknown_name", "bugdet", add(RuleSetting(name="bugdet", kind="off"))),
    ("unknown_name", "Exchang", change("Framework", unlocks=("Exchang",))),
    (
        "ambiguous_word",
        "a tag and an activity",
        both(change("Talks", tags=("Workshop",)), change("Region", pays_for=("Workshop", "T4"))),
    ),
    ("blank_conflict", "Border, Sea", OTHER),
    ("foreign_party", "East", both(OTHER, change("Talks", conflict="Border", parties=("North", "East")))),
    ("same_party", "North", only(Closure, Closure(who=("North", "North")))),
    ("no_conflict", "none", drop(Conflict)),
    ("no_activity", "none", drop(Activity)),
    ("no_funder", "none", drop(Funder)),
    ("no_horizon", "none", drop(Horizon)),
    ("several_horizons", "another", add(Horizon(first="2026-Q1", number=4))),
    ("no_end", "neither", only(Horizon, Horizon(first="2026-Q1"))),
    ("two_ends", "9 periods", only(Horizon, Horizon(first="2026-Q1", last="2027-Q4", number=9))),
    ("long_horizon", "601", only(Horizon, Horizon(first="1900", length="month", last="1950-01"))),
    ("reversed_window", "2025-Q4", only(Horizon, Horizon(first="2026-Q1", last="2025-Q4"))),
    ("reversed_window", "2026-Q3", add(activity(begin="2026-Q4", end="2026-Q3"))),
    ("far_date", "0226-05-09", only(Election, Election(who="North", date="0226-05-09"))),
    ("outside_horizon", "2028-Q1", add(activity(begin="2028-Q1"))),
    ("outside_horizon", "2025", change("Region", begin="2025-Q1", end="2025-Q4")),
    ("fact_outside", "2031", add(Election(who="South", date="2031-05-09"))),
    ("fact_outside", "1999", add(Condition(kind="toll", begin="1999", social=0.1))),
    ("fact_outside", "2028", add(Capacity(name="envoys", begin="2028", amount=1))),
    ("overlap", "2026-Q2", add(Phase(kind="latent", begin="2026-Q2", end="2026-Q2"))),
    ("overlap", "2026-12-31", add(Closure(who=("South", "North"), begin="2026-12-31"))),
    ("target_outside", "2028-Q1", change("Half way", by="2028-Q1")),
    ("probabilities", "0.9", add(CALM, RUPTURE.model_copy(update={"probability": 0.3}))),
    (
        "tiny_probability",
        "0.001",
        add(Scenario(name="calm", probability=0.999), Scenario(name="rupture", probability=0.001, known="2026-Q4")),
    ),
    ("single_scenario", "one", add(Scenario(name="calm", probability=1))),
    ("two_trunks", "calm", add(CALM, Scenario(name="storm", probability=0.4))),
    ("no_branching_date", "calm", add(CALM, Scenario(name="storm", probability=0.4, branches_from="calm"))),
    (
        "scenario_cycle",
        "rupture",
        add(
            Scenario(name="calm", probability=0.6, known="2026-Q4", branches_from="rupture"),
            Scenario(name="rupture", probability=0.4, known="2026-Q4", branches_from="calm"),
        ),
    ),
    ("known_outside", "2026-Q1", add(CALM, Scenario(name="rupture", probability=0.4, known="2026-Q1"))),
    ("known_outside", "2028-Q1", add(CALM, Scenario(name="rupture", probability=0.4, known="2028-Q1"))),
    (
        "known_before_parent",
        "2026-Q2",
        add(
            CALM,
            Scenario(name="rupture", probability=0.3, known="2026-Q4"),
            Scenario(name="war", probability=0.1, known="2026-Q2", branches_from="rupture"),
        ),
    ),
    ("scenarios_alike", "none", add(CALM, RUPTURE)),
    ("known_late", "2027-Q1", add(Scenario(name="calm", probability=0.6, known="2027-Q1"), RUPTURE)),
    ("fact_too_early", "2026-Q3", add(CALM, RUPTURE, Phase(kind="war", begin="2026-Q3", scenario="rupture"))),
    ("fact_too_early", "blackout", add(CALM, RUPTURE, Election(who="South", date="2026-12-01", scenario="rupture"))),
    ("fact_too_early", "start of the horizon", add(CALM, RUPTURE, Capacity(name="envoys", amount=1, scenario="calm"))),
    ("kind_off_track", "carrot", add(activity(kind="carrot"))),
    ("own_leverage", "carrot", add(activity(kind="carrot", track="T1", spend_min=10, leverage=True))),
    ("spend_reversed", "30", add(activity(spend_min=40))),
    ("run_reversed", "2", add(activity(run_min=3, run_max=2))),
    ("bad_use", "envoys", add(activity(uses=(("envoys", -1),)))),
    ("too_large", "2e+12", change("Fund", amount=2 * 10**12)),
    ("too_large", "envoys", add(activity(uses=(("envoys", 1e9),)))),
    ("too_small", "0.5", add(activity(spend_min=0.2, spend_max=0.5))),
    ("free_relief", "official", change("Talks", spend_min=0)),
    ("free_relief", "business", add(activity(track="T3", kind="business", parties=("North", "South"), spend_min=0))),
    ("free_relief", "open_channel", change("Workshop", channel=True, spend_min=0)),
    (
        "free_relief",
        "Talks",
        both(change("Exchange", spend_min=0), add(Link(name="Talks", kind="requires", other="Exchange"))),
    ),
    ("free_output", "0.1 at 0", change("Exchange", spend_min=0, response=((0, 0.1), (30, 1)))),
    ("response_range", "1.5", change("Exchange", response=((10, 0.5), (30, 1.5)))),
    ("response_span", "20", change("Exchange", response=((10, 0.5), (20, 1)))),
    ("response_order", "10:0.5|10:0.6", change("Exchange", response=((10, 0.5), (10, 0.6), (30, 1)))),
    ("response_order", "0.9", change("Exchange", response=((10, 0.9), (30, 0.8)))),
    ("response_shape", "20:0.2", change("Exchange", response=((10, 0.1), (20, 0.2), (30, 1)))),
    ("never_fits", "4 quarters", add(activity(begin="2026-Q1", end="2026-Q4", run_min=5))),
    ("running_late", "2026-Q2", add(activity(begin="2026-Q2", status="running"))),
    (
        "coarse_run",
        "4 quarters",
        both(only(Horizon, Horizon(first="2026", length="year", number=2)), add(activity(run_max=1))),
    ),
    ("idle_repeats", "3 runs", add(activity(begin="2026-Q1", end="2026-Q4", repeats=3))),
    ("contradictory_locks", "at least the 8", add(activity(status="committed", run_max=4))),
    ("contradictory_locks", "at most the 8", add(activity(status="committed", run_min=9))),
    ("contradictory_locks", "running", both(add(activity(status="running")), change("Framework", unlocks=("Extra",)))),
    (
        "contradictory_locks",
        "both committed",
        both(
            change("Workshop", status="committed"),
            change("Exchange", status="committed"),
            change("Framework", unlocks=()),
            add(Link(name="Workshop", kind="excludes", other="Exchange")),
        ),
    ),
    (
        "contradictory_locks",
        "excluded",
        both(
            change("Workshop", status="committed"),
            change("Talks", status="excluded"),
            only(Link, Link(name="Workshop", kind="requires", other="Talks")),
        ),
    ),
    (
        "contradictory_locks",
        "begins in 2027-Q1",
        add(
            activity("First", begin="2027-Q1"),
            activity(status="committed", begin="2026-Q3"),
            Link(name="Extra", kind="follows", other="First"),
        ),
    ),
    ("self_link", "itself", add(Link(name="Talks", kind="excludes", other="talks"))),
    (
        "link_across_conflicts",
        "Sea",
        both(
            OTHER,
            add(activity("Seminar", track="T2", kind="workshop", conflict="Sea", political=0.01)),
            *[
                change(name, conflict="Border")
                for name in ("Talks", "Envoy", "Workshop", "Exchange", "Framework", "Half way")
            ],
            add(Link(name="Seminar", kind="transfers", other="Talks")),
        ),
    ),
    ("transfer_from_official", "T1", add(Link(name="Envoy", kind="transfers", other="Talks"))),
    ("transfer_to_unofficial", "T4", add(Link(name="Workshop", kind="transfers", other="Exchange"))),
    (
        "said_twice",
        "other way round",
        add(
            Link(name="Talks", kind="strengthens", other="Workshop"),
            Link(name="Workshop", kind="strengthens", other="Talks"),
        ),
    ),
    (
        "cyclic_order",
        '"Workshop" follows "Exchange" requires "Workshop"',
        add(
            Link(name="Exchange", kind="requires", other="Workshop"),
            Link(name="Workshop", kind="follows", other="Exchange"),
        ),
    ),
    (
        "run_together",
        '"Workshop" requires "Exchange"',
        add(
            Link(name="Exchange", kind="requires", other="Workshop"),
            Link(name="Workshop", kind="requires", other="Exchange"),
        ),
    ),
    (
        "contradictory_links",
        "excludes",
        add(
            Link(name="Exchange", kind="requires", other="Workshop"),
            Link(name="Workshop", kind="excludes", other="Exchange"),
        ),
    ),
    (
        "never_runs",
        "which is open",
        add(
            activity("First", begin="2027-Q1"),
            activity(begin="2026-Q1", end="2026-Q4"),
            Link(name="Extra", kind="requires", other="First"),
        ),
    ),
    (
        "never_runs",
        "4 periods have to pass",
        add(
            activity("First", begin="2026-Q4"),
            activity(),
            Link(name="Extra", kind="follows", other="First", lag=4),
        ),
    ),
    ("idle_attribute", "lag", add(Link(name="Workshop", kind="excludes", other="Exchange", lag=2))),
    ("unknown_parameter", "befor", add(RuleSetting(name="electoral_cycle", kind="befor", amount=1))),
    ("no_value", "before", add(RuleSetting(name="electoral_cycle", kind="before"))),
    ("value_out_of_range", "0 to 4", add(RuleSetting(name="electoral_cycle", kind="before", amount=5))),
    ("switch_with_value", "1", add(RuleSetting(name="budget", kind="off", amount=1))),
    ("on_and_off", "off", add(RuleSetting(name="budget", kind="off"), RuleSetting(name="budget", kind="on"))),
    ("core_switch", "off", add(RuleSetting(name="core", kind="off"))),
    ("no_weight", "0 for all", change("horizon", political=0, structural=0, social=0)),
    ("no_weight", "0 for all", change("Border", weight=0)),
    ("smallest_above_amount", "2,000", change("Region", smallest=3000)),
    ("two_shares", "0.5", add(Funder(name="More", donor="union", amount=10, largest_share=0.5))),
    ("lead_too_long", "4 quarters", change("Region", begin="2027-Q1", lead_time=4)),
    ("unfunded", "none", both(change("Fund", pays_for=("T1",)), change("Region", pays_for=("T4",)))),
    ("unfunded", "not enough", change("Fund", largest_share=0.5)),
    ("unfunded", "not enough", both(change("Fund", amount=900), change("Talks", run_min=8, setup=101))),
    ("money_short", "300 too little", both(change("Fund", amount=500), change("Talks", status="committed"))),
    ("idle_funder", "none", add(Funder(name="More", amount=10, pays_for=("T9",)))),
    ("capacity_short", "3 used", add(activity(status="committed", uses=(("envoys", 3),)))),
    ("capacity_never", "2 at most", add(activity(uses=(("envoys", 3),)))),
    ("idle_capacity", "none", add(Capacity(name="vans", amount=3))),
    ("milestone_out_of_reach", "0.99", change("Framework", structural=0.99)),
    ("never_signed", "none", change("Talks", kind="consultation")),
    ("never_signed", "unlocks itself", change("Framework", unlocks=("Talks",))),
    ("idle_milestone", "neither", add(Milestone(name="Nothing"))),
    ("target_out_of_reach", "0.99", add(Target(name="Dream", kind="structural", progress=0.99, always=True))),
    ("target_doubtful", "0.99", add(Target(name="Dream", kind="structural", progress=0.99))),
    ("saturated", "8.", add(activity(social=1))),
    ("doubtful_sponsor", "Nortth", add(activity(sponsor="Nortth"))),
    ("idle_fact", "Zanzibar", add(Election(who="Zanzibar", date="2026-05-09"))),
    ("idle_toll", "none", add(Condition(name="Shelling", kind="toll", begin="2026-05-01"))),
    ("idle_party", "none", add(Party(name="West"))),
    (
        "idle_conflict",
        "none",
        both(
            add(Conflict(name="Sea")),
            *[
                change(name, conflict="Border")
                for name in ("Talks", "Envoy", "Workshop", "Exchange", "Framework", "Half way")
            ],
        ),
    ),
    ("idle_activity", "neither", add(activity(track="T1.5", kind="other", social=0))),
    ("ideas_stuck", "1 unofficial", drop(Link)),
    ("open_channel_asleep", "2026-Q1", change("Envoy", begin="2026-Q3")),
    ("enforcement_asleep", "none", add(activity(kind="implementation"))),
    (
        "preparation_asleep",
        "before they end",
        both(change("Workshop", status="excluded"), change("Exchange", status="excluded")),
    ),
    ("no_opening", "North", change("Talks", begin="2027-Q2", end="2027-Q2")),
    (
        "no_way_round",
        "whole window",
        both(
            change("Envoy", parties=()),
            change("Talks", begin="2026-Q2", end="2026-Q4"),
            change("Framework", unlocks=()),
        ),
    ),
    (
        "many_nodes",
        "2",
        both(
            only(Horizon, Horizon(first="2026-01", length="month", number=600)),
            add(
                Scenario(name="trunk", probability=0.2),
                *[Scenario(name=f"storm {n}", probability=0.2, known="2026-02") for n in range(4)],
            ),
        ),
    ),
    ("no_inducement", "none", change("Talks", leverage=True)),
    ("one_sided", '"North" only', change("Envoy", parties=("North",))),
    ("one_sided", "nobody", add(activity(needs_channel=True))),
    ("unverified", "1 row", change("vote North 2027-05-09", source="Unverified")),
    *OFFICIAL,
    *COORDINATION,
]


def test_the_sound_instance_has_neither_fault_nor_warning() -> None:
    assert check(sound()) == ()


@pytest.mark.parametrize(("code", "words", "changed"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_the_code_is_shown_at_its_place(code: str, words: str, changed: Change) -> None:
    found = [fault for fault in check(with_places(changed(sound()))) if fault.code == code]
    assert found, [str(fault) for fault in check(changed(sound()))]
    assert any(words in fault.expected or words in fault.found for fault in found), [str(fault) for fault in found]
    whole = {"no_horizon", "no_conflict", "no_activity", "no_funder"}
    for fault in found:
        assert fault.severity == CODES[code].severity
        assert fault.remedy
        assert (fault.place is None) == (code in whole)


@pytest.mark.parametrize(("code", "words", "changed"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_errors_stop_a_plan_and_warnings_do_not(code: str, words: str, changed: Change) -> None:
    rows = changed(sound())
    if any(fault.severity == "error" for fault in check(rows)):
        with pytest.raises(Faults) as raised:
            build_instance(rows)
        assert raised.value.faults == check(rows)
        assert code in {fault.code for fault in raised.value.faults}
    else:
        instance, warnings = build_instance(rows)
        assert len(instance.records) == len(rows)
        assert code in {fault.code for fault in warnings}


@pytest.mark.parametrize(
    ("kind", "name", "other"),
    [(Activity, "Talks", "Tlaks"), (Party, "North", "Nroth"), (Conflict, "Border", "Bodrer")],
)
def test_one_slip_where_a_name_is_stated_is_one_fault(kind: type[Record], name: str, other: str) -> None:
    """Its remedy is not to misspell the name everywhere."""
    rows = rename(kind, name, other)([row for row in OFTEN(sound()) if kind is not Conflict or row.word != "link"])
    (fault,) = (each for each in check(with_places(rows)) if each.severity == "error")
    assert fault.code == "misspelt_name"
    assert f'"{other}"' in fault.found
    assert f'Write "{name}" here' in fault.remedy


def test_a_slip_in_one_row_is_that_rows() -> None:
    codes = [each.code for each in check(with_places(change("Talks", parties=("Nort", "South"))(sound())))]
    assert "unknown_name" in codes
    assert "misspelt_name" not in codes


def test_every_code_has_an_instance_and_every_instance_a_code() -> None:
    assert {code for code, _, _ in CASES} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_documented_in_sentences(code: str) -> None:
    meaning = CODES[code]
    assert meaning.meaning.endswith(".")
    assert meaning.mend.endswith(".")
    assert code == code.lower()
