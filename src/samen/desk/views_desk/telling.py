"""Choose people from a list and send each a message: an invitation, or a word to those who wait."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.base.errors import Refused
from samen.base.languages import DUTCH, every
from samen.base.moments import full_day, hour
from samen.base.page import tell
from samen.desk import waiting
from samen.desk.actions import plan_closing_event
from samen.desk.choices import Stage
from samen.desk.mailing import Audience, audience_parts
from samen.desk.queries import places
from samen.duos.closing_list import ends_between, set_apart, to_invite
from samen.duos.forms import EndsForm
from samen.duos.rules import usual_ends
from samen.events.choices import EventKind
from samen.events.forms import EventForm
from samen.events.invitation_actions import invite
from samen.events.messages import CLOSING_INVITED, invitation_of
from samen.events.models import Event, Invitation
from samen.events.queries import other_moments
from samen.exchanges.queries import by_moment
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake.messages import STILL_LOOKING
from samen.messaging import queries as messages
from samen.messaging.letters import Letter
from samen.messaging.placeholders import render as fill
from samen.messaging.shown import Shown, shown
from samen.people.choices import Role
from samen.people.models import Participation
from samen.signals.queries import told_seriously

# More than fit in a room; whoever wants to reach more writes to many at once.
MOST_SHOWN = 200


@require_http_methods(["GET", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def event_invite(request: DeskRequest, pk: int) -> HttpResponse:
    """Whom to ask to an information session: those about whom nothing is decided yet, or others."""
    event = get_object_or_404(Event, pk=pk)
    asked = request.GET.dict()
    audience = Audience.read(asked if "stage" in asked else {**asked, **_usual_audience(event)})
    others = other_moments(event, clock.now())
    invited = Invitation.objects.filter(event__in=[event, *others]).values("participation")
    found = audience_parts(audience).filter(ended_on=None).exclude(pk__in=invited)
    if request.method == "POST" and (chosen := _chosen(request, found)):
        n = sum(
            invite(event=moment, parts=parts, now=clock.now(), actor=request.desk.actor)
            for moment, parts in by_moment(event, others, chosen)
            if parts
        )
        tell(
            request,
            ngettext("Eén mens krijgt een uitnodiging.", "%(n)s mensen krijgen een uitnodiging.", n)
            % {"n": n},
        )
        return redirect("event", request.desk.initiative.slug, pk)
    context = {
        "section": "calendar",
        "event": event,
        "others": others,
        "audience": audience,
        "roles": Role.choices,
        "stages": [(stage.value, stage.label) for stage in Stage if stage is not Stage.FORMER],
        "places": places(),
        "all_languages": every(),
        "preview": _preview(request, invitation_of(event.kind), _values_of(event)),
    }
    return _choose(request, found, context, "desk/event_invite.html")


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def closing_event(request: DeskRequest) -> HttpResponse:
    """Plan a closing event and ask the two of each duo whose end lies in a period (R101).

    Whoever asked to stop, or for no messages, does not stand in the list; whom something serious separated
    stands in it without a tick.
    """
    if not request.desk.may(Permission.FOLLOW_DUOS):
        return render(request, "site/not_yours.html", status=403)
    period = EndsForm(request.GET or None)
    first, last = period.period() if period.is_valid() else usual_ends(clock.today())
    ends = ends_between(first, last)
    people = to_invite(ends)
    form = EventForm(request.POST if request.method == "POST" else None, kind=EventKind.CLOSING)
    if request.method == "POST":
        sent = set(request.POST.getlist("part"))
        ticked = {part.pk for part in people if str(part.pk) in sent}
    else:
        apart = set_apart(ends, told_seriously())
        ticked = {part.pk for part in people if part.person_id not in apart}
    chosen = [part for part in people if part.pk in ticked]
    if form.is_valid() and chosen:
        try:
            planned = plan_closing_event(
                **form.plan(), parts=chosen, now=clock.now(), actor=request.desk.actor
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            tell(request, _("Het slotmoment is gepland en de uitnodigingen vertrekken."))
            return redirect("event", request.desk.initiative.slug, planned.pk)
    is_refused = request.method == "POST" and not chosen
    context = {
        "section": "duos",
        "form": form,
        "first": first,
        "last": last,
        "asked": f"?from={first.isoformat()}&until={last.isoformat()}",
        "people": people,
        "has_ends": bool(ends),
        "ticked": ticked,
        "is_refused": is_refused,
        "preview": _preview(
            request,
            CLOSING_INVITED,
            {"what": "…", "day": "…", "time": "…", "place": "…", "link": "https://…"},
        ),
    }
    return render(
        request, "desk/closing_event.html", context, status=422 if form.errors or is_refused else 200
    )


@require_http_methods(["GET", "POST"])
@desk_page(Permission.SEND_MESSAGES)
def waiting_word(request: DeskRequest) -> HttpResponse:
    """Those who wait and heard nothing for four weeks: tell them that we still look."""
    found = waiting.waiting_long(clock.now())
    if request.method == "POST" and (chosen := _chosen(request, found)):
        n = waiting.send_word(people=chosen, now=clock.now(), actor=request.desk.actor)
        tell(
            request,
            ngettext("Eén mens krijgt een bericht.", "%(n)s mensen krijgen een bericht.", n) % {"n": n},
        )
        return redirect("desk_today", request.desk.initiative.slug)
    context = {"section": "today", "preview": _preview(request, STILL_LOOKING, {})}
    return _choose(request, found, context, "desk/waiting_word.html")


def _usual_audience(event: Event) -> dict[str, str]:
    """Whom one asks to such a gathering first: who is new to be informed, else who is in a duo."""
    if event.kind == EventKind.INFORMATION:
        return {"stage": Stage.NEW}
    return {"stage": Stage.IN_DUO, "role": event.for_role}


def _chosen(request: DeskRequest, found: QuerySet[Participation]) -> list[Participation]:
    """Who was ticked, as far as they still stand in the list."""
    ticked = set(request.POST.getlist("part"))
    return [part for part in found[:MOST_SHOWN] if str(part.pk) in ticked]


def _choose(
    request: DeskRequest, found: QuerySet[Participation], context: dict[str, Any], template: str
) -> HttpResponse:
    """The list with everybody ticked; an empty choice is told and nothing leaves."""
    is_refused = request.method == "POST"
    people = list(found[: MOST_SHOWN + 1])
    context |= {
        "people": people[:MOST_SHOWN],
        "has_more": len(people) > MOST_SHOWN,
        "most": MOST_SHOWN,
        "is_refused": is_refused,
        "ticked": set() if is_refused else {part.pk for part in people},
    }
    return render(request, template, context, status=422 if is_refused else 200)


def _values_of(event: Event) -> dict[str, str]:
    with override(DUTCH):
        day, time = full_day(event.starts_at), hour(event.starts_at)
    return {
        "what": str(event.plain_name),
        "day": day,
        "time": time,
        "place": event.place,
        "link": "https://…",
    }


def _preview(request: DeskRequest, kind: str, values: Mapping[str, str]) -> Shown:
    """The Dutch of the message, as the first of them would read it."""
    words, name = messages.text(kind, DUTCH), request.desk.initiative.name
    known = {"given_name": _("Amal"), "initiative": name, **values}
    return shown(
        Letter(
            initiative=name,
            subject=fill(words.subject, known),
            body=fill(words.body, known),
            stop_url="#",
        )
    )
