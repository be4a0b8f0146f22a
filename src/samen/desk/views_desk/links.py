"""The personal link of somebody: handed out on paper or in a message, taken away; who asked for a call."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock, qr
from samen.base.page import back_to, tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.messaging.actions.outbox import enqueue
from samen.people import link_actions, link_queries
from samen.people.messages import PERSONAL_LINK
from samen.people.models import CallRequest, Participation
from samen.people.queries import parts
from samen.people.recipients import recipient


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def personal_link(request: DeskRequest, pk: int) -> HttpResponse:
    """What there is; a new one is shown once, to print or to send."""
    part = get_object_or_404(parts(), pk=pk)
    context = {"section": "people", "part": part, "person": part.person}
    if request.method == "POST":
        link, token, code = link_actions.make_link(part=part, now=clock.now(), actor=request.desk.actor)
        url = settings.BASE_URL + reverse("my_link", args=[token])
        if request.POST.get("do") == "send":
            _send(part, link.pk, url)
            tell(request, _("%(name)s krijgt een bericht met de link.") % {"name": part.person.given_name})
            return redirect("person_link", request.desk.initiative.slug, pk)
        context |= {"url": url, "qr": qr.svg(url, 200), "code": f"{code[:4]} {code[4:]}"}
    context |= {"link": link_queries.living_link(part), "code_page": settings.BASE_URL + reverse("my_code")}
    return render(request, "desk/personal_link.html", context)


def _send(part: Participation, link: int, url: str) -> None:
    enqueue(
        key=f"{PERSONAL_LINK}:{link}",
        kind=PERSONAL_LINK,
        to=recipient(part.person),
        values={"given_name": part.person.given_name, "link": url},
        about=f"part:{part.pk}",
        now=clock.now(),
    )


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    """It works nowhere any more."""
    part = get_object_or_404(parts(), pk=pk)
    link_actions.revoke_link(part=part, now=clock.now(), actor=request.desk.actor)
    tell(request, _("De link van %(name)s werkt niet meer.") % {"name": part.person.given_name})
    return redirect("person_link", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def called(request: DeskRequest, pk: int) -> HttpResponse:
    """Whoever asked to be called, was."""
    asked = get_object_or_404(CallRequest.objects.select_related("participation__person"), pk=pk)
    link_actions.note_called(asked=asked, now=clock.now(), actor=request.desk.actor)
    tell(request, _("Je belde %(name)s. Dat is bewaard.") % {"name": asked.participation.person.given_name})
    return redirect(back_to(request, reverse("desk_today", args=[request.desk.initiative.slug])))
