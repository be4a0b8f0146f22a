"""Addresses of the conversation, under the desk of an initiative."""

from django.urls import path

from samen.intake import views_desk

urlpatterns = [
    path("people/<int:pk>/talk/", views_desk.talk, name="talk"),
    path("people/<int:pk>/talk/paper/", views_desk.talk_paper, name="talk_paper"),
    path("people/<int:pk>/talk/held/", views_desk.talk_held, name="talk_held"),
    path("people/<int:pk>/talk/<slug:section>/", views_desk.talk_section, name="talk_section"),
    path("people/guide/<slug:role>/", views_desk.empty_paper, name="empty_paper"),
    path("people/levels/", views_desk.language_guide, name="language_guide"),
]
