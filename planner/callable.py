"""Packages that can be called like the one function they are named after: ``planner.solve(...)``.

``planner.solve`` is a package and, to a user of the library, a verb. Python binds one name to one thing; so the package
itself takes the call.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class CallableModule(ModuleType):
    """A module that passes calls on to its function of the same name."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*args, **kwargs)


def make_callable(name: str) -> None:
    """Let the module ``name`` be called; to be used as ``make_callable(__name__)`` in ``__init__.py``."""
    sys.modules[name].__class__ = CallableModule
