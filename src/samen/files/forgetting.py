"""What goes with a person who is erased; whoever linked a scan to them says which."""

from collections.abc import Sequence

from django.db import transaction

from samen.files.models import Scan


@transaction.atomic
def forget_scans(*, scans: Sequence[Scan]) -> None:
    """Signed papers that name somebody."""
    Scan.objects.filter(pk__in=[scan.pk for scan in scans]).delete()
