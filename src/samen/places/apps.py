"""App settings."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The places app."""

    name = "samen.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
