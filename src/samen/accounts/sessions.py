"""How long a sign-in of staff lasts: thirty minutes of rest, twelve hours at most."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from samen.base import clock

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)

_STARTED = "signed_in_at"
_SEEN = "seen_at"
# A page may load ten parts; one write a minute is precise enough for a limit of thirty.
_PRECISION = timedelta(minutes=1)


class SessionAge:
    """Middleware that signs a member of staff out when the session is too old."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """End an old session before the page sees it; remember when a living one was last used."""
        if request.user.is_authenticated:
            self._judge(request, clock.now())
        return self.get_response(request)

    def _judge(self, request: HttpRequest, now: datetime) -> None:
        started = _moment(request, _STARTED) or now
        seen = _moment(request, _SEEN) or now
        if now - started > ABSOLUTE or now - seen > IDLE:
            logout(request)
            return
        if _moment(request, _SEEN) is None or now - seen > _PRECISION:
            request.session[_STARTED] = started.isoformat()
            request.session[_SEEN] = now.isoformat()


def _moment(request: HttpRequest, key: str) -> datetime | None:
    text = request.session.get(key)
    return datetime.fromisoformat(text) if text else None
