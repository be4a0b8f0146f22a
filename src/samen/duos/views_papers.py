"""The papers of a duo, to print: agreement, duo sheet, certificates."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samen.base import clock, downloads
from samen.base.page import tell
from samen.duos import documents
from samen.duos.choices import DuoStatus, Obligation, PlanStatus
from samen.duos.hours_queries import met, trajectory_of
from samen.duos.models import Duo
from samen.duos.plan_queries import plan_of
from samen.duos.queries import find_duo, thanked
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def agreement(request: DeskRequest, pk: int) -> HttpResponse:
    """The agreement, to sign."""
    duo = find_duo(pk)
    made = documents.agreement_pdf(duo, request.desk.initiative, on=clock.today())
    return _file(_("afspraak"), duo, made)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def sheet(request: DeskRequest, pk: int) -> HttpResponse:
    """A page for each: who the other is, when they meet, whom to call."""
    duo = find_duo(pk)
    if duo.status != DuoStatus.ACTIVE:
        return _no(request, duo, _("Dit duo is afgerond. Een blad met elkaars nummer is niet meer nodig."))
    plan = plan_of(duo, clock.now())
    agreed = plan if plan and plan.status == PlanStatus.AGREED else None
    made = documents.sheet_pdf(duo, agreed, request.desk.initiative, on=clock.today())
    return _file(_("blad van het duo"), duo, made)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def certificates(request: DeskRequest, pk: int) -> HttpResponse:
    """A thank you for each, when the duo is over."""
    duo = find_duo(pk)
    meetings, minutes = met(duo)
    if duo.status == DuoStatus.ACTIVE:
        return _no(request, duo, _("Dit duo loopt nog. Het bedankbewijs kan je maken als het afgerond is."))
    if not meetings:
        return _no(request, duo, _("Er staat geen ontmoeting. Noteer eerst wanneer zij elkaar zagen."))
    if not thanked(duo):
        return _no(request, duo, _("Deze twee zijn gewist. Er is niemand meer om te bedanken."))
    made = documents.certificates_pdf(
        duo, request.desk.initiative, meetings=meetings, minutes=minutes, on=clock.today()
    )
    return _file(_("bedankbewijs"), duo, made)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def participation(request: DeskRequest, pk: int) -> HttpResponse:
    """The certificate of participation of the newcomer (R95)."""
    if not request.desk.initiative.counts_hours:
        raise Http404
    duo = find_duo(pk)
    if duo.newcomer.person.erased_on:
        return _no(request, duo, _("Deze mens is gewist. Er is geen naam meer voor het bewijs."))
    trajectory = trajectory_of(duo)
    meetings, minutes = met(duo)
    if trajectory and trajectory.obligation == Obligation.NOT_APPLICABLE:
        return _no(request, duo, _("Bij ‘uren’ staat dat het traject niet van toepassing is."))
    if not meetings:
        return _no(request, duo, _("Er staat geen ontmoeting. Noteer eerst wanneer zij elkaar zagen."))
    made = documents.participation_pdf(
        duo,
        request.desk.initiative,
        counsellor=trajectory.counsellor if trajectory else "",
        minutes=minutes,
        on=clock.today(),
    )
    return _file(_("bewijs van deelname"), duo, made)


def _no(request: DeskRequest, duo: Duo, why: str) -> HttpResponse:
    tell(request, why)
    return redirect("duo", request.desk.initiative.slug, duo.pk)


def _file(name: str, duo: Duo, made: bytes) -> HttpResponse:
    two = f"{duo.newcomer.person.given_name} {duo.coach.person.given_name}"
    return downloads.pdf(f"{name} {two}.pdf", made)
