"""Links: two different works, of the right tracks, in one conflict where the rule needs it, in an order that can be."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.draft import Draft
from models.checks.finding import Finding, at, number, where
from models.checks.spelling import fold
from models.kinds import UNOFFICIAL
from models.records import Activity, Link

_OWN = {
    "lag": ("follows", "transfers"),
    "channel": ("transfers",),
    "liaison": ("strengthens", "interferes"),
    "window": ("transfers",),
    "value": ("strengthens", "interferes", "transfers"),
    "category": ("strengthens",),
}
"""Attributes only some kinds of link know."""
_WITHIN = ("transfers", "strengthens", "interferes")
"""Kinds that join works of one conflict."""
_MUTUAL = ("excludes", "strengthens", "interferes")
"""Kinds without direction."""


def links(draft: Draft) -> Iterator[Finding]:
    works = {row.name: row for row in reversed(draft.of(Activity))}
    for link in draft.of(Link):
        yield from _attributes(link)
        if fold(link.name) == fold(link.other):
            yield at(link, "other", "self_link", expected="another activity", found=f'"{link.other}" itself')
        elif link.name in works and link.other in works:
            yield from _ends(draft, link, works[link.name], works[link.other])
            yield from _carrier(link, works[link.name], works[link.other])
        if link.liaison is not None:
            yield from _liaison(draft, link, works)
    yield from _both_ways(draft)
    yield from _cycles(draft, works)


def _attributes(link: Link) -> Iterator[Finding]:
    for field, kinds in _OWN.items():
        value = getattr(link, field)
        if link.kind not in kinds and value != type(link).model_fields[field].default:
            yield at(
                link,
                field,
                "idle_attribute",
                expected=f"{field} only on links of kind {' or '.join(kinds)}",
                found=f"{number(value)} on {link.kind}",
            )


def _ends(draft: Draft, link: Link, one: Activity, other: Activity) -> Iterator[Finding]:
    if link.kind not in _WITHIN:
        return
    first, second = draft.conflict(one), draft.conflict(other)
    if first and second and fold(first) != fold(second):
        yield at(
            link,
            "other",
            "link_across_conflicts",
            expected=f'an activity of "{first}", as the first one',
            found=f'"{link.other}" of "{second}"',
        )
    if link.kind == "transfers" and one.track not in UNOFFICIAL:
        yield at(
            link,
            "name",
            "transfer_from_official",
            expected="unofficial work (tracks 2 to 9) that hands its ideas over",
            found=f'"{one.name}" on {one.track}',
        )
    if link.kind == "transfers" and other.track in UNOFFICIAL:
        yield at(
            link,
            "other",
            "transfer_to_unofficial",
            expected="work on T1 or T1.5 that receives ideas",
            found=f'"{other.name}" on {other.track}',
        )


def _carrier(link: Link, one: Activity, other: Activity) -> Iterator[Finding]:
    """Who can carry ideas: an official mediator only where there is one, the public only what it may know."""
    if link.kind != "transfers":
        return
    if link.channel == "mediator" and not (other.official and other.kind == "mediation"):
        yield at(
            link,
            "channel",
            "no_mediator",
            expected="official mediation (T1) as the second activity, whose mediator takes the ideas up",
            found=f'"{other.name}", {other.kind} on {other.track}',
        )
    if link.channel == "public" and one.confidential:
        yield at(
            link,
            "channel",
            "public_secret",
            expected="participants, mediator or briefing, since the first activity is confidential",
            found=f'public speech about "{one.name}"',
        )


def _liaison(draft: Draft, link: Link, works: dict[str, Activity]) -> Iterator[Finding]:
    """Who keeps two works informed of each other is a third one, of the same conflict."""
    if link.liaison in (link.name, link.other):
        expected = "a third activity, which keeps each informed of the other"
        yield at(link, "liaison", "own_liaison", expected=expected, found=f'"{link.liaison}", one of the two itself')
        return
    first, third = works.get(link.name), works.get(str(link.liaison))
    if first is None or third is None or link.kind not in _WITHIN:
        return
    conflict, own = draft.conflict(first), draft.conflict(third)
    if conflict and own and fold(conflict) != fold(own):
        yield at(
            link,
            "liaison",
            "link_across_conflicts",
            expected=f'an activity of "{conflict}", as the two works',
            found=f'"{third.name}" of "{own}"',
        )


def _both_ways(draft: Draft) -> Iterator[Finding]:
    """What has no direction is said twice, if it is said from the other side too."""
    seen: dict[tuple[object, ...], Link] = {}
    for link in draft.of(Link):
        if link.kind not in _MUTUAL:
            continue
        ends = (fold(link.name), fold(link.other))
        category = link.category if link.kind == "strengthens" else ""
        before = seen.get((link.kind, category, *reversed(ends)))
        if before is not None and ends[0] != ends[1]:
            yield at(
                link,
                "other",
                "said_twice",
                expected=f"each pair of {link.kind} once{f' in {category}' if category else ''}",
                found=f"the same two works as in {where(before)}, the other way round",
            )
        seen.setdefault((link.kind, category, *ends), link)


def _cycles(draft: Draft, works: dict[str, Activity]) -> Iterator[Finding]:
    """Each link that closes a circle: with a *follows* in it nothing in it can start, without one all run together."""
    kept = []
    for link in draft.of(Link):
        one, other = works.get(link.name), works.get(link.other)
        if link.kind not in ("follows", "requires") or one is None or other is None or one is other:
            continue
        # What is excluded binds nobody, and what was under way before the horizon opens the circle.
        if "excluded" not in (one.status, other.status) and not (link.kind == "follows" and other.status == "running"):
            kept.append(link)
    edges: dict[str, list[Link]] = {}
    for link in kept:
        circle = _way(edges, link.other, link.name)
        edges.setdefault(link.name, []).append(link)
        if circle is None:
            continue
        links = [link, *circle]
        order = " ".join(f'"{step.name}" {step.kind}' for step in links) + f' "{link.name}"'
        if any(step.kind == "follows" for step in links):
            yield at(link, "other", "cyclic_order", expected="an order in which some work can come first", found=order)
        else:
            yield at(link, "other", "run_together", expected="works that may run one without the other", found=order)


def _way(edges: dict[str, list[Link]], start: str, goal: str) -> list[Link] | None:
    """The shortest way along links from ``start`` to ``goal``; between two of one step, *follows* before *requires*."""
    found: dict[str, list[Link]] = {start: []}
    queue = [start]
    while queue:
        name = queue.pop(0)
        if name == goal:
            return found[name]
        for link in sorted(edges.get(name, ()), key=lambda link: link.kind):
            if link.other not in found:
                found[link.other] = [*found[name], link]
                queue.append(link.other)
    return None
