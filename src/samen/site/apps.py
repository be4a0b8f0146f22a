"""The site as an app: start-up checks."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Registers the checks."""

    name = "samen.site"
    label = "samen_site"

    def ready(self) -> None:
        """Load the checks."""
        from samen.site import checks  # noqa: F401, PLC0415 - registers on import
