"""Staff users. Participants are no users: they will hold a personal link."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from samen.base import clock

LONGEST_NAME = 80


class UserManager(BaseUserManager["User"]):
    """Makes users known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A member of staff; without a password only a one-time code or a passkey signs in."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """By e-mail, whatever its case."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """A member of staff who signs in with an e-mail address."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("naam"), max_length=LONGEST_NAME)
    language = models.CharField(_("taal"), max_length=10, blank=True, default="")
    larger_text = models.BooleanField(_("grotere letters"), default=False)
    is_active = models.BooleanField(_("mag aanmelden"), default=True)
    # Keeps the whole installation, whatever the role in an initiative.
    is_administrator = models.BooleanField(_("beheert de hele site"), default=False)
    created_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        """The name."""
        return self.name or self.email

    def get_short_name(self) -> str:
        """The first word of the name: how the desk greets."""
        return str(self).split(" ")[0]
