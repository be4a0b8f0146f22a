"""A message to many: write it, look at it, try it on yourself, send it, and follow how far it is."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.languages import DUTCH, codes, every, language
from samen.base.page import tell
from samen.desk import queries
from samen.desk.choices import Stage
from samen.desk.mailing import Audience, reach, send_to_all, send_trial
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.messaging import actions
from samen.messaging import queries as messages
from samen.messaging.choices import Channel
from samen.messaging.forms import WordsForm
from samen.messaging.kinds import Words, kind
from samen.messaging.letters import Letter
from samen.messaging.messages import MAILING
from samen.messaging.models import Mailing
from samen.messaging.notify import by_machine
from samen.messaging.placeholders import render as fill
from samen.messaging.shown import Shown, shown
from samen.messaging.sms import size_of
from samen.messaging.stops import SAMPLE_CODE, short_url
from samen.people.choices import Role

REFRESH_SECONDS = 4


@require_safe
@desk_page(Permission.SEND_MESSAGES)
def mailing_list(request: DeskRequest) -> HttpResponse:
    """Messages to many, newest first."""
    context = {"section": "messages", "rows": messages.mailings()}
    return render(request, "desk/mailings.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.SEND_MESSAGES)
def mailing_new(request: DeskRequest) -> HttpResponse:
    """Write and choose; look; then a trial, or to everybody who was shown."""
    asked = request.POST if request.method == "POST" else request.GET
    audience = Audience.read(asked.dict())
    written_in = asked.get("written_in", "") if asked.get("written_in") in codes() else DUTCH
    form = _form(request, written_in)
    if request.method != "POST" or not form.is_valid():
        return _show(request, form, audience, written_in)
    words, do = form.words(), request.POST.get("do")
    if do == "trial":
        send_trial(
            words=words,
            initiative_name=request.desk.initiative.name,
            user=request.user,
            now=clock.now(),
        )
        tell(request, _("De proef is op weg naar %(email)s.") % {"email": request.user.email})
        return _show(request, form, audience, written_in, words)
    if do == "send" and str(reach(audience).total) == request.POST.get("people") != "0":
        mailing = send_to_all(words=words, audience=audience, now=clock.now(), actor=request.desk.actor)
        return redirect("mailing", request.desk.initiative.slug, mailing.pk)
    return _show(request, form, audience, written_in, words)


@require_safe
@desk_page(Permission.SEND_MESSAGES)
def mailing(request: DeskRequest, pk: int) -> HttpResponse:
    """How far it is; the page looks again by itself while something moves."""
    found = get_object_or_404(Mailing, pk=pk)
    progress = messages.progress(found)
    name = request.desk.initiative.name
    context = {
        "section": "messages",
        "mailing": found,
        "progress": progress,
        "preview": _preview(
            name, Words(found.subject, found.body, found.language), Audience.read(found.audience)
        ),
    }
    response = render(request, "desk/mailing.html", context)
    if not progress.is_over and found.status != "paused":
        response["Refresh"] = str(REFRESH_SECONDS)
    return response


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def pause(request: DeskRequest, pk: int) -> HttpResponse:
    """Hold back what did not leave yet."""
    actions.pause(mailing=get_object_or_404(Mailing, pk=pk), actor=request.desk.actor)
    return redirect("mailing", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def go_on(request: DeskRequest, pk: int) -> HttpResponse:
    """Send the rest."""
    actions.go_on(mailing=get_object_or_404(Mailing, pk=pk), actor=request.desk.actor)
    return redirect("mailing", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def stop(request: DeskRequest, pk: int) -> HttpResponse:
    """Never send the rest."""
    held = actions.stop_mailing(mailing=get_object_or_404(Mailing, pk=pk), actor=request.desk.actor)
    tell(request, _("Gestopt. Zoveel mensen krijgen dit bericht niet: %(n)s.") % {"n": held})
    return redirect("mailing", request.desk.initiative.slug, pk)


def _form(request: DeskRequest, written_in: str) -> WordsForm:
    begin = messages.text(MAILING, written_in)
    return WordsForm(
        request.POST if request.method == "POST" else None,
        names=kind(MAILING).names,
        language=written_in,
        direction=language(written_in).direction,
        initial={"subject": begin.subject, "body": begin.body},
    )


def _show(
    request: DeskRequest, form: WordsForm, audience: Audience, written_in: str, words: Words | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "section": "messages",
        "form": form,
        "audience": audience,
        "written_in": written_in,
        "roles": Role.choices,
        "stages": [(stage.value, stage.label) for stage in Stage],
        "places": queries.places(),
        "all_languages": every(),
        "names": [f"{{{name}}}" for name in kind(MAILING).names],
    }
    if words is not None:
        context["reach"] = reach(audience)
        context["preview"] = _preview(request.desk.initiative.name, words, audience)
        if Channel.SMS in by_machine():
            as_sms = replace(
                context["preview"].letter, stop_url=short_url(request.desk.initiative.pk, SAMPLE_CODE)
            )
            context["size"] = size_of(as_sms.short)
    return render(request, "desk/mailing_new.html", context, status=422 if form.errors else 200)


def _preview(initiative: str, words: Words, audience: Audience) -> Shown:
    """As the first of them reads it."""
    who = reach(audience, named=1).names
    values = {"given_name": who[0] if who else "Amal", "initiative": initiative}
    is_rtl = language(words.language).is_rtl
    return shown(
        Letter(
            initiative=initiative,
            subject=fill(words.subject, values, is_rtl=is_rtl),
            body=fill(words.body, values, is_rtl=is_rtl),
            language=words.language,
            words_language=words.language,
            stop_url="#",
        )
    )
