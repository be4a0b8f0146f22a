"""App settings."""

from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    """The compliance app."""

    name = "samen.compliance"
    label = "compliance"
    default_auto_field = "django.db.models.BigAutoField"
