"""Addresses for whoever got a message."""

from django.urls import path

from samen.messaging import views_public

urlpatterns = [
    path("stop/<str:token>/", views_public.stop, name="stop"),
    path("stop/<str:token>/language/", views_public.language, name="stop_language"),
    path("stop/<str:token>/road/", views_public.road, name="stop_road"),
    # Without a slash at the end: each sign of an SMS counts.
    path("s/<str:code>", views_public.short, name="stop_short"),
]
