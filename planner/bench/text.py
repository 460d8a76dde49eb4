"""A comparison for people."""

from __future__ import annotations

from planner.bench.comparison import Comparison, Ratio, Summary
from planner.bench.measures import MEASURES, Measure
from planner.show.page import INDENT, Page

HOW = (
    "A run cut by a limit counts as its whole time limit. Means are shifted geometric means: {shifts}. A ratio below 1 "
    "means less, so better; the interval holds 95 % of the ratios when instances are drawn anew; then come the least, "
    "middle and greatest ratio of single instances."
)


def render(found: Comparison, *, width: int = 100, ascii_only: bool = False, colour: bool = False) -> str:
    """The comparison as text."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    page.line("Runs compared. Times are of one machine and one day; ratios of one table say more than seconds.", "bold")
    page.line(HOW.format(shifts=", ".join(_shift(each) for each in MEASURES if each.shift)))
    page.heading("How the runs ended")
    for summary in found.summaries:
        page.line(_ended(summary), indent=INDENT)
    for measure in MEASURES:
        ratios = [ratio for ratio in found.ratios if ratio.measure == measure.name]
        if ratios:
            page.heading(f"{measure.words[:1].upper()}{measure.words[1:]}")
        for ratio in ratios:
            page.line(_against(ratio, measure), indent=INDENT)
    if found.contradictions:
        page.heading("Contradictions: these cannot both be true")
        for sentence in found.contradictions:
            page.line(sentence, indent=INDENT)
    elif len(found.summaries) > 1:
        page.line()
        page.line("No plan of one run passes what another one has proven.")
    for note in found.notes:
        page.line(note)
    return page.text()


def _shift(measure: Measure) -> str:
    return f"{measure.words.split(',')[0]} by {measure.shift:g} {measure.unit}".rstrip()


def _ended(summary: Summary) -> str:
    words = [f"{summary.runs} runs", f"{summary.proven} to the gap asked for"]
    if summary.cut:
        words.append(f"{summary.cut} cut")
    if summary.without_plan:
        words.append(f"{summary.without_plan} without a plan")
    return f"{summary.contestant}: {', '.join(words)}; mean time {_figure(summary.time)} s."


def _against(ratio: Ratio, measure: Measure) -> str:
    unit = f" {measure.unit}".rstrip()
    head = f"{ratio.contestant} against {ratio.other}: "
    means = f"{_figure(ratio.mean)}{unit} against {_figure(ratio.other_mean)}{unit}"
    if ratio.ratio is None:
        return f"{head}{means}."
    spread = "" if ratio.low is None or ratio.high is None else f" ({ratio.low:.2f} to {ratio.high:.2f})"
    singles = ""
    if ratio.instances > 1 and ratio.least is not None:
        singles = f"; single instances {ratio.least:.2f}, {ratio.middle:.2f}, {ratio.greatest:.2f}"
    over = (
        f"{ratio.instances} instances, {ratio.runs} runs" if ratio.instances > 1 else f"1 instance, {ratio.runs} runs"
    )
    return f"{head}{means}, ratio {ratio.ratio:.2f}{spread}{singles}. Over {over}."


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
