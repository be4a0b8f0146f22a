"""App settings."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """The matching app."""

    name = "samen.matching"
    label = "matching"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.matching.messages import load  # noqa: PLC0415 - after the apps are there

        load()
