"""An intermediary's own page: whoever holds the link may read it, nobody else finds it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samen.base import throttle
from samen.base.scoping import scope
from samen.base.secret_pages import kept_to_itself
from samen.initiatives.models import Initiative
from samen.initiatives.queries import by_slug
from samen.outreach.queries import by_secret
from samen.public.partner import referrals_of

WRONG = "partner"
# Links that open nothing, from one network in an hour: far more than slips of the pen.
MOST_WRONG = 30
TOO_MANY = 429


@require_safe
def partner(request: HttpRequest, initiative: str, secret: str) -> HttpResponse:
    """How those whom an intermediary sent to us are doing. Reading changes nothing: chats fetch links."""
    if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
        return kept_to_itself(render(request, "public/partner_too_often.html", status=TOO_MANY))
    found = by_slug(initiative)
    if found is not None:
        with scope(found.pk):
            answer = _page(request, found, secret)
        if answer is not None:
            return kept_to_itself(answer)
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
