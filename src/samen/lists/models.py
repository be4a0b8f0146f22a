"""Lists that were brought in, and who came in with each: what undo needs."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives.tenancy import TenantModel
from samen.lists.choices import ListStatus
from samen.people.models import Participation


class PeopleList(TenantModel):
    """One spreadsheet. Its content stays only as long as somebody may still mend it."""

    filename = models.CharField(_("bestand"), max_length=200, blank=True)
    content = models.BinaryField(null=True)
    is_pasted = models.BooleanField(default=False)
    corrections = models.JSONField(default=dict)
    status = models.CharField(_("stand"), max_length=10, choices=ListStatus, default=ListStatus.DRAFT)
    added_at = models.DateTimeField(_("binnengehaald"), default=clock.now)
    added_by = models.CharField(max_length=80)
    imported_at = models.DateTimeField(_("bewaard"), null=True)

    class Meta:
        """Newest first; an import has its moment."""

        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(status="draft") | Q(imported_at__isnull=False), name="imported_list_has_a_moment"
            ),
        )

    def __str__(self) -> str:
        """Number and status; the name of a file may tell more than a log needs."""
        return f"list {self.pk} {self.status}"


class ImportedPart(TenantModel):
    """Somebody who came in with a list."""

    people_list = models.ForeignKey(PeopleList, on_delete=models.CASCADE, related_name="parts")
    participation = models.OneToOneField(
        Participation, on_delete=models.CASCADE, related_name="imported_with"
    )

    def __str__(self) -> str:
        """Which part came with which list."""
        return f"part {self.participation_id} of list {self.people_list_id}"
