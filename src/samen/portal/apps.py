"""App settings."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The portal app."""

    name = "samen.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
