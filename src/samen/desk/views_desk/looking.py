"""Looking along: from somebody's page at the desk to the pages that they see themselves."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.people.access import COOKIE_PATH
from samen.people.look import COOKIE, PERMISSION, begin_look
from samen.people.queries import parts


@require_POST
@desk_page(PERMISSION)
def look_along(request: DeskRequest, pk: int) -> HttpResponse:
    """For a quarter of an hour; what this browser knows of a participant comes back afterwards."""
    part = get_object_or_404(parts(), pk=pk)
    try:
        kept = begin_look(part=part, user_id=request.user.pk, now=clock.now(), actor=request.desk.actor)
    except Refused as refusal:
        tell(request, refusal.sentence)
        return redirect("person", request.desk.initiative.slug, pk)
    response = redirect("my_home")
    response.set_cookie(
        COOKIE,
        kept,
        path=COOKIE_PATH,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response
