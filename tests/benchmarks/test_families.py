"""Families are what they claim: the same for the same seed, without faults, calibrated, and rich in occasions."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

import planner
from benchmarks.families import Member, members
from benchmarks.families.conflict import RETENTION
from benchmarks.families.family import HALF, SIZES, TENTH
from benchmarks.make import HEADINGS, listed, numbers, written
from models.checks import build_instance
from models.instance import Instance
from models.kinds import CATEGORIES

SMALL = [each for each in members(seeds=(0, 1, 2)) if each.size not in ((50,), (200,), (40, 40))]


def _instance(member: Member) -> Instance:
    instance, warnings = build_instance(member.records())
    assert not warnings
    return instance


@pytest.mark.parametrize("member", SMALL, ids=lambda member: member.name)
def test_nothing_is_wrong_with_a_member(member: Member) -> None:
    _instance(member)


@pytest.mark.parametrize("family", SIZES)
def test_the_same_seed_draws_the_same(family: str, tmp_path: Path) -> None:
    member = Member(family, SIZES[family][0], 4)
    first = written(member, tmp_path).read_bytes()
    assert written(member, tmp_path).read_bytes() == first
    other = Member(family, SIZES[family][0], 5)
    assert written(other, tmp_path).read_bytes() != first


def test_sizes_are_those_of_the_name() -> None:
    single = _instance(Member("single", (20, 16), 0))
    assert (len(single.activities), single.calendar.number, len(single.tree)) == (20, 16, 16)
    assert [len(_instance(Member("tree", (n,), 0)).tree.leaves) for n in (3, 7, 27)] == [3, 7, 27]
    portfolio = _instance(Member("portfolio", (7,), 0))
    assert (len(portfolio.conflicts), len(portfolio.activities)) == (7, 84)


@pytest.mark.parametrize("member", [*members(("single", "tight"))][:-4], ids=lambda member: member.name)
def test_all_work_at_full_output_just_about_reaches_1(member: Member) -> None:
    """Added up by hand: what each work adds in its window, faded to the end; ideas are worth half."""
    instance = _instance(member)
    last = instance.calendar.number - 1
    for category in CATEGORIES:
        reached = sum(
            getattr(work, category)
            * (0.5 if category == "political" and work.track not in ("T1", "T1.5") else 1)
            * sum(RETENTION ** (last - period) for period in instance.window(work))
            for work in instance.activities
        )
        assert reached == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(("family", "share"), [("single", HALF), ("tree", HALF), ("tight", TENTH), ("portfolio", HALF)])
def test_how_much_money_there_is(family: str, share: float) -> None:
    instance = _instance(Member(family, SIZES[family][0], 0))
    wished = sum(each.spend_max * len(instance.window(each)) + each.setup for each in instance.activities)
    assert instance.money == pytest.approx(share * wished, rel=0.01)


def test_members_have_the_occasions_of_the_rules() -> None:
    for member in (Member("single", (20, 20), 0), Member("tree", (9,), 0), Member("portfolio", (5,), 0)):
        instance = _instance(member)
        assert instance.elections
        assert instance.closures
        assert {each.kind for each in instance.phases} >= {"confrontation"}
        assert {each.kind for each in instance.links} >= {"transfers", "strengthens", "requires"}
        assert instance.milestones
        assert instance.capacities
        assert any(each.unlocks for each in instance.milestones)


def test_tight_money_has_many_conditions() -> None:
    funders = _instance(Member("tight", (12, 20), 0)).funders
    assert len(funders) >= 8
    assert sum(bool(each.pays_for) for each in funders) == len(funders) - 1
    assert any(each.smallest for each in funders)
    assert any(each.largest_share < 1 for each in funders)


def test_a_portfolio_shares_funders_and_mediators() -> None:
    instance = _instance(Member("portfolio", (5,), 0))
    assert all(len(_payable(instance, funder.pays_for)) > 1 for funder in instance.funders)
    assert {use for each in instance.activities for use, _ in each.uses} == {"mediators"}
    assert instance.capacities[0].amount < len(instance.conflicts)


def _payable(instance: Instance, words: Iterable[str]) -> set[str]:
    named = set(words) & {each.name for each in instance.conflicts}
    return named or {each.name for each in instance.conflicts}


def test_scenarios_add_up_and_facts_come_when_they_are_known() -> None:
    instance = _instance(Member("tree", (9,), 1))
    assert sum(instance.tree[leaf].probability for leaf in instance.tree.leaves) == 1
    for row in (*instance.closures, *instance.conditions):
        if row.scenario is not None and row.begin is not None:
            assert instance.calendar.period_of(row.begin.first) >= instance.known(row.scenario)


def test_the_manifest_tells_what_was_written(tmp_path: Path) -> None:
    import subprocess
    import sys

    root = Path(__file__).parents[2]
    command = [
        sys.executable,
        "-m",
        "benchmarks.make",
        str(tmp_path / "all"),
        "--families",
        "tree,cases",
        "--seeds",
        "3",
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=root)
    with (tmp_path / "all" / "manifest.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == HEADINGS
    assert [each["instance"] for each in rows[:4]] == ["tree-3-s3", "tree-9-s3", "tree-27-s3", "case-egypt-israel"]
    path = tmp_path / "all" / "tree-3-s3.csv"
    assert tuple(map(str, listed(path))) == tuple(rows[0].values())
    assert len(planner.read(path)[0].tree.leaves) == 3


def test_numbers() -> None:
    assert numbers("0-2,7") == (0, 1, 2, 7)


def test_any_size_has_a_name() -> None:
    assert Member.named("portfolio-1000-s0") == Member("portfolio", (1000,), 0)
    assert all(Member.named(member.name) == member for member in members(seeds=(0, 7)))


@pytest.mark.parametrize("name", ["portfolio", "portfolio-5", "single-12-s0", "pair-5-s0", "tree-x-s0", "tree-3-sx"])
def test_what_names_no_member_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no member"):
        Member.named(name)
