"""The languages of one installation, and their sentences. Shared by all its initiatives: no tenant table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.languages.rules import LONGEST_CODE, LONGEST_NAME


class Language(models.Model):
    """A language that Samen does not bring along."""

    code = models.CharField(_("code"), max_length=LONGEST_CODE, unique=True)
    name = models.CharField(_("naam"), max_length=LONGEST_NAME, unique=True)
    is_rtl = models.BooleanField(_("van rechts naar links"), default=False)
    is_offered = models.BooleanField(_("bezoekers mogen kiezen"), default=False)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.CharField(max_length=80)
    # Of the language or any of its sentences: tells whether a running site has the latest words.
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        """By code: the same order on every database."""

        ordering = ("code",)

    def __str__(self) -> str:
        """Its own name."""
        return self.name

    @property
    def direction(self) -> str:
        """For the `dir` attribute."""
        return "rtl" if self.is_rtl else "ltr"


class Sentence(models.Model):
    """One Dutch sentence in one language. It outlives its Dutch, so that its words can be used again."""

    language = models.ForeignKey(Language, on_delete=models.CASCADE, related_name="sentences")
    # Of context, singular and plural: a message may be longer than an index can hold.
    key = models.CharField(max_length=64)
    context = models.CharField(max_length=200, blank=True)
    msgid = models.TextField()
    msgid_plural = models.TextField(blank=True)
    forms = models.JSONField(default=list)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.CharField(max_length=80)

    class Meta:
        """One translation each."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("language", "key"), name="one_translation_per_sentence"),
        )

    def __str__(self) -> str:
        """Number and language."""
        return f"sentence {self.pk} in {self.language_id}"
