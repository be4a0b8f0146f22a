"""Addresses that a program of a member of staff reads."""

from django.urls import path

from samen.desk import views_public

urlpatterns = [path("feeds/<str:token>.ics", views_public.staff_feed, name="staff_feed")]
