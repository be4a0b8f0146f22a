"""Addresses for a candidate who was asked to talk."""

from django.urls import path

from samen.intake import views_public

urlpatterns = [
    path("talk/<str:token>/", views_public.talk_link, name="talk_link"),
    path("talk/<str:token>/calendar/", views_public.talk_calendar, name="talk_calendar"),
    path("talk/<str:token>/tell/<slug:question>/", views_public.talk_tell, name="talk_tell"),
]
