"""Standard output and standard error that never fail: closed pipes, narrow encodings, consoles without Unicode.

Results go to standard output by :func:`emit`; everything else goes to standard error by :func:`say`.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from contextlib import suppress

import click

PLAIN = "planner_plain"
_PLAINER = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "•": "*",
        "×": "x", "→": "->", "≤": "<=", "≥": ">=", "└": "+", "├": "+", "─": "-", "━": "-", "│": "|", "█": "#",
        "▲": "^", "▼": "v", "✓": "ok", "✗": "x", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """``text`` in ASCII: punctuation by its like, letters without their accents, ``?`` for all else."""
    bare = unicodedata.normalize("NFKD", text.translate(_PLAINER))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).encode("ascii", "replace").decode()


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end]), error.end


def prepare(ascii_only: bool = False) -> None:
    """Make both streams replace what they cannot show, or all that is not ASCII."""
    codecs.register_error(PLAIN, _replace)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if ascii_only:
                stream.reconfigure(encoding="ascii", errors=PLAIN)
            else:
                stream.reconfigure(errors=PLAIN)


def _fit(text: str, stream: object) -> str:
    """``text``, in ASCII where the stream is set to that: click would take such a stream for misconfigured UTF-8."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return plain(text) if codecs.lookup(encoding).name == "ascii" else text


def unicode_output() -> bool:
    """Whether standard output can show every character."""
    name = getattr(sys.stdout, "encoding", None) or "ascii"
    return codecs.lookup(name).name.startswith("utf")


def emit(text: str) -> None:
    """Print a result. A reader that has gone away (``| head``) is no error."""
    try:
        click.echo(_fit(text, sys.stdout), nl=not text.endswith("\n"))
    except OSError as error:
        # Windows reports a closed pipe as an invalid argument.
        if not isinstance(error, BrokenPipeError) and os.name != "nt":
            raise
        hush()


def say(text: str, **style: bool | str) -> None:
    """Print to standard error; where that is closed too there is nobody left to tell."""
    with suppress(OSError):
        click.secho(_fit(text, sys.stderr), err=True, **style)  # type: ignore[arg-type]


def hush() -> None:
    """Send the rest of standard output nowhere, so that flushing at exit does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
