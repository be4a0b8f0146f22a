"""The yearly plan of exchange sessions: what is planned, days that avoid holidays and feasts, how often."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samen.base import clock, feasts
from samen.base.page import tell
from samen.events.choices import EventKind
from samen.events.queries import coming, of_kind, with_replies
from samen.exchanges.choices import Who
from samen.exchanges.forms import YearForm
from samen.exchanges.proposals import AHEAD_DAYS, Proposed, proposed
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.actions import choose_sessions
from samen.initiatives.choices import Permission

MONTHS = 12
# A weekday is proposed when nobody told when it suits: Tuesday and Thursday.
USUAL_DAYS = (1, 3)


@dataclass(frozen=True)
class Day:
    """A proposed day, what is on it or near it, and the moments that reach most people on such a day."""

    proposal: feasts.Proposal
    moment: str

    @property
    def hints(self) -> list[tuple[date, date, feasts.Hint]]:
        """What is near, each once: from when until when, within those days."""
        found: dict[str, tuple[date, date, feasts.Hint]] = {}
        for near in self.proposal.hints_near:
            name = str(near.hint.name)
            first = found[name][0] if name in found else near.day
            found[name] = (first, near.day, near.hint)
        return list(found.values())


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def year(request: DeskRequest) -> HttpResponse:
    """Twelve months ahead."""
    here, today = request.desk.initiative, clock.today()
    initial = {"every_months": here.sessions_every_months, "twice": here.sessions_twice}
    form = YearForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        choose_sessions(initiative=here, **form.cleaned_data, actor=request.desk.actor)
        tell(request, _("Bewaard."))
        return redirect("session_year", here.slug)
    two, single = proposed(Who.TOGETHER)
    best = (two if here.sessions_twice else single)[:1]
    days = feasts.propose_dates(
        today + timedelta(days=AHEAD_DAYS), MONTHS, here.sessions_every_months, *_weekdays(best)
    )
    context = {
        "section": "calendar",
        "form": form,
        "days": [Day(one, best[0].code if best else "") for one in days],
        "best": best[0] if best else None,
        "planned": with_replies(of_kind(coming(clock.now()), EventKind.EXCHANGE)),
    }
    return render(request, "exchanges/year.html", context, status=422 if form.errors else 200)


def _weekdays(best: list[Proposed]) -> tuple[tuple[int, ...], int | None]:
    """The weekdays of the moments that reach most people: by day, and of the evening if there is one."""
    if not best:
        return USUAL_DAYS, None
    by_day, *evening = best[0].code.split("-")
    return (int(by_day[0]),), int(evening[0][0]) if evening else None
