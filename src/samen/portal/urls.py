"""Addresses of participants, under /my/."""

from django.urls import path

from samen.portal import views_portal

urlpatterns = [
    path("my/", views_portal.home, name="my_home"),
    path("my/code/", views_portal.code, name="my_code"),
    path("my/call/", views_portal.call, name="my_call"),
    path("my/leave/", views_portal.leave, name="my_leave"),
    path("my/duos/<int:duo>/met/", views_portal.met, name="my_met"),
    path("my/meetings/<int:meeting>/", views_portal.saved, name="my_saved"),
    path("my/meetings/<int:meeting>/undo/", views_portal.undo_met, name="my_undo_met"),
    path("my/link/<str:token>/", views_portal.link, name="my_link"),
]
