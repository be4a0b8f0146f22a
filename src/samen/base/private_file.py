"""Files that only their owner may read."""

import os
from pathlib import Path


def write_private(file: Path, content: str | bytes) -> None:
    """Write a file that only its owner can read, whole or not at all; several processes may at once."""
    fresh = file.with_suffix(f".{os.getpid()}.fresh")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content.encode() if isinstance(content, str) else content)
    fresh.replace(file)
