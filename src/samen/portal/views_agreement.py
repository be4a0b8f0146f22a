"""The agreement of a duo on somebody's own page: read it in their own language, and sign it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from samen.base import clock, languages
from samen.base.errors import Conflict, Refused
from samen.duos.choices import SignedWay
from samen.duos.sign_form import SignForm
from samen.duos.signature_actions import Signed, sign
from samen.duos.signature_queries import agreement_in, has_signed
from samen.people.access import PortalRequest, portal_page
from samen.portal.mine import frame, my_duo_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def agreement(request: PortalRequest, duo: int) -> HttpResponse:
    """What the two agreed; who did not sign yet may do it here."""
    found, part = my_duo_or_404(request, duo), request.my.part
    is_signed = has_signed(found, part.role)
    form = SignForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        signed = Signed(on=clock.today(), way=SignedWay.OWN_PAGE, name=form.cleaned_data["name"])
        try:
            sign(duo=found, by_role=part.role, signed=signed, today=clock.today(), actor=request.my.actor)
        except Conflict:
            # Pressed twice: what they wanted is so.
            return redirect("my_agreement", found.pk)
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
        else:
            return redirect("my_agreement", found.pk)
    context = {
        **frame(request.my),
        "duo": found,
        "agreement": agreement_in(found, get_language() or languages.DUTCH),
        "is_signed": is_signed,
        "form": form,
    }
    return render(request, "portal/agreement.html", context, status=422 if form.errors else 200)
