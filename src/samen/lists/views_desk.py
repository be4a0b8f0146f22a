"""The desk's pages about bringing in a list: choose, check, store, take back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, downloads
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.base.spreadsheet import ENCODINGS
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.lists import actions, queries
from samen.lists.choices import ListStatus
from samen.lists.corrections import Corrections
from samen.lists.forms import UploadForm, put_right
from samen.lists.labels import groups
from samen.lists.models import PeopleList
from samen.lists.preview import preview
from samen.lists.sheets import refused_rows, template
from samen.people.choices import Gender, Role

LISTS_SHOWN = 10


@require_http_methods(["GET", "POST"])
@desk_page(Permission.IMPORT_LISTS)
def upload(request: DeskRequest) -> HttpResponse:
    """Choose a file or paste cells; below it the lists of before."""
    if request.method != "POST":
        return _show_upload(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show_upload(request, form)
    file = form.cleaned_data["file"]
    try:
        people_list = actions.keep(
            content=file.read() if file else form.cleaned_data["pasted"].encode(),
            filename=file.name if file else "",
            is_pasted=file is None,
            today=clock.today(),
            actor=request.desk.actor,
        )
    except Refused as refusal:
        form.add_error("file" if file else "pasted", refusal.sentence)
        return _show_upload(request, form)
    return redirect("list", request.desk.initiative.slug, people_list.pk)


@require_safe
@desk_page(Permission.IMPORT_LISTS)
def template_sheet(request: DeskRequest) -> HttpResponse:
    """An empty list to fill in."""
    return downloads.xlsx(_("mensen.xlsx"), template())


@require_safe
@desk_page(Permission.IMPORT_LISTS)
def one(request: DeskRequest, pk: int) -> HttpResponse:
    """A list that waits to be stored, or what became of it."""
    people_list = get_object_or_404(queries.lists(), pk=pk)
    if people_list.status == ListStatus.DRAFT:
        return _show_preview(request, people_list)
    context = {
        "section": "people",
        "list": people_list,
        "total": people_list.newcomers + people_list.coaches,  # type: ignore[attr-defined]
        "refused": _refused_count(people_list),
    }
    return render(request, "lists/done.html", context)


@require_POST
@desk_page(Permission.IMPORT_LISTS)
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep what was put right; store the list when nothing changed and the person says so."""
    people_list = get_object_or_404(PeopleList, pk=pk)
    if people_list.status != ListStatus.DRAFT:
        return redirect("list", request.desk.initiative.slug, pk)
    today = clock.today()
    before = Corrections.from_json(people_list.corrections)
    reading = queries.reading_of(people_list, queries.sheets_of(people_list), today)
    after = put_right(request.POST, reading, before)
    if after != before:
        try:
            actions.put_right(
                people_list=people_list, corrections=after, today=today, actor=request.desk.actor
            )
        except Conflict:
            raise
        except Refused as refusal:
            return _show_preview(request, people_list, refusal.sentence)
        tell(request, _("De lijst is opnieuw gelezen met jouw verbeteringen. Er is nog niets bewaard."))
    elif request.POST.get("do") == "import":
        return _import(request, people_list)
    return redirect("list", request.desk.initiative.slug, pk)


def _import(request: DeskRequest, people_list: PeopleList) -> HttpResponse:
    slug = request.desk.initiative.slug
    try:
        reading = actions.import_list(people_list=people_list, today=clock.today(), actor=request.desk.actor)
    except Conflict:
        raise
    except Refused as refusal:
        return _show_preview(request, people_list, refusal.sentence)
    n = len(reading.people)
    sentence = ngettext("Eén mens is bewaard.", "%(n)s mensen zijn bewaard.", n) % {"n": n}
    tell(request, sentence, undo=reverse("list_undo", args=[slug, people_list.pk]))
    return redirect("list", slug, people_list.pk)


@require_safe
@desk_page(Permission.IMPORT_LISTS)
def refused(request: DeskRequest, pk: int) -> HttpResponse:
    """The refused rows as a workbook to mend."""
    people_list = get_object_or_404(PeopleList, pk=pk, content__isnull=False)
    sheets = queries.sheets_of(people_list)
    reading = queries.reading_of(people_list, sheets, clock.today())
    return downloads.xlsx(_("te verbeteren.xlsx"), refused_rows(reading, sheets))


@require_POST
@desk_page(Permission.IMPORT_LISTS)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Take an import back."""
    gone = actions.undo(people_list=get_object_or_404(PeopleList, pk=pk), actor=request.desk.actor)
    sentence = ngettext(
        "Eén mens van deze lijst is weer weg.", "%(n)s mensen van deze lijst zijn weer weg.", gone
    )
    tell(request, sentence % {"n": gone})
    return redirect("list_upload", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.IMPORT_LISTS)
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    """Stop, and keep nothing."""
    actions.discard(people_list=get_object_or_404(PeopleList, pk=pk), actor=request.desk.actor)
    tell(request, _("Er is niets bewaard."))
    return redirect("list_upload", request.desk.initiative.slug)


def _show_upload(request: DeskRequest, form: UploadForm) -> HttpResponse:
    context = {"section": "people", "form": form, "lists": queries.lists()[:LISTS_SHOWN]}
    return render(request, "lists/upload.html", context, status=422 if form.errors else 200)


def _show_preview(request: DeskRequest, people_list: PeopleList, refusal: str = "") -> HttpResponse:
    corrections = Corrections.from_json(people_list.corrections)
    reading = queries.reading_of(people_list, queries.sheets_of(people_list), clock.today())
    context = {
        "section": "people",
        "list": people_list,
        "preview": preview(reading, corrections),
        "refusal": refusal,
        "groups": groups(),
        "roles": Role.choices,
        "genders": Gender.choices,
        "encodings": ENCODINGS.items() if _is_delimited(people_list) else (),
        "encoding": corrections.encoding,
    }
    return render(request, "lists/preview.html", context, status=422 if refusal else 200)


def _is_delimited(people_list: PeopleList) -> bool:
    """Whether the letters depend on an encoding: csv, and no cells that were pasted."""
    return not people_list.is_pasted and not bytes(people_list.content or b"").startswith(
        (b"PK", b"\xd0\xcf")
    )


def _refused_count(people_list: PeopleList) -> int:
    if people_list.content is None or people_list.status != ListStatus.IMPORTED:
        return 0
    reading = queries.reading_of(people_list, queries.sheets_of(people_list), clock.today())
    return len(reading.refused)
