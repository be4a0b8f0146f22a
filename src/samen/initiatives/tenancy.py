"""The base of every table that belongs to one initiative."""

from typing import Any, ClassVar, Self

from django.db import models

from samen.base.scoping import ScopedManager, refuse_foreign
from samen.initiatives.models import Initiative


class TenantModel(models.Model):
    """A row of one initiative: cannot be read, written or deleted outside its scope."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+", editable=False)

    objects: ClassVar[ScopedManager[Self]] = ScopedManager()

    class Meta:
        """The scoped manager also serves relations, refreshes and deletes."""

        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless the row belongs to another initiative than the one in scope."""
        refuse_foreign([self])
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, unless the row belongs to another initiative than the one in scope."""
        refuse_foreign([self])
        return super().delete(*args, **kwargs)


def tenant_models() -> list[type[TenantModel]]:
    """Every concrete tenant table, by label."""
    found: list[type[TenantModel]] = []
    waiting = list(TenantModel.__subclasses__())
    while waiting:
        model = waiting.pop()
        waiting.extend(model.__subclasses__())
        if not model._meta.abstract:
            found.append(model)
    return sorted(found, key=lambda model: model._meta.label)
