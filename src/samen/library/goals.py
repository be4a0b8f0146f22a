"""Examples of questions and goals of a newcomer, by part of life (R48, R50; FAQ question 10).

They speak as the newcomer does. A code never changes and never goes: somebody's list remembers it.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.library.choices import GoalArea


@dataclass(frozen=True)
class GoalExample:
    """Something a newcomer may want to learn or to be able to do."""

    code: str
    area: GoalArea
    words: Promise


AREA_ICONS = {
    GoalArea.DUTCH: "languages",
    GoalArea.PEOPLE: "users-round",
    GoalArea.SCHOOL: "school",
    GoalArea.WORK: "briefcase",
    GoalArea.CARE: "stethoscope",
    GoalArea.HOME: "house",
    GoalArea.TRAVEL: "bus",
    GoalArea.DESK: "file-text",
    GoalArea.CUSTOMS: "landmark",
}

GOAL_EXAMPLES = (
    GoalExample("speak-more", GoalArea.DUTCH, _("Ik wil vaker Nederlands spreken.")),
    GoalExample("dare-to-speak", GoalArea.DUTCH, _("Ik wil durven praten, ook met fouten.")),
    GoalExample("phone-in-dutch", GoalArea.DUTCH, _("Ik wil bellen in het Nederlands.")),
    GoalExample("short-message", GoalArea.DUTCH, _("Ik wil zelf een kort bericht schrijven.")),
    GoalExample("follow-news", GoalArea.DUTCH, _("Ik wil het nieuws begrijpen.")),
    GoalExample("hear-dialect", GoalArea.DUTCH, _("Ik wil mensen begrijpen die dialect praten.")),
    GoalExample("meet-people", GoalArea.PEOPLE, _("Ik wil nieuwe mensen leren kennen.")),
    GoalExample("know-neighbours", GoalArea.PEOPLE, _("Ik wil met mijn buren praten.")),
    GoalExample("join-club", GoalArea.PEOPLE, _("Ik wil bij een club gaan.")),
    GoalExample("do-sport", GoalArea.PEOPLE, _("Ik wil een sport doen.")),
    GoalExample("use-library", GoalArea.PEOPLE, _("Ik wil boeken lenen in de bib.")),
    GoalExample("help-others", GoalArea.PEOPLE, _("Ik wil andere mensen helpen als vrijwilliger.")),
    GoalExample("talk-to-teacher", GoalArea.SCHOOL, _("Ik wil met de leraar van mijn kind praten.")),
    GoalExample("school-letters", GoalArea.SCHOOL, _("Ik wil de brieven van de school begrijpen.")),
    GoalExample("help-with-homework", GoalArea.SCHOOL, _("Ik wil mijn kind helpen met huiswerk.")),
    GoalExample("how-school-works", GoalArea.SCHOOL, _("Ik wil weten hoe de school hier werkt.")),
    GoalExample(
        "children-after-school", GoalArea.SCHOOL, _("Ik wil weten wat mijn kind na school kan doen.")
    ),
    GoalExample("find-course", GoalArea.SCHOOL, _("Ik wil een cursus vinden voor mij.")),
    GoalExample("find-work", GoalArea.WORK, _("Ik wil werk vinden.")),
    GoalExample("make-cv", GoalArea.WORK, _("Ik wil een goed cv maken.")),
    GoalExample("practise-interview", GoalArea.WORK, _("Ik wil oefenen voor een gesprek over werk.")),
    GoalExample("talk-to-colleagues", GoalArea.WORK, _("Ik wil met mijn collega’s praten.")),
    GoalExample("read-payslip", GoalArea.WORK, _("Ik wil mijn loonbrief begrijpen.")),
    GoalExample("use-diploma", GoalArea.WORK, _("Ik wil weten wat mijn diploma hier waard is.")),
    GoalExample("call-the-doctor", GoalArea.CARE, _("Ik wil bellen naar de dokter in het Nederlands.")),
    GoalExample("follow-the-doctor", GoalArea.CARE, _("Ik wil begrijpen wat de dokter zegt.")),
    GoalExample("ask-at-pharmacy", GoalArea.CARE, _("Ik wil vragen stellen in de apotheek.")),
    GoalExample("how-health-fund-works", GoalArea.CARE, _("Ik wil weten wat het ziekenfonds doet.")),
    GoalExample("who-at-night", GoalArea.CARE, _("Ik wil weten wie ik ’s nachts kan bellen.")),
    GoalExample("sort-waste", GoalArea.HOME, _("Ik wil weten waar welk afval hoort.")),
    GoalExample("read-lease", GoalArea.HOME, _("Ik wil het contract van mijn huis begrijpen.")),
    GoalExample("find-home", GoalArea.HOME, _("Ik wil een ander huis zoeken.")),
    GoalExample("ask-for-repair", GoalArea.HOME, _("Ik wil vragen om iets in huis te maken.")),
    GoalExample("use-less-energy", GoalArea.HOME, _("Ik wil minder betalen voor licht en warmte.")),
    GoalExample("shop-for-less", GoalArea.HOME, _("Ik wil winkelen waar het minder kost.")),
    GoalExample("take-bus-and-train", GoalArea.TRAVEL, _("Ik wil alleen met de bus en de trein reizen.")),
    GoalExample("ride-bike", GoalArea.TRAVEL, _("Ik wil leren fietsen.")),
    GoalExample("get-licence", GoalArea.TRAVEL, _("Ik wil leren rijden met de auto.")),
    GoalExample("find-the-way", GoalArea.TRAVEL, _("Ik wil de weg zoeken met mijn telefoon.")),
    GoalExample("know-the-town", GoalArea.TRAVEL, _("Ik wil onze stad of gemeente beter kennen.")),
    GoalExample("read-my-letters", GoalArea.DESK, _("Ik wil mijn brieven zelf begrijpen.")),
    GoalExample("go-to-town-hall", GoalArea.DESK, _("Ik wil alleen naar het gemeentehuis gaan.")),
    GoalExample("fill-in-forms", GoalArea.DESK, _("Ik wil zelf een formulier invullen.")),
    GoalExample("pay-bills", GoalArea.DESK, _("Ik wil weten wat ik moet betalen en wanneer.")),
    GoalExample("bank-app", GoalArea.DESK, _("Ik wil de app van mijn bank gebruiken.")),
    GoalExample("arrange-online", GoalArea.DESK, _("Ik wil dingen regelen op het internet.")),
    GoalExample("know-history", GoalArea.CUSTOMS, _("Ik wil weten wat hier vroeger gebeurde.")),
    GoalExample("know-customs", GoalArea.CUSTOMS, _("Ik wil de gewoonten van hier kennen.")),
    GoalExample("know-feasts", GoalArea.CUSTOMS, _("Ik wil weten welke feesten er hier zijn.")),
    GoalExample("cook-local-food", GoalArea.CUSTOMS, _("Ik wil eten van hier leren koken.")),
    GoalExample("be-polite", GoalArea.CUSTOMS, _("Ik wil weten wat mensen hier beleefd vinden.")),
    GoalExample("how-country-works", GoalArea.CUSTOMS, _("Ik wil weten hoe dit land werkt.")),
)
