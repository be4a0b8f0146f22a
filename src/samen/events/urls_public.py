"""Addresses for whoever is asked to come."""

from django.urls import path

from samen.events import views_public

urlpatterns = [
    path("come/<str:token>/", views_public.come, name="come"),
    path("come/<str:token>/calendar/", views_public.come_calendar, name="come_calendar"),
]
