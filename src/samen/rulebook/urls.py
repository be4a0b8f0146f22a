"""Addresses about the rules of the whole site, under `/admin/`."""

from django.urls import path

from samen.rulebook import views_admin

urlpatterns = [
    path("rules/", views_admin.rule_list, name="rule_list"),
    path("rules/<slug:key>/", views_admin.rule, name="rule"),
    path("rules/<slug:key>/add/", views_admin.add, name="rule_add"),
    path("rule-rows/<int:pk>/correct/", views_admin.correct, name="rule_correct"),
]
