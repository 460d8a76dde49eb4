"""The formulation of an instance, as a table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pulp import LpAffineExpression, LpConstraintEQ, LpConstraintGE, LpConstraintLE, LpMaximize, LpMinimize, LpProblem

from models import stock
from models.core import bonuses, milestones, money, progress, response, runs, targets
from models.helpers import declare_alone, declare_helpers, declare_lasting, declare_levels, declare_stocks
from models.instance import Instance
from models.kinds import CATEGORIES, Category
from models.model import Model, Objective, total
from models.nuisances import declare_nuisances
from models.objective import expected_cost, score
from models.reach import Limits, limits
from models.records import Conflict
from models.rule import Flow, Row, Rule
from models.rules import RULES, coercion, no_substitute
from models.variables import Columns, declare_bonds, declare_ideas, declare_progress, declare_work
from models.whatif import Condition

type Fed = dict[tuple[str, str], list[Flow]]

CORE = (runs.rows, money.rows, response.rows, bonuses.rows, progress.rows, stock.rows, milestones.rows, targets.rows)


def active_rules(instance: Instance, without: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that neither ``rule`` records nor ``without`` switch off."""
    off = instance.switched_off | set(without)
    return tuple(rule for rule in RULES if rule.name not in off)


def build(
    instance: Instance,
    *,
    objective: Objective = "progress",
    rules: tuple[Rule, ...] | None = None,
    whole_money: bool = False,
    conditions: Iterable[Condition] = (),
) -> Model:
    """Formulate ``instance`` with ``rules`` (by default those that the instance leaves on).

    ``whole_money`` makes spending and grants integer columns in currency units; solving is far easier without, and
    ``models.polish`` makes the money of a plan whole afterwards. ``conditions`` ask more of a plan.
    Raises ``ValueError`` if two rows bear one name: PuLP would accept that.
    """
    rules = active_rules(instance) if rules is None else rules
    problem = LpProblem("plan", LpMaximize if objective == "progress" else LpMinimize)
    model = Model(instance, objective, rules, problem, Columns(), unit=1 if whole_money else money_unit(instance))
    model.conditions = tuple(conditions)
    _declare(model)
    names: set[str] = set()
    for name, row in rows(model):
        if name in names:
            raise ValueError(f"two rows are named {name}")
        names.add(name)
        if len(row) or not _trivial(row):
            problem.addConstraint(row, name)
    asked = total(condition.penalty(model) for condition in model.conditions)
    problem.setObjective(score(model) - asked if objective == "progress" else expected_cost(model) + asked)
    if whole_money:
        for column in chain(model.columns.spend.values(), model.columns.grant.values()):
            column.cat = "Integer"
    return model


def rows(model: Model) -> Iterator[Row]:
    """All rows of the model, core first, conditions last."""
    return chain(*(part(model) for part in CORE), *(rule.rows(model) for rule in model.rules), _asked(model))


def _asked(model: Model) -> Iterator[Row]:
    for k, condition in enumerate(model.conditions):
        for name, row in condition.rows(model):
            yield f"asked_{k}_{name}", row


def money_unit(instance: Instance) -> int:
    """A power of ten near the median of what activities can spend in a period, so that columns are of similar size."""
    sizes = sorted(instance.spending(activity)[1] for activity in instance.activities)
    return int(10 ** (len(str(sizes[len(sizes) // 2])) - 1)) if sizes else 1


def _declare(model: Model) -> None:
    """Columns in their order: work and what it feeds, then the stocks it feeds, within their limits."""
    instance, problem, columns = model.instance, model.problem, model.columns
    awake = frozenset(rule.name for rule in model.rules)
    declare_work(problem, instance, model.rules, columns, model.unit)
    model.bonuses = tuple(chain(*(rule.bonuses(model) for rule in model.rules)))
    declare_bonds(problem, instance, model.bonuses, columns)
    if "official_level" in awake:
        declare_levels(problem, instance, columns)
    flows = (*progress.work_flows(model), *bonuses.flows(model), *chain(*(rule.flows(model) for rule in model.rules)))
    fed = _fed(flows)
    for number, conflict in enumerate(instance.conflicts):
        declare_ideas(problem, instance, number, conflict, _ideas(instance, conflict, fed), awake, columns)
    model.flows = (*flows, *progress.carried_flows(model))
    fed, lasting = _fed(model.flows), _fed(coercion.lasting(model))
    alone = no_substitute.greatest(model) if "no_substitute" in awake else {}
    forced = coercion.coerced(model)
    for number, conflict in enumerate(instance.conflicts):
        bounds = {category: _progress(instance, conflict, category, fed) for category in CATEGORIES}
        declare_progress(problem, instance, number, conflict, bounds, columns)
        if conflict.name in forced:
            limits_of_lasting = _progress(instance, conflict, "political", lasting)
            declare_lasting(problem, instance, number, conflict, limits_of_lasting, columns)
        if alone:
            declare_alone(problem, instance, number, conflict, alone[conflict.name], columns)
    stocks = chain(*(rule.stocks(model) for rule in model.rules))
    model.stocks = tuple({(each.rule, each.conflict, each.subject): each for each in stocks}.values())
    declare_stocks(problem, instance, model.stocks, columns)
    declare_helpers(problem, instance, awake, columns)
    if model.objective == "progress":
        declare_nuisances(problem, instance, awake, columns)
    for condition in model.conditions:
        condition.declare(model)


def _fed(flows: Iterable[Flow]) -> Fed:
    """The flows by conflict and stock."""
    found: Fed = {}
    for flow in flows:
        found.setdefault((flow.conflict, flow.stock), []).append(flow)
    return found


def _ideas(instance: Instance, conflict: Conflict, fed: Fed) -> Limits:
    """Limits of the stock of ideas of a conflict, nothing being carried."""
    kept = float(instance.over_period(instance.parameter("core", "ideas_kept")))
    nodes = len(instance.tree)
    return limits(instance, fed.get((conflict.name, "ideas"), ()), [kept] * nodes, 0.0, [0.0] * nodes)


def _progress(instance: Instance, conflict: Conflict, category: Category, fed: Fed) -> Limits:
    """Limits of the progress of a conflict in a category."""
    nodes = range(len(instance.tree))
    kept = [float(instance.kept(conflict, n)) for n in nodes]
    tolls = [float(instance.toll(conflict.name, category, n)) for n in nodes]
    own = fed.get((conflict.name, category), ())
    return limits(instance, own, kept, getattr(conflict, category), tolls, cap=1.0)


def _trivial(row: LpAffineExpression) -> bool:
    """Whether a row without columns holds anyway; one that does not must stay, to make the problem infeasible."""
    excess = row.constant * {LpConstraintLE: 1, LpConstraintGE: -1, LpConstraintEQ: 1}[row.sense or LpConstraintEQ]
    return bool(excess <= 1e-9 if row.sense else abs(excess) <= 1e-9)
