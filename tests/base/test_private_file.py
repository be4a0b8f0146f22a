"""A file that only its owner can read, whole or not at all."""

import os
import stat
from pathlib import Path

from samen.base.private_file import write_private


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    write_private(file, "één")
    assert (file.read_text(encoding="utf-8"), mode(file)) == ("één", 0o600)


def test_it_replaces_the_old_one_whole_and_closes_it(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("old and longer")
    file.chmod(0o644)
    (tmp_path / f"secret.{os.getpid()}.fresh").write_text("left behind")
    write_private(file, "new")
    assert (file.read_text(), mode(file)) == ("new", 0o600)
    assert list(tmp_path.iterdir()) == [file]
