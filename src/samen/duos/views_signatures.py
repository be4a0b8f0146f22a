"""The desk's pages about the agreement: sign it here on the screen, or note that it was signed on paper."""

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.duos.check_in_queries import ROLES, side
from samen.duos.choices import SignedWay
from samen.duos.models import Duo, Signature
from samen.duos.queries import find_duo
from samen.duos.sign_form import SignForm
from samen.duos.signature_actions import Signed, sign, take_back_signature
from samen.duos.signature_forms import SignedPaperForm
from samen.duos.signature_queries import agreement_in
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def on_screen(request: DeskRequest, pk: int, role: str) -> HttpResponse:
    """The agreement in the language of who signs; they type their name on this screen."""
    duo = _duo(pk, role)
    form = SignForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        signed = Signed(on=clock.today(), way=SignedWay.SCREEN, name=form.cleaned_data["name"])
        try:
            return _signed(request, duo, role, signed)
        except Conflict:
            raise
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
    return _show(request, duo, role, form, SignedPaperForm(initial={"on": clock.today()}))


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def on_paper(request: DeskRequest, pk: int, role: str) -> HttpResponse:
    """They signed on paper."""
    duo = _duo(pk, role)
    form = SignedPaperForm(request.POST, request.FILES)
    if form.is_valid():
        held = form.cleaned_data
        signed = Signed(on=held["on"], way=SignedWay.PAPER, scanned=held["scan"])
        try:
            return _signed(request, duo, role, signed)
        except Conflict:
            raise
        except Refused as refusal:
            form.add_error("on", refusal.sentence)
    return _show(request, duo, role, SignForm(), form)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def take_back(request: DeskRequest, pk: int, signature: int) -> HttpResponse:
    """That was noted by mistake."""
    found = get_object_or_404(Signature, pk=signature, duo=pk)
    take_back_signature(signature=found, actor=request.desk.actor)
    tell(request, _("De handtekening is weer weg."))
    return redirect("duo", request.desk.initiative.slug, pk)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def scan(request: DeskRequest, pk: int, signature: int) -> HttpResponse:
    """The signed paper; always a file to keep, never a page of this site."""
    found = get_object_or_404(Signature.objects.select_related("scan"), pk=signature, duo=pk)
    if found.scan is None:
        raise Http404
    kind = found.scan.media_type
    name = f"{_('afspraak')} {found.signed_on:%Y-%m-%d}.{ENDINGS[kind]}"
    return HttpResponse(
        bytes(found.scan.content),
        content_type=kind,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"},
    )


def _duo(pk: int, role: str) -> Duo:
    if role not in ROLES:
        raise Http404
    return find_duo(pk)


def _signed(request: DeskRequest, duo: Duo, role: str, signed: Signed) -> HttpResponse:
    sign(duo=duo, by_role=role, signed=signed, today=clock.today(), actor=request.desk.actor)
    tell(request, _("%(name)s tekende de afspraak.") % {"name": side(duo, role).person.given_name})
    return redirect("duo", request.desk.initiative.slug, duo.pk)


def _show(request: DeskRequest, duo: Duo, role: str, form: SignForm, paper: SignedPaperForm) -> HttpResponse:
    part = side(duo, role)
    context = {
        "section": "duos",
        "duo": duo,
        "role": role,
        "part": part,
        "agreement": agreement_in(duo, part.person.written_language),
        "form": form,
        "paper": paper,
    }
    status = 422 if form.errors or paper.errors else 200
    return render(request, "duos/sign.html", context, status=status)
