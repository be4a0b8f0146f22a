"""The address of an intermediary's own page."""

from django.urls import path

from samen.public import views_partner

urlpatterns = [
    path("partner/<str:secret>/", views_partner.partner, name="public_partner"),
]
