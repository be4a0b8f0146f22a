"""Addresses of privacy, under the desk of an initiative."""

from django.urls import path

from samen.privacy import views_desk

urlpatterns = [
    path("people/<int:pk>/erase/", views_desk.erase, name="person_erase"),
]
