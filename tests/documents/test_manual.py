"""The manual of the file format is the one the records themselves make."""

from __future__ import annotations

from planner.cli.manual import manual
from planner.schema import schema_rows
from tests.documents.blocks import ROOT


def test_the_manual_is_up_to_date() -> None:
    written = (ROOT / "instances" / "FORMAT.md").read_text(encoding="utf-8")
    assert written == manual(), "run: plan schema --manual --force --out instances/FORMAT.md"


def test_the_manual_names_every_attribute() -> None:
    text = manual()
    for row in schema_rows():
        assert f"set `{row.field}`" in text if row.heading == "set" else f"| `{row.heading}` |" in text
