"""Addresses about duos, under the desk of an initiative."""

from django.urls import path

from samen.duos import (
    views_check_in,
    views_closing,
    views_desk,
    views_hours,
    views_impact,
    views_life,
    views_papers,
    views_same,
    views_signatures,
)

urlpatterns = [
    path("duos/", views_desk.duo_list, name="duo_list"),
    path("duos/impact/", views_impact.impact_page, name="duo_impact"),
    path("duos/closing/", views_closing.closing_list, name="closing_list"),
    path("duos/closing/certificates.pdf", views_closing.closing_certificates, name="closing_certificates"),
    path("duos/closing/list.xlsx", views_closing.closing_file, {"ending": "xlsx"}, name="closing_xlsx"),
    path("duos/closing/list.csv", views_closing.closing_file, {"ending": "csv"}, name="closing_csv"),
    path("duos/<int:pk>/", views_desk.duo_page, name="duo"),
    path("duos/<int:pk>/log/", views_desk.log_meeting, name="duo_log"),
    path("duos/<int:pk>/meetings/<int:meeting>/undo/", views_desk.undo_meeting, name="duo_undo_meeting"),
    path("duos/<int:pk>/meetings/<int:meeting>/same/", views_same.same, name="duo_same"),
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
    path("duos/<int:pk>/end/", views_life.change_end, name="duo_end"),
    path("duos/<int:pk>/reopen/", views_life.reopen, name="duo_reopen"),
    path("duos/<int:pk>/sign/<slug:role>/", views_signatures.on_screen, name="duo_sign"),
    path("duos/<int:pk>/sign/<slug:role>/paper/", views_signatures.on_paper, name="duo_signed_on_paper"),
    path("duos/<int:pk>/signatures/<int:signature>/", views_signatures.scan, name="duo_scan"),
    path("duos/<int:pk>/signatures/<int:signature>/undo/", views_signatures.take_back, name="duo_unsign"),
    path("duos/<int:pk>/children/", views_desk.children, name="duo_children"),
    path("duos/<int:pk>/agreement.pdf", views_papers.agreement, name="duo_agreement"),
    path("duos/<int:pk>/sheet.pdf", views_papers.sheet, name="duo_sheet"),
    path("duos/<int:pk>/certificates.pdf", views_papers.certificates, name="duo_certificates"),
    path("duos/<int:pk>/participation.pdf", views_papers.participation, name="duo_participation"),
    path("duos/<int:pk>/hours/", views_hours.hours, name="duo_hours"),
    path("duos/<int:pk>/hours/add/", views_hours.add, name="duo_hours_add"),
    path("duos/<int:pk>/hours/<int:row>/remove/", views_hours.remove, name="duo_hours_remove"),
]
