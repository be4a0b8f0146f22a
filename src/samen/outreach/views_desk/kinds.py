"""The kinds of intermediaries: the programme's list, made one's own."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.outreach import actions, queries
from samen.outreach.forms import KindForm
from samen.outreach.models import IntermediaryKind


@require_safe
@desk_page(Permission.RECRUIT)
def kinds(request: DeskRequest) -> HttpResponse:
    """Every kind, with what may be changed."""
    if not queries.were_kinds_given():
        actions.seed_kinds(actor=request.desk.actor)
    return _show(request, KindForm())


@require_POST
@desk_page(Permission.RECRUIT)
def add(request: DeskRequest) -> HttpResponse:
    """A kind of one's own; also undo of a removal, whose address names what was there."""
    form = KindForm(request.POST if "name" in request.POST else request.GET)
    if form.is_valid():
        try:
            kind = actions.add_kind(
                name=form.cleaned_data["name"],
                parent=form.cleaned_data["parent"],
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
        else:
            tell(request, _("De soort ‘%(name)s’ is bewaard.") % {"name": kind.name})
            return redirect("kind_list", request.desk.initiative.slug)
    return _show(request, form)


@require_POST
@desk_page(Permission.RECRUIT)
def rename(request: DeskRequest, pk: int) -> HttpResponse:
    """Another name."""
    kind = get_object_or_404(IntermediaryKind, pk=pk)
    form = KindForm({"name": request.POST.get("name", "")})
    if not form.is_valid():
        return _show(request, KindForm(), renamed=kind, wrong=str(form.errors["name"][0]))
    try:
        actions.rename_kind(kind=kind, name=form.cleaned_data["name"], actor=request.desk.actor)
    except Refused as refusal:
        return _show(request, KindForm(), renamed=kind, wrong=refusal.sentence)
    tell(request, _("De soort heet nu ‘%(name)s’.") % {"name": kind.name})
    return redirect("kind_list", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.RECRUIT)
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Away with a kind that nobody has."""
    kind = get_object_or_404(IntermediaryKind, pk=pk)
    name, parent = kind.name, kind.parent_id
    actions.remove_kind(kind=kind, actor=request.desk.actor)
    again = urlencode({"name": name, "parent": parent or ""})
    undo = f"{reverse('kind_add', args=[request.desk.initiative.slug])}?{again}"
    tell(request, _("De soort ‘%(name)s’ is weg.") % {"name": name}, undo=undo)
    return redirect("kind_list", request.desk.initiative.slug)


def _show(
    request: DeskRequest, form: KindForm, *, renamed: IntermediaryKind | None = None, wrong: str = ""
) -> HttpResponse:
    context = {
        "section": "recruiting",
        "kinds": queries.main_kinds(),
        "form": form,
        "renamed": renamed,
        "wrong": wrong,
        "typed": request.POST.get("name", ""),
    }
    return render(request, "outreach/kinds.html", context, status=422 if form.errors or wrong else 200)
