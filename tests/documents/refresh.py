"""Write the output of the documents' commands anew: ``python -m tests.documents.refresh``.

Blocks that leave something out by ``…`` are for a person to mend; this only says which of them no longer hold.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.documents.blocks import DOCUMENTS, ROOT, Block, blocks, commands, same
from tests.documents.run import run_plan


def refreshed(block: Block, folder: Path) -> str:
    """The text of the block with the output its commands have now."""
    parts = []
    for command, shown in commands(block):
        found = "\n".join(line.rstrip() for line in run_plan(command, folder).strip("\n").splitlines())
        if same(shown, found):
            found = shown
        elif "…" in shown:
            print(f"{block}: {command}: no longer so; mend it by hand")
            found = shown
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
