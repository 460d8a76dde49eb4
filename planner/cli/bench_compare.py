"""``plan bench compare``: tables of runs against each other."""

from __future__ import annotations

from pathlib import Path

import click

from planner.cli.answers import put_answer
from planner.cli.manners import Manners, with_manners
from planner.errors import AlreadyThere, Exit, InputError


@click.command("compare")
@click.argument("files", nargs=-1, required=True, metavar="RUNS [RUNS]...")
@click.option("--picture", metavar="FILE", help="Draw the performance profile: .svg, .png or .pdf.")
@with_manners(writes="Write the comparison: .csv, .json or text.")
def command(files: tuple[str, ...], picture: str | None, manners: Manners) -> Exit:
    """Compare runs: means, ratios with their spread, a performance profile, contradictions.

    RUNS are tables that plan bench run wrote. Whoever stands in several of them (same solver, same setting) is compared
    with himself in the first one; all others with the first solver and setting of the first one. Only runs of the
    same instance and seed are compared.

    Means are shifted geometric means; a run cut by a limit counts as its whole time limit. The interval behind a ratio
    holds 95 % of the ratios when instances are drawn anew. The profile shows, for every solver and setting, which share
    of the runs was done within so many times the time of the fastest.
    """
    from planner.bench import compare, document, load, text
    from planner.cli.saving import ANSWERS, check_target

    check_target(manners.out, manners.force, ANSWERS)
    drawn = _picture(picture, manners.force)
    names = [Path(file).stem for file in files]
    labels = names if len(set(names)) == len(names) else [str(file) for file in files]
    if len(set(labels)) < len(labels):
        raise InputError("one table was given twice; it would be compared with itself", "Name each table once.")
    found = compare([(label, load(Path(file))) for label, file in zip(labels, files, strict=True)])
    if drawn is not None:
        from planner.bench.picture import draw

        draw(found, drawn)
    put_answer("runs compared", found, document, text.render, manners)
    if drawn is not None:
        manners.note(f"Wrote {drawn}.")
    return Exit.OK


def _picture(picture: str | None, force: bool) -> Path | None:
    if picture is None:
        return None
    path = Path(picture)
    if path.suffix.lower() not in (".svg", ".png", ".pdf"):
        raise InputError(f"{path} cannot be drawn: expected a name that ends in .svg, .png or .pdf")
    if not path.parent.is_dir():
        raise InputError(f"{path} cannot be drawn: there is no folder {path.parent}", "Make it first.")
    if path.exists() and not force:
        raise AlreadyThere(path)
    return path
