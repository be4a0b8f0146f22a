"""How a page calls somebody whose name was erased."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    _Chars = models.CharField[str, str]
else:
    _Chars = models.CharField


def nameless() -> str:
    """In place of a name that is no longer known."""
    return _("Iemand die gewist is")


class _NameOrWords(DeferredAttribute):
    """The name as it is kept; of whoever was erased the words for it, in the language of the reader."""

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is not None and instance.__dict__.get("erased_on"):
            return nameless()
        return super().__get__(instance, owner)

    def __set__(self, instance: Any, value: Any) -> None:
        """Without this, what an instance holds would come before the words."""
        instance.__dict__[self.field.attname] = value


class GivenName(_Chars):
    """A given name. Pages ask for it in hundreds of places, so the words for no name stand here."""

    descriptor_class = _NameOrWords

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """What is kept, never the words for it."""
        return model_instance.__dict__.get(self.attname, "")
