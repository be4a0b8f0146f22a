"""Addresses about messages, under the desk of an initiative."""

from django.urls import path

from samen.messaging import views_desk

urlpatterns = [
    path("messages/", views_desk.message_list, name="message_list"),
    path("messages/<int:pk>/", views_desk.message, name="message"),
    path("messages/<int:pk>/letter/", views_desk.letter, name="message_letter"),
    path("messages/<int:pk>/again/", views_desk.try_again, name="message_again"),
    path("messages/<int:pk>/by-hand/", views_desk.by_hand, name="message_by_hand"),
    path("messages/<int:pk>/done/", views_desk.done, name="message_done"),
]
