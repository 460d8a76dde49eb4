"""The catalogue of tracks as JSON, and as one table for CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from models.kinds import KIND_MEANING, KIND_TRACKS, PHASES, TRACKS
from models.tracks import FISHER_KEASHLY, OFFICIAL_KINDS, SUITABILITY, TRACK_NAMES, Suitability, qualities
from planner.cli.manners import Manners
from planner.cli.table import Table, document

COLUMNS = ("word", "part", "says", "value", "low", "high", "claims", "rules", "evidence")


def track_document(words: Sequence[str], manners: Manners) -> str:
    """Tracks and kinds with all that is known of each."""
    content = {
        "tracks": [_track(word) for word in words if word in TRACKS],
        "kinds": [_kind(word) for word in words if word not in TRACKS],
        "studies": [FISHER_KEASHLY],
    }
    return document("tracks", content, manners)


def track_table(words: Sequence[str]) -> Table:
    """One row for each name, strength, weakness and phase; ``value`` is the suitability, with its range."""
    return Table("tracks", COLUMNS, [row for word in words for row in _rows(word)])


def tracks_of(kind: str) -> list[str]:
    """The tracks that a kind of work may be done on."""
    return [track for track in TRACKS if track in KIND_TRACKS.get(kind, TRACKS)]


def _track(word: str) -> dict[str, Any]:
    named = TRACK_NAMES[word]
    told = [
        {"words": row.words, "claims": row.claims.split(), "rules": list(row.rules), "sign": row.sign}
        for row in qualities(word)
    ]
    return {
        **named._asdict(),
        "claims": named.claims.split(),
        "strengths": [_without_sign(row) for row in told if row["sign"] == "+"],
        "weaknesses": [_without_sign(row) for row in told if row["sign"] == "-"],
        "suitability": _suited(SUITABILITY[word]),
    }


def _without_sign(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "sign"}


def _kind(word: str) -> dict[str, Any]:
    """A kind without a suitability of its own (null) suits as its track does."""
    return {
        "kind": word,
        "meaning": KIND_MEANING[word],
        "tracks": tracks_of(word),
        "official_activity": OFFICIAL_KINDS.get(word),
        "suitability": _suited(SUITABILITY[word]) if word in SUITABILITY else None,
    }


def _suited(row: Suitability) -> dict[str, Any]:
    phases = {
        phase: {"value": float(value), "low": float(low), "high": float(high)}
        for phase, value, (low, high) in _by_phase(row)
    }
    return {
        "phases": phases,
        "claims": row.claims.split(),
        "evidence": row.evidence,
        "study": row.citation or None,
        "why": row.why,
    }


def _by_phase(row: Suitability) -> Iterator[tuple[str, Any, tuple[Any, Any]]]:
    return ((phase, value, row.limits(phase)) for phase, value in zip(PHASES, row.values, strict=True))


def _rows(word: str) -> Iterator[tuple[Any, ...]]:
    if word in TRACKS:
        named = TRACK_NAMES[word]
        yield word, "name", f"{named.name}: {named.who}", None, None, None, named.claims, "", ""
        for row in qualities(word):
            part = "strength" if row.sign == "+" else "weakness"
            yield word, part, row.words, None, None, None, row.claims, " ".join(row.rules), ""
    else:
        claim = OFFICIAL_KINDS.get(word, "")
        yield word, "official activity" if claim else "kind", KIND_MEANING[word], None, None, None, claim, "", ""
        yield word, "tracks", " ".join(tracks_of(word)), None, None, None, "", "", ""
    if word in SUITABILITY:
        suited = SUITABILITY[word]
        for phase, value, (low, high) in _by_phase(suited):
            yield word, phase, suited.why, float(value), float(low), float(high), suited.claims, "", suited.evidence
