"""Addresses of the desk's own pages."""

from django.urls import path

from samen.desk.views_desk import feeds, mailing, people, recruiting, settings, texts, today

urlpatterns = [
    path("", today.today_page, name="desk_today"),
    path("people/", people.people_list, name="people_list"),
    path("people/export/", people.export, name="people_export"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.edit, name="person_edit"),
    path("people/<int:pk>/accept/", people.accept, name="person_accept"),
    path("people/<int:pk>/contacted/", people.contacted, name="person_contacted"),
    path("people/<int:pk>/leave/", people.leave, name="person_leave"),
    path("messages/mailings/", mailing.mailing_list, name="mailing_list"),
    path("messages/mailings/new/", mailing.mailing_new, name="mailing_new"),
    path("messages/mailings/<int:pk>/", mailing.mailing, name="mailing"),
    path("messages/mailings/<int:pk>/pause/", mailing.pause, name="mailing_pause"),
    path("messages/mailings/<int:pk>/go-on/", mailing.go_on, name="mailing_go_on"),
    path("messages/mailings/<int:pk>/stop/", mailing.stop, name="mailing_stop"),
    path("messages/texts/", texts.texts, name="texts"),
    path("messages/texts/<slug:code>/<slug:written_in>/", texts.text, name="text"),
    path("messages/texts/<slug:code>/<slug:written_in>/standard/", texts.standard, name="text_standard"),
    path("calendar/", feeds.calendar_link, name="calendar_link"),
    path("calendar/stop/", feeds.stop_calendar_link, name="calendar_link_stop"),
    path("recruiting/", recruiting.yield_page, name="recruiting_yield"),
    path("recruiting/export/", recruiting.export, name="recruiting_export"),
    path("settings/", settings.settings, name="desk_settings"),
    path("settings/open/", settings.open_page, name="desk_open_page"),
    path("settings/rules/", settings.ground_rules, name="desk_ground_rules"),
    path("settings/picture/<slug:kind>/", settings.put_picture, name="desk_put_picture"),
    path("settings/picture/<slug:kind>/remove/", settings.remove_picture, name="desk_remove_picture"),
]
