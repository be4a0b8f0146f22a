"""Addresses about the languages of the whole site, under `/admin/`."""

from django.urls import path

from samen.languages import views_admin

urlpatterns = [
    path("languages/", views_admin.language_list, name="language_list"),
    path("new-language/", views_admin.add, name="language_add"),
    path("languages/<slug:code>/", views_admin.sentences, name="language"),
    path("languages/<slug:code>/change/", views_admin.change, name="language_change"),
    path("languages/<slug:code>/offer/", views_admin.offer, name="language_offer"),
    path("languages/<slug:code>/remove/", views_admin.remove, name="language_remove"),
]
