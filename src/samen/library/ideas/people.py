"""Ideas about the people around us."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain, Where
from samen.library.rules import Idea

DOMAIN = Domain.PEOPLE

IDEAS = (
    Idea(
        "hello-neighbours",
        _("Zeg dag tegen de buren"),
        _("Oefen wat je zegt en bel dan aan. Zeg wie je bent en waar je woont."),
        _("Wanneer bel jij aan bij een buur?"),
        *(DOMAIN, 30, "1.2", Where.EITHER),
    ),
    Idea(
        "three-old-photos",
        _("Drie foto’s die je graag toont"),
        _("Breng elk drie foto’s mee. De ander stelt bij elke foto één vraag."),
        _("Welke dag wil jij nog één keer beleven?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "bench-half-hour",
        _("Een half uur op een bank"),
        _("Ga samen op een plein zitten en kijk rond. Raad waar de mensen naartoe gaan."),
        _("Wanneer praat jij met iemand die je niet kent?"),
        *(DOMAIN, 30, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "people-map",
        _("De mensen om jou heen"),
        _(
            "Teken jezelf in het midden van een blad. "
            "Schrijf rond jou wie je belt, wie je helpt en wie jou helpt."
        ),
        _("Wie wil jij vaker zien?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "thank-you-card",
        _("Een kaart om dank je te zeggen"),
        _("Kies iemand die jou hielp. Schrijf samen een korte kaart en geef ze af."),
        _("Hoe zeg jij dank je zonder woorden?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "meet-other-duo",
        _("Spreek af met een ander duo"),
        _(
            "Vraag of een ander duo mee gaat wandelen of iets wil drinken. "
            "Met vier praat je over andere dingen."
        ),
        _("Wat leerde je van de anderen?"),
        *(DOMAIN, 90, "1.2", Where.EITHER),
    ),
)
