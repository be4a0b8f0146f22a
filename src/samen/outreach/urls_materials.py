"""Addresses about materials, under the desk of an initiative."""

from django.urls import path

from samen.outreach import materials_desk, sheets_desk

urlpatterns = [
    path("materials/", materials_desk.gallery, name="material_list"),
    path("materials/make/", materials_desk.make, name="material_make"),
    path("materials/look/", materials_desk.look, name="material_look"),
    path("materials/sheets/", sheets_desk.sheet_list, name="sheet_list"),
    path("materials/sheets/<slug:who>/picture/", sheets_desk.picture, name="sheet_picture"),
    path("materials/sheets/<slug:who>/file/", sheets_desk.file, name="sheet_file"),
    path("materials/<int:pk>/", materials_desk.one, name="material"),
    path("materials/<int:pk>/edit/", materials_desk.edit, name="material_edit"),
    path("materials/<int:pk>/picture/", materials_desk.picture, name="material_picture"),
    path("materials/<int:pk>/file/<slug:how>/", materials_desk.file, name="material_file"),
    path("materials/<int:pk>/stock/", materials_desk.stock, name="material_stock"),
    path("materials/<int:pk>/end/", materials_desk.end, name="material_end"),
    path("materials/<int:pk>/reopen/", materials_desk.reopen, name="material_reopen"),
]
