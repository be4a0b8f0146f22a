"""Addresses about duos, under the desk of an initiative."""

from django.urls import path

from samen.duos import views_check_in, views_desk, views_hours, views_impact, views_papers

urlpatterns = [
    path("duos/", views_desk.duo_list, name="duo_list"),
    path("duos/impact/", views_impact.impact_page, name="duo_impact"),
    path("duos/<int:pk>/", views_desk.duo_page, name="duo"),
    path("duos/<int:pk>/log/", views_desk.log_meeting, name="duo_log"),
    path("duos/<int:pk>/meetings/<int:meeting>/undo/", views_desk.undo_meeting, name="duo_undo_meeting"),
    path("duos/<int:pk>/pause/", views_desk.pause, name="duo_pause"),
    path("duos/<int:pk>/pauses/<int:rest>/lift/", views_desk.lift_pause, name="duo_lift_pause"),
    path(
        "duos/<int:pk>/check-ins/<slug:moment>/<slug:role>/",
        views_check_in.check_in_talk,
        name="check_in_talk",
    ),
    path(
        "duos/<int:pk>/check-in/<int:check_in>/", views_check_in.check_in_follow_up, name="check_in_follow_up"
    ),
    path("duos/<int:pk>/end/", views_desk.change_end, name="duo_end"),
    path("duos/<int:pk>/close/", views_desk.close, name="duo_close"),
    path("duos/<int:pk>/reopen/", views_desk.reopen, name="duo_reopen"),
    path("duos/<int:pk>/agreement.pdf", views_papers.agreement, name="duo_agreement"),
    path("duos/<int:pk>/sheet.pdf", views_papers.sheet, name="duo_sheet"),
    path("duos/<int:pk>/certificates.pdf", views_papers.certificates, name="duo_certificates"),
    path("duos/<int:pk>/participation.pdf", views_papers.participation, name="duo_participation"),
    path("duos/<int:pk>/hours/", views_hours.hours, name="duo_hours"),
    path("duos/<int:pk>/hours/add/", views_hours.add, name="duo_hours_add"),
    path("duos/<int:pk>/hours/<int:row>/remove/", views_hours.remove, name="duo_hours_remove"),
]
