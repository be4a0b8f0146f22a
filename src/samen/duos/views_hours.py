"""The hours of a newcomer for the participation trajectory; only where the initiative counts them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.duos import hours_actions
from samen.duos.choices import Obligation
from samen.duos.forms import CertificateForm, ElsewhereForm
from samen.duos.hours_queries import hours_of, trajectory_of
from samen.duos.models import Duo, HoursElsewhere
from samen.duos.queries import with_people
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

# At which box a refusal is told.
_BOXES = {"not_signed": "signed_on", "order": "signed_on", "in_the_future": None}


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def hours(request: DeskRequest, pk: int) -> HttpResponse:
    """What counts, what is missing, and how far the certificate is; this form keeps the last."""
    duo = _duo(request, pk)
    if request.method != "POST":
        return _show(request, duo)
    form = CertificateForm(request.POST)
    if not form.is_valid():
        return _show(request, duo, certificate=form)
    try:
        hours_actions.keep_certificate(
            duo=duo, certificate=form.certificate(), today=clock.today(), actor=request.desk.actor
        )
    except Refused as refusal:
        form.add_error(_BOXES.get(refusal.code), refusal.sentence)
        return _show(request, duo, certificate=form)
    tell(request, _("Dat is bewaard."))
    return _back(request, duo)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def add(request: DeskRequest, pk: int) -> HttpResponse:
    """Count hours outside the duo."""
    duo = _duo(request, pk)
    form = ElsewhereForm(request.POST)
    if not form.is_valid():
        return _show(request, duo, elsewhere=form)
    try:
        hours_actions.add_elsewhere(
            duo=duo, **form.cleaned_data, today=clock.today(), actor=request.desk.actor
        )
    except Refused as refusal:
        form.add_error("on" if refusal.code == "in_the_future" else "hours", refusal.sentence)
        return _show(request, duo, elsewhere=form)
    tell(request, _("De uren tellen mee."))
    return _back(request, duo)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def remove(request: DeskRequest, pk: int, row: int) -> HttpResponse:
    """Take hours back."""
    duo = _duo(request, pk)
    found = get_object_or_404(HoursElsewhere, pk=row, trajectory__newcomer=duo.newcomer_id)
    hours_actions.remove_elsewhere(duo=duo, row=found, actor=request.desk.actor)
    tell(request, _("Die uren tellen niet meer mee."))
    return _back(request, duo)


def _duo(request: DeskRequest, pk: int) -> Duo:
    if not request.desk.initiative.counts_hours:
        raise Http404
    return get_object_or_404(with_people(Duo.objects.all()), pk=pk)


def _back(request: DeskRequest, duo: Duo) -> HttpResponse:
    return redirect("duo_hours", request.desk.initiative.slug, duo.pk)


def _show(
    request: DeskRequest,
    duo: Duo,
    *,
    certificate: CertificateForm | None = None,
    elsewhere: ElsewhereForm | None = None,
) -> HttpResponse:
    today = clock.today()
    trajectory = trajectory_of(duo)
    known = {name: getattr(trajectory, name) for name in CertificateForm.base_fields} if trajectory else {}
    context = {
        "section": "duos",
        "duo": duo,
        "hours": hours_of([duo], today)[duo.pk],
        "rows": trajectory.elsewhere.all() if trajectory else (),
        "counts": trajectory is None or trajectory.obligation != Obligation.NOT_APPLICABLE,
        "certificate": certificate or CertificateForm(initial=known),
        "elsewhere": elsewhere or ElsewhereForm(initial={"on": today}),
    }
    return render(request, "duos/hours.html", context, status=422 if certificate or elsewhere else 200)
