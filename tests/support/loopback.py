"""Tests reach nothing but this machine: every other address is refused before a byte leaves."""

import ipaddress
import sys
from typing import Any


class OutsideReachedError(AssertionError):
    """A test tried to reach another machine."""


def refuse_outside() -> None:
    """Watch every socket of this process from now on; there is no way back."""
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        # A path is a Unix socket; a tuple starts with the host.
        if isinstance(address, tuple) and isinstance(address[0], str):
            _refuse_unless_here(address[0])
    elif event == "socket.getaddrinfo" and arguments[0]:
        host = arguments[0]
        _refuse_unless_here(host.decode() if isinstance(host, bytes) else host)


def _refuse_unless_here(host: str) -> None:
    if not _is_here(host):
        raise OutsideReachedError(f"Tests reach this machine only, not {host}.")


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
