"""``plan tracks``: the nine tracks and track one and a half, with the kinds of work that belong to each alone."""

from __future__ import annotations

import click

from planner.cli.manners import Manners, with_manners
from planner.errors import Exit


@click.command("tracks")
@with_manners()
def command(manners: Manners) -> Exit:
    """Print the codes of the tracks: who works on each, and which kinds of work only some tracks may do.

    Kinds that are not listed may be done on any track: plan schema --words.
    """
    from models.kinds import KIND_TRACKS, TRACK_MEANING
    from planner.cli.table import Table, put

    rows = [
        (code, meaning, " ".join(kind for kind, allowed in KIND_TRACKS.items() if code in allowed))
        for code, meaning in TRACK_MEANING.items()
    ]
    put(Table("tracks", ("track", "meaning", "reserved_kinds"), rows), manners)
    return Exit.OK
