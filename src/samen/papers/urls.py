"""Addresses about papers, under the desk of an initiative."""

from django.urls import path

from samen.papers import views_desk, views_policies, views_record

urlpatterns = [
    path("people/<int:pk>/papers/", views_desk.papers, name="papers"),
    path("people/<int:pk>/papers/ask/", views_desk.ask, name="papers_ask"),
    path("people/<int:pk>/papers/told/", views_desk.told, name="papers_told"),
    path("people/<int:pk>/papers/filed/", views_desk.filed, name="papers_filed"),
    path("people/<int:pk>/papers/answer/", views_desk.answer, name="papers_answer"),
    path("people/<int:pk>/papers/back/", views_desk.back, name="papers_back"),
    path("people/<int:pk>/papers/same/", views_desk.same, name="papers_same"),
    path("people/<int:pk>/papers/declaration/", views_desk.declaration, name="papers_declaration"),
    path("people/<int:pk>/papers/note/", views_desk.receipt, name="papers_note"),
    path("people/<int:pk>/papers/note/<slug:written_in>/", views_desk.receipt_pdf, name="papers_note_pdf"),
    path("people/<int:pk>/papers/record/", views_record.record, name="papers_record"),
    path("people/<int:pk>/papers/record/back/", views_record.take_back, name="papers_record_back"),
    path("papers/sheets/", views_desk.sheets, name="papers_sheets"),
    path("papers/sheets/<slug:situation>/<slug:written_in>/", views_desk.sheet_pdf, name="papers_sheet"),
    path("settings/note/", views_desk.note, name="organisation_note"),
    path("settings/note/<slug:written_in>/", views_desk.blank_note_pdf, name="organisation_note_pdf"),
    path("settings/insurance/", views_policies.policies, name="policies"),
    path("settings/insurance/add/", views_policies.add, name="policy_add"),
    path("settings/insurance/<int:pk>/", views_policies.change, name="policy"),
    path("settings/insurance/<int:pk>/remove/", views_policies.remove, name="policy_remove"),
]
