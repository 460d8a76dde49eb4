"""``plan tracks``: the nine tracks and track one and a half, and the kinds of work on them."""

from __future__ import annotations

from collections.abc import Iterator

import click

from planner.cli.manners import Manners, with_manners
from planner.cli.wanted import wanted, words
from planner.errors import Exit


def _known() -> Iterator[str]:
    from models.kinds import KIND_MEANING, TRACKS

    yield from TRACKS
    yield from KIND_MEANING


@click.command("tracks")
@words("word", _known)
@with_manners()
def command(word: tuple[str, ...], manners: Manners) -> Exit:
    """Print the tracks: who works on each, what it does well and badly, which rules carry that, which phase suits it.

    Below them the kinds of work. A WORD is a track, such as T1.5, or a kind, such as mediation: only that one then.
    """
    from planner.cli.table import put, put_text
    from planner.cli.track_page import track_pages
    from planner.cli.track_rows import track_document, track_table

    chosen = wanted([_code(text) for text in word], _known(), "track or kind", "plan tracks") or tuple(_known())
    match manners.form:
        case "text":
            put_text(track_pages(chosen, manners, alone=bool(word)), manners)
        case "json":
            put_text(track_document(chosen, manners), manners)
        case "csv":
            put(track_table(chosen), manners)
    return Exit.OK


def _code(text: str) -> str:
    """``1.5`` is T1.5."""
    return f"T{text}" if text[:1].isdigit() else text
