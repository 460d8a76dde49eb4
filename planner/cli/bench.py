"""``plan bench``: measures solver runs (``bench_run``) and compares what was measured (``bench_compare``)."""

from __future__ import annotations

import click

from planner.cli.lazy import LazyGroup

SECTIONS = {
    "Commands": {
        "run": "Solve instances by solvers, settings and seeds: a row each.",
        "compare": "Compare runs: means, ratios with their spread, a profile.",
    },
}


@click.group(cls=LazyGroup, sections=SECTIONS, prefix="bench_", name="bench")
def command() -> None:
    """Measure solver runs, and compare what was measured.

    \b
      plan bench run *.csv --solver highs,cbc --seeds 0-4 --out before.csv
      plan bench compare before.csv after.csv --picture profile.svg
    """
