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
def names(path: str, *, methods: bool = True) -> frozenset[str]:
    """Attributes and texts in ``models/<path>.py``, and in the functions of the models that it uses.

    Without ``methods``, those of the instance and of records are not followed: which one is meant is a guess.
    """
    found: set[str] = set()
    seen: set[tuple[Path, str]] = set()
    todo: list[tuple[Path, ast.AST]] = [(MODELS / f"{path}.py", tree(MODELS / f"{path}.py"))]
    while todo:
        file, part = todo.pop()
        found |= set(_names(part))
        for target, function in _used(file, part, methods):
            if (target, function) not in seen:
                seen.add((target, function))
                todo += [(target, body) for body in _definitions(target).get(function, ())]
    return frozenset(found)


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


def _used(file: Path, part: ast.AST, methods: bool) -> Iterator[tuple[Path, str]]:
    """Functions and constants of the models that ``part`` uses by their names, and methods of instance and records."""
    imported = _imports(file)
    for node in ast.walk(part):
        if isinstance(node, ast.Name):
            yield imported.get(node.id, (file, node.id))
        elif isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.value.id in imported:
                yield imported[node.value.id][0], node.attr
            if methods:
                yield from ((target, node.attr) for target in _methods().get(node.attr, ()))


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


@cache
def _definitions(file: Path) -> dict[str, list[ast.AST]]:
    """Functions, methods and constants of a file by their names."""
    found: dict[str, list[ast.AST]] = {}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef):
            found.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and not _is_type(node.value):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def _is_type(value: ast.expr) -> bool:
    """Whether the words are those of a type: what may be said, not what is read."""
    return isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name) and value.value.id == "Literal"


@cache
def _methods() -> dict[str, list[Path]]:
    """Files of the instance and of records by the names that they define."""
    found: dict[str, list[Path]] = {}
    for place in ("instance", "records"):
        for file in (MODELS / place).glob("*.py"):
            for name in _definitions(file):
                found.setdefault(name, []).append(file)
    return found
