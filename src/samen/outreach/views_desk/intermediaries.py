"""The register of intermediaries, and one of them: agreement, contact, material, link, own page."""

import secrets
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, qr
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.outreach import actions, queries, rules
from samen.outreach.addresses import in_short, page_address, source_address
from samen.outreach.choices import AgreementPoint, ContactKind
from samen.outreach.forms import AgreementForm, CallAgainForm, CardForm, ContactForm, HandOutForm
from samen.outreach.models import ContactMoment, HandOut, Intermediary, Source
from samen.outreach.queries import RegisterFilter

PAGE_SIZE = 50
# Tells one form from the next; nothing is kept from anybody.
TOKEN_BYTES = 12


@require_safe
@desk_page(Permission.RECRUIT)
def register(request: DeskRequest) -> HttpResponse:
    """Everybody who finds people for us, with a search and filters."""
    if not queries.were_kinds_given():
        actions.seed_kinds(actor=request.desk.actor)
    today = clock.today()
    wanted = RegisterFilter.read(request.GET)
    page = Paginator(queries.find_intermediaries(wanted, today), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "section": "recruiting",
        "wanted": wanted,
        "page": page,
        "counts": queries.register_counts(today),
        "kinds": queries.kind_choices(),
        "languages": queries.languages_in_use(),
    }
    return render(request, "outreach/intermediaries.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def add(request: DeskRequest) -> HttpResponse:
    """Somebody new in the register."""
    if not queries.were_kinds_given():
        actions.seed_kinds(actor=request.desk.actor)
    form = CardForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = actions.add_intermediary(card=form.card(), today=clock.today(), actor=request.desk.actor)
        tell(request, _("%(name)s staat nu bij de tussenpersonen.") % {"name": made.name})
        return _back(request, made)
    context = {"section": "recruiting", "form": form}
    return render(request, "outreach/intermediary_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Correct what is known of an intermediary."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = CardForm(data, initial=CardForm.initial_of(intermediary))
    if form.is_bound and form.is_valid():
        actions.correct_intermediary(intermediary=intermediary, card=form.card(), actor=request.desk.actor)
        tell(request, _("De gegevens van %(name)s zijn bewaard.") % {"name": intermediary.name})
        return _back(request, intermediary)
    context = {"section": "recruiting", "form": form, "intermediary": intermediary}
    return render(request, "outreach/intermediary_form.html", context, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.RECRUIT)
def one(request: DeskRequest, pk: int) -> HttpResponse:
    """One intermediary: when to call, what is agreed, what was said and given, their link and page."""
    return _show(request, _one(pk))


@require_POST
@desk_page(Permission.RECRUIT)
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """The cooperation ends."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    actions.end(intermediary=intermediary, today=clock.today(), actor=request.desk.actor)
    undo = reverse("intermediary_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("De samenwerking met %(name)s is gestopt.") % {"name": intermediary.name}, undo=undo)
    return _back(request, intermediary)


@require_POST
@desk_page(Permission.RECRUIT)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """The cooperation goes on."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    actions.reopen(intermediary=intermediary, actor=request.desk.actor)
    tell(request, _("De samenwerking met %(name)s loopt weer.") % {"name": intermediary.name})
    return _back(request, intermediary)


# ---------- Agreement ----------


@require_POST
@desk_page(Permission.RECRUIT)
def agree(request: DeskRequest, pk: int) -> HttpResponse:
    """Note what is agreed."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    form = AgreementForm(request.POST)
    points = form.cleaned_data["points"] if form.is_valid() else []
    actions.agree(intermediary=intermediary, points=points, today=clock.today(), actor=request.desk.actor)
    tell(request, _("De afspraken met %(name)s zijn bewaard.") % {"name": intermediary.name})
    return _back(request, intermediary)


@require_safe
@desk_page(Permission.RECRUIT)
def agreement(request: DeskRequest, pk: int) -> HttpResponse:
    """The agreement on paper, to fill in together."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    link = queries.live_link_of(intermediary)
    context = {
        "intermediary": intermediary,
        "link": link,
        "short_address": in_short(source_address(request.desk.initiative, link)) if link else "",
        "qr": qr.svg(source_address(request.desk.initiative, link), 150) if link else "",
    }
    return render(request, "outreach/intermediary_agreement.html", context)


# ---------- Contact ----------


@require_POST
@desk_page(Permission.RECRUIT)
def contact(request: DeskRequest, pk: int) -> HttpResponse:
    """Note that we spoke."""
    intermediary = _one(pk)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _show(request, intermediary, contact_form=form)
    before = intermediary.call_again_on
    moment = actions.note_contact(
        intermediary=intermediary,
        on=form.cleaned_data["on"],
        kind=ContactKind(form.cleaned_data["kind"]),
        note=form.cleaned_data["note"],
        call_again_on=form.cleaned_data["call_again_on"],
        today=clock.today(),
        actor=request.desk.actor,
    )
    undo = reverse("intermediary_contact_undo", args=[request.desk.initiative.slug, pk, moment.pk])
    was = urlencode({"was": before.isoformat() if before else ""})
    tell(
        request, _("Het contact met %(name)s is bewaard.") % {"name": intermediary.name}, undo=f"{undo}?{was}"
    )
    return _back(request, intermediary)


@require_POST
@desk_page(Permission.RECRUIT)
def contact_undo(request: DeskRequest, pk: int, contact: int) -> HttpResponse:
    """It was noted by mistake; the day to call is again the one that the address names."""
    moment = get_object_or_404(
        ContactMoment.objects.select_related("intermediary"), pk=contact, intermediary=pk
    )
    actions.take_back_contact(
        moment=moment, call_again_on=_day(request.GET.get("was", "")), actor=request.desk.actor
    )
    tell(request, _("Dat contact is weer weg."))
    return _back(request, moment.intermediary)


@require_POST
@desk_page(Permission.RECRUIT)
def call_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Another day to call, or none."""
    intermediary = _one(pk)
    form = CallAgainForm(request.POST)
    if not form.is_valid():
        return _show(request, intermediary, call_form=form)
    actions.call_again(intermediary=intermediary, on=form.cleaned_data["on"], actor=request.desk.actor)
    tell(request, _("De dag om te bellen is bewaard."))
    return _back(request, intermediary)


# ---------- Material ----------


@require_POST
@desk_page(Permission.RECRUIT)
def hand_out(request: DeskRequest, pk: int) -> HttpResponse:
    """Note what was given."""
    intermediary = _one(pk)
    form = HandOutForm(request.POST)
    if not form.is_valid():
        return _show(request, intermediary, handout_form=form)
    was_noted = queries.handout_of_form(intermediary, form.cleaned_data["token"]) is not None
    given = actions.hand_out(
        intermediary=intermediary,
        material=form.cleaned_data["material"],
        number=form.cleaned_data["number"],
        on=form.cleaned_data["on"],
        today=clock.today(),
        actor=request.desk.actor,
        token=form.cleaned_data["token"],
    )
    undo = reverse("intermediary_handout_undo", args=[request.desk.initiative.slug, pk, given.pk])
    told = (
        _("Dat was al bewaard. Het staat er één keer.")
        if was_noted
        else _("Wat je gaf aan %(name)s is bewaard.")
    )
    tell(request, told % {"name": intermediary.name}, undo=undo)
    return _back(request, intermediary)


@require_POST
@desk_page(Permission.RECRUIT)
def handout_undo(request: DeskRequest, pk: int, handout: int) -> HttpResponse:
    """It was noted by mistake; the stock is as before."""
    given = get_object_or_404(HandOut.objects.select_related("intermediary"), pk=handout, intermediary=pk)
    actions.take_back_handout(given=given, actor=request.desk.actor)
    tell(request, _("Dat is weer weg. De voorraad is zoals ervoor."))
    return _back(request, given.intermediary)


# ---------- Their link and their page ----------


@require_POST
@desk_page(Permission.RECRUIT)
def make_link(request: DeskRequest, pk: int) -> HttpResponse:
    """A personal link and QR code."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    link = actions.make_link(intermediary=intermediary, today=clock.today(), actor=request.desk.actor)
    return redirect("source", request.desk.initiative.slug, link.pk)


@require_POST
@desk_page(Permission.RECRUIT)
def open_page(request: DeskRequest, pk: int) -> HttpResponse:
    """Make or renew the link to their own page. It is shown now and never again, so there is no redirect."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    secret = actions.open_page(
        intermediary=intermediary, instead_of=request.POST.get("instead_of", ""), actor=request.desk.actor
    )
    context = {
        "section": "recruiting",
        "intermediary": intermediary,
        "address": page_address(request.desk.initiative, secret),
    }
    return render(request, "outreach/intermediary_page_made.html", context)


@require_POST
@desk_page(Permission.RECRUIT)
def revoke_page(request: DeskRequest, pk: int) -> HttpResponse:
    """The link that was passed on opens nothing any more."""
    intermediary = get_object_or_404(Intermediary, pk=pk)
    actions.revoke_page(intermediary=intermediary, actor=request.desk.actor)
    tell(request, _("De link van %(name)s werkt niet meer.") % {"name": intermediary.name})
    return _back(request, intermediary)


def _one(pk: int) -> Intermediary:
    return get_object_or_404(queries.intermediaries(), pk=pk)


def _back(request: DeskRequest, intermediary: Intermediary) -> HttpResponse:
    return redirect("intermediary", request.desk.initiative.slug, intermediary.pk)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _show(
    request: DeskRequest,
    intermediary: Intermediary,
    *,
    contact_form: ContactForm | None = None,
    call_form: CallAgainForm | None = None,
    handout_form: HandOutForm | None = None,
) -> HttpResponse:
    today = clock.today()
    handouts = list(queries.handouts_of(intermediary))
    wrong = contact_form or call_form or handout_form
    context = {
        "section": "recruiting",
        "intermediary": intermediary,
        "is_due": bool(intermediary.call_again_on and intermediary.call_again_on <= today),
        "languages": queries.language_names(intermediary.languages_reached),
        "points": [(point, point in intermediary.agreed) for point in AgreementPoint],
        "still_open": rules.still_open(intermediary.agreed),
        "contacts": list(queries.contacts_of(intermediary)),
        "handouts": handouts,
        "is_to_refill": rules.is_to_refill(handouts[0].on if handouts else None, today),
        "page_mark": actions.page_mark(intermediary),
        "wrong": wrong,
        "contact_form": contact_form or ContactForm(initial={"kind": ContactKind.PHONE, "on": today}),
        "call_form": call_form or CallAgainForm(initial={"on": intermediary.call_again_on}),
        "handout_form": handout_form
        or HandOutForm(initial={"on": today, "token": secrets.token_urlsafe(TOKEN_BYTES)}),
        "may_hand_out": queries.materials_to_give().exists(),
        **_link_shown(request, queries.live_link_of(intermediary)),
    }
    return render(request, "outreach/intermediary.html", context, status=422 if wrong else 200)


def _link_shown(request: DeskRequest, link: Source | None) -> dict[str, Any]:
    if link is None:
        return {"link": None}
    address = source_address(request.desk.initiative, link)
    return {"link": link, "address": address, "short_address": in_short(address)}
