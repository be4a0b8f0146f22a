"""Question cards: one question and one to go on with, asked by either to the other (R50)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain


@dataclass(frozen=True)
class Card:
    """A card of the pile."""

    code: str
    domain: Domain
    # The level of Dutch from which it works.
    level: str
    ask: Promise
    more: Promise


CARDS = (
    Card("who-calls", Domain.PEOPLE, "1.1", _("Wie belt jou vaak?"), _("Waarover praten jullie dan?")),
    Card("laugh-with", Domain.PEOPLE, "1.1", _("Met wie lach jij veel?"), _("Wat was er grappig deze week?")),
    Card(
        "make-friends",
        Domain.PEOPLE,
        "1.2",
        _("Hoe leer je hier vrienden kennen?"),
        _("Wat werkt goed, en wat niet?"),
    ),
    Card(
        "next-door", Domain.PEOPLE, "1.1", _("Wie woont er naast jou?"), _("Wat weet je al van hem of haar?")
    ),
    Card("good-advice", Domain.PEOPLE, "2.1", _("Wie gaf jou ooit goede raad?"), _("Wat was die raad?")),
    Card("good-friend", Domain.PEOPLE, "1.2", _("Wat is voor jou een goede vriend?"), _("Hoe merk je dat?")),
    Card(
        "fine-custom",
        Domain.CUSTOMS,
        "1.2",
        _("Welke gewoonte van hier vind jij mooi?"),
        _("En welke vind jij vreemd?"),
    ),
    Card(
        "how-to-greet",
        Domain.CUSTOMS,
        "1.1",
        _("Hoe zeg jij dag tegen een vriend?"),
        _("En tegen iemand die je niet kent?"),
    ),
    Card(
        "on-a-visit",
        Domain.CUSTOMS,
        "1.2",
        _("Wat neem jij mee als je op bezoek gaat?"),
        _("Bel je eerst, of kom je gewoon?"),
    ),
    Card("a-feast", Domain.CUSTOMS, "1.1", _("Welk feest vier jij graag?"), _("Wat eten jullie dan?")),
    Card(
        "must-know",
        Domain.CUSTOMS,
        "1.2",
        _("Wat moet iemand weten die hier pas woont?"),
        _("Wie vertelde het aan jou?"),
    ),
    Card(
        "past-here",
        Domain.CUSTOMS,
        "2.1",
        _("Wat weet jij over vroeger in Vlaanderen?"),
        _("Wat wil je nog weten?"),
    ),
    Card(
        "on-time",
        Domain.CUSTOMS,
        "1.2",
        _("Hoe laat kom jij als iemand zegt: om drie uur?"),
        _("Wat zeg je als je te laat bent?"),
    ),
    Card(
        "plain-day-food",
        Domain.HOME,
        "1.1",
        _("Wat eet jij op een gewone dag?"),
        _("En wat eet je alleen op een feest?"),
    ),
    Card("fine-spot", Domain.HOME, "1.1", _("Welke plek in huis vind jij fijn?"), _("Wat doe je daar?")),
    Card("who-does-what", Domain.HOME, "1.2", _("Wie doet wat bij jou thuis?"), _("Was dat vroeger ook zo?")),
    Card(
        "save-energy",
        Domain.HOME,
        "1.2",
        _("Wat kost bij jou het meest: water, stroom of warmte?"),
        _("Hoe doe je het met minder?"),
    ),
    Card(
        "rent-a-house",
        Domain.HOME,
        "2.1",
        _("Wat mag niet in een huis dat je huurt?"),
        _("Aan wie kan je dat vragen?"),
    ),
    Card("cook-for-many", Domain.HOME, "1.1", _("Kook jij graag voor veel mensen?"), _("Wat maak je dan?")),
    Card("where-food", Domain.SHOPPING, "1.1", _("Waar koop jij je eten?"), _("Waarom daar?")),
    Card(
        "dearer",
        Domain.SHOPPING,
        "1.2",
        _("Wat is hier veel duurder dan je dacht?"),
        _("En wat kost hier minder?"),
    ),
    Card(
        "online-buying",
        Domain.SHOPPING,
        "1.2",
        _("Koop jij soms iets via het internet?"),
        _("Ging er al eens iets mis?"),
    ),
    Card(
        "good-price", Domain.SHOPPING, "1.2", _("Hoe weet jij of een prijs goed is?"), _("Waar kijk je naar?")
    ),
    Card("never-new", Domain.SHOPPING, "2.1", _("Wat koop jij nooit nieuw?"), _("Waar vind je het dan?")),
    Card(
        "last-counter",
        Domain.SERVICES,
        "1.2",
        _("Waar was jij het laatst aan een loket?"),
        _("Begreep je alles?"),
    ),
    Card(
        "hard-letter",
        Domain.SERVICES,
        "1.2",
        _("Welke brief wil jij graag begrijpen?"),
        _("Van wie komt hij?"),
    ),
    Card(
        "help-with-papers",
        Domain.SERVICES,
        "1.2",
        _("Wie helpt jou met papieren?"),
        _("Wanneer kan je daar langsgaan?"),
    ),
    Card(
        "on-the-net",
        Domain.SERVICES,
        "1.2",
        _("Wat doe jij via het internet, en wat niet?"),
        _("Wat is moeilijk?"),
    ),
    Card("in-a-fire", Domain.SERVICES, "1.1", _("Welk nummer bel je als er brand is?"), _("Wat zeg je dan?")),
    Card(
        "still-looking",
        Domain.SERVICES,
        "2.1",
        _("Welke dienst zoek jij nog?"),
        _("Waar kunnen wij samen kijken?"),
    ),
    Card("learning-now", Domain.SCHOOL, "1.1", _("Wat leer jij nu?"), _("Waarom leer je het?")),
    Card(
        "school-before",
        Domain.SCHOOL,
        "1.2",
        _("Hoe was het vroeger op jouw school?"),
        _("Wat is hier anders?"),
    ),
    Card(
        "good-at-dutch",
        Domain.SCHOOL,
        "1.1",
        _("Wat kan jij al goed in het Nederlands?"),
        _("Wat wil je nu leren?"),
    ),
    Card(
        "hear-dutch",
        Domain.SCHOOL,
        "1.1",
        _("Waar hoor jij Nederlands in je week?"),
        _("Met wie kan je meer praten?"),
    ),
    Card(
        "ask-a-teacher",
        Domain.SCHOOL,
        "1.2",
        _("Wat wil jij vragen aan een leraar?"),
        _("Durf je het te vragen?"),
    ),
    Card(
        "next-course",
        Domain.SCHOOL,
        "2.1",
        _("Welke les wil jij nog volgen?"),
        _("Wat heb je daarvoor nodig?"),
    ),
    Card("work-done", Domain.WORK, "1.1", _("Welk werk deed jij al?"), _("Wat deed je graag?")),
    Card(
        "work-wanted",
        Domain.WORK,
        "1.2",
        _("Welk werk wil jij later doen?"),
        _("Wat moet je daarvoor nog leren?"),
    ),
    Card("find-work", Domain.WORK, "1.2", _("Hoe zoek je hier werk?"), _("Wie kan je helpen?")),
    Card(
        "good-boss", Domain.WORK, "1.2", _("Wat is voor jou een goede baas?"), _("Wat doet die, en wat niet?")
    ),
    Card(
        "work-talk",
        Domain.WORK,
        "2.1",
        _("Waarover praten mensen hier op het werk?"),
        _("Waarover praten zij niet?"),
    ),
    Card("free-day", Domain.LEISURE, "1.1", _("Wat doe jij op een vrije dag?"), _("Met wie?")),
    Card(
        "once-loved",
        Domain.LEISURE,
        "1.2",
        _("Wat deed jij vroeger graag, en nu niet meer?"),
        _("Hoe kan je het weer doen?"),
    ),
    Card("to-rest", Domain.LEISURE, "1.2", _("Waar word jij rustig van?"), _("Hoe vaak doe je dat?")),
    Card(
        "child-game", Domain.LEISURE, "1.1", _("Welk spel speelde jij als kind?"), _("Kan je het mij leren?")
    ),
    Card(
        "still-to-see",
        Domain.LEISURE,
        "1.1",
        _("Wat wil jij hier in de buurt nog zien?"),
        _("Wanneer gaan we?"),
    ),
    Card("music-liked", Domain.CULTURE, "1.1", _("Welke muziek hoor jij graag?"), _("Mag ik iets horen?")),
    Card("reading", Domain.CULTURE, "1.1", _("Lees jij graag?"), _("Wat lees je, en in welke taal?")),
    Card(
        "seen-twice",
        Domain.CULTURE,
        "1.2",
        _("Welke film zag jij meer dan één keer?"),
        _("Waarover gaat hij?"),
    ),
    Card(
        "told-story",
        Domain.CULTURE,
        "2.1",
        _("Welk verhaal vertelde men jou als kind?"),
        _("Wat leer je eruit?"),
    ),
    Card(
        "last-outing",
        Domain.CULTURE,
        "1.2",
        _("Ging jij hier al naar een museum of een concert?"),
        _("Hoe was het?"),
    ),
    Card("moving", Domain.SPORT, "1.1", _("Beweeg jij graag?"), _("Wat doe je, en waar?")),
    Card("watch-sport", Domain.SPORT, "1.1", _("Naar welke sport kijk jij?"), _("Wie moet er winnen?")),
    Card("in-a-club", Domain.SPORT, "1.2", _("Was jij ooit lid van een club?"), _("Hoe word je hier lid?")),
    Card("free-sport", Domain.SPORT, "1.2", _("Waar kan je hier gratis sporten?"), _("Gaan we eens kijken?")),
    Card("when-losing", Domain.SPORT, "1.2", _("Wat doe jij als je verliest?"), _("En als je wint?")),
    Card(
        "liked-weather", Domain.NATURE, "1.1", _("Welk weer heb jij graag?"), _("Wat doe je als het regent?")
    ),
    Card(
        "wood-or-sea",
        Domain.NATURE,
        "1.1",
        _("Was jij hier al in een bos of aan zee?"),
        _("Met wie was je daar?"),
    ),
    Card(
        "fine-animal", Domain.NATURE, "1.1", _("Welk dier vind jij mooi?"), _("Voor welk dier ben je bang?")
    ),
    Card(
        "growing-here",
        Domain.NATURE,
        "1.2",
        _("Groeit er iets bij jou thuis?"),
        _("Wat wil je zien groeien?"),
    ),
    Card(
        "autumn-change",
        Domain.NATURE,
        "2.1",
        _("Wat verandert er hier in de herfst?"),
        _("Hoe was dat toen jij klein was?"),
    ),
    Card(
        "way-to-work",
        Domain.TRAVEL,
        "1.1",
        _("Hoe ga jij naar de les of het werk?"),
        _("Hoe lang duurt het?"),
    ),
    Card("cycling", Domain.TRAVEL, "1.1", _("Fiets jij?"), _("Wat is moeilijk op de weg?")),
    Card("lost-way", Domain.TRAVEL, "1.2", _("Waar was jij al eens de weg kwijt?"), _("Wie hielp je?")),
    Card(
        "my-bus",
        Domain.TRAVEL,
        "1.2",
        _("Welke bus of trein neem jij vaak?"),
        _("Wat doe je als hij niet komt?"),
    ),
    Card(
        "show-a-place", Domain.TRAVEL, "1.1", _("Welke plek wil jij mij laten zien?"), _("Wanneer gaan we?")
    ),
    Card("works-now", Domain.STEPS, "1.2", _("Wat lukt nu goed, en vroeger niet?"), _("Hoe kwam dat?")),
    Card(
        "try-once",
        Domain.STEPS,
        "1.2",
        _("Wat wil je deze maand één keer proberen?"),
        _("Wat heb je daarvoor nodig?"),
    ),
    Card(
        "without-help",
        Domain.STEPS,
        "1.2",
        _("Wat wil je zelf kunnen, zonder hulp?"),
        _("Wat is een kleine eerste stap?"),
    ),
    Card("know-more", Domain.STEPS, "1.1", _("Over wat wil je meer weten?"), _("Waar vinden wij dat?")),
    Card(
        "hard-this-week",
        Domain.STEPS,
        "2.1",
        _("Wat was moeilijk deze week?"),
        _("Wil je er iets aan doen, of wil je gewoon vertellen?"),
    ),
    Card("proud-of", Domain.STEPS, "1.2", _("Waar ben jij trots op?"), _("Wie mag dat weten?")),
)
