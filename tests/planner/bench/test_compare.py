"""What a comparison says, by hand."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from planner.bench import compare
from planner.bench.contest import contestants
from planner.bench.measures import shifted_mean
from planner.errors import InputError
from tests.planner.bench.rows import row


def _ratios(found, measure: str):
    return [ratio for ratio in found.ratios if ratio.measure == measure]


def test_a_shifted_mean() -> None:
    """(0 + 1) (8 + 1) = 9, whose root is 3, less 1: 2. Unshifted: the mean of 2 and 8 is 4."""
    assert shifted_mean((0.0, 8.0), 1.0) == pytest.approx(2.0)
    assert shifted_mean((2.0, 8.0), 0.0) == pytest.approx(4.0)
    with pytest.raises(ValueError, match="nothing"):
        shifted_mean((), 1.0)


def test_before_against_after() -> None:
    """Instance one: 3 s become 1 s. Instance two: 8 s become 17 s. Means: √(4·9) - 1 = 5 and √(2·18) - 1 = 5."""
    before = [row(total=3.0), row(hash="b", total=8.0)]
    after = [row(total=1.0), row(hash="b", total=17.0)]
    (ratio,) = _ratios(compare([("before", before), ("after", after)]), "time")
    assert (ratio.contestant, ratio.other) == ("highs in after", "highs in before")
    assert (ratio.instances, ratio.runs) == (2, 2)
    assert ratio.mean == pytest.approx(5.0)
    assert ratio.other_mean == pytest.approx(5.0)
    assert ratio.ratio == pytest.approx(1.0)
    assert (ratio.least, ratio.greatest) == (pytest.approx(1 / 3), pytest.approx(17 / 8))
    assert ratio.low == pytest.approx(1 / 3)  # a draw of instance one alone, or of two alone
    assert ratio.high == pytest.approx(17 / 8)


def test_seeds_of_one_instance_are_one_instance() -> None:
    """Seeds of 1 s and 7 s: √(2·8) - 1 = 3, against 1 s twice."""
    first = [row(total=1.0), row(seed=1, total=1.0)]
    second = [row(total=1.0), row(seed=1, total=7.0)]
    (ratio,) = _ratios(compare([("a", first), ("b", second)]), "time")
    assert (ratio.instances, ratio.runs) == (1, 2)
    assert ratio.ratio == pytest.approx(3.0)
    assert ratio.low is None
    assert ratio.least == ratio.greatest == pytest.approx(3.0)


def test_a_run_that_was_cut_counts_as_its_limit() -> None:
    quick = row(solver="cbc", cut=True, status="limit", total=2.0, to_1_percent=None, gap=0.3)
    found = compare([("a", [row(total=1.0), quick])])
    (ratio,) = _ratios(found, "time")
    assert (ratio.contestant, ratio.other) == ("cbc", "highs")
    assert ratio.mean == pytest.approx(60.0)
    assert _ratios(found, "to_1_percent")[0].mean == pytest.approx(60.0)
    assert not _ratios(found, "nodes")  # nodes of a search that was cut say nothing
    cut = found.summaries[1]
    assert (cut.runs, cut.proven, cut.cut, cut.without_plan) == (1, 0, 1, 0)


def test_only_runs_that_both_made_are_compared() -> None:
    found = compare([("a", [row(total=1.0), row(hash="b", total=50.0)]), ("b", [row(total=2.0)])])
    (ratio,) = _ratios(found, "time")
    assert (ratio.runs, ratio.ratio) == (1, pytest.approx(2.0))
    assert any("Not everybody ran everything" in note for note in found.notes)


def test_the_profile() -> None:
    """On one, highs is twice as fast; on two, cbc is cut."""
    rows = [row(total=1.0), row(solver="cbc", total=2.0), row(hash="b", total=4.0)]
    rows.append(row(hash="b", solver="cbc", cut=True, status="limit"))
    assert compare([("a", rows)]).profile == {"highs": (1.0, 1.0), "cbc": (2.0, inf)}


def test_a_plan_that_passes_a_proof_is_told() -> None:
    rows = [row(value=0.5), row(solver="cbc", value=0.4, bound=0.45)]
    (sentence,) = compare([("a", rows)]).contradictions
    assert sentence == "one by highs (default, seed 0) has 0.5, but cbc".replace("cbc", "one by cbc") + (
        " (default, seed 0) has proven 0.45."
    )
    other = replace(rows[1], options=f"{rows[1].options} without=transfer")
    assert not compare([("a", [rows[0], other])]).contradictions  # another question


def test_a_plan_where_none_can_be_is_told() -> None:
    impossible = row(solver="cbc", status="infeasible", value=None, bound=None, gap=None)
    assert "there is none" in compare([("a", [row(), impossible])]).contradictions[0]


def test_what_does_not_compare_is_said() -> None:
    other = row(solver="cbc", machine="another", time_limit=10.0, options="gap=0.01 objective=progress")
    notes = compare([("a", [row(), other])]).notes
    assert len(notes) == 3


def test_the_last_of_runs_made_again_counts() -> None:
    found = compare([("a", [row(total=9.0), row(total=1.0, code="new"), row(solver="cbc")])])
    assert found.summaries[0].time == pytest.approx(1.0)
    assert any("made again" in note for note in found.notes)


def test_nothing_to_compare() -> None:
    with pytest.raises(InputError, match="no run"):
        compare([("a", [])])


def test_labels_tell_tables_only_where_there_are_several() -> None:
    assert [each.label for each in contestants([("a", [row(), row(setting="one core")])])] == [
        "highs",
        "highs, one core",
    ]
    assert contestants([("a", [row()]), ("b", [row()])])[1].label == "highs in b"
