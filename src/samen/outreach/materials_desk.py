"""The desk's pages about materials: what there is, make one, take it along, count it."""

from dataclasses import asdict
from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.outreach import materials, materials_actions, materials_queries
from samen.outreach.addresses import in_short, source_address
from samen.outreach.choices import Design, MaterialKind
from samen.outreach.materials_actions import Made
from samen.outreach.materials_forms import FIELDS, START, MaterialForm, StockForm, of
from samen.outreach.models import Material
from samen.outreach.neutrality import hints

# How wide a picture is, by the name that an address gives it.
WIDTHS = {"small": 280, "large": 720}
# As many letters without a face as a warning names.
BOXES_SHOWN = 6
FOR_PRINTER, FOR_OURSELVES = "printer", "own"
PNG, PDF = "image/png", "application/pdf"


@require_safe
@desk_page(Permission.RECRUIT)
def gallery(request: DeskRequest) -> HttpResponse:
    """Everything that was made, with how many there are and how many were given."""
    made = list(materials_queries.materials())
    rows = [(one, materials_queries.language_names_of(one), _size(one.kind, "small")) for one in made]
    context = {"section": "recruiting", "rows": rows}
    return render(request, "outreach/materials.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def make(request: DeskRequest) -> HttpResponse:
    """Choose and look; keep it when it looks well."""
    if request.method != "POST":
        return _show_form(request, MaterialForm(initial=START), Made(**START))
    form = MaterialForm(request.POST)
    if form.is_valid() and request.POST.get("do") == "keep":
        material = materials_actions.make(made=form.made(), today=clock.today(), actor=request.desk.actor)
        tell(request, _("‘%(name)s’ is klaar.") % {"name": material.name})
        return redirect("material", request.desk.initiative.slug, material.pk)
    return _show_form(request, form, form.made() if form.is_valid() else Made(**START))


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Other words or another look; the QR code stays."""
    material = get_object_or_404(Material, pk=pk)
    if request.method != "POST":
        return _show_form(request, MaterialForm(initial=of(material)), Made(**of(material)), material)
    form = MaterialForm(request.POST)
    if form.is_valid() and request.POST.get("do") == "keep":
        materials_actions.change(material=material, made=form.made(), actor=request.desk.actor)
        tell(request, _("‘%(name)s’ is bewaard. De QR-code bleef dezelfde.") % {"name": material.name})
        return redirect("material", request.desk.initiative.slug, material.pk)
    return _show_form(request, form, form.made() if form.is_valid() else Made(**of(material)), material)


@require_safe
@desk_page(Permission.RECRUIT)
def one(request: DeskRequest, pk: int) -> HttpResponse:
    """One material: how it looks, what to take along, where its code leads, how many there are."""
    return _show_one(request, get_object_or_404(materials_queries.materials(), pk=pk))


@require_safe
@desk_page(Permission.RECRUIT)
def look(request: DeskRequest) -> HttpResponse:
    """A picture of what is being chosen and not kept yet."""
    form = MaterialForm({**START, **request.GET.dict()})
    if not form.is_valid():
        return HttpResponse(status=422)
    return _picture(request, Material(**asdict(form.made())), request.GET.get("size", ""))


@require_safe
@desk_page(Permission.RECRUIT)
def picture(request: DeskRequest, pk: int) -> HttpResponse:
    """A picture of a material."""
    material = get_object_or_404(materials_queries.materials(), pk=pk)
    return _picture(request, material, request.GET.get("size", ""))


@require_safe
@desk_page(Permission.RECRUIT)
def file(request: DeskRequest, pk: int, how: str) -> HttpResponse:
    """The file to take along: for the printer, or to print ourselves; a social image as a picture."""
    material = get_object_or_404(materials_queries.materials(), pk=pk)
    is_image = material.kind == MaterialKind.SOCIAL
    if how not in {FOR_PRINTER, FOR_OURSELVES}:
        raise Http404
    flyer = materials_queries.flyer_of(material, request.desk.initiative, materials_queries.pictures())
    content = materials.render(flyer, for_printer=how == FOR_PRINTER, on=clock.today())
    name = _file_name(material, how, is_image=is_image)
    response = HttpResponse(content, content_type=PNG if is_image else PDF)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


@require_POST
@desk_page(Permission.RECRUIT)
def stock(request: DeskRequest, pk: int) -> HttpResponse:
    """So many there are."""
    material = get_object_or_404(materials_queries.materials(), pk=pk)
    form = StockForm(request.POST)
    if not form.is_valid():
        return _show_one(request, material, form)
    number = form.cleaned_data["stock"]
    materials_actions.count_stock(material=material, stock=number, actor=request.desk.actor)
    tell(request, _("Geteld: %(n)s van ‘%(name)s’.") % {"n": number, "name": material.name})
    return redirect("material", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.RECRUIT)
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """No longer handed out."""
    material = get_object_or_404(Material, pk=pk)
    materials_actions.end(material=material, today=clock.today(), actor=request.desk.actor)
    undo = reverse("material_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("‘%(name)s’ is weggelegd.") % {"name": material.name}, undo=undo)
    return redirect("material_list", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.RECRUIT)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Handed out again."""
    material = get_object_or_404(Material, pk=pk)
    materials_actions.reopen(material=material, actor=request.desk.actor)
    tell(request, _("‘%(name)s’ is weer in gebruik.") % {"name": material.name})
    return redirect("material", request.desk.initiative.slug, pk)


def _show_form(
    request: DeskRequest, form: MaterialForm, made: Made, material: Material | None = None
) -> HttpResponse:
    asked = {name: value for name, value in asdict(made).items() if value not in ("", False)}
    there = materials_queries.which_pictures()
    context = {
        "section": "recruiting",
        "form": form,
        "material": material,
        "looks": [(design, _look_of({**asked, "design": design.value}, "small")) for design in Design],
        "look": _look_of(asked, "large"),
        "size": _size(made.kind, "large"),
        "small_size": _size(made.kind, "small"),
        "hints": hints(f"{made.title}\n{made.body}".strip()),
        "has_photo": "photo" in there,
        "boxes": _boxes(request, Material(**asdict(made))),
    }
    return render(request, "outreach/material_form.html", context, status=422 if form.errors else 200)


def _show_one(request: DeskRequest, material: Material, form: StockForm | None = None) -> HttpResponse:
    source = materials_queries.source_of(material)
    context = {
        "section": "recruiting",
        "material": material,
        "languages": materials_queries.language_names_of(material),
        "size": _size(material.kind, "large"),
        "address": in_short(source_address(request.desk.initiative, source)) if source else "",
        "source": source,
        "form": form or StockForm(initial={"stock": material.stock}),
        "is_image": material.kind == MaterialKind.SOCIAL,
        "pieces": _pieces(material.kind),
        "boxes": _boxes(request, material),
    }
    return render(request, "outreach/material.html", context, status=422 if form else 200)


def _picture(request: DeskRequest, material: Material, size: str) -> HttpResponse:
    """A PNG that only this person's browser may keep."""
    flyer = materials_queries.flyer_of(material, request.desk.initiative, materials_queries.pictures())
    content = materials.preview(flyer, WIDTHS.get(size, WIDTHS["large"]))
    return HttpResponse(content, content_type=PNG, headers={"Cache-Control": "private, max-age=300"})


def _boxes(request: DeskRequest, material: Material) -> str:
    """Some of the letters that would be empty boxes on it."""
    flyer = materials_queries.flyer_of(material, request.desk.initiative, {})
    return " ".join(materials.letters_without_face(flyer)[:BOXES_SHOWN])


def _look_of(asked: dict[str, Any], size: str) -> str:
    """The query of a picture."""
    known = {name: str(value) for name, value in asked.items() if name in FIELDS and name != "name"}
    return urlencode({**known, "size": size})


def _size(kind: str, size: str) -> tuple[int, int]:
    """How wide and high its picture is, in pixels."""
    form = materials.FORMATS[kind]
    return WIDTHS[size], round(WIDTHS[size] * form.height / form.width)


def _pieces(kind: str) -> int:
    """How many go on a sheet of A4."""
    form = materials.FORMATS[kind]
    return form.columns * form.rows


def _file_name(material: Material, how: str, *, is_image: bool) -> str:
    plain = "".join(sign for sign in material.name if sign.isalnum() or sign in " +-,").strip()
    if is_image:
        return f"{plain}.png"
    return _("%(name)s, drukker.pdf") % {"name": plain} if how == FOR_PRINTER else f"{plain}.pdf"
