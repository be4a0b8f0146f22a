"""Addresses of the conversation, under the desk of an initiative."""

from django.urls import path

from samen.intake import views_appointments, views_desk

urlpatterns = [
    path("people/<int:pk>/talk/", views_desk.talk, name="talk"),
    path("people/<int:pk>/talk/paper/", views_desk.talk_paper, name="talk_paper"),
    path("people/<int:pk>/talk/held/", views_desk.talk_held, name="talk_held"),
    path("people/<int:pk>/talk/<slug:section>/", views_desk.talk_section, name="talk_section"),
    path("people/moments/", views_appointments.slots, name="slots"),
    path("people/moments/<int:pk>/remove/", views_appointments.slot_remove, name="slot_remove"),
    path("people/<int:pk>/plan/", views_appointments.plan_talk, name="plan_talk"),
    path("people/<int:pk>/plan/ask/", views_appointments.plan_talk_ask, name="plan_talk_ask"),
    path("people/<int:pk>/plan/<int:slot>/", views_appointments.plan_talk_choose, name="plan_talk_choose"),
    path("people/appointments/<int:pk>/", views_appointments.appointment, name="appointment"),
    path("people/guide/<slug:role>/", views_desk.empty_paper, name="empty_paper"),
    path("people/levels/", views_desk.language_guide, name="language_guide"),
]
