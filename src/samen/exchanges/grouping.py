"""From a session to the engine and back: who sits where, what could not be, and what a swap does, in words.

The engine knows invitations by number and nothing of names (`duomatch.groups`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

import duomatch
from samen.base.errors import RuleBroken
from samen.events.models import Invitation
from samen.exchanges import queries
from samen.exchanges.models import Session

# People talk best with five to seven; with the facilitator that is one table.
USUAL_SIZE = 6


def usual_number(people: int) -> int:
    """How many groups of a usual size these people make."""
    return duomatch.how_many_groups(people, USUAL_SIZE) if people else 1


def divide(session: Session, people: Sequence[Invitation], count: int) -> list[list[int]]:
    """The numbers of the invitations in each group; the same session and people give the same groups."""
    split = duomatch.make_groups(_asked(session, people, count), seed=session.pk)
    return [[int(one) for one in group] for group in split.groups]


def _asked(session: Session, people: Sequence[Invitation], count: int) -> duomatch.Asked:
    """The question for the engine; six reads at most."""
    parts = {one.participation_id: one for one in people}
    level, experienced = queries.levels(parts), queries.experienced(parts, session.event.starts_at.date())
    together, apart = wished_pairs(session, parts)
    return duomatch.Asked(
        members=tuple(_member(one, level, experienced) for one in people),
        groups=count,
        apart=frozenset(_numbers(apart, parts)),
        together=frozenset(_numbers(together, parts)),
        met_before={
            pair: times
            for two, times in queries.met_before(session, parts).items()
            for pair in _numbers([two], parts)
        },
    )


def wished_pairs(
    session: Session, parts: Collection[int]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs of these people that are to sit together, and those that must not; the lower number first."""
    wishes = queries.pair_wishes(session)
    here = [wish for wish in wishes if wish.one_id in parts and wish.other_id in parts]
    apart = {(wish.one_id, wish.other_id) for wish in here if not wish.together}
    together = {(wish.one_id, wish.other_id) for wish in here if wish.together}
    if session.keeps_duos_apart:
        # Whoever wants a certain two together knows that they are a duo.
        apart |= _in_order(queries.duo_pairs(parts)) - together
    return together, apart


def _member(one: Invitation, level: dict[int, str], experienced: set[int]) -> duomatch.Member:
    part = one.participation
    return duomatch.Member(
        id=str(one.pk),
        role=part.role,
        level=level.get(part.pk),
        gender=part.person.gender or None,
        is_experienced=part.pk in experienced,
        languages=frozenset(part.person.languages),
    )


def _in_order(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    return {(min(pair), max(pair)) for pair in pairs}


def _numbers(pairs: Iterable[tuple[int, int]], parts: dict[int, Invitation]) -> list[tuple[str, str]]:
    return [(str(parts[one].pk), str(parts[other].pk)) for one, other in sorted(pairs)]


# ---------- As they are now ----------


@dataclass(frozen=True)
class Now:
    """The groups as they are kept, with the question they answer."""

    asked: duomatch.Asked
    groups: tuple[tuple[str, ...], ...]
    names: dict[str, str]


def _now(session: Session, made: Sequence[queries.Group]) -> Now | None:
    """The question that these groups answer; None when there are none."""
    people = [one for group in made for one in group.people]
    if not people:
        return None
    return Now(
        _asked(session, people, len(made)),
        tuple(tuple(str(one.pk) for one in group.people) for group in made),
        {str(one.pk): str(one.participation.person) for one in people},
    )


def remarks_of(session: Session, made: Sequence[queries.Group]) -> list[str]:
    """What could not be in the groups as they are, in sentences; what only is a little uneven is left out."""
    now = _now(session, made)
    if now is None:
        return []
    told = (_sentence(remark, now.names) for remark in duomatch.split_of(now.groups, now.asked).remarks)
    return [words for words in told if words]


def _sentence(remark: duomatch.Remark, names: dict[str, str]) -> str:
    who = dict(zip("ab", (names[one] for one in remark.ids), strict=False))
    match remark.code:
        case "clash":
            return _("%(a)s en %(b)s moeten apart zitten en zitten samen.") % who
        case "wish_split":
            return _("%(a)s en %(b)s wilden samen zitten en zitten apart.") % who
        case "alone":
            return _("%(a)s heeft in de groep niemand die kan helpen in een andere taal.") % who
    return ""


@dataclass(frozen=True)
class SwapTold:
    """What a swap of two people does, in sentences."""

    sentences: list[str]
    is_worse: bool


def swap_told(session: Session, made: Sequence[queries.Group], one: int, other: int) -> SwapTold:
    """What changes when these two, by the numbers of their invitations, change places."""
    now = _now(session, made)
    if now is None or {str(one), str(other)} - now.names.keys():
        raise RuleBroken("no_seat", _("De groepen zijn intussen veranderd. Laad de pagina opnieuw."))
    if any({str(one), str(other)} <= set(group) for group in now.groups):
        raise RuleBroken("same_group", _("Zij zitten in dezelfde groep. Kies iemand van een andere groep."))
    before, after = duomatch.swap_effect(now.groups, now.asked, str(one), str(other))
    return SwapTold(_changes(before, after), after.rank > before.rank)


def _changes(before: duomatch.Cost, after: duomatch.Cost) -> list[str]:
    """One sentence for each part that becomes better or worse; one when none does."""
    changes = {part: getattr(after, part) - getattr(before, part) for part in before.as_dict()}
    told = [words for part, change in changes.items() if change and (words := _change(part, change > 0))]
    return told or [_("Voor de groepen maakt het geen verschil.")]


def _change(part: str, is_worse: bool) -> str:
    """A sentence about one part of the cost; nothing for the sum."""
    match part, is_worse:
        case "clashes", True:
            return _("Er zitten meer mensen samen die apart moeten zitten.")
        case "clashes", False:
            return _("Er zitten minder mensen samen die apart moeten zitten.")
        case "split_wishes", True:
            return _("Meer mensen die samen wilden zitten, zitten apart.")
        case "split_wishes", False:
            return _("Meer mensen die samen wilden zitten, zitten samen.")
        case "met_before", True:
            return _("Meer mensen kennen elkaar al van een vorige keer.")
        case "met_before", False:
            return _("Minder mensen kennen elkaar al van een vorige keer.")
        case "role", True:
            return _("Nieuwkomers en coaches zijn minder goed verdeeld.")
        case "role", False:
            return _("Nieuwkomers en coaches zijn beter verdeeld.")
        case "level", True:
            return _("Het niveau Nederlands is minder goed verdeeld.")
        case "level", False:
            return _("Het niveau Nederlands is beter verdeeld.")
        case "gender", True:
            return _("Mannen en vrouwen zijn minder goed verdeeld.")
        case "gender", False:
            return _("Mannen en vrouwen zijn beter verdeeld.")
        case "experience", True:
            return _("Wie al ervaring heeft, is minder goed verdeeld.")
        case "experience", False:
            return _("Wie al ervaring heeft, is beter verdeeld.")
        case "alone", True:
            return _("Meer mensen hebben niemand die kan helpen in een andere taal.")
        case "alone", False:
            return _("Minder mensen hebben niemand die kan helpen in een andere taal.")
    return ""
