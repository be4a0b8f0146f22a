"""The address of a facilitator's page."""

from django.urls import path

from samen.exchanges import views_public

urlpatterns = [
    path("facilitate/<str:secret>/", views_public.facilitate, name="facilitate"),
]
