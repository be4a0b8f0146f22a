"""The desk's pages after a session: what was learnt, a tip for the library, and thank you."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.events import attendance_actions
from samen.events.models import Event
from samen.events.queries import with_replies
from samen.exchanges import actions, queries
from samen.exchanges.forms import SummaryForm, TipForm
from samen.exchanges.models import Session
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.library import tip_actions


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def summary(request: DeskRequest, event: int) -> HttpResponse:
    """Write what was said and learnt; a name in it is pointed out, and kept only when one says so."""
    found = queries.find_session(event)
    form = SummaryForm(request.POST if request.method == "POST" else None, initial={"summary": found.summary})
    names: list[str] = []
    if form.is_valid():
        text = form.cleaned_data["summary"]
        names = queries.names_in_summary(found, text)
        if not names or request.POST.get("names") == "kept":
            actions.sum_up(
                session=found, text=text, today=clock.today(), now=clock.now(), actor=request.desk.actor
            )
            tell(request, _("De samenvatting is bewaard."))
            return redirect("session_summary", request.desk.initiative.slug, event)
    return _page(request, found, form=form, names=names)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def share_tip(request: DeskRequest, event: int) -> HttpResponse:
    """One tip to the library, where every coach reads it."""
    found, form = queries.find_session(event), TipForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["tip"]
        if names := queries.names_in_summary(found, text):
            form.add_error(
                "tip",
                _("Hier staat een naam: %(names)s. Schrijf de tip zonder namen.")
                % {"names": ", ".join(names)},
            )
        else:
            try:
                tip_actions.add_tip(words=text, now=clock.now(), actor=request.desk.actor)
            except Refused as refusal:
                form.add_error("tip", refusal.sentence)
            else:
                tell(request, _("De tip staat nu bij de ideeën voor coaches."))
                return redirect("session_summary", request.desk.initiative.slug, event)
    return _page(request, found, tip=form)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def thanks(request: DeskRequest, event: int) -> HttpResponse:
    """Thank everybody who came, with the summary as it is kept."""
    found = queries.find_session(event)
    if not found.summary:
        tell(request, _("Schrijf eerst de samenvatting: zij lezen die in het bericht."))
        return redirect("session_summary", request.desk.initiative.slug, event)
    try:
        told = attendance_actions.thank(
            event=found.event,
            words=found.summary,
            today=clock.today(),
            now=clock.now(),
            actor=request.desk.actor,
        )
    except Conflict:
        raise
    except Refused as refusal:
        tell(request, refusal.sentence)
        return redirect("event_attendance", request.desk.initiative.slug, event)
    words = ngettext("Eén mens krijgt een dank je wel.", "%(n)s mensen krijgen een dank je wel.", told)
    tell(request, words % {"n": told})
    return redirect("event", request.desk.initiative.slug, event)


def _page(
    request: DeskRequest,
    found: Session,
    *,
    form: SummaryForm | None = None,
    tip: TipForm | None = None,
    names: list[str] | None = None,
) -> HttpResponse:
    context = {
        "section": "calendar",
        "session": found,
        "event": with_replies(Event.objects.all()).get(pk=found.event_id),
        "form": form or SummaryForm(initial={"summary": found.summary}),
        "tip": tip or TipForm(),
        "names": names or [],
        "has_begun": found.event.cancelled_on is None and found.event.starts_at <= clock.now(),
    }
    refused = bool(names) or any(one is not None and one.errors for one in (form, tip))
    return render(request, "exchanges/summary.html", context, status=422 if refused else 200)
