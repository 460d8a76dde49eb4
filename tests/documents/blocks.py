"""Code blocks of the documents, and the rule by which shown output is compared with what really comes out.

In a ``console`` block a line that begins with ``$ `` is a command; the lines up to the next one are its output.
Seconds (``1.2 s``) and the numbers of versions may differ. ``…`` at the end of a line stands for its rest, ``…`` alone
on a line for any number of lines. Everything else must be the same, letter by letter. ``python`` blocks are run as
they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = tuple(
    ROOT / name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "models/README.md",
        "instances/README.md",
        "instances/FORMAT.md",
    )
)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VARIES = ((re.compile(r"\d+(\.\d+)? s\b"), "N s"), (re.compile(r"\b\d+\.\d+\.\d+\b"), "N.N.N"))


@dataclass(frozen=True)
class Block:
    """A fenced block: the document, the line its text begins in, its language, its text."""

    document: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document.relative_to(ROOT)}:{self.line}"


def blocks(document: Path, language: str) -> list[Block]:
    text = document.read_text(encoding="utf-8")
    return [
        Block(document, text.count("\n", 0, match.start(2)) + 1, match[1], match[2])
        for match in _FENCE.finditer(text)
        if match[1] == language
    ]


def commands(block: Block) -> list[tuple[str, str]]:
    """Each command of a console block with the output shown for it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [(command, "\n".join(output).strip("\n")) for command, output in found]


def pattern(shown: str) -> re.Pattern[str]:
    """What output must match to be the one shown."""
    lines = []
    for line in _settled(shown).splitlines():
        if line.strip() == "…":
            lines.append(r"(?:.*\n)*?")
        elif line.endswith("…"):
            lines.append(re.escape(line[:-1].rstrip()) + r".*\n")
        else:
            lines.append(re.escape(line) + r"\n")
    return re.compile("".join(lines))


def same(shown: str, found: str) -> bool:
    """Whether ``found`` is what was ``shown``, up to what may vary."""
    lines = [line.rstrip() for line in found.strip("\n").splitlines()]
    return pattern(shown).fullmatch(_settled("\n".join(lines)) + "\n" if lines else "") is not None


def _settled(text: str) -> str:
    for varies, instead in _VARIES:
        text = varies.sub(instead, text)
    return text
