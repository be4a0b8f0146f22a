"""Addresses of the desk's own pages."""

from django.urls import path

from samen.desk.views_desk import people, recruiting, settings, today

urlpatterns = [
    path("", today.today_page, name="desk_today"),
    path("people/", people.people_list, name="people_list"),
    path("people/export/", people.export, name="people_export"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.edit, name="person_edit"),
    path("people/<int:pk>/accept/", people.accept, name="person_accept"),
    path("people/<int:pk>/leave/", people.leave, name="person_leave"),
    path("recruiting/", recruiting.yield_page, name="recruiting_yield"),
    path("recruiting/export/", recruiting.export, name="recruiting_export"),
    path("settings/", settings.settings, name="desk_settings"),
    path("settings/open/", settings.open_page, name="desk_open_page"),
    path("settings/rules/", settings.ground_rules, name="desk_ground_rules"),
    path("settings/picture/<slug:kind>/", settings.put_picture, name="desk_put_picture"),
    path("settings/picture/<slug:kind>/remove/", settings.remove_picture, name="desk_remove_picture"),
]
