"""An intermediary's own page: whoever holds the link may read it, nobody else finds it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samen.base import throttle
from samen.base.scoping import scope
from samen.initiatives.models import Initiative
from samen.initiatives.queries import by_slug
from samen.outreach.queries import by_secret
from samen.public.partner import referrals_of

WRONG = "partner"
# Links that open nothing, from one network in an hour: far more than slips of the pen.
MOST_WRONG = 30
TOO_MANY = 429
# The address holds the secret: it goes nowhere else, into no index and into no cache.
KEPT_TO_ITSELF = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store, private",
}


@require_safe
def partner(request: HttpRequest, initiative: str, secret: str) -> HttpResponse:
    """How those whom an intermediary sent to us are doing. Reading changes nothing: chats fetch links."""
    if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
        return _kept(render(request, "public/partner_too_often.html", status=TOO_MANY))
    found = by_slug(initiative)
    if found is not None:
        with scope(found.pk):
            answer = _page(request, found, secret)
        if answer is not None:
            return _kept(answer)
    throttle.allows(WRONG, request, times=MOST_WRONG)
    raise Http404


def _page(request: HttpRequest, initiative: Initiative, secret: str) -> HttpResponse | None:
    intermediary = by_secret(secret)
    if intermediary is None:
        return None
    context = {
        "initiative": initiative,
        "intermediary": intermediary,
        "referrals": referrals_of(intermediary),
    }
    return render(request, "public/partner.html", context)


def _kept(answer: HttpResponse) -> HttpResponse:
    for name, value in KEPT_TO_ITSELF.items():
        answer[name] = value
    return answer
