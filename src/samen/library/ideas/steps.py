"""Ideas about what somebody wants to learn, in their own steps."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain, Where
from samen.library.rules import Idea

DOMAIN = Domain.STEPS

IDEAS = (
    Idea(
        "ten-words",
        _("Tien woorden van deze week"),
        _("Kies tien nieuwe woorden. Maak met elk woord een zin over jezelf."),
        _("Hoe leer jij een woord het best?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "three-lines",
        _("Drie zinnen per dag"),
        _("Schrijf een week lang drie zinnen over je dag. Lees ze voor en maak ze samen beter."),
        _("Wat was het mooiste moment van je week?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "letter-for-later",
        _("Een brief voor later"),
        _("Schrijf elk een brief aan jezelf. Lees hem op jullie laatste dag als duo."),
        _("Wat hoop jij voor de volgende zes maanden?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "first-day-walk",
        _("Terug naar de eerste dag"),
        _("Ga naar een plek waar je kwam toen je hier pas woonde. Vertel wat je toen dacht."),
        _("Wat zeg jij aan iemand die hier pas woont?"),
        *(DOMAIN, 60, "1.2", Where.OUTSIDE),
    ),
    Idea(
        "small-step",
        _("Eén kleine stap"),
        _("Kies iets dat je zelf wil kunnen. Zoek de kleinste stap en doe die vandaag samen."),
        _("Wanneer was jij trots op jezelf?"),
        *(DOMAIN, 30, "1.2", Where.EITHER),
    ),
    Idea(
        "question-jar",
        _("Een pot vol vragen"),
        _("Schrijf vragen over het leven hier en doe ze in een pot. Neem er elke keer één uit."),
        _("Over wat wil jij meer weten?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
)
