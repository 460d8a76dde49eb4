"""A report as one self-contained page: nothing is fetched, everything from the instance is escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from planner.identity import identity, short
from planner.report.content import sections
from planner.report.found import Report
from planner.report.parts import PARTS, SOLVING
from planner.show.letters import clean
from planner.show.sentences import NO_FORECAST

if TYPE_CHECKING:
    from jinja2 import Template


def html(report: Report) -> str:
    """The page. Its style and its script are allowed by their hashes, and nothing else is."""
    style, script = _text("style.css"), _text("script.js")
    found = sections(report)
    return _template().render(
        report=report,
        title=clean(report.outcome.instance.horizon.name) or "A plan",
        currency=report.outcome.instance.horizon.currency,
        no_forecast=NO_FORECAST,
        sections=found,
        not_asked=[PARTS[part] for part in SOLVING if part not in report.parts and part not in report.missing],
        identity=short(identity(report.outcome.instance)),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _text(name: str) -> str:
    return files("planner.report").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> Template:
    from jinja2 import DictLoader, Environment, StrictUndefined

    pages = {name: _text(name) for name in ("report.html", "blocks.html")}
    environment = Environment(
        loader=DictLoader(pages), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    return environment.get_template("report.html")
