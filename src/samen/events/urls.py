"""Addresses about gatherings, under the desk of an initiative."""

from django.urls import path

from samen.events import views_desk

urlpatterns = [
    path("events/", views_desk.events, name="events"),
    path("events/<int:pk>/", views_desk.event, name="event"),
    path("events/<int:pk>/calendar/", views_desk.event_calendar, name="event_calendar"),
    path("events/<int:pk>/replies/<int:invitation>/", views_desk.reply, name="event_reply"),
    path("events/<int:pk>/cancel/", views_desk.cancel, name="event_cancel"),
    path("events/<int:pk>/restore/", views_desk.restore, name="event_restore"),
]
