"""The papers of a duo: what stands on them, for whom, in which language, and when there are none."""

import io
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from django.http import HttpResponse
from pypdf import PdfReader

from samen.base import clock, languages
from samen.base.audit import Actor
from samen.base.scoping import scope
from samen.documents import pdf
from samen.duos import documents, goal_actions, paper_words, plan_actions
from samen.duos.choices import ClosingReason
from samen.duos.goal_choices import GoalStanding
from samen.duos.models import Duo
from samen.duos.paper_words import agreement_words, in_hours, sheet_words
from samen.files import actions as files
from samen.files.choices import PictureKind
from samen.files.pictures import redraw
from samen.initiatives.actions import Presentation, present
from samen.initiatives.choices import Role as StaffRole
from samen.people.choices import Role
from tests.support.initiative import ACTOR, Office, close_duo, make_office

PAPERS = ("agreement", "sheet", "certificates")
ARABIC = "نلتقي مرة كل أسبوعين على الأقل ونفعل شيئا معا"
NAMES = {
    "agreement": "agreement_words",
    "sheet": "sheet_words",
    "certificates": "certificate_words",
    "participation": "participation_words",
}


@pytest.fixture
def duo(office: Office) -> Duo:
    present(
        initiative=office.initiative,
        presentation=Presentation(
            name="Samen in Deinze",
            organisation="Stad Deinze",
            contact_name="Griet",
            contact_phone="+3292110034",
            contact_hours="maandag tot donderdag, 9 tot 16 uur",
        ),
        actor=ACTOR,
    )
    return office.duo(
        office.newcomer("Amal Saleh", phone="+32470111111", written_language="ar"),
        office.coach("Bart Goossens", phone="+32470222222", written_language="nl"),
        met_days_ago=[3, 20],
    )


@pytest.fixture
def translated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody put every paper into Arabic; a name in a list of names stays."""
    for name in NAMES.values():
        monkeypatch.setattr(documents, name, _in_arabic(getattr(paper_words, name)))


def _in_arabic(words):  # type: ignore[no-untyped-def]
    def say(code: str, **known: object) -> object:
        said = words(code, **known)
        if code != "ar":
            return said
        long = {
            field.name: (ARABIC * 3)[: len(value)] if isinstance(value, str) else tuple(ARABIC for _ in value)
            for field in fields(said)
            if (value := getattr(said, field.name)) and field.name != "signs"
        }
        return replace(said, **long)

    return say


def ask(office: Office, duo: Duo, paper: str, role: StaffRole = StaffRole.COORDINATOR) -> HttpResponse:
    answer: HttpResponse = office.client(role).get(office.url(f"duos/{duo.pk}/{paper}.pdf"), follow=True)
    return answer


def pages(answer: HttpResponse) -> list[str]:
    assert answer["Content-Type"] == "application/pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(answer.content)).pages]


def close(office: Office, duo: Duo) -> None:
    with scope(office.initiative.pk):
        close_duo(duo, ClosingReason.MOVED, clock.today())


# ---------- What stands on them ----------


def test_the_agreement_holds_the_four_rules_and_three_signatures(office: Office, duo: Duo) -> None:
    answer = ask(office, duo, "agreement")
    page, for_the_coach = pages(answer)
    assert "Bart Goossens" in for_the_coach
    for words in (
        *("Amal Saleh en Bart Goossens zijn een duo.", "minstens om de 14 dagen", "Het is gratis."),
        *("geen politiek en geen geloof", "Bel ons.", "Griet, 09 211 00 34", "De coördinator"),
        "mag leeg blijven",
    ):
        assert words in page
    assert page.count("Datum en handtekening") == 3
    assert "0470" not in page
    assert "afspraak%20Amal%20Bart.pdf" in answer["Content-Disposition"]


@pytest.mark.usefixtures("translated")
def test_each_reader_has_a_page_of_their_own_language(office: Office, duo: Duo) -> None:
    first, second = pages(ask(office, duo, "agreement"))
    assert "Dit spreken wij af" in first
    assert "Dit spreken wij af" in second
    assert any("\u0600" <= sign <= "\u06ff" or "\ufb50" <= sign <= "\ufeff" for sign in first)
    assert not any("\u0600" <= sign <= "\u06ff" for sign in second)


@pytest.mark.usefixtures("translated")
@pytest.mark.parametrize("paper", [*PAPERS, "participation"])
def test_long_words_from_right_to_left_stay_on_one_page_each(office: Office, duo: Duo, paper: str) -> None:
    office.initiative.counts_hours = True
    office.initiative.save()
    if paper == "certificates":
        close(office, duo)
    assert len(pages(ask(office, duo, paper))) == (1 if paper == "participation" else 2)


def test_each_sheet_holds_the_number_of_the_other_alone(office: Office, duo: Duo) -> None:
    of_newcomer, of_coach = pages(ask(office, duo, "sheet"))
    assert "Bart is jouw coach." in of_newcomer
    assert "0470 22 22 22" in of_newcomer
    assert "0470 11 11 11" not in of_newcomer
    assert "Jij bent de coach van Amal." in of_coach
    assert "0470 11 11 11" in of_coach
    assert "0470 22 22 22" not in of_coach
    assert "maandag tot donderdag" in of_newcomer
    assert "/my/" in of_newcomer


def test_who_has_no_number_is_reached_by_mail(office: Office) -> None:
    duo = office.duo(office.newcomer("Amal", phone="", email="amal@example.org"), office.coach())
    assert "amal@example.org" in pages(ask(office, duo, "sheet"))[1]


def test_the_sheet_tells_an_agreed_time_and_no_other(office: Office, duo: Duo) -> None:
    now = clock.now()
    moment = now + timedelta(days=2)
    with scope(office.initiative.pk):
        plan = plan_actions.propose(
            duo=duo, by_role=Role.COACH, moments=[moment], place="Markt 5", now=now, actor=ACTOR
        )
        assert "Markt 5" not in pages(ask(office, duo, "sheet"))[0]
        plan_actions.pick(plan=plan, by_role=Role.NEWCOMER, starts_at=moment, now=now, actor=ACTOR)
    assert all("Markt 5" in page for page in pages(ask(office, duo, "sheet")))


def test_certificates_thank_and_do_not_judge(office: Office, duo: Duo) -> None:
    close(office, duo)
    of_newcomer, of_coach = pages(ask(office, duo, "certificates"))
    assert "Amal Saleh" in of_newcomer
    assert "deed mee met Samen in Deinze" in of_newcomer
    assert "was coach bij Samen in Deinze" in of_coach
    for page in (of_newcomer, of_coach):
        assert "2 ontmoetingen, samen 4 uur" in page
        assert "verhuisd" not in page
        assert "0470" not in page
    assert "Amal" not in of_coach


def test_the_logo_stands_on_them(office: Office, duo: Duo) -> None:
    from tests.desk.test_settings import png

    with scope(office.initiative.pk):
        files.put_picture(kind=PictureKind.LOGO, drawn=redraw(png().read()), actor=ACTOR)
    close(office, duo)
    for paper in ("agreement", "certificates"):
        reader = PdfReader(io.BytesIO(ask(office, duo, paper).content))
        assert len(reader.pages[0].images) == 1


def test_no_letter_of_a_paper_is_an_empty_box(office: Office, duo: Duo) -> None:
    """In each language that participants read, as far as somebody translated it."""
    known = {"first": duo.starts_on, "last": duo.ends_on, "rhythm_days": 14}
    for code in languages.codes():
        said = agreement_words(code, newcomer="Amal", coach="Bart", given=("Amal", "Bart"), **known)  # type: ignore[arg-type]
        assert pdf.letters_without_face(said.all) == ""
        sheet = sheet_words(
            code, role="coach", name="Bart", last=duo.ends_on, rhythm_days=14, meets_at=clock.now()
        )
        assert pdf.letters_without_face(sheet.all) == ""


@pytest.mark.pure
@pytest.mark.parametrize(("minutes", "words"), [(120, "2"), (90, "1,5"), (45, "1"), (100, "1,5"), (0, "0")])
def test_hours_to_the_half(minutes: int, words: str) -> None:
    assert in_hours(minutes) == words


@pytest.mark.parametrize("paper", PAPERS)
def test_the_longest_names_stay_on_one_page(office: Office, paper: str) -> None:
    name = f"{'W' * 80} {'M' * 80}"
    duo = office.duo(office.newcomer(name), office.coach(name), met_days_ago=[3])
    if paper == "certificates":
        close(office, duo)
    assert len(pages(ask(office, duo, paper))) == (1 if paper == "agreement" else 2)


# ---------- The goals on the agreement ----------


def wish(duo: Duo, *words: str) -> None:
    """The newcomer puts these on their list."""
    own, now = Actor(f"part:{duo.newcomer_id}"), clock.now()
    for one in words:
        goal_actions.add_goal(newcomer=duo.newcomer, words=one, now=now, actor=own)


def test_goals_stand_on_the_agreement_until_they_are_done(office: Office, duo: Duo) -> None:
    wish(duo, "Ik wil leren zwemmen", "Ik wil leren fietsen")
    own = Actor(f"part:{duo.newcomer_id}")
    goal_actions.pick_goal(newcomer=duo.newcomer, code="find-work", now=clock.now(), actor=own)
    of_newcomer, of_coach = pages(ask(office, duo, "agreement"))
    for page in (of_newcomer, of_coach):
        assert "Dit wil Amal doen of leren" in page
        assert "Ik wil werk vinden." in page
        assert page.count("Ik wil leren zwemmen") == 1
        assert "mag leeg blijven" not in page
    goal_actions.say_how_far(
        goal=duo.newcomer.goals.get(words="Ik wil leren zwemmen"),
        how_far=GoalStanding.DONE,
        today=clock.today(),
        actor=own,
    )
    assert "zwemmen" not in pages(ask(office, duo, "agreement"))[0]


@pytest.mark.usefixtures("translated")
def test_many_long_goals_stay_on_one_page_and_the_rest_is_counted(office: Office, duo: Duo) -> None:
    wish(duo, *(f"{n} {'ik wil leren hoe dat hier gaat ' * 6}" for n in range(6)), "W" * 200)
    of_newcomer, of_coach = pages(ask(office, duo, "agreement"))
    assert "4 ik wil" in of_newcomer
    assert "5 ik wil" not in of_newcomer
    assert "Er staan nog 2 andere vragen op de lijst." in of_coach


def test_a_goal_in_letters_that_we_lack_is_no_empty_box(office: Office, duo: Duo) -> None:
    wish(duo, "ትግርኛ")
    page = pages(ask(office, duo, "agreement"))[0]
    assert "ትግ" not in page
    assert "mag leeg blijven" in page


# ---------- When there are none ----------


@pytest.mark.parametrize(
    ("paper", "ended", "sentence"),
    [
        ("certificates", False, "Dit duo loopt nog."),
        ("sheet", True, "Dit duo is afgerond."),
    ],
)
def test_what_cannot_be_made_is_told(
    office: Office, duo: Duo, paper: str, ended: bool, sentence: str
) -> None:
    if ended:
        close(office, duo)
    assert sentence in ask(office, duo, paper).content.decode()


def test_no_certificate_without_a_meeting(office: Office) -> None:
    duo = office.duo()
    close(office, duo)
    assert "Er staat geen ontmoeting." in ask(office, duo, "certificates").content.decode()


def test_the_page_of_the_duo_offers_what_can_be_made(office: Office, duo: Duo) -> None:
    page = office.client().get(office.url(f"duos/{duo.pk}/")).content.decode()
    assert "agreement.pdf" in page
    assert "sheet.pdf" in page
    assert "certificates.pdf" not in page
    close(office, duo)
    page = office.client().get(office.url(f"duos/{duo.pk}/")).content.decode()
    assert "certificates.pdf" in page
    assert "sheet.pdf" not in page


@pytest.mark.parametrize("paper", PAPERS)
def test_only_who_follows_duos_here_has_them(office: Office, duo: Duo, paper: str) -> None:
    assert ask(office, duo, paper, StaffRole.READER).status_code == 403
    other = make_office("gent", "Samen in Gent")
    assert ask(other, duo, paper).status_code == 404
