"""The desk's pages about messages: the outbox, one message, a letter to print."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samen.base import clock
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.initiatives.models import Initiative
from samen.messaging import actions, kinds, queries
from samen.messaging.choices import Channel, Status
from samen.messaging.models import OutboxMessage
from samen.messaging.notify import by_machine
from samen.messaging.rules import allowed_from, may_step
from samen.messaging.sentences import other_roads, to_press, why
from samen.messaging.shown import shown
from samen.messaging.sms import size_of

PAGE_SIZE = 50
TABS = (Status.WAITING, Status.BY_HAND, Status.FAILED, Status.SENT, Status.STOPPED, Status.DONE)


@require_safe
@desk_page(Permission.SEND_MESSAGES)
def message_list(request: DeskRequest) -> HttpResponse:
    """Every message, by where it stands."""
    status = request.GET.get("status", "")
    found = queries.by_status(status) if status in TABS else queries.messages()
    counts = queries.status_counts()
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "section": "messages",
        "page": page,
        "rows": [(message, _kind_title(message), why(message)) for message in page.object_list],
        "status": status,
        "tabs": [(tab, counts.get(tab, 0)) for tab in TABS if counts.get(tab) or tab == status],
        "total": sum(counts.values()),
    }
    return render(request, "messaging/list.html", context)


@require_safe
@desk_page(Permission.SEND_MESSAGES)
def message(request: DeskRequest, pk: int) -> HttpResponse:
    """One message: to whom, what, when, what became of it, and what can be done."""
    found = get_object_or_404(queries.messages(), pk=pk)
    letter = queries.letter_of(found, request.desk.initiative.name)
    context = {
        "section": "messages",
        "message": found,
        "kind_title": _kind_title(found),
        "why": why(found),
        "shown": shown(letter),
        "press": to_press(found) if found.status == Status.BY_HAND else None,
        "roads": other_roads(found) if may_step(found.status, Status.BY_HAND) and found.body else [],
        "may_try_again": may_step(found.status, Status.WAITING)
        and found.channel in by_machine()
        and found.body,
        "part": _part_of(found),
        "may_be_done": may_step(found.status, Status.DONE),
        "choice": queries.choice_at(queries.stop_link(found).digest) if found.address else None,
        "size": size_of(letter.short) if found.channel == Channel.SMS and found.body else None,
        "leaves_at": _leaves_at(request.desk.initiative, found),
    }
    return render(request, "messaging/message.html", context)


@require_safe
@desk_page(Permission.SEND_MESSAGES)
def letter(request: DeskRequest, pk: int) -> HttpResponse:
    """The message on paper."""
    found = get_object_or_404(queries.messages(), pk=pk)
    context = {
        "message": found,
        "shown": shown(queries.letter_of(found, request.desk.initiative.name)),
        "day": clock.today(),
    }
    return render(request, "messaging/letter.html", context)


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def try_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Let the machine try once more."""
    email = request.POST.get("email", "")
    actions.try_again(message=_message(pk), now=clock.now(), actor=request.desk.actor, email=email)
    tell(request, _("Samen probeert het meteen opnieuw."))
    return redirect("message", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def by_hand(request: DeskRequest, pk: int) -> HttpResponse:
    """Take another road."""
    found, channel = _message(pk), request.POST.get("channel", "")
    if channel in Channel.values:
        actions.by_hand(message=found, channel=Channel(channel), actor=request.desk.actor)
    return redirect("message", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def done(request: DeskRequest, pk: int) -> HttpResponse:
    """It was told in another way."""
    found = _message(pk)
    actions.mark_done(message=found, now=clock.now(), actor=request.desk.actor)
    tell(request, _("Het bericht aan %(name)s is gedaan.") % {"name": found.to_name})
    return redirect("message_list", request.desk.initiative.slug)


def _message(pk: int) -> OutboxMessage:
    return get_object_or_404(queries.messages(), pk=pk)


def _part_of(message: OutboxMessage) -> int | None:
    """Whose page the desk can open: whoever queued it said "part:12"."""
    kind, _colon, number = message.about.partition(":")
    return int(number) if kind == "part" and number.isascii() and number.isdigit() else None


def _leaves_at(here: Initiative, message: OutboxMessage) -> datetime | None:
    """When a message that waits will leave: not at night, unless it is urgent."""
    if message.next_attempt_at is None:
        return None
    one = kinds.find(message.kind)
    moment = max(message.next_attempt_at, clock.now())
    keeps_quiet = one is not None and one.keeps_quiet
    return allowed_from(moment, queries.quiet_hours(here), keeps_quiet=keeps_quiet)


def _kind_title(message: OutboxMessage) -> Any:
    one = kinds.find(message.kind)
    return one.title if one else message.kind
