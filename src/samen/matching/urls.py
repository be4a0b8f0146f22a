"""Addresses about matching, under the desk of an initiative."""

from django.urls import path

from samen.matching import views_desk, views_start

urlpatterns = [
    path("matching/", views_desk.board, name="matching_board"),
    path("matching/people/<int:pk>/", views_desk.partners, name="matching_partners"),
    path("matching/pairs/<int:newcomer>/<int:coach>/", views_desk.pair, name="matching_pair"),
    path("matching/pairs/<int:newcomer>/<int:coach>/feeling/", views_desk.feeling, name="matching_feeling"),
    path(
        "matching/pairs/<int:newcomer>/<int:coach>/mark/<slug:name>/", views_desk.mark, name="matching_mark"
    ),
    path("matching/pairs/<int:newcomer>/<int:coach>/propose/", views_desk.propose, name="matching_propose"),
    path("matching/proposals/<int:pk>/", views_desk.proposal, name="matching_proposal"),
    path("matching/proposals/<int:pk>/answer/<slug:side>/", views_desk.answer, name="matching_answer"),
    path("matching/proposals/<int:pk>/reopen/<slug:side>/", views_desk.reopen, name="matching_reopen"),
    path("matching/proposals/<int:pk>/withdraw/", views_desk.withdraw, name="matching_withdraw"),
    path(
        "matching/proposals/<int:pk>/first-meeting/", views_start.first_meeting, name="matching_first_meeting"
    ),
    path(
        "matching/proposals/<int:pk>/first-meeting/off/",
        views_start.first_meeting_off,
        name="matching_first_meeting_off",
    ),
    path("matching/proposals/<int:pk>/introduced/", views_start.introduced, name="matching_introduced"),
    path("matching/proposals/<int:pk>/start/", views_start.confirm, name="matching_confirm"),
]
