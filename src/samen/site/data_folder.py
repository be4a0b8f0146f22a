"""The data folder: database, key, demo sign-ins, compiled static files. Readable by its owner only."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samen.base.private_file import write_private

# Serves `--help` and checks without a data folder; `samen run` refuses to start on it.
DEFAULT_KEY = "no-key-drawn-yet"
SHORTEST_KEY = 50


@dataclass(frozen=True)
class DataFolder:
    """Paths inside the data folder, and what is kept there."""

    root: Path

    @property
    def path(self) -> Path:
        """The folder, absolute."""
        return self.root.resolve()

    @property
    def _key_file(self) -> Path:
        return self.path / "secret_key"

    @property
    def demo_file(self) -> Path:
        """Where the demo's sign-ins are kept; its presence makes the folder a demo."""
        return self.path / "demo.json"

    @property
    def locale(self) -> Path:
        """Where the words of the site's own languages are written at a start."""
        return self.path / "locale"

    @property
    def is_demo(self) -> bool:
        """Whether the demo initiative was loaded into this folder."""
        return self.demo_file.exists()

    def secret_key(self, from_environment: str) -> str:
        """The site's key: from the environment, else the one drawn, else the default no start accepts."""
        if from_environment:
            return from_environment
        if self._key_file.exists():
            return self._key_file.read_text().strip()
        return DEFAULT_KEY

    def prepare(self) -> None:
        """Make the folder and draw a key, once."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.path.chmod(0o700)
        if not self._key_file.exists():
            write_private(self._key_file, secrets.token_urlsafe(64))

    def read_demo(self) -> dict[str, Any]:
        """The demo's initiative and sign-ins, as `samen demo --json` tells them."""
        content: dict[str, Any] = json.loads(self.demo_file.read_text())
        return content
