"""The desk's pages of a session: plan it, what it is about and how, and the facilitator's page."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.events.models import Event
from samen.events.queries import other_moments, with_replies
from samen.exchanges import actions, queries
from samen.exchanges.choices import FOR_APART, FOR_TOGETHER, REASONS, Who
from samen.exchanges.forms import HowForm, PlanForm
from samen.exchanges.proposals import filled_in, proposed, read_day
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def plan(request: DeskRequest) -> HttpResponse:
    """For whom, with what speaks for each; then when, about what and how."""
    asked = request.GET.get("who", "")
    if asked not in Who.values:
        choose = {"who": Who, "apart": FOR_APART, "together": FOR_TOGETHER, "reasons": REASONS}
        return render(request, "exchanges/who.html", {"section": "calendar", **choose})
    who, today = Who(asked), clock.today()
    first_day = read_day(request.GET.get("day", ""))
    filled = filled_in(request.GET.get("moment", ""), today, first_day)
    initial = {"keeps_duos_apart": True, "day": first_day, **filled}
    form = PlanForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            made = actions.plan(
                who=who,
                moments=form.moments(),
                how=form.how(),
                note=form.cleaned_data["note"],
                chairs=form.cleaned_data["chairs"],
                now=clock.now(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            words = ngettext("Het moment is gepland.", "%(n)s momenten zijn gepland.", len(made))
            tell(request, words % {"n": len(made)})
            return redirect("session", request.desk.initiative.slug, made[0].event_id)
    twins, single = proposed(who)
    page = {"section": "calendar", "form": form, "who": who, "twins": twins, "single": single}
    return render(request, "exchanges/plan.html", page, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def session(request: DeskRequest, event: int) -> HttpResponse:
    """One session: theme, method, the other moment, groups, facilitator, what was learnt."""
    found, now = queries.find_session(event), clock.now()
    context = {
        "section": "calendar",
        "session": found,
        "event": with_replies(Event.objects.all()).get(pk=event),
        "themes": queries.themes_of(found),
        "others": other_moments(found.event, now),
        "groups": queries.groups(found),
        "is_open": found.event.cancelled_on is None and found.event.ends_at > now,
        "has_begun": found.event.cancelled_on is None and found.event.starts_at <= now,
    }
    return render(request, "exchanges/session.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def change(request: DeskRequest, event: int) -> HttpResponse:
    """Another theme, method or facilitator."""
    found = queries.find_session(event)
    form = HowForm(request.POST if request.method == "POST" else None, initial=HowForm.initial_of(found))
    if form.is_valid():
        actions.change(session=found, how=form.how(), actor=request.desk.actor)
        tell(request, _("Bewaard."))
        return redirect("session", request.desk.initiative.slug, event)
    context = {
        "section": "calendar",
        "session": found,
        "form": form,
        "suggested": queries.suggested_methods(found),
    }
    return render(request, "exchanges/change.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def open_page(request: DeskRequest, event: int) -> HttpResponse:
    """Make the link of the facilitator's page; it is shown once."""
    found = queries.find_session(event)
    secret = actions.open_page(session=found, now=clock.now(), actor=request.desk.actor)
    path = reverse("facilitate", args=[request.desk.initiative.slug, secret])
    context = {"section": "calendar", "session": found, "link": f"{settings.BASE_URL}{path}"}
    return render(request, "exchanges/link.html", context)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def close_page(request: DeskRequest, event: int) -> HttpResponse:
    """The link opens nothing any more."""
    actions.close_page(session=queries.find_session(event), actor=request.desk.actor)
    tell(request, _("De link is ingetrokken."))
    return redirect("session", request.desk.initiative.slug, event)
