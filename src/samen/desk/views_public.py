"""What a calendar program reads, without signing in: the address itself is the secret."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samen.base import clock
from samen.desk import feeds

TOO_OFTEN = 429


@require_safe
def staff_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a private link; nothing at all once it was revoked."""
    if feeds.is_read_too_often(token):
        return HttpResponse(status=TOO_OFTEN, headers={"Retry-After": str(feeds.HOUR)})
    found = feeds.find_feed(token)
    if found is None:
        raise Http404
    return HttpResponse(
        feeds.read_feed(found, now=clock.now()),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "no-store, private", "Referrer-Policy": "no-referrer"},
    )
