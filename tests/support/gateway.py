"""A real HTTP server on loopback that takes texts as a gateway does, by the way of Apprise."""

import json
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


@dataclass(frozen=True)
class Text:
    """One text that came."""

    path: str
    message: str


class Gateway:
    """Everything that came is in `taken`; `status` is what it answers."""

    def __init__(self) -> None:
        self.taken: list[Text] = []
        self.status = 200
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                held = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                gateway.taken.append(Text(self.path, held["message"]))
                self.send_response(gateway.status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        """How an administrator names it."""
        return f"json://127.0.0.1:{self._server.server_port}/{{phone}}"

    def __enter__(self) -> Self:
        """Open."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self._server.shutdown()
        self._server.server_close()
