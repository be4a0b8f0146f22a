"""Addresses of the desk's own pages."""

from django.urls import path

from samen.desk.views_desk import people, today

urlpatterns = [
    path("", today.today_page, name="desk_today"),
    path("people/", people.people_list, name="people_list"),
    path("people/export/", people.export, name="people_export"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.edit, name="person_edit"),
    path("people/<int:pk>/accept/", people.accept, name="person_accept"),
    path("people/<int:pk>/leave/", people.leave, name="person_leave"),
]
