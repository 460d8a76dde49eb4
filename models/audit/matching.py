"""Which work a limit is about: by its track, its tags, its issues or its name."""

from __future__ import annotations

from models.records import Activity, Limit


def matches(limit: Limit, words: tuple[str, ...], activity: Activity) -> bool:
    """Whether work of the limit's conflict (of any, where it names none) is called by one of ``words``."""
    if limit.conflict and activity.conflict != limit.conflict:
        return False
    return not {activity.track, activity.name, *activity.tags, *activity.issues}.isdisjoint(words)


def counts(limit: Limit, words: tuple[str, ...], activity: Activity) -> bool:
    """As :func:`matches`; without words all work of the limit's conflict."""
    if not words:
        return not limit.conflict or activity.conflict == limit.conflict
    return matches(limit, words, activity)
