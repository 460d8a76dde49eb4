"""What the code of a rule reads of records, found in its source: the attributes and words it uses, helpers followed.

A name counts wherever it stands, so this finds too much rather than too little; tests use it in that sense.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.documents.blocks import ROOT

MODELS = ROOT / "models"


@cache
def names(path: str) -> frozenset[str]:
    """Attributes and texts in the functions of ``models/<path>.py``, and in those of the models that they use."""
    found: set[str] = set()
    seen: set[tuple[Path, str]] = set()
    todo: list[tuple[Path, ast.AST]] = [(MODELS / f"{path}.py", tree(MODELS / f"{path}.py"))]
    while todo:
        file, part = todo.pop()
        found |= set(_names(part))
        for target, function in _used(file, part):
            if (target, function) not in seen:
                seen.add((target, function))
                todo += [(target, body) for body in _definitions(target, function)]
    return frozenset(found)


@cache
def own_names(path: str) -> frozenset[str]:
    """Attributes and texts in ``models/<path>.py`` itself."""
    return frozenset(_names(tree(MODELS / f"{path}.py")))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _names(part: ast.AST) -> Iterator[str]:
    """Attributes, and texts that are one word; what documents the code is told in more words."""
    for node in ast.walk(part):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _used(file: Path, part: ast.AST) -> Iterator[tuple[Path, str]]:
    """Functions and constants of the models that ``part`` uses by their names, and methods of instance and records."""
    imported = _imports(file)
    for node in ast.walk(part):
        if isinstance(node, ast.Name):
            yield imported.get(node.id, (file, node.id))
        elif isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.value.id in imported:
                yield imported[node.value.id][0], node.attr
            for place in ("instance", "records"):
                yield from ((target, node.attr) for target in (MODELS / place).glob("*.py"))


@cache
def _imports(file: Path) -> dict[str, tuple[Path, str]]:
    """Local name to the file of the models and the name there; of a module, to its file."""
    found: dict[str, tuple[Path, str]] = {}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("models"):
            module = ROOT / (node.module or "").replace(".", "/")
            for each in node.names:
                inside, beside = module.with_suffix(".py"), module / f"{each.name}.py"
                target = inside if inside.is_file() else beside
                if target.is_file() and target.name not in ("assumptions.py", "model.py", "rule.py"):
                    found[each.asname or each.name] = (target, each.name)
    return found


def _definitions(file: Path, name: str) -> Iterator[ast.AST]:
    """Functions, methods and constants of that name in a file."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            yield node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if node.value is not None and any(isinstance(each, ast.Name) and each.id == name for each in targets):
                yield node.value
