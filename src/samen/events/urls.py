"""Addresses about gatherings, under the desk of an initiative."""

from django.urls import path

from samen.events import views_attendance, views_desk

urlpatterns = [
    path("events/", views_desk.events, name="events"),
    path("events/plan/", views_desk.plan, name="event_plan"),
    path("events/<int:pk>/", views_desk.event, name="event"),
    path("events/<int:pk>/change/", views_desk.change, name="event_change"),
    path("events/<int:pk>/calendar/", views_desk.event_calendar, name="event_calendar"),
    path("events/<int:pk>/replies/<int:invitation>/", views_desk.reply, name="event_reply"),
    path("events/<int:pk>/cancel/", views_desk.cancel, name="event_cancel"),
    path("events/<int:pk>/restore/", views_desk.restore, name="event_restore"),
    path("events/<int:pk>/attendance/", views_attendance.attendance, name="event_attendance"),
    path("events/<int:pk>/attendance/<int:part>/", views_attendance.walk_in, name="event_walk_in"),
    path("events/<int:pk>/sheet/", views_attendance.sheet, name="event_sheet"),
    path("events/<int:pk>/thanks/", views_attendance.thanks, name="event_thanks"),
]
