"""The catalogue of tracks: complete, in range, carried by rules that exist, and used where the horizon asks for it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.checks import build_instance
from models.claims import CLAIMS
from models.kinds import KIND_MEANING, KIND_TRACKS, PHASES, TRACK_MEANING, TRACKS
from models.records import Horizon
from models.tracks import OFFICIAL_KINDS, SUITABILITY, TRACK_NAMES, TRACK_QUALITIES, Quality, qualities, suited
from models.words import RULE_NAMES
from tests.solving import tiny

OF_NO_TRACK = {"sequence", "crowding"}
"""Rules about work on whatever track."""


def test_every_track_has_its_page() -> None:
    assert tuple(TRACK_NAMES) == TRACKS == tuple(TRACK_MEANING)
    for track in TRACKS:
        assert {row.sign for row in qualities(track)} == {"+", "-"}
        assert track in SUITABILITY


@pytest.mark.parametrize("row", TRACK_QUALITIES, ids=lambda row: row.words)
def test_qualities_are_carried_by_rules_that_stand_on_their_claims(row: Quality) -> None:
    """Where no rule carries one, what the user states of the work does: a field, or the response to money."""
    assert set(row.tracks) <= set(TRACKS)
    assert set(row.rules) <= set(RULE_NAMES)
    claims = [CLAIMS[name] for name in row.claims.split()]
    assert all(claim.status == "acting" for claim in claims)
    homes = {word.partition(".")[0] for claim in claims for word in claim.home.split()}
    if not row.rules:
        assert homes & {"activity", "core"}


def test_every_rule_that_is_a_trait_of_a_track_is_told() -> None:
    carried = {rule for row in TRACK_QUALITIES for rule in row.rules}
    assert set(RULE_NAMES) - carried == OF_NO_TRACK


def test_suitability_is_a_share_with_a_range_and_a_reason() -> None:
    assert set(SUITABILITY) <= {*TRACKS, *KIND_MEANING}
    for row in SUITABILITY.values():
        assert len(row.values) == len(PHASES)
        assert row.evidence in ("expert", "assumption")
        assert bool(row.citation) == (row.evidence == "expert")
        assert row.why
        assert row.claims or row.citation
        for phase, value in zip(PHASES, row.values, strict=True):
            low, high = row.limits(phase)
            assert 0 <= low <= value <= high <= 1
            assert low < high
        assert max(row.values) >= Fraction(9, 10), "some phase suits it"


def test_the_kind_goes_before_the_track() -> None:
    assert suited("T1", "negotiation", "war") == Fraction(3, 10)
    assert suited("T1", "other", "war") == 1
    assert suited("T3", "other", "war") == suited("T3", "business", "war") == Fraction(3, 10)


def test_the_eight_kinds_of_official_activity() -> None:
    assert list(OFFICIAL_KINDS.values()) == [f"A{number}" for number in range(1, 9)]
    for kind, claim in OFFICIAL_KINDS.items():
        assert f"({claim}" in KIND_MEANING[kind]
        assert "T1" in KIND_TRACKS[kind]


@pytest.mark.parametrize("asked", ["neutral", "catalogue"])
def test_a_blank_suitability_is_what_the_horizon_says(asked: str) -> None:
    records = [
        row.model_copy(update={"suitability": asked}) if isinstance(row, Horizon) else row
        for row in tiny("core_tree").records
    ]
    instance = build_instance(records)[0]
    school, camp = instance.activities
    assert instance.suitability(school, "war") == 0, "what the user says goes before both"
    assert instance.suitability(school, "latent") == 1
    assert instance.suitability(school, "negotiation") == (1 if asked == "neutral" else Fraction(7, 10))
    assert instance.suitability(camp, "latent") == (1 if asked == "neutral" else Fraction(1, 2))
