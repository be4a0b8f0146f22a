"""Addresses that leave the house, on paper and in messages: whole, with the name of the site."""

from django.conf import settings

from samen.initiatives.models import Initiative
from samen.outreach.models import Source


def source_address(initiative: Initiative, source: Source) -> str:
    """Where a link or QR code leads; it must never change, for it stands on paper."""
    return f"{settings.BASE_URL}/{initiative.slug}/via/{source.code}/"


def page_address(initiative: Initiative, secret: str) -> str:
    """The intermediary's own page, for whoever holds its secret."""
    return f"{settings.BASE_URL}/{initiative.slug}/partner/{secret}/"


def in_short(address: str) -> str:
    """An address as it is printed: without https:// and without the last stroke."""
    return address.partition("://")[2].rstrip("/")
