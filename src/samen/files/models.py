"""Pictures of an initiative, and scans of signed papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.files.choices import PictureKind
from samen.initiatives.tenancy import TenantModel


class Picture(TenantModel):
    """One picture, drawn anew from what was uploaded: nothing of the original file is kept."""

    kind = models.CharField(_("soort"), max_length=10, choices=PictureKind)
    content = models.BinaryField()
    media_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        """One of each kind."""

        constraints = (models.UniqueConstraint(fields=("initiative", "kind"), name="one_picture_of_a_kind"),)

    def __str__(self) -> str:
        """The kind."""
        return self.kind


class Scan(TenantModel):
    """A signed paper as somebody photographed or scanned it; only the desk may fetch it."""

    content = models.BinaryField()
    media_type = models.CharField(max_length=20)
    kept_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        """Its number."""
        return f"scan {self.pk}"
