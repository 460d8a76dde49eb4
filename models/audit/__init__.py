"""The independent audit: it replays a plan forward in exact arithmetic and checks it against the rules.

It shares no code with the formulation. One file per rule, named after it, with the cap it sets (if any) and its check;
the other files are the core (``runs``, ``money``, ``response``, ``effects``, ``bonuses``, ``ideas``, ``opinion``,
``progress``, ``milestones``, ``targets``, ``score``) and the machinery (``facts``, ``decisions``, ``state``,
``sources``, ``stocks``, ``landing``, ``durable``, ``accounts``, ``matching``, ``penalties``, ``forward``,
``thresholds``, ``blame``, ``binds``, ``registry``, ``verdict``, and what checks share: ``caps``, ``offers``).
"""

from models.audit.binds import Binding, binding
from models.audit.forward import replay
from models.audit.registry import CORE, RULES
from models.audit.state import Replay
from models.audit.verdict import Audit, audit
from models.audit.violation import TOLERANCE, Violation

__all__ = ["CORE", "RULES", "TOLERANCE", "Audit", "Binding", "Replay", "Violation", "audit", "binding", "replay"]
