"""How the initiative shows itself: contact, look, pictures, the four rules, and whether its page is open."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.desk.forms import FollowUpForm, PictureForm, PresentationForm, QuietForm
from samen.files import actions as files
from samen.files.choices import PictureKind
from samen.files.pictures import redraw
from samen.files.queries import pictures_there
from samen.initiatives import actions
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.SETTINGS)
def settings(request: DeskRequest) -> HttpResponse:
    """Everything on one page; this form keeps contact, area and colour."""
    initiative = request.desk.initiative
    if request.method != "POST":
        return _show(request)
    form = PresentationForm(request.POST)
    if not form.is_valid():
        return _show(request, form=form)
    try:
        actions.present(initiative=initiative, presentation=form.presentation(), actor=request.desk.actor)
    except Refused as refusal:
        form.add_error("colour", refusal.sentence)
        return _show(request, form=form)
    tell(request, _("Jullie gegevens zijn bewaard."))
    return _back(request)


@require_POST
@desk_page(Permission.SETTINGS)
def put_picture(request: DeskRequest, kind: str) -> HttpResponse:
    """A logo or a photo, drawn anew."""
    if kind not in PictureKind.values:
        raise Http404
    form = PictureForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            drawn = redraw(form.cleaned_data["file"].read())
        except Refused as refusal:
            form.add_error("file", refusal.sentence)
        else:
            files.put_picture(kind=PictureKind(kind), drawn=drawn, actor=request.desk.actor)
            tell(request, _("De afbeelding is bewaard."))
            return _back(request)
    return _show(request, pictures={kind: form})


@require_POST
@desk_page(Permission.SETTINGS)
def remove_picture(request: DeskRequest, kind: str) -> HttpResponse:
    """Do without."""
    if kind not in PictureKind.values:
        raise Http404
    files.remove_picture(kind=PictureKind(kind), actor=request.desk.actor)
    tell(request, _("De afbeelding is weg."))
    return _back(request)


@require_POST
@desk_page(Permission.SETTINGS)
def ground_rules(request: DeskRequest) -> HttpResponse:
    """Accept the four rules, with or without the programme's name, or leave them."""
    initiative, actor = request.desk.initiative, request.desk.actor
    if request.POST.get("do") == "leave":
        actions.leave_ground_rules(initiative=initiative, actor=actor)
        tell(
            request, _("De vier spelregels gelden niet meer. De naam en het logo van het programma zijn weg.")
        )
    else:
        actions.accept_ground_rules(
            initiative=initiative,
            carries_programme_name=request.POST.get("name") == "1",
            today=clock.today(),
            actor=actor,
        )
        tell(request, _("Jullie aanvaarden de vier spelregels."))
    return _back(request)


@require_POST
@desk_page(Permission.SETTINGS)
def quiet(request: DeskRequest) -> HttpResponse:
    """Between which hours messages wait."""
    form = QuietForm(request.POST)
    if not form.is_valid():
        return _show(request, quiet=form)
    try:
        actions.keep_quiet(initiative=request.desk.initiative, **form.cleaned_data, actor=request.desk.actor)
    except Refused as refusal:
        form.add_error("end" if refusal.code == "not_morning" else "begin", refusal.sentence)
        return _show(request, quiet=form)
    tell(request, _("De stille uren zijn bewaard."))
    return _back(request)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.SETTINGS)
def follow_up(request: DeskRequest) -> HttpResponse:
    """How duos are followed; a rhythm that costs the programme's name says so before it is kept (R3)."""
    initiative, loses_name = request.desk.initiative, ""
    form = FollowUpForm(
        request.POST if request.method == "POST" else None, initial=vars(initiative.follow_up)
    )
    if form.is_valid():
        try:
            actions.follow_duos(
                initiative=initiative,
                days=form.days(),
                gives_up_name=request.POST.get("gives_up_name") == "1",
                actor=request.desk.actor,
            )
        except Refused as refusal:
            loses_name = refusal.sentence if refusal.code == "loses_name" else ""
            if not loses_name:
                form.add_error(refusal.code, refusal.sentence)
        else:
            tell(request, _("De opvolging is bewaard."))
            return redirect("desk_follow_up", initiative.slug)
    context = {"section": "settings", "initiative": initiative, "form": form, "loses_name": loses_name}
    status = 422 if form.errors or loses_name else 200
    return render(request, "desk/follow_up.html", context, status=status)


@require_POST
@desk_page(Permission.SETTINGS)
def count_hours(request: DeskRequest) -> HttpResponse:
    """Count the hours of newcomers for their participation trajectory, or not (R92)."""
    counts = request.POST.get("counts") == "1"
    actions.count_hours(initiative=request.desk.initiative, counts=counts, actor=request.desk.actor)
    tell(
        request,
        _("Bij elk duo staan nu de uren voor het traject.")
        if counts
        else _("De uren voor het traject staan nergens meer."),
    )
    return _back(request)


@require_POST
@desk_page(Permission.SETTINGS)
def open_page(request: DeskRequest) -> HttpResponse:
    """Open the public page to everybody, or close it."""
    is_public = request.POST.get("open") == "1"
    actions.open_page(initiative=request.desk.initiative, is_public=is_public, actor=request.desk.actor)
    tell(
        request,
        _("Jullie pagina staat nu open voor iedereen.")
        if is_public
        else _("Jullie pagina is dicht. Alleen jullie zien haar nog."),
    )
    return _back(request)


def _show(
    request: DeskRequest,
    *,
    form: PresentationForm | None = None,
    quiet: QuietForm | None = None,
    pictures: dict[str, Any] | None = None,
) -> HttpResponse:
    initiative = request.desk.initiative
    there = pictures_there()
    context = {
        "section": "settings",
        "initiative": initiative,
        "form": form or PresentationForm(initial=PresentationForm.initial_of(initiative)),
        "quiet": quiet or QuietForm(initial={"begin": initiative.quiet_from, "end": initiative.quiet_until}),
        "pictures": [
            (
                kind,
                there.get(kind),
                (pictures or {}).get(kind) or PictureForm(prefix=None, auto_id=f"{kind}_%s"),
            )
            for kind in PictureKind
        ],
    }
    is_refused = any(refused is not None for refused in (form, quiet, pictures))
    return render(request, "desk/settings.html", context, status=422 if is_refused else 200)


def _back(request: DeskRequest) -> HttpResponse:
    return redirect("desk_settings", request.desk.initiative.slug)
