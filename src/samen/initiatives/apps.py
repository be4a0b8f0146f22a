"""App settings; the walls between initiatives are put back after every migrate."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _raise_walls(using: str, **kwargs: Any) -> None:
    from samen.initiatives.walls import raise_walls  # noqa: PLC0415 - models load after the app registry

    raise_walls(using)


class InitiativesConfig(AppConfig):
    """The initiatives app."""

    name = "samen.initiatives"
    label = "initiatives"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Rebuilding a table drops its triggers on SQLite, so each migrate ends with raising them again."""
        post_migrate.connect(_raise_walls, sender=self, dispatch_uid="samen-walls")
