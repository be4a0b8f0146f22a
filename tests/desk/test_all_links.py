"""Links for many at once: who has one, and a message, letters or labels."""

import io
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from pypdf import PdfReader

from samen.base import audit, clock, qr
from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.desk import link_handing, link_list, link_papers
from samen.desk.choices import Labels, LinkState, Way
from samen.desk.link_list import LinkFilter, find_rows, link_rows, seen, taking_part
from samen.desk.link_papers import SHEETS, Paper
from samen.desk.link_words import LetterWords
from samen.documents import pdf
from samen.initiatives.choices import Role as StaffRole
from samen.messaging.models import OutboxMessage, StoppedAddress
from samen.messaging.stops import digest_of
from samen.people.choices import Role
from samen.people.link_actions import disown, make_link, open_link, plain_code, revoke_link
from samen.people.link_queries import living_link
from samen.people.models import Participation, PersonalLink, Visit
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres

A4 = (595, 842)


@pytest.fixture
def people(office: Office) -> list[Participation]:
    """One who never had a link, one whose link nobody used, one who used it, one who took it back."""
    office.initiative.is_public = True
    office.initiative.contact_name, office.initiative.contact_phone = "Leen", "+3292110034"
    office.initiative.save()
    found = [
        office.newcomer("Amal Saleh", email="amal@example.org"),
        office.coach("Bart Goossens", email="bart@example.org"),
        office.newcomer("Chima Okafor", email="chima@example.org"),
        office.coach("Dries Maes"),
    ]
    for part in found[1:]:
        make_link(part=part, now=clock.now(), actor=ACTOR)
    open_link(link=link(found[2]), now=clock.now())
    revoke_link(part=found[3], now=clock.now(), actor=ACTOR)
    return found


def link(part: Participation) -> PersonalLink:
    found = living_link(part)
    assert found
    return found


def rows_of(parts: Iterable[Participation]) -> list[link_list.LinkRow]:
    wanted = {part.pk for part in parts}
    return link_rows([part for part in taking_part() if part.pk in wanted])


def was(parts: Iterable[Participation]) -> str:
    return seen(rows_of(parts))


def send(parts: list[Participation], before: str = "") -> int:
    return link_handing.send_links(
        parts=[row.part for row in rows_of(parts)],
        was=before or was(parts),
        now=clock.now(),
        actor=ACTOR,
    )


def on_paper(
    office: Office, parts: list[Participation], way: Way, size: Labels = Labels.SMALL, before: str = ""
) -> PdfReader:
    content = link_handing.make_papers(
        initiative=office.initiative,
        parts=[row.part for row in rows_of(parts)],
        was=before or was(parts),
        way=way,
        size=size,
        now=clock.now(),
        actor=ACTOR,
    )
    return PdfReader(io.BytesIO(content))


def codes_in(text: str) -> list[str]:
    return [plain_code(found) for found in re.findall(r"\b[2-9A-HJKMNP-Z]{4}\s+[2-9A-HJKMNP-Z]{4}\b", text)]


# ---------- The list ----------


def test_it_tells_how_each_link_stands(people: list[Participation]) -> None:
    rows = find_rows(LinkFilter())
    assert [(row.part.person.given_name, row.state) for row in rows] == [
        ("Amal", LinkState.NONE),
        ("Bart", LinkState.UNUSED),
        ("Chima", LinkState.USED),
        ("Dries", LinkState.STOPPED),
    ]
    assert [row.is_by_hand for row in rows] == [False, False, False, True]
    assert [row.last_used_at is not None for row in rows] == [False, False, True, False]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"state": "none"}, ["Amal"]),
        ({"state": "unused"}, ["Bart"]),
        ({"state": "stopped"}, ["Dries"]),
        ({"role": "coach"}, ["Bart", "Dries"]),
        ({"duo": "yes"}, ["Amal", "Bart"]),
        ({"duo": "no", "role": "newcomer"}, ["Chima"]),
        ({"state": "x", "role": "\x00", "duo": "'"}, ["Amal", "Bart", "Chima", "Dries"]),
    ],
)
def test_it_shows_whom_somebody_asks_for(
    office: Office, people: list[Participation], asked: dict[str, str], names: list[str]
) -> None:
    office.duo(people[0], people[1])
    assert [row.part.person.given_name for row in find_rows(LinkFilter.read(asked))] == names
    assert office.client().get(office.url("people/links/"), asked).status_code == 200


def test_who_left_or_takes_no_part_is_not_listed(office: Office, people: list[Participation]) -> None:
    Participation.objects.filter(pk=people[0].pk).update(ended_on=clock.today())
    assert [row.part.person.given_name for row in find_rows(LinkFilter())] == ["Bart", "Chima", "Dries"]


@pytest.mark.parametrize(
    ("tick", "ticked"), [("", [0]), ("new", [0]), ("all", [0, 1, 2]), ("nobody", []), ("nonsense", [0])]
)
def test_a_link_that_was_stopped_is_never_ticked_by_itself(
    office: Office, people: list[Participation], tick: str, ticked: list[int]
) -> None:
    page = office.client().get(office.url("people/links/"), {"tick": tick})
    assert page.context["ticked"] == {people[n].pk for n in ticked}


def test_it_reads_as_often_for_four_as_for_one(
    office: Office, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    client, url = office.client(), office.url("people/links/")
    office.newcomer("Amal")
    client.get(url)
    with django_assert_max_num_queries(12) as first:
        client.get(url)
    for name in ("Bart", "Chima", "Dries"):
        make_link(part=office.coach(name, email=f"{name}@example.org"), now=clock.now(), actor=ACTOR)
    with django_assert_num_queries(len(first)):
        client.get(url)


# ---------- A message ----------


def test_who_has_a_link_keeps_it_and_who_has_none_gets_one(people: list[Participation]) -> None:
    before = {part.pk: link(part).pk for part in people[1:3]}
    assert send(people[:3]) == 3
    assert {part.pk: link(part).pk for part in people[1:3]} == before
    assert Visit.objects.get().left_at is None
    bodies = {message.email: message.body for message in OutboxMessage.objects.all()}
    assert "/my/link/" in bodies["amal@example.org"]
    for email in ("bart@example.org", "chima@example.org"):
        assert "/my/go/" in bodies[email]
        assert "/my/link/" not in bodies[email]


def test_the_addresses_in_the_messages_lead_to_their_own_page(people: list[Participation]) -> None:
    send(people[:3])
    for message, part in zip(OutboxMessage.objects.order_by("pk"), people, strict=False):
        client, found = Client(), re.search(r"http://[^/]+(/my/\S+)", message.body)
        assert found
        assert client.post(found[1], {"do": "open"})["Location"] == "/my/"
        assert f"Dag {part.person.given_name}" in client.get("/my/").content.decode()


def test_a_second_press_sends_nothing_more_that_day(
    people: list[Participation], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert send(people[:3]) == 3
    assert send(people[:3]) == 0
    assert OutboxMessage.objects.count() == 3
    with clock.shifted(timedelta(days=1)):
        assert send(people[:3]) == 3


def test_a_press_on_a_page_that_is_past_is_told(people: list[Participation]) -> None:
    before = was(people[:3])
    send(people[:3], before)
    with pytest.raises(Conflict):
        send(people[:3], before)


def test_who_stopped_our_messages_gets_none_and_no_link(office: Office, people: list[Participation]) -> None:
    digest = digest_of(office.initiative.pk, "email", "amal@example.org")
    person = people[0].person
    person.channels = ["email"]
    person.save()
    StoppedAddress.objects.create(initiative=office.initiative, channel="email", digest=digest)
    assert send(people[:1]) == 0
    assert not PersonalLink.objects.filter(participation=people[0]).exists()
    page = office.client().post(office.url("people/links/"), {"part": [people[0].pk], "do": "message"})
    assert "Niemand van hen kan een bericht krijgen." in page.content.decode()


def test_who_disowned_theirs_gets_a_new_one_only_when_ticked(people: list[Participation]) -> None:
    disown(link=link(people[1]), now=clock.now())
    plan = link_handing.Consequences(Way.MESSAGE, rows_of(people))
    assert [row.part.person.given_name for row in plan.again] == ["Bart", "Dries"]
    assert send([people[1]]) == 1
    assert link(people[1]).disowned_at is None


# ---------- Letters and labels ----------


def test_a_letter_holds_their_own_name_and_code_and_no_other(
    office: Office, people: list[Participation]
) -> None:
    pages = [page.extract_text() for page in on_paper(office, people[:3], Way.LETTERS).pages]
    assert len(pages) == 3
    for text, part in zip(pages, people, strict=False):
        assert f"Dag {part.person.given_name}" in text
        assert "09 211 00 34" in text
        assert "/my/code" in text
        (code,) = codes_in(text)
        answer = Client().post("/my/code/", {"code": code})
        assert answer["Location"] == "/my/"
        assert link(part).last_used_at is not None
        others = {other.person.given_name for other in people} - {part.person.given_name}
        assert not any(other in text for other in others)


def test_after_papers_the_old_links_and_telephones_stop(office: Office, people: list[Participation]) -> None:
    chima, client = people[2], Client()
    _link, token, _code = make_link(part=chima, now=clock.now(), actor=ACTOR)
    client.post(f"/my/link/{token}/", {"do": "open"})
    on_paper(office, people[:3], Way.LABELS)
    assert Client().get(f"/my/link/{token}/").status_code == 404
    assert client.get("/my/")["Location"] == "/my/code/"
    assert PersonalLink.objects.filter(revoked_at=None).count() == 3


@pytest.mark.parametrize(("size", "pages"), [(Labels.SMALL, 2), (Labels.ROUNDED, 2)])
def test_labels_lie_on_sheets_of_a4(office: Office, size: Labels, pages: int) -> None:
    sheet = SHEETS[size]
    assert sheet.left + sheet.columns * sheet.width + (sheet.columns - 1) * sheet.between <= 210
    assert sheet.top + sheet.rows * sheet.height <= 297
    parts = [office.newcomer(f"Naam{n}") for n in range(sheet.columns * sheet.rows + 1)]
    made = on_paper(office, parts, Way.LABELS, size)
    assert len(made.pages) == pages
    assert tuple(round(float(side)) for side in made.pages[0].mediabox[2:]) == A4
    text = " ".join(page.extract_text() for page in made.pages)
    assert len(set(codes_in(text))) == len(parts)
    assert all(part.person.given_name in text for part in parts)


def test_two_of_the_same_name_can_be_told_apart(office: Office) -> None:
    parts = [office.newcomer("Fatima Alami"), office.newcomer("Fatima Zahra"), office.coach("Bart Maes")]
    text = on_paper(office, parts, Way.LABELS).pages[0].extract_text()
    assert ("Fatima A." in text, "Fatima Z." in text, "Maes" in text) == (True, True, False)


@pytest.mark.parametrize("design", ["link_letter", "link_labels"])
def test_the_squares_lead_to_their_link(office: Office, design: str) -> None:
    address = "https://samen.example/my/link/1-" + "x" * 43 + "/"
    paper = Paper(office.newcomer("Amal").person, address, "ABCDEFGH")
    values = (
        link_papers._label_values([paper], Labels.SMALL)
        if design == "link_labels"
        else link_papers._letter_values([paper], office.initiative, clock.now())
    )
    file = link_papers.DESIGNS / f"{design}.typ"
    drawn = pdf.render(file, values, on=clock.today(), format="png", ppi=300)
    wanted = [row[2:-2] for row in qr.matrix(address)[2:-2]]
    assert squares(Image.open(io.BytesIO(drawn)).convert("L"), len(wanted)) == wanted


def squares(image: Image.Image, size: int) -> list[list[bool]]:
    """What a telephone reads in the middle of each square: nothing else on the paper is as dark."""
    dark = image.point(lambda value: 255 if value < 20 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 1, 1)
    unit = (right - left) / size
    assert unit == pytest.approx((bottom - top) / size, abs=0.2)
    middle = [int((n + 0.5) * unit) for n in range(size)]
    return [[bool(dark.getpixel((left + x, top + y))) for x in middle] for y in middle]


@pytest.mark.parametrize(
    "name", ["A" * 80, "Nguyễn Thị Minh Khai", "محمد", "Оксана", "王", '"#[\\', "a b " * 20]
)
@pytest.mark.parametrize("way", [Way.LETTERS, Way.LABELS])
def test_any_name_fits(office: Office, name: str, way: Way) -> None:
    part = office.newcomer("X")
    part.person.given_name = name[:80].strip()
    part.person.save()
    assert len(on_paper(office, [part], way).pages) == 1


ARABIC = (
    "هناك تقول متى رأيتما بعضكما. أو تطلب أن نتصل بك. خذ هاتفك وافتح الكاميرا ووجّه الكاميرا إلى المربعات."
)
FRENCH = "Là, tu dis quand vous vous êtes vus. Ou tu demandes que nous t’appelions. Prends ton téléphone."


@pytest.mark.parametrize(("language", "sentence"), [("ar", ARABIC), ("fr", FRENCH)])
def test_a_letter_stands_beside_the_dutch_on_one_page(
    office: Office, monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    """Also when the other language needs half as many words again."""
    part, words = office.newcomer("Amal", written_language=language), link_papers.letter_words

    def translated(code: str, **known: Any) -> LetterWords:
        said = words("nl", **known)
        if code == "nl":
            return said
        long = {
            name: (sentence * 2)[: len(text) * 3 // 2]
            for name, text in asdict(said).items()
            if isinstance(text, str)
        }
        steps = tuple((sentence * 2)[: len(step) * 3 // 2] for step in said.steps)
        return LetterWords(**long, steps=steps)

    monkeypatch.setattr(link_papers, "letter_words", translated)
    made = on_paper(office, [part], Way.LETTERS)
    assert len(made.pages) == 1
    text = " ".join(made.pages[0].extract_text().split())
    assert "Dit is jouw eigen pagina" in text
    assert language == "ar" or FRENCH[:20] in text


def test_a_letter_that_nobody_translated_is_dutch_alone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = link_papers.letter_words
    monkeypatch.setattr(link_papers, "letter_words", lambda _code, **known: words("nl", **known))
    part = office.newcomer("Amal", written_language="ar")
    (page,) = on_paper(office, [part], Way.LETTERS).pages
    assert page.extract_text().count("Dag Amal") == 1


def test_nothing_is_done_when_the_paper_cannot_be_made(
    office: Office, people: list[Participation], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_known: object) -> bytes:
        raise RuntimeError

    before = was(people)
    monkeypatch.setattr(link_handing, "letters", fails)
    with pytest.raises(RuntimeError):
        on_paper(office, people, Way.LETTERS)
    assert was(people) == before


def test_nobody_gets_one_when_somebody_left(office: Office, people: list[Participation]) -> None:
    rows, before = rows_of(people), was(people)
    Participation.objects.filter(pk=people[0].pk).update(ended_on=clock.today())
    with pytest.raises(RuleBroken, match="Amal doet niet meer mee"):
        link_handing.send_links(parts=[row.part for row in rows], was=before, now=clock.now(), actor=ACTOR)
    assert not OutboxMessage.objects.exists()


def test_each_new_and_each_old_link_leaves_a_line(office: Office, people: list[Participation]) -> None:
    AuditLine.objects.all().delete()
    on_paper(office, people[:3], Way.LABELS)
    lines = AuditLine.objects.values_list("verb", "facts__way")
    assert sorted(lines) == [("make_link", "labels")] * 3 + [("revoke_link", "labels")] * 2
    send(people[:2])
    assert [line.subject_id for line in AuditLine.objects.filter(verb="send_link")] == [
        part.pk for part in people[:2]
    ]


@pytest.mark.parametrize("way", Way)
def test_many_take_as_many_queries_as_few(office: Office, way: Way) -> None:
    def queries_for(names: str) -> int:
        parts = [office.newcomer(name, email=f"{name}@example.org") for name in names]
        make_link(part=parts[0], now=clock.now(), actor=ACTOR)
        before = was(parts)
        with CaptureQueriesContext(connection) as counted:
            if way is Way.MESSAGE:
                send(parts, before)
            else:
                on_paper(office, parts, way, before=before)
        return len(counted)

    assert queries_for("AB") == queries_for("CDEFG")


# ---------- The pages ----------


def press(office: Office, parts: list[Participation], way: str, **more: object) -> Any:
    form = {"part": [part.pk for part in parts], "do": way, **more}
    return office.client().post(office.url("people/links/"), form)


def test_the_first_press_tells_what_the_second_does(office: Office, people: list[Participation]) -> None:
    before = was(people)
    page = press(office, people, "letters")
    text = page.content.decode()
    assert "Maak 4 brieven" in text
    assert "Van 2 mensen stopt de link die nu werkt." in text
    assert "Bart Goossens, Chima Okafor" in text
    assert was(people) == before
    done = press(office, people, "letters", was=page.context["was"])
    assert done["Content-Type"] == "application/pdf"
    assert "attachment" in done["Content-Disposition"]
    assert "no-store" in done["Cache-Control"]
    assert len(PdfReader(io.BytesIO(done.content)).pages) == 4
    again = press(office, people, "letters", was=page.context["was"])
    assert again.status_code == 409
    assert "misschien door deze knop" in again.content.decode()
    assert "Van 4 mensen stopt de link die nu werkt." in again.content.decode()


def test_a_message_is_told_and_sent(office: Office, people: list[Participation]) -> None:
    page = press(office, people, "message")
    text = page.content.decode()
    assert "Stuur 4 mensen hun link" in text
    assert "2 mensen krijgen een nieuwe link." in text
    assert "2 mensen hebben al een link." in text
    assert "Dries Maes" in text
    assert "Eén bericht staat daarna klaar om zelf te sturen." in text
    done = press(office, people, "message", was=page.context["was"])
    assert done.status_code == 302
    assert OutboxMessage.objects.count() == 4
    assert press(office, people, "message", was=page.context["was"]).status_code == 409


def test_labels_of_the_chosen_size_or_the_usual_one(office: Office, people: list[Participation]) -> None:
    for size in ("63x38", "nonsense", "\x00"):
        done = press(office, people, "labels", was=was(people), size=size)
        assert len(PdfReader(io.BytesIO(done.content)).pages) == 1


@pytest.mark.parametrize("ticked", [[], ["x"], ["-1"], ["9" * 30], ["\x00"], ["999999"], ["１"]])
@pytest.mark.parametrize("way", ["message", "labels"])
def test_nobody_ticked_is_told(
    office: Office, people: list[Participation], ticked: list[str], way: str
) -> None:
    form = {"part": ticked, "do": way, "was": "x"}
    answer = office.client().post(office.url("people/links/"), form)
    assert answer.status_code == 422
    assert "Er is niemand aangevinkt." in answer.content.decode()


def test_who_left_since_the_page_was_opened_is_named(office: Office, people: list[Participation]) -> None:
    Participation.objects.filter(pk=people[0].pk).update(ended_on=clock.today())
    answer = press(office, people, "message", was="x")
    assert answer.status_code == 409
    assert "Amal Saleh doet niet meer mee." in answer.content.decode()
    assert answer.context["ticked"] >= {part.pk for part in people[1:]}
    assert not OutboxMessage.objects.exists()


def test_a_press_without_a_way_shows_the_list_again(office: Office, people: list[Participation]) -> None:
    answer = press(office, people[:1], "nonsense")
    assert (answer.status_code, answer.context["ticked"]) == (200, {people[0].pk})


def test_people_of_another_initiative_are_nobody(office: Office, people: list[Participation]) -> None:
    other = make_office("gent", "Samen in Gent")
    answer = press(other, people, "labels", was=was(people))
    assert answer.status_code == 422
    assert b"Amal" not in answer.content
    assert PersonalLink.objects.filter(revoked_at=None).count() == 2


@pytest.mark.parametrize(
    ("role", "status"), [(StaffRole.COORDINATOR, 200), (StaffRole.ASSISTANT, 200), (StaffRole.READER, 403)]
)
def test_who_may_hand_them_out(office: Office, role: StaffRole, status: int) -> None:
    client = office.client(role)
    assert client.get(office.url("people/links/")).status_code == status
    assert ("people/links/" in client.get(office.url("people/")).content.decode()) is (status == 200)


def test_before_the_page_is_open_the_code_is_told_not_to_work(office: Office) -> None:
    part = office.newcomer("Amal")
    assert "de code nog niet" in press(office, [part], "labels").content.decode()


def test_somebody_with_two_parts_has_a_link_for_each(office: Office) -> None:
    newcomer = office.newcomer("Amal Saleh", email="amal@example.org")
    coach = Participation.objects.create(
        initiative=office.initiative, person=newcomer.person, role=Role.COACH, registered_on=clock.today()
    )
    assert send([newcomer, coach]) == 2
    assert audit.history(coach).filter(verb="send_link").count() == 1
