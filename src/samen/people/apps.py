"""App settings."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The people app."""

    name = "samen.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.people.messages import load  # noqa: PLC0415 - after the apps are there

        load()
