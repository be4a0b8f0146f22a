"""We did not meet: why, asked kindly, and then what may help: another day, a pause, or a call."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.moments import full_day
from samen.base.page import tell
from samen.duos import quiet_actions
from samen.duos.choices import NotMetReason, PauseReason
from samen.duos.quiet_queries import last_not_met
from samen.people.access import PortalRequest, portal_page
from samen.portal.mine import frame, my_duo_or_404
from samen.portal.queries import my_duo

# In the words of whoever says it, each with a picture.
REASONS = (
    (NotMetReason.NO_TIME, "clock", gettext_lazy("Ik had geen tijd")),
    (NotMetReason.OTHER_COULD_NOT, "user-round", gettext_lazy("De ander kon niet")),
    (NotMetReason.NO_DAY, "calendar-x", gettext_lazy("Wij vonden geen dag")),
    (NotMetReason.MISSED, "map-pin", gettext_lazy("Wij vonden elkaar niet")),
    (NotMetReason.AWAY, "sun", gettext_lazy("Ik was weg")),
    (NotMetReason.DIFFICULT, "message-circle", gettext_lazy("Het loopt moeilijk")),
    (NotMetReason.OTHER, "ellipsis", gettext_lazy("Iets anders")),
)
# What may help, what most likely does first.
HELPS = {
    NotMetReason.NO_TIME: ("rest", "plan", "call"),
    NotMetReason.AWAY: ("rest", "plan", "call"),
    NotMetReason.DIFFICULT: ("call", "plan", "rest"),
}
USUALLY_HELPS = ("plan", "rest", "call")
FOUR_WEEKS = 28


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def not_met(request: PortalRequest, duo: int) -> HttpResponse:
    """One press says why; the same page then offers what may help."""
    found = my_duo_or_404(request, duo)
    said = request.POST.get("reason", "")
    if request.method == "POST" and said in NotMetReason.values:
        quiet_actions.say_not_met(
            duo=found,
            by_role=request.my.part.role,
            reason=NotMetReason(said),
            today=clock.today(),
            actor=request.my.actor,
        )
        return redirect(f"{reverse('my_not_met', args=[found.pk])}?said=1")
    last = last_not_met(found, request.my.part.role) if request.GET.get("said") == "1" else None
    context = {
        **frame(request.my),
        "mine": my_duo(found, request.my.part, clock.now()),
        "reasons": REASONS,
        "said": last,
        "helps": HELPS.get(NotMetReason(last.reason), USUALLY_HELPS) if last else (),
    }
    return render(request, "portal/not_met.html", context)


@require_POST
@portal_page
def rest(request: PortalRequest, duo: int) -> HttpResponse:
    """A pause of two or four weeks; the other hears it."""
    found = my_duo_or_404(request, duo)
    last = last_not_met(found, request.my.part.role)
    away = last is not None and last.reason == NotMetReason.AWAY
    try:
        taken = quiet_actions.take_pause(
            duo=found,
            by_role=request.my.part.role,
            days=FOUR_WEEKS if request.POST.get("weeks") == "4" else FOUR_WEEKS // 2,
            reason=PauseReason.HOLIDAY if away else PauseReason.OTHER,
            now=clock.now(),
            actor=request.my.actor,
        )
    except Refused as refusal:
        tell(request, refusal.sentence)
    else:
        tell(request, _("Jullie hebben pauze tot en met %(day)s.") % {"day": full_day(taken.until_on)})
    return redirect("my_home")


@require_POST
@portal_page
def go_on(request: PortalRequest, duo: int) -> HttpResponse:
    """The pause is over; the next question is when."""
    found = my_duo_or_404(request, duo)
    quiet_actions.go_on(duo=found, by_role=request.my.part.role, now=clock.now(), actor=request.my.actor)
    return redirect("my_plan", found.pk)
