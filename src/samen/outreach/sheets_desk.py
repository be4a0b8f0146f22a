"""The desk's pages about information sheets: choose the languages, look, take them along."""

from urllib.parse import quote, urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samen.base import clock
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.outreach import materials_queries, sheets
from samen.outreach.choices import Sheet
from samen.outreach.materials_forms import SheetsForm
from samen.outreach.sheet_texts import KIND_OF

# In pixels, as shown and as drawn for a sharp screen.
SHOWN, DRAWN = 280, 560
START = {"language": "nl"}


@require_safe
@desk_page(Permission.RECRUIT)
def sheet_list(request: DeskRequest) -> HttpResponse:
    """The three sheets in the languages that were chosen."""
    form = SheetsForm(request.GET or START)
    codes = form.codes()
    names = ("language", "second_language")
    context = {
        "section": "recruiting",
        "form": form,
        "rows": [(sheet, KIND_OF[sheet]) for sheet in Sheet],
        "chosen": urlencode(dict(zip(names, codes, strict=False))),
        "languages": sheets.languages_of(codes),
        "first": codes[0],
        "size": (SHOWN, round(SHOWN * sheets.A4[1] / sheets.A4[0])),
    }
    return render(request, "outreach/sheets.html", context, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.RECRUIT)
def picture(request: DeskRequest, who: str) -> HttpResponse:
    """The first page of a sheet, as a picture that only this person's browser may keep."""
    sheet, codes = _asked(request, who)
    texts = sheets.words(sheet, codes, request.desk.initiative)
    content = sheets.preview(texts, request.desk.initiative, materials_queries.pictures(), DRAWN)
    return HttpResponse(content, content_type="image/png", headers={"Cache-Control": "private, no-cache"})


@require_safe
@desk_page(Permission.RECRUIT)
def file(request: DeskRequest, who: str) -> HttpResponse:
    """The sheet to print or to send."""
    sheet, codes = _asked(request, who)
    texts = sheets.words(sheet, codes, request.desk.initiative)
    content = sheets.render(texts, request.desk.initiative, materials_queries.pictures(), on=clock.today())
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{KIND_OF[sheet].title}, {sheets.languages_of(codes)}.pdf"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def _asked(request: DeskRequest, who: str) -> tuple[Sheet, list[str]]:
    """Which sheet, in which languages."""
    form = SheetsForm(request.GET or START)
    if who not in Sheet.values or not form.is_valid():
        raise Http404
    return Sheet(who), form.codes()
