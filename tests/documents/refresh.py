"""Write the output of the documents' commands anew: ``python -m tests.documents.refresh``.

Where a document leaves out part of the output by ``…``, what it shows are paragraphs; the same number of paragraphs is
shown again, from the one that begins with the same word on.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.documents.blocks import DOCUMENTS, ROOT, Block, blocks, commands, same
from tests.documents.run import run_plan


def refilled(shown: str, found: str) -> str:
    """``found``, cut as ``shown`` is."""
    cut = shown.rstrip().endswith("\n…")
    if cut:
        shown = shown.rstrip().removesuffix("\n…")
    paragraphs = found.split("\n\n")
    begins = [paragraph.split(maxsplit=1)[0] for paragraph in paragraphs]
    parts, at = [], 0
    for part in (part.strip("\n").split("\n\n") for part in shown.split("\n…\n")):
        word = part[0].split(maxsplit=1)[0]
        at = begins.index(word, at) if word in begins[at:] else at
        parts.append("\n\n".join(paragraphs[at : at + len(part)]))
        at += len(part)
    return "\n\n…\n".join(parts) + ("\n\n…" if cut else "")


def refreshed(block: Block, folder: Path) -> str:
    """The text of the block with the output its commands have now."""
    parts = []
    for command, shown in commands(block):
        found = "\n".join(line.rstrip() for line in run_plan(command, folder).strip("\n").splitlines())
        if same(shown, found):
            found = shown
        elif "…" in shown:
            found = refilled(shown, found)
        parts.append(f"$ {command}\n{found}\n" if found else f"$ {command}\n")
    return "\n".join(parts)


def main() -> None:
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for block in blocks(document, "console"):
            with TemporaryDirectory() as folder:
                shutil.copytree(ROOT / "instances", Path(folder) / "instances")
                text = text.replace(block.text, refreshed(block, Path(folder)))
        document.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
