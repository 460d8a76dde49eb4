"""What may be asked of a plan beyond its instance: that it includes a work, or keeps a promise.

A condition is frozen and says the same to everybody: ``rows`` to the formulation (of the search, and of each
rebuilding that makes money whole), ``paying`` to the ledger of who pays, ``met`` to whoever checks a finished plan. The
audit knows nothing of conditions; whoever asks for one verifies it with ``met``. Bounds of columns are never moved:
rebuilding holds and frees columns as it likes. The bound of a search with conditions is one on plans that meet
them. A condition may have a price instead: ``penalty`` to the formulation, ``priced`` of a finished plan.
One kind of condition a file; those that few ask for are imported from there.
"""

from models.whatif.condition import Condition
from models.whatif.holding import Hold, Keep
from models.whatif.including import Exclude, Include, Sometimes
from models.whatif.paying import NotPaidBy
from models.whatif.starting import Start, StartAfter, StartBefore

__all__ = [
    "Condition",
    "Exclude",
    "Hold",
    "Include",
    "Keep",
    "NotPaidBy",
    "Sometimes",
    "Start",
    "StartAfter",
    "StartBefore",
]
