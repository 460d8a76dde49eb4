"""An instance whose names are out to harm whoever shows them, with a plan made by hand: 40 works, 60 months."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from models.instance import Instance
from models.plan import Grant, Plan, Work
from planner.outcome import Outcome, audited
from planner.read import read

NAMES = (
    "<script>document.title='run'</script>",
    "=cmd(1)",
    "+1+1",
    "@SUM(A1)",
    "-2",
    "حوار السلام",
    "שיחות שקטות",
    "a very long name " * 12 + "indeed",
    "x" * 200,
    "{{ 7*7 }}",
    "$x^2$",
    "\"quoted\" 'and' & <b>bold",
    "<img src=x onerror=\"document.title='run'\">",
)
FUNDERS = ("=SUM(1)", "*", "مؤسسة السلام", "<b>Fund</b> & " + "F" * 120)
HEAD = (
    "record,name,conflict,kind,who,from,to,amount,source,visibility,scenario,track,setup,spend_min,spend_max,"
    "political,structural,social"
)


def works() -> list[str]:
    return [NAMES[k] if k < len(NAMES) else f"Work {k}" for k in range(40)]


def _row(*cells: object) -> str:
    return ",".join('"' + str(cell).replace('"', '""') + '"' for cell in cells)


def text() -> str:
    rows = [HEAD, _row("horizon", "<title>' & قصة", "", "month", "", "2030-01", "2034-12")]
    rows += [_row("set", "", "", "currency", "", "", "", "<i>EUR"), _row("conflict", "<b>River")]
    rows += [_row("party", "North", "<b>River"), _row("party", "South", "<b>River")]
    rows += [_row("scenario", "=calm", "", "", "", "2032-01", "", 0.6)]
    rows += [_row("scenario", "<u>storm", "", "", "", "2032-01", "", 0.4)]
    rows += [_row("phase", "", "<b>River", "war", "", "2032-01", "2032-06", "", "", "", "<u>storm")]
    rows += [_row("funder", name, "", "", "", "", "", 50_000) for name in FUNDERS]
    for k, name in enumerate(works()):
        place = ("", "", "", "", "unverified <script>", "", "", f"T{2 + k % 8}")
        rows.append(_row("activity", name, "<b>River", "other", *place, 100, 150, 600 + 10 * k, 0, 0.002, 0.002))
    return "\n".join(rows) + "\n"


@cache
def instance() -> Instance:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "hostile.csv"
        file.write_text(text(), encoding="utf-8")
        return read(file)[0]


@cache
def outcome() -> Outcome:
    """All works but the last three run for six months each, one after the other, on both branches alike."""
    found = instance()
    tree = found.tree
    running, grants = [], []
    for k, name in enumerate(works()[:-3]):
        begin = k
        funder = FUNDERS[k % len(FUNDERS)]
        for node in tree:
            if begin <= node.period < begin + 6:
                start = node.period == begin
                running.append(Work(name, node.index, 150, 100 if start else 0, start=start))
                grants.append(Grant(funder, name, node.index, 250 if start else 150))
    order = {name: k for k, name in enumerate(works())}
    running.sort(key=lambda work: (work.node, order[work.activity]))
    grants.sort(key=lambda grant: grant.node)
    return audited(Outcome(instance=found, plan=Plan(tuple(running), tuple(grants))))
