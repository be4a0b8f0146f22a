"""What a picture is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PictureKind(models.TextChoices):
    """The pictures of an initiative."""

    LOGO = "logo", _("logo")
    PHOTO = "photo", _("foto")
