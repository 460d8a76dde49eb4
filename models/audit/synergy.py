"""Together they do more: linked works add progress, up to a share of what they achieve alone (O1 C3 C4 W2.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from models.audit import no_substitute
from models.audit.facts import round_down
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.kinds import Category
from models.records import Link

NAME = "synergy"


def value(replay: Replay, link: Link) -> Fraction:
    """Progress a period of full bonus adds."""
    return replay.facts.link_value(link, NAME, "value") * replay.facts.instance.quarters


def into_ideas(replay: Replay, link: Link) -> bool:
    """Whether the bonus is political and both works are unofficial: it then enters the stock of ideas."""
    works = (replay.facts.activities[link.name], replay.facts.activities[link.other])
    return link.category == "political" and all(work.unofficial for work in works)


def ceiling(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    """Greatest sum of bonuses: a share of the effects of all work of the conflict at the node."""
    base = sum(replay.effects[conflict, category, group, node] for group in ("official", "track_1_5", "unofficial"))
    return replay.facts.parameter["core", "bonus_ceiling"] * base


def advance(replay: Replay, conflict: str, node: int) -> None:
    """Bonuses at ``node``: as stated or as great as allowed, cut to the ceiling in the order of the links."""
    if not replay.awake(NAME):
        return
    left: dict[Category, Fraction] = {}
    for link in replay.facts.links["strengthens", conflict]:
        level = _level(replay, link, node)
        worth, official = value(replay, link), link.category == "political" and not into_ideas(replay, link)
        room = left.setdefault(link.category, ceiling(replay, conflict, link.category, node))
        if not _at_its_word(replay) and worth:
            limits = [room / worth]
            if official and (alone := no_substitute.room(replay, conflict, node)) is not None:
                limits.append(alone / worth)
            level = max(Fraction(0), min(level, *map(round_down, limits)))
        gain = worth * level
        left[link.category] = room - gain
        replay.bonus[link.key, node] = level
        replay.bonus_gain[conflict, "ideas" if into_ideas(replay, link) else link.category, node] += gain
        if official:
            replay.alone_gain[conflict, node] += gain


def _at_its_word(replay: Replay) -> bool:
    return replay.as_stated and replay.decisions.bonuses is not None


def _level(replay: Replay, link: Link, node: int) -> Fraction:
    bonuses, greatest = replay.decisions.bonuses, _both(replay, link, node)
    if bonuses is None:
        return greatest
    stated = bonuses.get((link.key, node), Fraction(0))
    return stated if replay.as_stated else max(Fraction(0), min(stated, greatest))


def _both(replay: Replay, link: Link, node: int) -> Fraction:
    return min(replay.output.get((name, node), Fraction(0)) for name in (link.name, link.other))


def check(replay: Replay) -> Iterator[Violation]:
    if replay.decisions.bonuses is None:
        return
    links = {link.key: link for link in replay.facts.instance.links if link.kind == "strengthens"}
    gains: defaultdict[tuple[str, Category, int], Fraction] = defaultdict(Fraction)
    for (key, node), level in replay.decisions.bonuses.items():
        if (link := links.get(key)) is None or not 0 <= node < len(replay.facts.tree):
            continue
        conflict = replay.facts.activities[link.name].conflict
        gains[conflict, link.category, node] += value(replay, link) * level
        if level > (least := _both(replay, link, node)) + TOLERANCE:
            yield Violation(NAME, node, key, f"a bonus of at most the lesser output, {words(least)}", words(level))
    for (name, category, node), gain in gains.items():
        if gain > (limit := ceiling(replay, name, category, node)) + TOLERANCE:
            expected = f"{category} bonuses of at most {words(limit)} in sum"
            yield Violation(NAME, node, name, expected, words(gain))
