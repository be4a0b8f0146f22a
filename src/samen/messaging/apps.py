"""App settings."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    """The messaging app."""

    name = "samen.messaging"
    label = "messaging"
    default_auto_field = "django.db.models.BigAutoField"
