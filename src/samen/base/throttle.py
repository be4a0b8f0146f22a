"""How often something may be tried from one place: counted in the cache, which all processes share."""

import ipaddress

from django.core.cache import cache
from django.http import HttpRequest

HOUR = 60 * 60


def network(request: HttpRequest) -> str:
    """Where a request comes from: its /24, or for IPv6 its /64. Who has one address there, has them all."""
    address = ipaddress.ip_address(request.META["REMOTE_ADDR"])
    prefix = 24 if address.version == 4 else 64
    return str(ipaddress.ip_network((address, prefix), strict=False))


def allows(what: str, request: HttpRequest, *, times: int, seconds: int = HOUR) -> bool:
    """Count one try of `what` from here; False once there were more than `times` in so many seconds."""
    key = f"throttle:{what}:{network(request)}"
    cache.add(key, 0, seconds)
    try:
        return bool(cache.incr(key) <= times)
    except ValueError:
        # It ran out between the two calls.
        return True


def is_used_up(what: str, request: HttpRequest, *, times: int) -> bool:
    """Whether `allows` counted so many tries of `what` from here; asking does not count."""
    return bool(cache.get(f"throttle:{what}:{network(request)}", 0) >= times)
