"""``plan tracks`` and ``plan rules``: pages for people, the same and more as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from models.assumptions import ASSUMPTIONS
from models.claims import CLAIMS
from models.kinds import KIND_MEANING, PHASES, TRACKS
from models.moves import MOVES
from models.questions import QUESTIONS
from models.reads import READS
from models.rule import Rule
from models.rules import RULES
from models.tracks import TRACK_QUALITIES, suited
from planner.cli import main


def plan(*words: str, columns: str = "100") -> Result:
    return CliRunner().invoke(main, list(words), prog_name="plan", env={"COLUMNS": columns})


def spoken(*words: str) -> str:
    """What is printed as text, without its line breaks."""
    return " ".join(plan(*words).stdout.split())


def table(*words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(plan(*words, "--format", "csv").stdout)))


def document(*words: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(plan(*words, "--format", "json").stdout)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_in_full(rule: Rule) -> None:
    page = spoken("rules", rule.name)
    assert page.startswith(f"{rule.name} ({rule.effect})")
    assert rule.sentence in page
    asked = QUESTIONS[rule.name]
    assert f"{asked.says} Asks: {asked.question} Answer in " in page
    assert f"Off: {rule.off}." in page
    for field in READS[rule.name]:
        assert field.partition(".")[2] in page
    numbers = [row for row in ASSUMPTIONS if row.rule == rule.name]
    for row in numbers:
        assert row.parameter in page
        assert f"{row.value:g} ({row.low:g} to {row.high:g})" in page
    for claim in rule.claims.split():
        assert f"{claim} {CLAIMS[claim].line} " in page
    (told,) = document("rules", rule.name)["rows"]
    assert told["parameters"] == [number._asdict() for number in numbers]
    assert told["reads"] == list(READS[rule.name])
    assert (told["says"], told["asks"], tuple(told["answers"])) == asked[1:]
    assert [claim["statement"] for claim in told["article"]] == [CLAIMS[c].statement for c in rule.claims.split()]
    (cells,) = table("rules", rule.name)
    assert all(number.meaning in cells["parameters"] for number in numbers)


def test_several_rules_in_the_order_asked_for() -> None:
    page = plan("rules", "Synergy", "closed-embassy").stdout
    assert page.index("synergy (enables)") < page.index("closed_embassy (restricts)")
    assert 'Did you mean "transfer"?' in plan("rules", "tranfer").stderr
    assert plan("rules", "tranfer").exit_code == 2


def test_the_claims_as_a_table() -> None:
    page = spoken("rules", "--claims")
    for status in ("acting", "context"):
        assert f"{sum(claim.status == status for claim in CLAIMS.values())} {status}" in page
    rows = table("rules", "--claims")
    assert [row["claim"] for row in rows] == list(CLAIMS)
    assert [row["statement"] for row in rows] == [claim.statement for claim in CLAIMS.values()]
    assert rows == [{key: str(value) for key, value in row.items()} for row in document("rules", "--claims")["rows"]]
    moves = {move.claim: move for move in MOVES}
    for row in rows:
        assert row["instance"] == (moves[row["claim"]].instance if row["claim"] in moves else "")


def test_the_claims_of_a_rule_and_one_claim() -> None:
    assert [row["claim"] for row in table("rules", "--claims", "coercion")] == ["W1.1a"]
    assert [row["claim"] for row in table("rules", "w1.4")] == ["W1.4"]
    assert "X8" in spoken("rules", "--claims", "sequence")


def test_all_tracks_and_kinds() -> None:
    page = spoken("tracks")
    for row in TRACK_QUALITIES:
        assert f"{row.sign} {row.words} [{row.claims}]" in page
        assert all(rule in page for rule in row.rules)
    for word in (*TRACKS, *KIND_MEANING):
        assert word in page
    assert "Fisher" in page
    found = document("tracks")
    assert [row["track"] for row in found["tracks"]] == list(TRACKS)
    assert [row["kind"] for row in found["kinds"]] == list(KIND_MEANING)
    rows = table("tracks")
    assert {row["word"] for row in rows} == {*TRACKS, *KIND_MEANING}
    told = {(row["word"], row["part"]): float(row["value"]) for row in rows if row["part"] in PHASES}
    for (word, phase), value in told.items():
        track, kind = (word, "other") if word in TRACKS else ("T1", word)
        assert value == pytest.approx(float(suited(track, kind, phase)))


def test_one_track_or_kind() -> None:
    page = plan("tracks", "1.5").stdout
    assert page.startswith("T1.5  Track One and a Half")
    assert "home_state" in page
    assert "Conflict resolution professionals" not in page
    page = plan("tracks", "mediation").stdout
    assert page.startswith("mediation\n")
    assert "[A4]" in page
    assert "as its track does" in plan("tracks", "media").stdout
    assert 'Did you mean "mediation"?' in plan("tracks", "medation").stderr


@pytest.mark.parametrize("columns", ["80", "100", "160"])
def test_no_line_is_wider_than_the_terminal(columns: str) -> None:
    for words in (["tracks"], ["tracks", "workshop"], ["rules", *READS], ["rules", "--claims"]):
        assert max(map(len, plan(*words, columns=columns).stdout.splitlines())) <= int(columns)


def test_ascii_is_ascii() -> None:
    assert plan("tracks", "--ascii").stdout.isascii()
    assert not plan("tracks").stdout.isascii()
