"""What gatherings are called in the words of who is asked to come."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.events.choices import EventKind

PLAIN: Mapping[EventKind, Promise] = {
    EventKind.EXCHANGE: _("Samen praten"),
    EventKind.SOCIAL: _("Iets samen doen"),
    EventKind.INFORMATION: _("Infomoment"),
    EventKind.TRAINING: _("Een les voor coaches"),
    EventKind.START: _("Samen beginnen"),
    EventKind.CLOSING: _("Feest voor de duo’s"),
    EventKind.SPEED_DATE: _("Elkaar leren kennen"),
}
