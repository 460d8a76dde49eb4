"""What all records share: where they came from, and how a field tells its column, unit and meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from models.moment import Moment


def _moment(value: object) -> object:
    return Moment.parse(value) if isinstance(value, str) else value


Date = Annotated[Moment, BeforeValidator(_moment)]
"""A field that holds a :class:`Moment` and accepts its text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the user's own file: 1-based row as the spreadsheet numbers it, column by its heading."""

    file: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Places of a record: its row, and the place of each field that was filled in (by its own or by a ``set`` row)."""

    row: Place
    fields: dict[str, Place] = field(default_factory=dict)

    def at(self, name: str | None) -> Place:
        """Place of a field, or of the whole row where the field was left blank."""
        return self.fields.get(name, self.row) if name else self.row


class Record(BaseModel):
    """One thing an instance says. Frozen; unknown fields are errors; numbers are finite.

    Every field has ``description`` (its meaning) and in ``json_schema_extra`` ``column`` (its heading in the one-file
    form; None: only by a ``set`` row), ``unit`` and ``blank`` (what leaving it empty means).
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, arbitrary_types_allowed=True, str_strip_whitespace=True
    )

    word: ClassVar[str]
    """The word in the ``record`` column."""
    meaning: ClassVar[str]
    """One sentence for people."""

    source: str = Field("", description="where the row comes from", json_schema_extra={"column": "source"})
    sources: dict[str, str] = Field(
        default_factory=dict, description="source of each field set by its own row", json_schema_extra={"hidden": True}
    )
    origin: Origin | None = Field(default=None, exclude=True, repr=False, json_schema_extra={"hidden": True})

    @property
    def key(self) -> str:
        """What a person would call this record; unique among records of its word."""
        return str(getattr(self, "name", "") or self.word)

    def __eq__(self, other: object) -> bool:
        """Equal in content; where a record was read from does not count."""
        return other is self or (type(other) is type(self) and self._content() == other._content())

    def __hash__(self) -> int:
        return hash((type(self), self.key))

    def _content(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "origin"}


def column(default: Any, meaning: str, *, at: str | None, unit: str = "", blank: str = "", **limits: Any) -> Any:
    """A field of a record: its default, meaning, heading (None: ``set`` rows only), unit, sense of blank, limits."""
    return Field(default, description=meaning, json_schema_extra={"column": at, "unit": unit, "blank": blank}, **limits)
