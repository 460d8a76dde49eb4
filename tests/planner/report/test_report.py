"""What a report tells: nothing from the instance is markup, sums add up, prices are those of brute force."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.audit import audit
from models.instance import Instance
from models.plan import Grant, Plan, Work
from planner.errors import InputError
from planner.options import Unusable
from planner.outcome import Outcome, audited
from planner.read import read
from planner.report import Report, html, report, workbook
from planner.report.blocks import Figure, Grid, Section
from planner.report.content import sections
from planner.report.parts import PARTS, QUICK, SOLVING, chosen
from tests.planner.report import hostile

TWO = """\
record,name,conflict,kind,who,from,to,amount,source,visibility,scenario,track,setup,spend_min,spend_max,political,structural,social
horizon,Two,,quarter,,2030-Q4,2031-Q1,,,,,,,,,0,0,1
conflict,River
funder,Trust,,,,,,25
activity,School,,education,,,,,,,,T5,0,10,10,0,0,0.05
activity,Camp,,education,,,,,,,,T5,0,10,10,0,0,0.02
activity,Base,,education,,,2030-Q4,,,,,T5,0,5,5,0,0,0.001
set,Base,,status,,,,committed
activity,Dear,,education,,,,,,,,T5,0,11,11,0,0,0.01
set,Dear,,run_min,,,,2
activity,Arms,,other,,,,,,,,T1,0,1,1,0,0,0.05
set,Arms,,force,,,,yes
activity,Closed,,education,,,,,,,,T5,0,1,1,0,0,0.05
set,Closed,,status,,,,excluded
"""


@pytest.fixture
def two(tmp_path: Path) -> Instance:
    file = tmp_path / "two.csv"
    file.write_text(TWO, encoding="utf-8")
    return read(file)[0]


def by_hand(instance: Instance, *runs: tuple[str, int]) -> Plan:
    """Base, which is committed, and these runs."""
    works = [Work(name, node, 10, start=(name, node - 1) not in runs) for name, node in runs]
    works.append(Work("Base", 0, 5, start=True))
    works.sort(key=lambda work: work.node)
    return Plan(tuple(works), tuple(Grant("Trust", work.activity, work.node, work.spend) for work in works))


class Tags(HTMLParser):
    """Collects tags, ids and handlers of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def grids(section: Section) -> list[Grid]:
    found = [block.table if isinstance(block, Figure) else block for block in section.blocks]
    return [block for block in found if isinstance(block, Grid)]


def part(found: Report, word: str) -> Section:
    return next(section for section in sections(found) if section.word == word)


def test_a_left_out_work_costs_what_brute_force_says(two: Instance) -> None:
    found = report(two, gap=1e-6, time_limit=60, parts=(*QUICK, "prices"), jobs=1)
    # Base takes 5 of 25, 20 buy two runs of 10: School twice is best; with Camp one run of School is left at most.
    # Dear would take 22.
    plans = {
        runs: audit(two, by_hand(two, *runs))
        for runs in (
            (("School", 0), ("School", 1)),
            (("School", 0), ("Camp", 1)),
            (("Camp", 0), ("School", 1)),
            (("School", 0), ("Camp", 0)),
            (("School", 1), ("Camp", 1)),
        )
    }
    assert all(each.passed for each in plans.values())
    best, *others = (float(each.score) for each in plans.values())
    assert found.outcome.score == pytest.approx(best)
    told = {each.activity.name: each for each in found.left_out}
    assert set(told) == {"Camp", "Dear", "Arms", "Closed"}
    price = told["Camp"].price
    assert price is not None
    assert price.low - 1e-6 <= best - max(others) <= price.high + 1e-6
    assert told["Camp"].proven
    assert price.high - price.low < 1e-4
    assert told["Dear"].impossible
    assert told["Dear"].price is None
    assert told["Arms"].reason.startswith("ruled out by do_no_harm")
    assert told["Closed"].reason == "excluded by its own row"
    assert "no plan can include it" in html(found)


def test_a_fiscal_year_begins_where_it_is_told_to(two: Instance) -> None:
    plan = audited(Outcome(instance=two, plan=by_hand(two, ("School", 0), ("School", 1))))
    # 2030-Q4 and 2031-Q1 are two calendar years, and one year from April to March.
    for month, years in ((1, ["2030", "2031"]), (4, ["2030/31"])):
        ledger = grids(part(report(two, plan=plan, fiscal_month=month), "ledger"))[-1]
        assert [column.title for column in ledger.columns[2:]] == [*years, "total"]
        assert ledger.rows[-1][-1] == 25


def test_every_table_with_sums_adds_up() -> None:
    found = report(hostile.instance(), plan=hostile.outcome(), fiscal_month=7)
    checked = 0
    for section in sections(found):
        for grid in (each for each in grids(section) if each.sums):
            *rows, total = grid.rows
            for at, column in enumerate(grid.columns):
                if column.kind == "money":
                    assert sum(int(row[at] or 0) for row in rows) == total[at], (grid.caption, column.title)
                    checked += 1
    assert checked > 20


def test_nothing_from_the_instance_becomes_markup() -> None:
    page = html(report(hostile.instance(), plan=hostile.outcome()))
    tags = Tags(page)
    assert tags.tags.count("script") == 1
    assert "img" not in tags.tags
    assert "49" not in re.findall(r"(?<!\d)49(?!\d) *</bdi>", page)  # a template in a name is not filled in
    assert not [name for name, _ in tags.attributes if name.startswith("on") or name == "style"]
    assert "&lt;script&gt;document.title=&#39;run&#39;&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert "$x^2$" in page
    assert "حوار السلام" in page
    ids = [value for name, value in tags.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_the_page_asks_nobody_for_anything_and_stays_small() -> None:
    page = html(report(hostile.instance(), plan=hostile.outcome()))
    assert len(page.encode()) < 3_000_000
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src 'none'" in policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    found = {
        value for name, value in Tags(page).attributes if name in ("src", "href", "xlink:href", "action") and value
    }
    assert all(value.startswith("#") for value in found)
    assert "url(http" not in page


def test_the_same_report_is_the_same_page(two: Instance) -> None:
    plan = audited(Outcome(instance=two, plan=by_hand(two, ("School", 0))))
    assert html(report(two, plan=plan)) == html(report(two, plan=plan))


def test_a_part_is_there_when_asked_for_and_only_then(two: Instance) -> None:
    plan = audited(Outcome(instance=two, plan=by_hand(two, ("School", 0))))
    for word in set(QUICK) - {"scenarios"}:  # the future is certain here
        assert [section.word for section in sections(report(two, plan=plan, parts=(word,)))] == [word]
    with pytest.raises(InputError, match="no part 'wether'"):
        report(two, plan=plan, parts=("wether",))


def test_words_for_parts() -> None:
    assert chosen(()) == QUICK
    assert chosen(("all",)) == tuple(PARTS)
    assert chosen(("prices",)) == ("left-out", "prices")
    assert "prices" not in chosen(("all",), ("left-out",))
    assert set(chosen(("all",), SOLVING)) == set(QUICK)
    with pytest.raises(Unusable):
        chosen(("harm",), ("harm",))
    with pytest.raises(Unusable) as error:
        chosen(("frontir",))
    assert error.value.hint == 'Did you mean "frontier"?'


SECRET = TWO.replace("activity,Camp,,education,,,,,,,", "activity,Camp,,education,,,,,,secret,")


def test_hidden_work_is_in_no_part(tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text(SECRET, encoding="utf-8")
    instance = read(file)[0]
    plan = audited(Outcome(instance=instance, plan=by_hand(instance, ("School", 0), ("Camp", 1))))
    assert plan.passed
    owner = html(report(instance, plan=plan))
    shown = report(instance, plan=plan, audience="public", parts=tuple(PARTS))
    page = html(shown)
    assert "Camp" in owner
    assert "Camp" not in page
    # Of the 25 there are, 10 go to hidden work: neither the total nor the score, nor anything solved, may tell.
    assert re.search(r">25<", owner)
    assert not re.search(r">25<", page)
    assert f"{plan.score:.4f}" in owner
    assert f"{plan.score:.4f}" not in page
    assert set(shown.missing) == set(SOLVING)
    assert "these rest on all work, and some of it is not shown" in page
    assert shown.frontier is shown.ladder is shown.alternatives is None


@pytest.mark.slow
def test_answers_of_many_solves_are_told(two: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.report.run.STEPS", (Fraction(1, 2), Fraction(1)))
    monkeypatch.setattr("planner.report.run.RESOLUTION", 0.5)
    found = report(two, gap=0.01, time_limit=60, parts=tuple(PARTS), jobs=1)
    assert found.complete
    words = [section.word for section in sections(found)]
    assert words == [word for word in PARTS if word not in ("prices", "scenarios")]
    frontier = grids(part(found, "frontier"))[0]
    money = [int(row[1] or 0) for row in frontier.rows]
    assert money == sorted(money)
    assert frontier.rows[-1][1] == frontier.rows[-1][2] == 25
    ladder = grids(part(found, "ladder"))[0]
    assert [row[1] for row in ladder.rows] == [12, 25]
    book = load_workbook(io.BytesIO(workbook(found)), data_only=True)
    _, *rows = book["frontier"].iter_rows(values_only=True)
    assert [row[1] for row in rows] == money
    assert [row[-1] for row in rows] == [row[2] for row in frontier.rows]
    _, *rows = book["ladder"].iter_rows(values_only=True)
    assert [row[1:3] for row in rows] == [(12, None), (25, 13)]


def test_a_long_name_keeps_the_mark_of_who_may_see_it() -> None:
    from planner.report.charts import shortened

    long = "A channel with a name that is far too long for any chart"
    assert shortened("Short [secret]") == "Short [secret]"
    assert shortened(f"{long} [secret]").endswith("… [secret]")
    assert len(shortened(f"{long} [partners]")) <= 34
    assert shortened(long).endswith("…")
