"""Parts of a problem: nothing is lost where it is taken apart, and prices prove what they claim."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from models.build import build
from planner.solve.arrays import arrays_of
from planner.solve.decomposed.jobs import Draft, Least, Price, RelaxGroup
from planner.solve.decomposed.parts import Parts, others
from planner.solve.decomposed.piece import Piece, Solved, solve_piece
from planner.solve.decomposed.promises import Promises
from planner.solve.decomposed.sketch import Sketch
from planner.solve.decomposed.split import split
from planner.solve.decomposed.state import State, View
from planner.solvers.ending import Ending
from tests.planner.solve.portfolio import portfolio


def parts_of(seed: int) -> Parts:
    problem = build(portfolio(seed)).problem
    return split(arrays_of(problem), [row.name for row in problem.constraints()])


@pytest.fixture(scope="module", params=[1, 2])
def parts(request: pytest.FixtureRequest) -> Parts:
    return parts_of(request.param)


def test_every_column_and_row_has_its_place(parts: Parts) -> None:
    rows, columns = parts.whole.size
    assert sorted([*parts.blocks.common, *np.concatenate(parts.columns)]) == list(range(columns))
    placed = [row for block in parts.blocks.rows for row in block]
    assert sorted([*placed, *parts.blocks.coupling]) == list(range(rows))


def test_costs_and_uses_add_up_to_those_of_the_whole(parts: Parts) -> None:
    """For any values of the columns: whoever merges plans of blocks keeps score and money exactly."""
    x = np.random.default_rng(7).uniform(0.0, 2.0, len(parts.whole.cost))
    costs = [parts.own[k].cost @ x[parts.columns[k]] for k in range(len(parts))]
    assert sum(costs) + parts.whole.cost[parts.common] @ x[parts.common] == pytest.approx(parts.cost(x))
    used = sum(parts.usage(k, x) for k in range(len(parts))) + parts.shared_common.at(x[parts.common])
    assert used == pytest.approx(parts.coupling.at(x))
    assert used == pytest.approx(parts.whole.at(x)[list(parts.blocks.coupling)])


def test_any_prices_prove_a_bound(parts: Parts) -> None:
    best = solve_piece(Piece(arrays=parts.whole, seconds=60))
    assert best.ending is Ending.OPTIMAL
    draw = np.random.default_rng(3)
    root = solve_piece(Piece(arrays=parts.whole, seconds=60, relaxed=True))
    assert root.duals is not None
    for factor in (0.0, 1.0, draw.uniform(0.0, 2.0, parts.coupling.size[0])):
        prices = parts.legal(root.duals[list(parts.blocks.coupling)] * factor)
        proven = [solve_piece(Piece(arrays=parts.priced(k, prices), seconds=30, near=1e-3)) for k in range(len(parts))]
        bound = parts.sides(prices) + sum(each.bound for each in proven)
        assert bound <= parts.cost(best.found[-1]) + 1e-6
        if np.isscalar(factor) and factor:
            assert bound >= root.bound - 1e-6  # no less than the relaxation, being solved in whole numbers


def test_a_piece_that_is_stopped_at_once_proves_nothing_false(parts: Parts) -> None:
    prices = np.zeros(parts.coupling.size[0])
    whole = solve_piece(Piece(arrays=parts.priced(0, prices), seconds=30))
    cut = solve_piece(Piece(arrays=parts.priced(0, prices), seconds=30), lambda: True)
    assert cut.bound <= whole.bound + 1e-9


def test_groups_keep_what_is_shared(parts: Parts) -> None:
    """Blocks planned one beside the plan of the others fit together."""
    state = State(parts)
    nothing = np.zeros(len(parts.whole.cost))
    draft = Draft(nothing, state.usage(nothing), np.zeros((0, 0)), set())
    for block in range(len(parts)):
        job = Least(0.0, 30.0, block, draft)
        job.take(state, solve_piece(job.piece(state)))
    plan = draft.plan
    assert parts.fits(plan)
    order = list(range(len(parts)))
    Random(5).shuffle(order)
    for block in order:
        arrays, columns = parts.group_beside((block,), plan, others(state.usage(plan), (block,)))
        plan[columns] = solve_piece(Piece(arrays=arrays, seconds=30, near=1e-3)).found[-1]
        assert parts.fits(plan)
    at = parts.whole.at(plan)
    assert np.all(at <= parts.whole.row_upper + 1e-5)
    assert np.all(at >= parts.whole.row_lower - 1e-5)


def test_a_sketch_of_the_relaxation_shares_out_no_more_than_there_is(parts: Parts) -> None:
    """Its groups fit beside each other, whichever they are; one group of all is the relaxation itself."""
    root = solve_piece(Piece(arrays=parts.whole, seconds=60, relaxed=True))
    for groups in (((0, 1, 2),), ((0, 2), (1,)), ((2,), (0,), (1,))):
        state, sketch = State(parts), Sketch(parts)
        for members in groups:
            assert state.relaxed is None
            job = RelaxGroup(0.0, 30.0, members, sketch)
            job.take(state, solve_piece(job.piece(state)))
        assert state.relaxed is not None
        side = parts.coupling.row_upper
        used = sum(parts.usage(k, state.relaxed) for k in range(len(parts)))
        divisible = parts.divisible & (side > 0)
        assert np.all(np.asarray(used)[divisible] <= side[divisible] * (1 + 1e-6) + 1e-6)
        assert np.array_equal(state.view.prices, parts.legal(state.view.prices))
        if len(groups) == 1:
            assert state.estimate == pytest.approx(root.bound, rel=1e-5)
        assert state.root == -np.inf  # nothing of this is a bound


def test_a_group_that_cannot_do_with_its_part_tells_nothing(parts: Parts) -> None:
    state, sketch = State(parts), Sketch(parts)
    RelaxGroup(0.0, 30.0, (0,), sketch).take(state, Solved(Ending.INFEASIBLE))
    assert not state.infeasible
    assert state.relaxed is None


def test_the_gap_is_what_is_open_and_regretted_and_unused(parts: Parts) -> None:
    """So whoever works on the largest of these works where most is to be gained."""
    state, nothing = State(parts), np.zeros(len(parts.whole.cost))
    draft = Draft(nothing, state.usage(nothing), np.zeros((0, 0)), set())
    for block in range(len(parts)):
        least = Least(0.0, 30.0, block, draft)
        least.take(state, solve_piece(least.piece(state)))
    assert state.offer(draft.plan)
    root = solve_piece(Piece(arrays=parts.whole, seconds=60, relaxed=True))
    assert root.duals is not None
    for relaxed in (None, root.found[-1]):
        state.relaxed = relaxed
        state.view = View.at(parts.legal(root.duals[list(parts.blocks.coupling)]), len(parts))
        for block in range(len(parts)):
            price = Price(1e-3, 30.0, block, state.view)
            price.take(state, solve_piece(price.piece(state)))
        pieces = (state.view.open, state.regret(), state.unused())
        assert all(np.all(piece >= 0) for piece in pieces)
        assert min(pieces[1].sum(), pieces[2].sum()) > 1e-3, "the leanest plan leaves money, and work undone"
        reduced = parts.whole.cost[parts.common] - parts.shared_common.weighted(state.view.prices)
        nobodys = reduced @ draft.plan[parts.common] - np.minimum(reduced * parts.whole.upper[parts.common], 0.0).sum()
        whole = sum(float(piece.sum()) for piece in pieces) + nobodys
        assert whole == pytest.approx(state.cost - state.view.bound(parts), abs=1e-6)


def test_promises_count_for_what_earlier_ones_have_kept() -> None:
    promises = Promises()
    assert promises.rate(3.0, 2) == pytest.approx(1.5)
    promises.note(3.0, 0.0, 2.0, 2)
    assert promises.rate(3.0, 2) == pytest.approx(0.7 * 1.5)
    promises.note(3.0, 9.0, 20.0, 2)
    assert promises.part == pytest.approx(0.7 + 0.3 * 0.3), "no promise is kept more than in full"
    assert promises.seconds == pytest.approx(0.7 + 0.3 * 10)
    promises.note(0.0, 1.0, 1.0, 1)
    assert 0 < promises.part < 0.79
