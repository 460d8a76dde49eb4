"""Seeded families of instances, as like to real ones as a program can draw them.

    single     one conflict, from 12 activities and 12 periods to 40 and 40
    tree       one conflict under 3 to 27 scenarios
    tight      money for a tenth of what all would like to spend, and many earmarks
    portfolio  5 to 200 conflicts that share funders and mediators

All draw from ``works.CATALOGUE`` and are calibrated alike (``conflict``): all work at full output over the whole
horizon brings each category of progress just about to 1.
"""

from benchmarks.families.family import Member, members

__all__ = ["Member", "members"]
