"""The tiny instances of ``mediator_role``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_mediator_role() -> None:
    # One quarter, one mediator at a time: Norland .1 * (1 - .4) = .06, Sudland .08. Off: both, .1 + .08.
    awake, asleep = best("mediator_role"), best("mediator_role", "mediator_role")
    assert awake.score == pytest.approx(0.08)
    assert awake.works == ["Mediation by Sudland Q1"]
    assert asleep.score == pytest.approx(0.18)
    assert asleep.works == ["Mediation by Norland Q1", "Mediation by Sudland Q1"]


def test_mediation_waits_for_a_ripe_moment() -> None:
    # Money for one quarter. In Q1 mediation reaches .25: .05, .05. In Q2 it reaches 1: 0, .2, mean .1. Off: Q1, .2.
    awake, asleep = best("mediator_role_ripeness"), best("mediator_role_ripeness", "mediator_role")
    assert awake.score == pytest.approx(0.1)
    assert awake.works == ["Mediation Q2"]
    assert asleep.score == pytest.approx(0.2)
    assert asleep.works == ["Mediation Q1"]


def test_who_condemns_does_not_mediate() -> None:
    # Political and social progress weigh 1 each; money for two works. A condemnation gains .04 and costs .02.
    # Condemnation in Q1, Sudland in Q2: .02, .02 + .07 = .09, mean .055. Norland alone: 0, .1, mean .05; it may have
    # condemned neither in Q1 nor in Q2, and Sudland may not mediate beside it. Condemnation twice: .02, .04.
    # Off: condemnation in Q1, Norland in Q2: .04, .14, mean .09. (Norland and Sudland: 0, .17.)
    awake, asleep = best("mediator_role_condemnation"), best("mediator_role_condemnation", "mediator_role")
    assert awake.score == pytest.approx(0.055)
    assert awake.works == ["Condemnation Q1", "Mediation by Sudland Q2"]
    assert asleep.score == pytest.approx(0.09)
    assert asleep.works == ["Condemnation Q1", "Mediation by Norland Q2"]


def test_an_official_mediator_knows_the_states() -> None:
    # Money for one work: mediation .1 * 1.2 = .12, statesmen .11. Off: statesmen.
    awake, asleep = best("mediator_role_knowledge"), best("mediator_role_knowledge", "mediator_role")
    assert awake.score == pytest.approx(0.12)
    assert awake.works == ["Mediation Q1"]
    assert asleep.score == pytest.approx(0.11)
    assert asleep.works == ["Statesmen Q1"]
