"""Addresses of participants, under /my/."""

from django.urls import path

from samen.portal import views_ideas, views_plan, views_portal, views_tell

urlpatterns = [
    path("my/", views_portal.home, name="my_home"),
    path("my/code/", views_portal.code, name="my_code"),
    path("my/call/", views_portal.call, name="my_call"),
    path("my/leave/", views_portal.leave, name="my_leave"),
    path("my/tell/", views_tell.tell, name="my_tell"),
    path("my/tell/sent/", views_tell.told, name="my_told"),
    path("my/tell/<slug:category>/", views_tell.tell_more, name="my_tell_more"),
    path("my/duos/<int:duo>/met/", views_portal.met, name="my_met"),
    path("my/duos/<int:duo>/plan/", views_plan.plan, name="my_plan"),
    path("my/duos/<int:duo>/plan.ics", views_plan.plan_calendar, name="my_plan_calendar"),
    path("my/meetings/<int:meeting>/", views_portal.saved, name="my_saved"),
    path("my/meetings/<int:meeting>/undo/", views_portal.undo_met, name="my_undo_met"),
    path("my/duos/<int:duo>/ideas/", views_ideas.ideas, name="my_ideas"),
    path("my/duos/<int:duo>/cards/", views_ideas.cards, name="my_cards"),
    path("my/go/<str:token>/", views_portal.door, name="my_door"),
    path("my/link/<str:token>/", views_portal.link, name="my_link"),
]
