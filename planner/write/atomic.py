"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def write_atomically(path: str | Path, content: bytes | str, *, force: bool = False) -> None:
    """Write ``content`` (text as UTF-8) to ``path`` by way of a private file beside it.

    An existing file keeps its permissions, a new one gets those the system gives new files. Links are followed; what
    is no regular file (a device, a pipe) is written to directly. Raises ``FileExistsError`` where the file exists
    and ``force`` is not given, other ``OSError`` where it cannot be written; the old content then still stands.
    """
    target = Path(os.path.realpath(path))
    data = content.encode() if isinstance(content, str) else content
    if target.exists() and not (target.is_file() or target.is_dir()):
        target.write_bytes(data)
        return
    refuse_existing(target, force=force)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".plan-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise where something stands at ``path``: always for a folder, for a file unless ``force`` is given."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder; name a file", str(path))
    if path.exists() and not force:
        raise FileExistsError(errno.EEXIST, "exists already; --force replaces it", str(path))


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced, or those of a new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
