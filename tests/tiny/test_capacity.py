"""The tiny instance of ``capacity``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_capacity() -> None:
    # One mediator, and each work needs him: the shuttle, .1, rather than the forum, .06. Off: both, .16.
    instance = tiny("capacity")
    assert value(instance) == pytest.approx(0.1)
    assert value(instance, without=["capacity"]) == pytest.approx(0.16)
