"""The catalogue of tracks as a page for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from models.kinds import KIND_MEANING, PHASES, TRACKS
from models.tracks import FISHER_KEASHLY, OFFICIAL_KINDS, SUITABILITY, TRACK_NAMES, Suitability, qualities
from planner.cli.manners import Manners
from planner.cli.table import Table, width
from planner.cli.track_rows import tracks_of

_SHORT = {"confrontation": "confr.", "negotiation": "negot.", "implementation": "impl."}
_SIGNS = (
    "+ strength, - weakness; in brackets claims of Abu Hammad (2021), as in plan rules --claims; after the arrow the "
    "rules that carry it, as in plan rules RULE. Where there is no arrow, the effects that you state carry it."
)
_SUITS = (
    "How well work suits a phase multiplies its effects where the horizon says  set,,,suitability,,,,catalogue  and "
    "the work states no suitability of its own. 1 is the phase that suits it best. The numbers of a kind go before "
    "those of its track; a kind without numbers suits as its track does. None of them has been measured; each may be "
    "off by as much as stands after +/-."
)
_EXPERT = (
    "* expert: which form of intervention leads at which stage follows {study} How their stages match these phases, "
    "and the numbers, are ours. All other numbers are assumptions."
)


def track_pages(words: Sequence[str], manners: Manners, *, alone: bool) -> str:
    """A part for each track, then the kinds in one table, or ``alone``, a part for each; then what the signs mean."""
    tracks = [word for word in words if word in TRACKS]
    kinds = [word for word in words if word not in TRACKS]
    parts = ["\n".join(_track(track)) for track in tracks]
    if alone:
        parts += ["\n".join(_kind(kind)) for kind in kinds]
    else:
        parts.append(_kinds(kinds, manners))
    if tracks:
        parts.append(fill(_SIGNS, width()))
    parts.append(fill(_SUITS, width()))
    if any(SUITABILITY[word].citation for word in words if word in SUITABILITY):
        parts.append(fill(_EXPERT.format(study=FISHER_KEASHLY), width()))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _track(track: str) -> Iterator[str]:
    named = TRACK_NAMES[track]
    yield f"{track:<5} {named.name}"
    yield _wrapped(f"{named.who} [{named.claims}]")
    for row in qualities(track):
        carried = f" → {', '.join(row.rules)}" if row.rules else ""
        yield _wrapped(f"{row.words} [{row.claims}]{carried}", row.sign)
    yield _wrapped(_suits(SUITABILITY[track]))


def _kind(kind: str) -> Iterator[str]:
    yield kind
    yield _wrapped(KIND_MEANING[kind])
    if kind in OFFICIAL_KINDS:
        yield _wrapped(f"On track 1, one of the eight kinds of official activity [{OFFICIAL_KINDS[kind]}]")
    yield _wrapped(f"Done on {_where(kind)}")
    yield _wrapped(_suits(SUITABILITY[kind]) if kind in SUITABILITY else "Suits each phase as its track does")


def _suits(row: Suitability) -> str:
    phases = ", ".join(f"{phase} {float(value):g}" for phase, value in zip(PHASES, row.values, strict=True))
    rests = " ".join(filter(None, (f"[{row.claims}]" if row.claims else "", row.evidence, "*" if row.citation else "")))
    return f"Suits {phases} (+/- {float(row.spread):g}): {row.why} {rests}"


def _where(kind: str) -> str:
    allowed = tracks_of(kind)
    return "any track" if len(allowed) == len(TRACKS) else " ".join(allowed)


def _kinds(kinds: Sequence[str], manners: Manners) -> str:
    phases = (_SHORT.get(phase, phase) for phase in PHASES)
    return Table("kinds", ("kind of work", "done on", *phases, "+/-"), [*map(_cells, kinds)]).text(manners)


def _cells(kind: str) -> tuple[object, ...]:
    row = SUITABILITY.get(kind)
    claim = f" ({OFFICIAL_KINDS[kind]})" if kind in OFFICIAL_KINDS else ""
    star = " *" if row and row.citation else ""
    numbers = [*map(float, row.values), float(row.spread)] if row else [""] * (len(PHASES) + 1)
    return f"{kind}{claim}{star}", _where(kind), *numbers


def _wrapped(text: str, sign: str = " ") -> str:
    return fill(text, width(), initial_indent=f"    {sign} ", subsequent_indent="      ")
