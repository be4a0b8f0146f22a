"""Addresses about lists, under the desk of an initiative."""

from django.urls import path

from samen.lists import views_desk

urlpatterns = [
    path("lists/", views_desk.upload, name="list_upload"),
    path("lists/template/", views_desk.template_sheet, name="list_template"),
    path("lists/<int:pk>/", views_desk.one, name="list"),
    path("lists/<int:pk>/check/", views_desk.check, name="list_check"),
    path("lists/<int:pk>/refused/", views_desk.refused, name="list_refused"),
    path("lists/<int:pk>/undo/", views_desk.undo, name="list_undo"),
    path("lists/<int:pk>/discard/", views_desk.discard, name="list_discard"),
]
