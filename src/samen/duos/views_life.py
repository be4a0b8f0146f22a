"""The desk's pages about the life of a duo: another end, and opening it again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.duos import life_actions
from samen.duos.forms import EndForm, ReopenForm
from samen.duos.models import Duo
from samen.duos.queries import capacity_to_reopen, find_duo
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def change_end(request: DeskRequest, pk: int) -> HttpResponse:
    """Agree on another end."""
    duo = find_duo(pk)
    life_actions.refuse_closed(duo)
    form = EndForm(
        request.POST if request.method == "POST" else None, duo=duo, initial={"ends_on": duo.ends_on}
    )
    if form.is_valid():
        try:
            life_actions.change_end(
                duo=duo,
                ends_on=form.cleaned_data["ends_on"],
                why=form.cleaned_data["why"],
                today=clock.today(),
                actor=request.desk.actor,
            )
        except Conflict:
            raise
        except Refused as refusal:
            form.add_error("ends_on", refusal.sentence)
        else:
            tell(request, _("Het duo loopt nu tot %(day)s.") % {"day": date_format(duo.ends_on, "j F Y")})
            return _to(request, duo)
    words = {"title": _("Kies een ander einde"), "button": _("Bewaar het einde"), "icon": "calendar-plus"}
    return _step(request, duo, form, words)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Open a duo again, with a reason."""
    duo = find_duo(pk)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            life_actions.reopen(
                duo=duo,
                capacity=capacity_to_reopen(duo),
                why=form.cleaned_data["why"],
                today=clock.today(),
                actor=request.desk.actor,
            )
        except Conflict:
            raise
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            tell(request, _("Het duo loopt weer."))
            return _to(request, duo)
    words = {"title": _("Begin dit duo weer"), "button": _("Begin weer"), "icon": "handshake"}
    return _step(request, duo, form, words)


def _to(request: DeskRequest, duo: Duo) -> HttpResponse:
    return redirect("duo", request.desk.initiative.slug, duo.pk)


def _step(request: DeskRequest, duo: Duo, form: object, words: dict[str, str]) -> HttpResponse:
    status = 422 if getattr(form, "errors", None) else 200
    return render(
        request, "duos/step.html", {"section": "duos", "duo": duo, "form": form, **words}, status=status
    )
