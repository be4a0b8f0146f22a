"""A facilitator's page: whoever holds the link leads the session; it lives until a week after."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samen.base import audit, clock, throttle
from samen.base.page import tell
from samen.base.scoping import scope
from samen.base.secret_pages import WITHIN_THIS_SITE, kept_to_itself
from samen.events import attendance_actions
from samen.events import queries as events
from samen.events.attending import ticked
from samen.exchanges import actions, queries
from samen.exchanges.forms import SummaryForm
from samen.exchanges.models import Session
from samen.initiatives.models import Initiative
from samen.initiatives.queries import by_slug
from samen.library.choices import Method
from samen.library.methods import CARDS

WRONG, MOST_WRONG = "facilitate", 30
TOO_MANY, GONE = 429, 410
FACILITATOR = audit.Actor("facilitator")


@require_http_methods(["GET", "HEAD", "POST"])
def facilitate(request: HttpRequest, initiative: str, secret: str) -> HttpResponse:
    """Plan, method, groups, who is there, and what was learnt."""
    if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
        return _kept(render(request, "exchanges/public/closed.html", status=TOO_MANY))
    here = by_slug(initiative)
    if here is not None:
        with scope(here.pk):
            found = queries.by_secret(secret, clock.now())
            if found is not None:
                return _kept(_page(request, here, found))
    throttle.allows(WRONG, request, times=MOST_WRONG)
    if here is None:
        raise Http404
    return _kept(render(request, "exchanges/public/closed.html", {"initiative": here}, status=GONE))


def _page(request: HttpRequest, here: Initiative, found: Session) -> HttpResponse:
    event, now = found.event, clock.now()
    form = SummaryForm(initial={"summary": found.summary})
    names: list[str] = []
    may_note = events.may_note(event, now)
    if request.method == "POST" and may_note:
        if request.POST.get("do") == "attendance":
            _note(request, found)
            return HttpResponseRedirect(request.path)
        form = SummaryForm(request.POST)
        if form.is_valid():
            text = form.cleaned_data["summary"]
            names = queries.names_in_summary(found, text)
            if event.starts_at <= now and (not names or request.POST.get("names") == "kept"):
                actions.sum_up(session=found, text=text, today=clock.today(), now=now, actor=FACILITATOR)
                tell(request, _("De samenvatting is bewaard."))
                return HttpResponseRedirect(request.path)
    context = {
        "initiative": here,
        "session": found,
        "event": event,
        "themes": queries.themes_of(found),
        "card": CARDS[Method(found.method)] if found.method else None,
        "groups": queries.groups(found),
        "people": events.attendance(event),
        "may_note": may_note,
        "has_begun": event.starts_at <= now,
        "form": form,
        "names": names,
    }
    refused = bool(names) or bool(form.errors)
    return render(request, "exchanges/public/facilitate.html", context, status=422 if refused else 200)


def _note(request: HttpRequest, found: Session) -> None:
    """Who is there, as ticked; other visitors are the desk's to count."""
    came, seen = ticked(request.POST, events.attendance(found.event))
    attendance_actions.note_attendance(
        event=found.event, came=came, seen=seen, now=clock.now(), actor=FACILITATOR
    )
    tell(request, _("Bewaard wie er is."))


def _kept(answer: HttpResponse) -> HttpResponse:
    """Things are sent from this page: a browser tells this site where from, and nobody else."""
    return kept_to_itself(answer, referrer=WITHIN_THIS_SITE)
