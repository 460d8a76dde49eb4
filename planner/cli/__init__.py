"""The command line, ``plan``. One file per command; nothing heavy is imported before a command runs."""

from __future__ import annotations

import click

from planner.cli.lazy import LazyGroup
from planner.errors import EXIT_MEANING

SECTIONS = {
    "Start": {
        "new": "Write a commented starter, or copy a real case.",
        "check": "Check an instance without solving it.",
        "convert": "Convert an instance between CSV, folder and workbook.",
        "schema": "Print every record and column.",
        "tracks": "Print the tracks: strengths, weaknesses, phases they suit.",
        "assumptions": "Print every default number and what it rests on.",
        "rules": "Print the rule book, one rule in full, or the claims behind it.",
    },
    "Plan": {
        "solve": "Find the best plan and audit it.",
        "audit": "Check a plan, made here or by hand, against every rule.",
        "show": "Print a saved plan.",
    },
    "Decide": {
        "compare": "Set plans side by side: budgets, instances, saved plans.",
        "diff": "Tell how two plans or instances differ, without solving.",
        "ladder": "Make plans over rising budgets, each keeping the one below.",
        "explain": "Explain why an activity is in or not, and what would flip it.",
        "alternatives": "Find plans nearly as good that are otherwise, and what stays.",
        "earmarks": "Tell what funders' conditions cost, and who else could pay.",
        "price": "Tell what each rule costs or brings.",
        "replan": "Plan again from a date on, near an adopted plan.",
        "repair": "Find what no plan can satisfy, and the least changes that help.",
    },
    "Share": {
        "report": "Write a page or a workbook for those who decide.",
    },
    "Measure": {
        "bench": "Measure solver runs, and compare what was measured.",
    },
    "Set up": {
        "completion": "Print the script that completes commands in your shell.",
    },
}

CODES = "\n".join(f"  {code.value}  {meaning}" for code, meaning in EXIT_MEANING.items())


@click.group(
    cls=LazyGroup,
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        "\b\nExit codes:\n" + CODES + "\n\n"
        '\b\nOptions are read from plan.toml in the current folder (gap = "0.1%"),\n'
        "then from variables (PLAN_GAP=0.1%), then from flags (--gap 0.1%)."
    ),
)
@click.version_option(package_name="multitrack-planner", prog_name="multitrack-planner")
def main() -> None:
    """Plans multi-track peace interventions: which work on which track, when, and who pays.

    Compares plans under your assumptions; forecasts nothing.

    \b
      plan new                      write a starter, instance.csv
      plan check instance.csv       list what is wrong with it
      plan solve instance.csv       find the best plan, with a proven bound
    """
