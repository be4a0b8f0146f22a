"""A gathering: when, where, who is invited, what they said, who came, and what they thought of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.events.choices import ICONS, EventKind, ForWhom, Reply
from samen.events.opinions import Liked, Useful
from samen.events.plain_names import PLAIN
from samen.initiatives.tenancy import TenantModel
from samen.people.models import Participation

LONGEST_PLACE, LONGEST_TITLE, MOST_CHAIRS, MOST_GUESTS = 160, 80, 2000, 2000


class Event(TenantModel):
    """One gathering with a place and a time; cancelled rather than deleted."""

    kind = models.CharField(_("soort"), max_length=12, choices=EventKind, default=EventKind.INFORMATION)
    title = models.CharField(_("naam"), max_length=LONGEST_TITLE, blank=True)
    for_role = models.CharField(_("voor wie"), max_length=10, choices=ForWhom, blank=True)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("waar"), max_length=LONGEST_PLACE)
    note = models.CharField(_("goed om te weten"), max_length=300, blank=True)
    # As many as want may come when nothing is filled in.
    chairs = models.PositiveSmallIntegerField(_("aantal stoelen"), null=True, blank=True)
    is_public = models.BooleanField(_("op de pagina van het initiatief"), default=False)
    asks_child_care = models.BooleanField(_("vraag naar kinderopvang"), default=False)
    asks_transport = models.BooleanField(_("vraag naar vervoer"), default=False)
    # People who take part in nothing here: only how many.
    guests = models.PositiveSmallIntegerField(_("andere bezoekers"), default=0)
    # The same at another moment, for who cannot come to this one (R67); it stands on the later made.
    twin = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="twins")
    thanked_on = models.DateField(_("bedankt op"), null=True, blank=True)
    cancelled_on = models.DateField(_("afgelast op"), null=True, blank=True)
    # Grows with each change that the invited are told of; a calendar takes the highest (RFC 5545, 3.8.7.4).
    sequence = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """Soonest first."""

        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(chairs=None) | Q(chairs__gt=0), name="event_has_a_chair"),
        )

    def __str__(self) -> str:
        """Kind and moment."""
        return f"{self.kind} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def name(self) -> str:
        """What it is called: its own name, or its kind in the language of who reads."""
        return self.title or str(self.get_kind_display())

    @property
    def plain_name(self) -> str | Promise:
        """What who is asked to come reads: its own name, or its kind in everyday words."""
        return self.title or PLAIN[EventKind(self.kind)]

    @property
    def icon(self) -> str:
        """The sign of its kind."""
        return ICONS[EventKind(self.kind)]


class Invitation(TenantModel):
    """Somebody is asked to come, or came unasked; once for each gathering."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="invitations")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="invitations")
    invited_at = models.DateTimeField(_("uitgenodigd op"), default=clock.now)
    reply = models.CharField(_("antwoord"), max_length=7, choices=Reply, blank=True, default=Reply.NONE)
    replied_at = models.DateTimeField(_("geantwoord op"), null=True, blank=True)
    needs_child_care = models.BooleanField(_("wil kinderopvang"), null=True, blank=True)
    needs_transport = models.BooleanField(_("wil vervoer"), null=True, blank=True)
    came = models.BooleanField(_("was er"), null=True, blank=True)
    walked_in = models.BooleanField(_("kwam zonder uitnodiging"), default=False)
    # What they thought of it stands elsewhere, without them.
    gave_opinion = models.BooleanField(_("zei hoe het was"), default=False)

    class Meta:
        """In the order in which they were asked; a reply has its moment."""

        ordering = ("invited_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("event", "participation"), name="one_invitation_each"),
            models.CheckConstraint(
                condition=Q(reply="") | Q(replied_at__isnull=False), name="a_reply_has_a_moment"
            ),
        )

    def __str__(self) -> str:
        """Number and reply."""
        return f"invitation {self.pk} {self.reply}"


class Opinion(TenantModel):
    """What somebody thought of a gathering, in three answers; nothing tells who."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="opinions")
    liked = models.CharField(_("hoe was het"), max_length=6, choices=Liked)
    useful = models.CharField(_("iets geleerd"), max_length=6, choices=Useful)
    next_time = models.CharField(_("volgende keer"), max_length=300, blank=True)

    class Meta:
        """In no order that tells when."""

        ordering = ("event", "liked", "useful", "next_time")

    def __str__(self) -> str:
        """What was said."""
        return f"{self.liked} {self.useful}"
