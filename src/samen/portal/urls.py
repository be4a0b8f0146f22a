"""Addresses of participants, under /my/."""

from django.urls import path

from samen.portal import (
    views_check_in,
    views_data,
    views_ideas,
    views_not_met,
    views_offline,
    views_plan,
    views_portal,
    views_sessions,
)

urlpatterns = [
    path("my/", views_portal.home, name="my_home"),
    path("my/code/", views_portal.code, name="my_code"),
    path("my/call/", views_portal.call, name="my_call"),
    path("my/sure/", views_data.sure, name="my_sure"),
    path("my/data/", views_data.data, name="my_data"),
    path("my/data/contact/", views_data.contact, name="my_contact"),
    path("my/free/", views_data.free, name="my_free"),
    path("my/data/likes/", views_data.likes, name="my_likes"),
    path("my/data/download/", views_data.download, name="my_download"),
    path("my/data/stop/", views_data.stop, name="my_stop"),
    path("my/offline/", views_offline.offline, name="my_offline"),
    path("my/worker.js", views_offline.worker, name="my_worker"),
    path("my/app.webmanifest", views_offline.app, name="my_app"),
    path("my/look/stop/", views_portal.stop_looking, name="my_look_stop"),
    path("my/leave/", views_portal.leave, name="my_leave"),
    path("my/duos/<int:duo>/met/", views_portal.met, name="my_met"),
    path("my/duos/<int:duo>/not-met/", views_not_met.not_met, name="my_not_met"),
    path("my/duos/<int:duo>/check-in/", views_check_in.check_in, name="my_check_in"),
    path("my/duos/<int:duo>/pause/", views_not_met.rest, name="my_pause"),
    path("my/duos/<int:duo>/go-on/", views_not_met.go_on, name="my_go_on"),
    path("my/duos/<int:duo>/plan/", views_plan.plan, name="my_plan"),
    path("my/duos/<int:duo>/plan.ics", views_plan.plan_calendar, name="my_plan_calendar"),
    path("my/sessions/<int:invitation>/", views_sessions.session, name="my_session"),
    path(
        "my/sessions/<int:invitation>/calendar.ics",
        views_sessions.session_calendar,
        name="my_session_calendar",
    ),
    path("my/meetings/<int:meeting>/", views_portal.saved, name="my_saved"),
    path("my/meetings/<int:meeting>/undo/", views_portal.undo_met, name="my_undo_met"),
    path("my/duos/<int:duo>/ideas/", views_ideas.ideas, name="my_ideas"),
    path("my/duos/<int:duo>/cards/", views_ideas.cards, name="my_cards"),
    path("my/go/<str:token>/", views_portal.door, name="my_door"),
    path("my/link/<str:token>/", views_portal.link, name="my_link"),
]
