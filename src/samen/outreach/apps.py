"""App settings."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """The outreach app."""

    name = "samen.outreach"
    label = "outreach"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.outreach.messages import load  # noqa: PLC0415 - after the apps are there

        load()
