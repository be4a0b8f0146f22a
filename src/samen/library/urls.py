"""Addresses of ideas, cards, tips, methods and places, under the desk of an initiative."""

from django.urls import path

from samen.library import views_desk

urlpatterns = [
    path("library/", views_desk.idea_list, name="idea_list"),
    path("library/sheet/", views_desk.idea_sheet, name="idea_sheet"),
    path("library/own-ideas/add/", views_desk.idea_add, name="idea_add"),
    path("library/own-ideas/<int:pk>/", views_desk.idea_edit, name="idea_edit"),
    path("library/own-ideas/<int:pk>/end/", views_desk.idea_end, name="idea_end"),
    path("library/own-ideas/<int:pk>/reopen/", views_desk.idea_reopen, name="idea_reopen"),
    path("library/cards/", views_desk.card_list, name="card_list"),
    path("library/cards/sheet/", views_desk.card_sheet, name="card_sheet"),
    path("library/coaches/", views_desk.for_coaches, name="for_coaches"),
    path("library/tips/<int:pk>/end/", views_desk.tip_end, name="tip_end"),
    path("library/tips/<int:pk>/reopen/", views_desk.tip_reopen, name="tip_reopen"),
    path("library/methods/", views_desk.method_list, name="method_list"),
    path("library/methods/<slug:method>/", views_desk.method, name="method"),
    path("library/places/", views_desk.place_list, name="place_list"),
    path("library/places/add/", views_desk.place_add, name="place_add"),
    path("library/places/<int:pk>/", views_desk.place_edit, name="place_edit"),
    path("library/places/<int:pk>/end/", views_desk.place_end, name="place_end"),
    path("library/places/<int:pk>/reopen/", views_desk.place_reopen, name="place_reopen"),
]
