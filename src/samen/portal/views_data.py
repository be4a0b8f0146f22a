"""My data: see them, correct them, take them along, ask to stop. What is sensitive asks for a code first."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock, throttle
from samen.base.languages import codes
from samen.base.page import remember_language, tell
from samen.intake.actions import WishedFor
from samen.intake.choices import Strength, Wanted
from samen.intake.models import Wish
from samen.messaging.choices import Channel
from samen.messaging.stops import StopLink, digest_of, token_of
from samen.people import actions as people
from samen.people.access import PortalRequest, portal_page
from samen.people.choices import AskedFor
from samen.people.link_actions import ask_to_be_called
from samen.people.models import Person
from samen.people.sure_actions import check_code, is_sure, road_for_code, send_code
from samen.portal import my_data
from samen.portal.forms_data import ContactForm, FreeForm, LikesForm, SureForm
from samen.portal.mine import frame, sure_page

SURE = "sure"
# Codes to one network in an hour: a family of six, each of whom mistypes once.
MOST_CODES = 12
TOO_MANY = 429


# ---------- The code ----------


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def sure(request: PortalRequest) -> HttpResponse:
    """One press sends a code; typing it opens what is sensitive for half an hour."""
    visit, now = request.my.visit, clock.now()
    to = _inside(request.POST.get("next") or request.GET.get("next", ""))
    if visit is None or is_sure(visit, now):
        return redirect(to)
    person = request.my.part.person
    form, sent = SureForm(), request.GET.get("sent") == "1"
    if request.method == "POST" and request.POST.get("do") == "send":
        if not throttle.allows(SURE, request, times=MOST_CODES):
            return render(request, "portal/too_often.html", frame(request.my), status=TOO_MANY)
        if send_code(visit=visit, now=now):
            return redirect(f"{reverse('my_sure')}?sent=1&next={to}")
    elif request.method == "POST":
        form, sent = SureForm(request.POST), True
        if form.is_valid():
            if check_code(visit=visit, typed=form.cleaned_data["code"], now=now):
                return redirect(to)
            form.add_error("code", _("Deze code is niet juist, of hij is te oud. Vraag een nieuwe code."))
    context = {
        **frame(request.my),
        "form": form,
        "sent": sent,
        "to": to,
        "road": road_for_code(person),
        "address": _covered(person),
    }
    return render(request, "portal/sure.html", context, status=422 if form.errors else 200)


def _inside(path: str) -> str:
    """One of the pages of data; anything else leads to the first of them."""
    start = reverse("my_data")
    return path if path.startswith(start) and "//" not in path and "\\" not in path else start


def _covered(person: Person) -> str:
    """Enough of an address for its owner to know it, too little for anybody else."""
    if road_for_code(person) == Channel.EMAIL:
        name, _at, domain = person.email.partition("@")
        return f"{name[:1]}•••@{domain}"
    return f"••• {person.phone[-2:]}"


# ---------- See and correct ----------


@require_safe
@sure_page
def data(request: PortalRequest) -> HttpResponse:
    """What we know, each part with a way to change it."""
    part = request.my.part
    person, profile = part.person, my_data.profile_of(part)
    likes = LikesForm(initial=LikesForm.initial_of(_wishes(request), profile.interests if profile else []))
    context = {
        **frame(request.my),
        "reads": my_data.language_name(person.written_language),
        "speaks": my_data.language_name(person.phone_language),
        "profile": profile,
        "partner": likes.words_of("partner"),
        "distance": likes.words_of("max_km"),
        "messages_page": _messages_page(request),
    }
    return render(request, "portal/data.html", context)


def _wishes(request: PortalRequest) -> list[Wish]:
    return list(Wish.objects.filter(participation=request.my.part))


def _messages_page(request: PortalRequest) -> str:
    """Where somebody chooses how they hear from us, or not at all; the link that each message carries."""
    person, here = request.my.part.person, request.my.initiative.pk
    channel, address = ("email", person.email) if person.email else ("whatsapp", person.phone)
    link = StopLink(
        here,
        channel,
        digest_of(here, channel, address),
        person.written_language or "nl",
        knows_both=bool(person.email and person.phone),
    )
    return reverse("stop", args=[token_of(link)])


@require_http_methods(["GET", "HEAD", "POST"])
@sure_page
def contact(request: PortalRequest) -> HttpResponse:
    """Name, reach, place and languages."""
    part = request.my.part
    initial = {name: getattr(part.person, name) for name in ContactForm.base_fields}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        people.correct(
            person=part.person,
            changes=form.changes(),
            remark=part.remark,
            part=part,
            actor=request.my.actor,
        )
        tell(request, _("Bewaard. Dank je wel!"))
        response = redirect("my_data")
        if form.cleaned_data["written_language"] in codes():
            remember_language(response, form.cleaned_data["written_language"])
        return response
    context = {**frame(request.my), "form": form}
    return render(request, "portal/contact.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def free(request: PortalRequest) -> HttpResponse:
    """When somebody has time; the plans of the two lean on it, so it asks for no code."""
    profile = my_data.profile_of(request.my.part)
    initial = {"availability": profile.availability if profile else None}
    form = FreeForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        my_data.keep_facts(my=request.my, changes={"availability": form.cleaned_data["availability"]})
        tell(request, _("Bewaard. Dank je wel!"))
        return redirect("my_home")
    context = {**frame(request.my), "form": form}
    return render(request, "portal/free.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@sure_page
def likes(request: PortalRequest) -> HttpResponse:
    """With whom, how far, and what somebody likes to do; what they leave alone stays as it was."""
    part = request.my.part
    profile = my_data.profile_of(part)
    initial = LikesForm.initial_of(_wishes(request), profile.interests if profile else [])
    form = LikesForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        my_data.keep_facts(
            my=request.my,
            changes={"interests": said["interests"]},
            wishes=my_data.with_wishes(part, _wished(said, form.changed_data)),
        )
        tell(request, _("Bewaard. Dank je wel!"))
        return redirect("my_data")
    context = {**frame(request.my), "form": form}
    return render(request, "portal/likes.html", context, status=422 if form.errors else 200)


def _wished(said: dict[str, Any], changed: list[str]) -> list[WishedFor]:
    """The wishes of which another answer was pressed: the conversation may know them more precisely."""
    wishes = []
    if "partner" in changed:
        gender, _dash, strength = said["partner"].partition("-")
        wishes.append(WishedFor(Wanted.GENDER, Strength(strength or Strength.NO_MATTER), gender=gender))
    if "max_km" in changed:
        strength = Strength.PREFER if said["max_km"] else Strength.NO_MATTER
        wishes.append(WishedFor(Wanted.DISTANCE, strength, max_km=said["max_km"]))
    return wishes


# ---------- Take along, stop ----------


@require_safe
@sure_page
def download(request: PortalRequest) -> HttpResponse:
    """Everything as a file (Regulation (EU) 2016/679, articles 15 and 20); who looks along takes nothing."""
    if request.my.looking:
        return redirect("my_data")
    held = json.dumps(my_data.everything(request.my.part), ensure_ascii=False, indent=2)
    answer = HttpResponse(held, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="samen.json"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@sure_page
def stop(request: PortalRequest) -> HttpResponse:
    """Ask to stop, or to stop and be forgotten: the coordinator calls first, for there may be a duo."""
    said = request.POST.get("do", "")
    if request.method == "POST" and said in {AskedFor.STOP, AskedFor.ERASE}:
        ask_to_be_called(part=request.my.part, now=clock.now(), about=AskedFor(said))
        return redirect(f"{reverse('my_stop')}?asked=1")
    context = {**frame(request.my), "asked": request.GET.get("asked") == "1"}
    return render(request, "portal/stop.html", context)
