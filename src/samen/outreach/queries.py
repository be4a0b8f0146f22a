"""Reads about those who find people, and about the links that tell where somebody comes from."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, F, Max, Prefetch, Q, QuerySet

from samen.outreach import rules
from samen.outreach.choices import SourceKind
from samen.outreach.models import (
    ContactMoment,
    HandOut,
    Intermediary,
    IntermediaryKind,
    Material,
    Source,
    StartingKinds,
)
from samen.people.words import fold

LONGEST_SEARCH = 100


# ---------- Kinds ----------


def main_kinds() -> QuerySet[IntermediaryKind]:
    """The kinds on top with their parts, in order; `used` is how many intermediaries are of that kind."""
    used = IntermediaryKind.objects.annotate(used=Count("intermediaries")).order_by("position", "id")
    return used.filter(parent=None).prefetch_related(Prefetch("parts", queryset=used))


def were_kinds_given() -> bool:
    """Whether this initiative got the list to begin with, whatever it made of it since."""
    return StartingKinds.objects.exists()


def kind_choices() -> list[tuple[int, str]]:
    """Every kind to choose from; a part tells what it is a part of."""
    found = []
    for kind in main_kinds():
        found.append((kind.pk, kind.name))
        found += [(part.pk, f"{kind.name}: {part.name}") for part in kind.parts.all()]
    return found


# ---------- The register ----------


@dataclass(frozen=True)
class RegisterFilter:
    """What the reader of the register asked to see; what is not in a list counts as not asked."""

    words: str = ""
    kind: int | None = None
    language: str = ""
    is_due: bool = False
    is_former: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "RegisterFilter":
        """From the address."""
        kind = query.get("kind", "")
        return cls(
            words=_plain(query.get("q", "")),
            kind=int(kind) if kind.isascii() and kind.isdigit() and len(kind) < 10 else None,
            language=_plain(query.get("language", "")),
            is_due=query.get("show") == "due",
            is_former=query.get("show") == "former",
        )


def _plain(text: str) -> str:
    return text.replace("\x00", "").strip()[:LONGEST_SEARCH]


def intermediaries() -> QuerySet[Intermediary]:
    """Everybody in the register, with their kind and the day of the last contact as `last_contact_on`."""
    found = Intermediary.objects.select_related("kind__parent")
    # A query that counts forgets the order of the model.
    return found.annotate(last_contact_on=Max("contacts__on")).order_by("organisation", "name", "id")


def find_intermediaries(wanted: RegisterFilter, today: date) -> QuerySet[Intermediary]:
    """Those whom the reader asked to see, by name across accents and scripts: `search` begins with it."""
    found = intermediaries().filter(ended_on__isnull=not wanted.is_former).order_by("search", "pk")
    if wanted.is_due:
        found = found.filter(call_again_on__lte=today)
    if wanted.kind is not None:
        found = found.filter(Q(kind=wanted.kind) | Q(kind__parent=wanted.kind))
    if wanted.language:
        found = found.filter(pk__in=_who_reach(wanted.language))
    for word in fold(wanted.words).split():
        found = found.filter(search__contains=word)
    return found


def _who_reach(language: str) -> list[int]:
    """Ids of those who reach a language: lists in one column are compared here, alike on every database."""
    reached = Intermediary.objects.values_list("pk", "languages_reached")
    return [pk for pk, languages in reached if language in languages]


def register_counts(today: date) -> dict[str, int]:
    """How many there are now, of whom so many are due for a call, and how many there were."""
    now = Q(ended_on=None)
    return Intermediary.objects.aggregate(
        now=Count("pk", filter=now),
        due=Count("pk", filter=now & Q(call_again_on__lte=today)),
        former=Count("pk", filter=~now),
    )


def languages_in_use() -> list[tuple[str, str]]:
    """Every language that somebody in the register reaches, by its own name."""
    seen: set[str] = set()
    for languages in Intermediary.objects.values_list("languages_reached", flat=True):
        seen.update(languages)
    return sorted(((language, language_name(language)) for language in seen), key=lambda pair: fold(pair[1]))


def language_name(language: str) -> str:
    """A language by its own name; one that the site does not speak is called as it was written down."""
    return dict(settings.LANGUAGES).get(language, language)


def language_names(languages: Sequence[str]) -> list[str]:
    """Languages by their own names."""
    return [language_name(language) for language in languages]


def due_calls(today: date) -> list[Intermediary]:
    """Whom to call again, who waits longest first."""
    due = intermediaries().filter(ended_on=None, call_again_on__lte=today)
    return list(due.order_by("call_again_on", "pk"))


# ---------- One intermediary ----------


def contacts_of(intermediary: Intermediary) -> QuerySet[ContactMoment]:
    """Every contact, newest first."""
    return ContactMoment.objects.filter(intermediary=intermediary)


def handouts_of(intermediary: Intermediary) -> QuerySet[HandOut]:
    """What was handed out, newest first."""
    return HandOut.objects.filter(intermediary=intermediary).select_related("material")


def handout_of_form(intermediary: Intermediary, token: str) -> HandOut | None:
    """What was noted with this very form; pressed twice, it is there already."""
    return HandOut.objects.filter(intermediary=intermediary, token=token).first() if token else None


def materials_to_give() -> QuerySet[Material]:
    """What can be handed out."""
    return Material.objects.filter(ended_on=None)


def by_secret(secret: str) -> Intermediary | None:
    """Whose page this secret opens; nobody's when it was taken back or the cooperation ended."""
    return Intermediary.objects.filter(page_hash=hash_of(secret), ended_on=None).first()


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is as long as a key, so it needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


# ---------- Sources ----------


def sources() -> QuerySet[Source]:
    """Every link, with whose it is and how many registered with it as `came`."""
    found = Source.objects.select_related("intermediary", "material")
    return found.annotate(came=Count("registrations")).order_by("id")


def channels() -> QuerySet[Source]:
    """The channels, those that run first, then by name."""
    return (
        sources().filter(kind=SourceKind.CHANNEL).order_by(F("ended_on").asc(nulls_first=True), "label", "pk")
    )


def links_of(intermediary: Intermediary) -> QuerySet[Source]:
    """The personal links of an intermediary, newest first."""
    return sources().filter(kind=SourceKind.INTERMEDIARY, intermediary=intermediary).order_by("-pk")


def live_link_of(intermediary: Intermediary) -> Source | None:
    """The personal link that still works."""
    return links_of(intermediary).filter(ended_on=None).first()


def source_by_code(code: str) -> Source | None:
    """The link with this code, as somebody typed it, when it still works."""
    written = rules.code_as_written(code)
    return sources().filter(code=written, ended_on=None).first()
