"""Every code of the reader is documented, and every documented code is used."""

from __future__ import annotations

import re
from pathlib import Path

from models.checks import CODES as CHECKS
from planner.read.codes import CODES


def test_the_table_and_the_code_agree() -> None:
    source = "".join(path.read_text() for path in Path("planner/read").glob("*.py") if path.name != "codes.py")
    used = set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', source))
    assert set(CODES) <= used
    stated = re.findall(r'(?:Misread|Unreadable|Fault|BadCell)\(\s*"([a-z_]+)"', source)
    stated += re.findall(r'self\._fault\(setting, "\w+", "([a-z_]+)"', source)
    assert len(stated) > 15
    assert set(stated) <= set(CODES)


def test_no_code_means_two_things() -> None:
    assert not CODES.keys() & CHECKS.keys()
    assert all(code.meaning.endswith(".") and code.mend.endswith(".") for code in CODES.values())
