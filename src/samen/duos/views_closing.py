"""The list for a closing event: on screen and on paper, for a spreadsheet, and all certificates at once."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samen.base import clock, downloads
from samen.base.page import tell
from samen.base.spreadsheet import Sheet
from samen.duos import documents
from samen.duos.closing_list import ends_between, table
from samen.duos.forms import EndsForm
from samen.duos.rules import Span, usual_ends
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

# Two pages for each duo; more than this is no closing event and takes long to make.
MOST_CERTIFICATES = 60


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def closing_list(request: DeskRequest) -> HttpResponse:
    """Duos whose end lies in a period, with what there is to print for them."""
    form, (first, last) = _asked(request)
    rows = ends_between(first, last)
    context = {
        "section": "duos",
        "form": form,
        "first": first,
        "last": last,
        "rows": rows,
        "running": sum(row.duo.closed_on is None for row in rows),
        "certificates": sum(row.has_certificate for row in rows),
        "asked": f"?from={first.isoformat()}&until={last.isoformat()}",
        "today": clock.today(),
    }
    return render(request, "duos/closing_list.html", context, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def closing_file(request: DeskRequest, ending: str) -> HttpResponse:
    """The same as a workbook, or as plain rows."""
    _form, (first, last) = _asked(request)
    rows = table(ends_between(first, last))
    name = _("slotmoment %(first)s tot %(last)s") % {"first": first.isoformat(), "last": last.isoformat()}
    if ending == "csv":
        return downloads.csv(f"{name}.csv", rows)
    return downloads.xlsx(f"{name}.xlsx", [Sheet(_("Slotmoment"), rows)])


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def closing_certificates(request: DeskRequest) -> HttpResponse:
    """A thank you for each of the two, of every duo in the list that is over."""
    _form, (first, last) = _asked(request)
    thanked = [row for row in ends_between(first, last) if row.has_certificate]
    if not thanked or len(thanked) > MOST_CERTIFICATES:
        sentence = (
            _("Dat zijn meer dan %(most)s duo’s. Kies een kortere periode.") % {"most": MOST_CERTIFICATES}
            if thanked
            else _("In deze periode is er nog geen bedankbewijs te maken.")
        )
        tell(request, sentence)
        here = reverse("closing_list", args=[request.desk.initiative.slug])
        return redirect(f"{here}?from={first.isoformat()}&until={last.isoformat()}")
    met = [(row.duo, row.meetings, row.minutes) for row in thanked]
    made = documents.all_certificates_pdf(met, request.desk.initiative, on=clock.today())
    return downloads.pdf(_("bedankbewijzen.pdf"), made)


def _asked(request: DeskRequest) -> tuple[EndsForm, Span]:
    """The period that is asked for; the usual one when none is, or when it cannot be."""
    usual: tuple[date, date] = usual_ends(clock.today())
    first, last = usual
    given = {name: request.GET[name] for name in ("from", "until") if name in request.GET}
    form = EndsForm(given or None, initial={"from": first, "until": last})
    return form, form.period() if form.is_valid() else usual
