"""How the demo's people were found: the intermediaries, what they were given, and who came through whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.outreach import actions as outreach
from samen.outreach import materials_actions as materials
from samen.outreach import year_actions as year
from samen.outreach.actions import Card
from samen.outreach.choices import AgreementPoint, ContactKind, Design, MaterialKind
from samen.outreach.heard import HeardFrom
from samen.outreach.materials_actions import Made
from samen.outreach.models import Intermediary, IntermediaryKind, Material, Source
from samen.outreach.registration import note_came
from samen.people.choices import Role
from samen.people.models import Participation


@dataclass(frozen=True, kw_only=True)
class Partner:
    """An intermediary as a coordinator notes them down. Days count back from the day of loading."""

    name: str
    function: str
    organisation: str
    kind: str
    mail: str
    spoke: tuple[tuple[int, ContactKind, str], ...]
    """How many days ago, how, and what was said."""
    flyers: int = 0
    brings: tuple[str, ...] = ()
    """Who came through them, by name."""
    languages: tuple[str, ...] = ()
    agreed: bool = True


PHONE, VISIT, MAIL, MEETING = ContactKind.PHONE, ContactKind.VISIT, ContactKind.MAIL, ContactKind.MEETING

PARTNERS = (
    Partner(
        name="Katrien De Wilde",
        function="leerkracht",
        organisation="Open School Deinze",
        kind="Nederlands voor anderstaligen",
        mail="katrien.dewilde@openschool.example",
        spoke=((104, VISIT, "Ik mocht in twee klassen vertellen."), (20, PHONE, "De flyers zijn bijna op.")),
        flyers=60,
        brings=("Rahel Tesfamariam", "Shirin Karimi", "Iryna Melnychuk", "Hassan Amedi", "Sunita Gurung"),
        languages=("ar", "fa", "uk"),
    ),
    Partner(
        name="Mustafa Yıldız",
        function="onthaalmedewerker",
        organisation="Gemeentehuis Deinze",
        kind="gemeentelijke loketmedewerkers die nieuwe inwoners onthalen",
        mail="mustafa.yildiz@loket.example",
        spoke=((130, MEETING, "De vier afspraken gemaakt."), (97, PHONE, "Vraagt flyers in het Turks.")),
        flyers=40,
        brings=("Emre Karataş", "Zeynep Aydın", "Yohannes Kidane", "Anahit Grigoryan"),
        languages=("tr", "fr"),
    ),
    Partner(
        name="Greet Maes",
        function="maatschappelijk werker",
        organisation="OCMW Zulte",
        kind="OCMW-medewerkers",
        mail="greet.maes@ocmw.example",
        spoke=((48, PHONE, "Kent twee gezinnen die zoeken."),),
        flyers=20,
        brings=("Farzana Hosseini", "Dmytro Ponomarenko"),
    ),
    Partner(
        name="Pieter Lagae",
        function="medewerker",
        organisation="Steunpunt Vrijwilligers Leiestreek",
        kind="steunpunt voor vrijwilligerswerk",
        mail="pieter.lagae@steunpunt.example",
        spoke=((61, MAIL, "Zet onze oproep in de nieuwsbrief."),),
        brings=("Filip Naessens", "Lies Vanneste"),
    ),
    Partner(
        name="Samira El Amrani",
        function="buurtwerker",
        organisation="Buurthuis De Sluis",
        kind="medewerkers van buurthuizen, opbouwwerkers",
        mail="samira@desluis.example",
        spoke=((5, VISIT, "Hangt de affiche aan het prikbord."),),
        agreed=False,
    ),
)
FLYER = Made(
    kind=MaterialKind.FLYER_A5,
    design=Design.PATHS,
    for_role=Role.NEWCOMER,
    language="nl",
    second_language="ar",
)
POSTER = Made(kind=MaterialKind.POSTER_A3, design=Design.TABLE, for_role=Role.COACH)
PRINTED_DAYS, PRINTED = 140, 250
# Who came without a link, and how they said that they heard of us.
HEARD: Mapping[str, HeardFrom] = {
    "Yemane": HeardFrom.FRIEND,
    "Tarek Zeidan": HeardFrom.FRIEND,
    "Lan Nguyen": HeardFrom.INTERNET,
    "Adaeze Okafor": HeardFrom.SESSION,
    "Joyce Mbuyi": HeardFrom.SCHOOL,
}
BY_FLYER = ("Mursal Ahmadzai", "Blerim Krasniqi", "سارا نوری")


def find_people(parts: Mapping[str, Participation], today: date, actor: audit.Actor) -> None:
    """Everything about finding people, through the actions that the desk uses."""
    outreach.seed_kinds(actor=actor)
    year.begin_with_suggestions(actor=actor)
    printed_on = today - timedelta(days=PRINTED_DAYS)
    flyer = materials.make(made=FLYER, today=printed_on, actor=actor)
    materials.make(made=POSTER, today=printed_on, actor=actor)
    materials.count_stock(material=flyer, stock=PRINTED, actor=actor)
    for partner in PARTNERS:
        intermediary = meet(partner, flyer, today, actor)
        source = outreach.make_link(intermediary=intermediary, today=printed_on, actor=actor)
        _came(parts, partner.brings, source, actor)
    _came(parts, BY_FLYER, Source.objects.filter(material=flyer).first(), actor)
    for name, heard in HEARD.items():
        part = parts[name]
        note_came(part=part, received_at=_noon(part), language="nl", heard_from=heard, actor=actor)


def meet(partner: Partner, flyer: Material | None, today: date, actor: audit.Actor) -> Intermediary:
    """Somebody in the register, with what is agreed, when we spoke and what they were given."""
    first = today - timedelta(days=partner.spoke[0][0])
    card = Card(
        name=partner.name,
        function=partner.function,
        organisation=partner.organisation,
        kind=IntermediaryKind.objects.get(name=partner.kind),
        email=partner.mail,
        languages_reached=list(partner.languages),
    )
    intermediary = outreach.add_intermediary(card=card, today=first, actor=actor)
    if partner.agreed:
        outreach.agree(intermediary=intermediary, points=AgreementPoint.values, today=first, actor=actor)
    for days, kind, note in partner.spoke:
        outreach.note_contact(
            intermediary=intermediary,
            on=today - timedelta(days=days),
            kind=kind,
            note=note,
            call_again_on=None,
            today=today,
            actor=actor,
        )
    if flyer and partner.flyers:
        outreach.hand_out(
            intermediary=intermediary,
            material=flyer,
            number=partner.flyers,
            on=first,
            today=today,
            actor=actor,
        )
    return intermediary


def _came(
    parts: Mapping[str, Participation], names: tuple[str, ...], source: Source | None, actor: audit.Actor
) -> None:
    for part in _known(parts, names):
        note_came(part=part, received_at=_noon(part), language="nl", source=source, actor=actor)


def _known(parts: Mapping[str, Participation], names: tuple[str, ...]) -> Iterator[Participation]:
    return (parts[name] for name in names)


def _noon(part: Participation) -> datetime:
    return datetime.combine(part.registered_on, time(12), BRUSSELS)
