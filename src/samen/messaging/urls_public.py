"""Addresses for whoever got a message."""

from django.urls import path

from samen.messaging import views_public

urlpatterns = [path("stop/<str:token>/", views_public.stop, name="stop")]
