"""The tiny instances made for a claim alone: their optima by hand, before the moves of ``models.moves`` and after."""

from __future__ import annotations

import pytest

from models.moves import MOVES, Move
from tests.solving import tiny, value
from tests.traceability.moving import moved

PILOT = (1 + 0.5 * 0.6) / 1.9
"""Output of half the greatest spending from 0 up: the first step (1 of 1.9) and half of the second (.6)."""

BEFORE = {
    # Talks .11, workshop .1, school .105; two of them. Talks and workshop, .21, and .01 for both together.
    "claim_O1": 0.22,
    # Meetings .1, private words .05, papers .055. Meetings and words, .15, and .01 for both together.
    "claim_L4": 0.16,
    # War: summit .1 and statesmen .095 count in full, relief .08 too; facilitators .12 * .6, school .15 * .4.
    "claim_O3": 0.195,
    # Talks reach .5, but .2 lasts. With voices .2 + .15; with an exchange .2 + 1 * .1.
    "claim_O6": 0.35,
    # Meetings (4) .1 and school (2) .05. Online meetings (2), .06, and school are less; never both.
    "claim_O9": 0.15,
    # Dialogue and consultations in Q1, negotiations in Q2: .1 in one of two quarters. Trade in both: .03.
    "claim_X8": 0.05,
    # Statesmen .12 and talks .1. The workshop's .18 are ideas that nobody carries; trade .05.
    "claim_N1": 0.22,
    # Talks (2), which the envoy (1) makes possible, .2; exchange (1) .06.
    "claim_A3": 0.26,
    # Talks with aid: .2 during, .2 at the end. With sanctions and school: .25 - .08 twice.
    "claim_N8": 0.4,
    # The former president reaches .4 of .2; school .1.
    "claim_W15.3": 0.1,
    # The force and statesmen in Q1, statesmen in Q2: (.1 + .2) / 2. School instead of the latter: .14.
    "claim_W15.4": 0.15,
    # Marches win half of North's people: talks reach .5 + .5 * .5 of .2. Talks alone .1, and school .03.
    "claim_K6": 0.15,
    # The mediator's .06 ideas, worth half, at once: they count in both quarters. Over the talks .05.
    "claim_X3": 0.03,
    # Workshop at half (3) and school (3); a full workshop alone .1.
    "claim_S2.9": 0.1 * PILOT + 0.05,
    # Workshop and talks: .05 ideas carried, worth half. By other ways .03; school .02.
    "claim_X1": 0.025,
}
AFTER = {
    "O1": 0.215,  # talks and school
    "W2.2": 0.215,
    "C4": 0.215,
    "S2.12": 0.215,  # the workshop is down to .09
    "L4": 0.155,  # meetings and papers
    "O3": 0.27,  # school .15 and facilitators .12
    "N11": 0.095 + 0.08,  # the summit is down to .07: statesmen and relief
    "S15.5": 0.1 + 0.08,
    "W2.7": 0.1 + 0.9 * 0.12,  # religious work suits war by .9
    "O6": 0.4,  # .2 + 2 * .1
    "O9": 0.16,  # both sorts of meetings
    "A1": 0.07,  # the third unit goes to trade in Q1
    "X8": 0.07,
    "B1": 0.17,  # statesmen and trade
    "B2": 0.27,  # statesmen and trade at .15
    "N1": 0.3,  # workshop .18, which is official now, and statesmen
    "N6": 0.15,  # talks and trade
    "D1": 0.28,  # workshop, no longer mere ideas, and talks: official work starts the count of no_substitute anew
    "K2": 0.28,
    "K1": 0.17,  # the talks' effect becomes ideas: statesmen and trade
    "S15.2": 0.15,
    "S15.8": 0.15,
    "S2.1": 0.27,  # statesmen and workshop at .15
    "N5": 0.27,  # no envoy needed: talks, exchange, choir
    "A3": 0.2,  # talks with a protecting power (2); with the envoy a fifth
    "N8": 0.5,  # what cost trust is a carrot: .25 twice
    "N9": 0.46,  # .25 - .02 twice
    "W15.3": 0.2,
    "W15.4": 0.14,  # force, statesmen and school in Q1: (.14 + .14) / 2
    "K6": 0.13,  # with opinion .1 talks reach .55 of .2: talks and school instead
    "S2.9": 0.1,  # the whole workshop
    "S2.14": 0.02,
    "X1": 0.02,
    "W2.4": 0.075,  # .05 over the link and .1 besides
    "X3": 0.025,  # after two quarters is too late: over the talks
}


@pytest.mark.parametrize("name", BEFORE)
def test_the_best_before(name: str) -> None:
    assert value(tiny(name)) == pytest.approx(BEFORE[name])


@pytest.mark.parametrize(
    "move", [move for move in MOVES if move.instance.startswith("claim_")], ids=lambda move: move.claim
)
def test_the_best_after(move: Move) -> None:
    assert value(moved(move)) == pytest.approx(AFTER[move.claim])


def test_every_such_instance_is_derived() -> None:
    assert {move.instance for move in MOVES if move.instance.startswith("claim_")} == set(BEFORE)
    assert {move.claim for move in MOVES if move.instance.startswith("claim_")} == set(AFTER)
