"""Links and QR codes that tell where somebody comes from: channels, and one link on its own page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samen.base import clock, qr
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.outreach import actions, queries
from samen.outreach.addresses import in_short, source_address
from samen.outreach.forms import ChannelForm
from samen.outreach.models import Source

CARDS_ON_A_SHEET = 9


@require_safe
@desk_page(Permission.RECRUIT)
def channels(request: DeskRequest) -> HttpResponse:
    """The channels, and a form for another one."""
    return _show(request, ChannelForm())


@require_POST
@desk_page(Permission.RECRUIT)
def add(request: DeskRequest) -> HttpResponse:
    """A link for a channel."""
    form = ChannelForm(request.POST)
    if form.is_valid():
        try:
            source = actions.add_channel(
                label=form.cleaned_data["label"], today=clock.today(), actor=request.desk.actor
            )
        except Refused as refusal:
            form.add_error("label", refusal.sentence)
        else:
            tell(request, _("De link voor ‘%(name)s’ is klaar.") % {"name": source.label})
            return redirect("source", request.desk.initiative.slug, source.pk)
    return _show(request, form)


@require_safe
@desk_page(Permission.RECRUIT)
def one(request: DeskRequest, pk: int) -> HttpResponse:
    """The address of a link, its QR code, and how many came with it."""
    source = get_object_or_404(queries.sources(), pk=pk)
    address = source_address(request.desk.initiative, source)
    context = {
        "section": "recruiting",
        "source": source,
        "address": address,
        "qr": qr.svg(address),
    }
    return render(request, "outreach/source.html", context)


@require_safe
@desk_page(Permission.RECRUIT)
def card(request: DeskRequest, pk: int) -> HttpResponse:
    """A sheet of cards with the QR code, to cut and hand out."""
    source = get_object_or_404(Source, pk=pk)
    address = source_address(request.desk.initiative, source)
    context = {
        "source": source,
        "short_address": in_short(address),
        "qr": qr.svg(address, 132),
        "cards": range(CARDS_ON_A_SHEET),
    }
    return render(request, "outreach/source_cards.html", context)


@require_POST
@desk_page(Permission.RECRUIT)
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """This link counts no longer."""
    source = get_object_or_404(Source, pk=pk)
    actions.end_source(source=source, today=clock.today(), actor=request.desk.actor)
    undo = reverse("source_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("De link van ‘%(name)s’ telt niet meer mee.") % {"name": source.label}, undo=undo)
    return redirect("source", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.RECRUIT)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """The same link works again."""
    source = get_object_or_404(Source.objects.select_related("intermediary"), pk=pk)
    actions.reopen_source(source=source, actor=request.desk.actor)
    tell(request, _("De link van ‘%(name)s’ telt weer mee.") % {"name": source.label})
    return redirect("source", request.desk.initiative.slug, pk)


def _show(request: DeskRequest, form: ChannelForm) -> HttpResponse:
    context = {"section": "recruiting", "channels": queries.channels(), "form": form}
    return render(request, "outreach/sources.html", context, status=422 if form.errors else 200)
