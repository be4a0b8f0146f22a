"""Dated rules. Shared by all initiatives of an installation: no tenant table."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.rulebook.choices import Confidence, Key, Unit
from samen.rulebook.rules import LONGEST_ADDRESS, LONGEST_SOURCE, LONGEST_WORDS, Span


class Rule(models.Model):
    """What the law says from a day on. A row is never rewritten: another one follows or replaces it."""

    key = models.CharField(_("waarover"), max_length=40, choices=Key)
    value = models.DecimalField(_("waarde"), max_digits=12, decimal_places=4, null=True, blank=True)
    words = models.CharField(_("wat de bron zegt"), max_length=LONGEST_WORDS, blank=True)
    unit = models.CharField(_("eenheid"), max_length=15, choices=Unit)
    valid_from = models.DateField(_("geldt vanaf"))
    valid_to = models.DateField(_("geldt tot en met"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=LONGEST_SOURCE)
    address = models.URLField(_("webadres van de bron"), max_length=LONGEST_ADDRESS, blank=True)
    verified_on = models.DateField(_("nagelezen op"))
    confidence = models.CharField(_("hoe zeker"), max_length=5, choices=Confidence)
    is_shipped = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=80)
    changed_at = models.DateTimeField(default=clock.now)
    # A row that was wrong stays, so that anybody can see what the site went by.
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In order of time; a number or words, and a source."""

        ordering = ("key", "valid_from", "id")
        constraints = (
            models.CheckConstraint(
                condition=(Q(unit="words", value__isnull=True) & ~Q(words=""))
                | (~Q(unit="words") & Q(value__isnull=False, words="")),
                name="rule_has_a_number_or_words",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="rule_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="rule_has_a_source"),
            models.UniqueConstraint(
                fields=("key", "valid_from"),
                condition=Q(superseded_at=None) & ~Q(unit="words"),
                name="one_number_from_a_day",
            ),
        )

    def __str__(self) -> str:
        """Its key and first day."""
        return f"{self.key} {self.valid_from}"

    @property
    def span(self) -> Span:
        """The days on which it counts."""
        return Span(self.valid_from, self.valid_to)

    @property
    def number(self) -> int:
        """A value that counts days, months or years."""
        return int(self.value or 0)
