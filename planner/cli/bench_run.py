"""``plan bench run``: instances by solvers, settings and seeds, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit, InputError
from planner.options import SETTINGS, Unusable, did_you_mean

if TYPE_CHECKING:
    from planner.bench import Bench, Row, Setting

PLAIN = ("objective", "gap", "time-limit", "nodes", "threads", "solver-alone", "reproducible")
MANY = ("without", "solver-option")
"""What a setting may give another value: once, or as often as one likes."""


class Seeds(click.ParamType[tuple[int, ...]]):
    """Whole numbers and ranges of them, apart by commas."""

    name = "seeds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        if not isinstance(value, str):
            return tuple(value)
        found: list[int] = []
        for word in value.replace("|", ",").split(","):
            first, dash, last = word.strip().partition("-")
            if not first.isdecimal() or (dash and not last.isdecimal()) or int(last or first) >= 2**31:
                self.fail(f'expected numbers such as 0,1,2 or 0-9, found "{value}"', param, ctx)
            found += range(int(first), int(last or first) + 1)
        if not found:
            self.fail(f'expected numbers such as 0,1,2 or 0-9, found "{value}"', param, ctx)
        return tuple(dict.fromkeys(found))


class Named(click.ParamType[Any]):
    """Options under a name: ``one core: threads=1, without=transfer|budget``."""

    name = "setting"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        name, colon, rest = str(value).partition(":")
        given: dict[str, Any] = {}
        for part in rest.split(",") if rest.strip() else ():
            option, _, text = part.strip().partition("=")
            option = option.strip().lower().removeprefix("--")
            if option not in PLAIN + MANY:
                hint = did_you_mean(option, PLAIN + MANY) or f"Known: {', '.join(PLAIN + MANY)}."
                self.fail(f'a setting has no option "{option}". {hint}', param, ctx)
            try:
                words = text.split("|") if option == "without" else [text or "yes"]
                values = [SETTINGS[option].parse(word) for word in words]
            except Unusable as error:
                self.fail(f'{option}: expected {error.expected}, found "{text}". {error.hint}'.rstrip(), param, ctx)
            given[option] = [*given.get(option, ()), *values] if option in MANY else values[0]
        if not name.strip() or not colon:
            self.fail(f'expected NAME: OPTION=VALUE, such as one core: threads=1, found "{value}"', param, ctx)
        return name.strip(), given


@click.command("run")
@click.argument("files", nargs=-1, required=True, metavar="INSTANCE [INSTANCE]...")
@setting("solver", shown="highs; several: highs,cbc")
@click.option(
    "--seeds", type=Seeds(), metavar="0-4", help="Seeds; one above 0 shuffles rows and columns.  [default: 0]"
)
@click.option(
    "--setting",
    "settings",
    type=Named(),
    multiple=True,
    metavar="NAME:OPTION=VALUE,...",
    help="Run everything with these options too; may be repeated.",
)
@setting("objective", shown="progress")
@setting("without")
@setting("gap", shown="0.1%")
@setting("time-limit", shown="5m for each run")
@setting("threads", shown="all cores")
@setting("nodes")
@setting("solver-alone")
@setting("reproducible")
@setting("solver-option")
@with_manners(writes="Table of runs, .csv: each is added as it ends; those there are skipped.")
def command(
    files: tuple[str, ...],
    solver: str | None,
    seeds: tuple[int, ...] | None,
    settings: tuple[tuple[str, dict[str, Any]], ...],
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Solve instances by solvers, settings and seeds: a row each, with what it took.

    \b
      plan bench run a.csv b.csv --solver highs,cbc --seeds 0-4 --out runs.csv
      plan bench run a.csv --setting "one core: threads=1" --setting "no votes: without=electoral_cycle"

    Runs are made one after another, each in processes of its own. A seed above 0 is the solver's, and puts rows and
    columns into another order: solvers take very different times for one problem in different orders, and only
    several orders tell a gain from luck. With --setting each run is made once for every setting; options beside it
    hold for all of them.

    With --out nothing that stands there is run again, as long as the instance, the options and all programs are the
    same; so a series that was broken off goes on where it stopped. --force begins anew.

    The gap is (bound - value) / |value| of the audited plan. The integral is the share that is open between plan and
    bound (1: no plan or no bound yet), summed over time, in seconds. The root gap is that of the last bound before
    the first branching. Times begin when the solving process is up.
    """
    from planner.bench import run, trials
    from planner.cli.live_solves import live
    from planner.read import read
    from planner.solve.options import DEFAULT_SOLVER

    target = _target(manners)
    instances = []
    for file in files:
        reading(file, "nothing was run", verbose=manners.verbose)
        instances.append((_name(file), read(file)[0]))
    made = tuple(
        trials(
            instances,
            solvers=tuple(dict.fromkeys(word.strip().lower() for word in (solver or DEFAULT_SOLVER).split(","))),
            settings=_settings(settings),
            seeds=seeds or (0,),
            **_options(asked),
        )
    )
    with live(manners) as on_progress:
        found = run(made, out=target, anew=manners.force, on_progress=on_progress)
    _print(found, target, manners)
    return _code(found)


def _target(manners: Manners) -> Path | None:
    if manners.out in (None, "-"):
        return None
    path = Path(str(manners.out))
    if path.suffix.lower() != ".csv":
        raise InputError(f"{path} cannot be written: a table of runs has a name that ends in .csv")
    if not path.parent.is_dir():
        raise InputError(f"{path} cannot be written: there is no folder {path.parent}", "Make it first.")
    return path


def _name(file: str) -> str:
    return "standard input" if file == "-" else Path(file).stem


def _settings(given: Sequence[tuple[str, dict[str, Any]]]) -> tuple[Setting, ...]:
    from planner.bench import Setting

    names = [name for name, _ in given]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise InputError(f'two settings are called "{twice}"', "Give each a name of its own.")
    return tuple(Setting(name, _options(options)) for name, options in given) or (Setting(),)


def _options(asked: dict[str, Any]) -> dict[str, Any]:
    """Fields of ``SolveOptions`` from options of the command line; those that were not given are left out."""
    found = {name.replace("-", "_"): value for name, value in asked.items() if value not in (None, (), False)}
    if without := found.pop("without", ()):
        found["without"] = frozenset(without)
    if raw := found.pop("solver_option", ()):
        found["solver_options"] = dict(raw)
    return found


SHOWN = {
    "instance": "instance",
    "solver": "solver",
    "setting": "setting",
    "seed": "seed",
    "status": "status",
    "value": "value",
    "gap": "gap",
    "root_gap": "root gap",
    "nodes": "nodes",
    "total": "seconds",
    "peak_megabytes": "MB",
}
"""Columns of the printed table, which is for a glance, and their headings; CSV and JSON have all."""


def _print(found: Bench, target: Path | None, manners: Manners) -> None:
    from planner.bench import COLUMNS
    from planner.cli.table import Table, put

    said = manners if target is None else _beside(manners)
    whole = [tuple(getattr(row, name) for name in COLUMNS) for row in found.rows]
    if said.form == "text" and not found.rows:
        pass  # a heading alone tells nothing
    elif said.form == "text":
        columns = [name for name in SHOWN if name != "setting" or any(row.setting != "default" for row in found.rows)]
        headings = tuple(SHOWN[name] for name in columns)
        put(Table("runs", headings, [[_cell(row, name) for name in columns] for row in found.rows]), said)
    else:
        put(Table("runs", COLUMNS, whole), said)
    if found.found:
        manners.note(f"{found.found} of {len(found.rows)} runs stood in {target} already; they were not made again.")
    if found.interrupted:
        manners.note("Stopped; the run under way was left out." + ("" if target is None else " Run it again to go on."))


def _beside(manners: Manners) -> Manners:
    """The table is in its file; what is printed goes to standard output."""
    from dataclasses import replace

    return replace(manners, out=None)


def _cell(row: Row, name: str) -> str:
    value = getattr(row, name)
    if value is None:
        return ""
    if name in ("gap", "root_gap"):
        return f"{100 * value:.2f}%"
    if name == "value":
        return f"{value:.4f}" if row.objective == "progress" else f"{value:,.0f}"
    if name == "peak_megabytes":
        return f"{value:.0f}"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _code(found: Bench) -> Exit:
    from planner.bench.row import FAILED

    statuses = {row.status for row in found.rows}
    if FAILED in statuses:
        return Exit.INTERNAL
    if "refused" in statuses:
        return Exit.REFUSED
    return Exit.LIMIT if found.interrupted else Exit.OK
