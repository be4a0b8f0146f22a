"""The desk's pages of the library: what they show, every refusal, and what they leave behind."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.library import actions
from samen.library.actions import IdeaWords, PlaceWords
from samen.library.choices import Domain
from samen.library.models import LocalPlace, OwnIdea
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.django_db

IDEA = {
    "title": "Naar de markt op woensdag",
    "what": "Loop samen over de markt.",
    "ask": "Wat ruik je?",
    "domain": "shopping",
    "minutes": "60",
    "level": "1.1",
    "where": "outside",
    "cost": "free",
    "seasons": ["spring", "summer"],
    "with_children": "on",
    "place": "Markt",
    "postal_code": "9800",
    "web": "www.deinze.be",
    "valid_until": "",
}
PLACE = {
    "name": "Bib van Deinze",
    "kind": "culture",
    "address": "Markt 21",
    "postal_code": "9800",
    "hours": "dinsdag van 10 tot 18 uur",
    "phone": "09 386 12 34",
    "web": "https://bib.example",
    "languages": "Frans",
}


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def an_idea(title: str = "De Leie", **facts: object) -> OwnIdea:
    words = IdeaWords(title, "Ga kijken.", Domain.NATURE, **facts)  # type: ignore[arg-type]
    return actions.add_idea(words=words, now=clock.now(), actor=ACTOR)


def a_place(name: str = "Bib", **facts: object) -> LocalPlace:
    words = PlaceWords(name, **facts)  # type: ignore[arg-type]
    return actions.add_place(words=words, now=clock.now(), actor=ACTOR)


def test_adding_an_idea(office: Office, client: Client) -> None:
    answer = client.post(office.url("library/own-ideas/add/"), IDEA, follow=True)
    assert "Het idee ‘Naar de markt op woensdag’ is bewaard." in answer.content.decode()
    idea = OwnIdea.objects.get()
    assert (idea.title, idea.seasons, idea.where, idea.cost) == (
        IDEA["title"],
        ["spring", "summer"],
        "outside",
        "free",
    )
    assert (idea.web, idea.postal_code, idea.with_children, idea.minutes) == (
        "https://www.deinze.be",
        "9800",
        True,
        60,
    )
    assert (idea.changed_by, idea.changed_at.date()) == (f"user:{office.user().pk}", clock.today())
    line = AuditLine.objects.latest("pk")
    assert (line.verb, line.facts) == ("add_idea", {})
    found = client.get(office.url("library/?q=woensdag")).content.decode()
    assert "Eén idee" in found
    assert "van ons" in found


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": " "}, "Geef het idee een titel."),
        ({"title": "x" * 51}, "50"),
        ({"what": ""}, "Schrijf in één of twee zinnen wat zij doen."),
        ({"minutes": "0"}, "1"),
        ({"minutes": "601"}, "600"),
        ({"minutes": "een uur"}, "getal"),
        ({"seasons": []}, "Kies minstens één seizoen."),
        ({"seasons": ["fifth"]}, "fifth"),
        ({"postal_code": "0001"}, "Postcode ‘0001’ bestaat niet. Kijk ze na."),
        ({"web": "javascript:alert(1)"}, "Dit is geen webadres."),
        ({"web": "niet een adres"}, "Dit is geen webadres."),
        ({"valid_until": "2020-01-01"}, "Die dag is al voorbij. Kies een dag die nog komt."),
        ({"domain": "religion"}, "religion"),
        ({"domain": ""}, "Kies een onderwerp."),
    ],
)
def test_an_idea_that_cannot_be_kept_is_told_at_the_field(
    office: Office, client: Client, wrong: dict[str, object], sentence: str
) -> None:
    answer = client.post(office.url("library/own-ideas/add/"), {**IDEA, **wrong})
    assert answer.status_code == 422
    form = answer.context["form"]
    assert list(form.errors) == list(wrong)
    assert sentence in str(form.errors)
    assert "Wat ruik je?" in answer.content.decode()  # nothing that was typed is lost
    assert not OwnIdea.objects.exists()


def test_the_same_title_is_not_there_twice(office: Office, client: Client) -> None:
    """Also what happens when the button is pressed twice."""
    for _press in range(2):
        answer = client.post(office.url("library/own-ideas/add/"), {**IDEA, "title": "NAAR de markt"})
    assert answer.status_code == 422
    assert "Er is al een eigen idee met de titel ‘NAAR de markt’." in answer.content.decode()
    assert OwnIdea.objects.count() == 1


def test_changing_an_idea_names_the_fields_and_not_the_words(office: Office, client: Client) -> None:
    idea = an_idea(valid_until=clock.today() - timedelta(days=3))
    url = office.url(f"library/own-ideas/{idea.pk}/")
    assert "De Leie" in client.get(url).content.decode()
    over = idea.valid_until.isoformat() if idea.valid_until else ""
    changed = {**IDEA, "title": "De Leie", "valid_until": over}
    assert client.post(url, changed).status_code == 302  # the day that stood there may stay
    idea.refresh_from_db()
    assert (idea.what, idea.domain) == ("Loop samen over de markt.", "shopping")
    line = AuditLine.objects.latest("pk")
    assert line.verb == "change_idea"
    assert "what" in line.facts["fields"]
    assert "title" not in line.facts["fields"]
    an_idea("Markt")
    answer = client.post(url, {**IDEA, "title": "markt", "valid_until": ""})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["title"])


def test_an_idea_is_put_away_and_used_again(office: Office, client: Client) -> None:
    idea = an_idea()
    answer = client.post(office.url(f"library/own-ideas/{idea.pk}/end/"), follow=True)
    page = answer.content.decode()
    assert "Het idee ‘De Leie’ ligt weg." in page
    assert "Weggelegd of voorbij" in page
    idea.refresh_from_db()
    assert idea.ended_on == clock.today()
    with pytest.raises(Conflict, match="Dit idee lag al weg"):
        actions.end_idea(idea=idea, today=clock.today(), actor=ACTOR)
    client.post(office.url(f"library/own-ideas/{idea.pk}/reopen/"))
    idea.refresh_from_db()
    assert idea.ended_on is None
    with pytest.raises(Conflict, match="Dit idee wordt al gebruikt"):
        actions.reopen_idea(idea=idea, today=clock.today(), actor=ACTOR)
    verbs = AuditLine.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-3:] == ["add_idea", "end_idea", "reopen_idea"]


def test_an_idea_is_not_used_again_after_its_last_day_or_beside_its_double(
    office: Office, client: Client
) -> None:
    today = clock.today()
    over = an_idea("Kermis", valid_until=today - timedelta(days=1))
    actions.end_idea(idea=over, today=today, actor=ACTOR)
    answer = client.post(office.url(f"library/own-ideas/{over.pk}/reopen/"), follow=True)
    assert "De laatste dag van dit idee is voorbij. Verander eerst die dag." in answer.content.decode()
    first = an_idea("Markt")
    actions.end_idea(idea=first, today=today, actor=ACTOR)
    an_idea("markt")
    with pytest.raises(RuleBroken, match="Er is al een eigen idee"):
        actions.reopen_idea(idea=first, today=today, actor=ACTOR)


def test_a_place_from_added_to_put_away(office: Office, client: Client) -> None:
    answer = client.post(office.url("library/places/add/"), PLACE, follow=True)
    page = answer.content.decode()
    for shown in ("De plek ‘Bib van Deinze’ is bewaard.", "Markt 21", "dinsdag van 10 tot 18 uur", "Frans"):
        assert shown in page
    place = LocalPlace.objects.get()
    assert (place.phone, place.changed_by) == ("+3293861234", f"user:{office.user().pk}")
    url = office.url(f"library/places/{place.pk}/")
    client.post(url, {**PLACE, "hours": "elke dag"})
    line = AuditLine.objects.latest("pk")
    assert (line.verb, line.facts) == ("change_place", {"fields": ["hours"]})
    client.post(f"{url}end/")
    shown = client.get(office.url("library/places/")).context
    assert (shown["places"], list(shown["past"])) == ([], [place])
    place.refresh_from_db()
    with pytest.raises(Conflict, match="Deze plek lag al weg"):
        actions.end_place(place=place, today=clock.today(), actor=ACTOR)
    client.post(f"{url}reopen/")
    place.refresh_from_db()
    assert (place.ended_on, place.hours) == (None, "elke dag")
    with pytest.raises(Conflict, match="Deze plek wordt al gebruikt"):
        actions.reopen_place(place=place, actor=ACTOR)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"phone": "12"}, "‘12’ is geen telefoonnummer."),
        ({"postal_code": "0001"}, "bestaat niet"),
        ({"web": "x y"}, "Dit is geen webadres."),
        ({"kind": "church"}, "church"),
        ({"kind": ""}, "Kies een soort."),
    ],
)
def test_a_place_that_cannot_be_kept(
    office: Office, client: Client, wrong: dict[str, str], sentence: str
) -> None:
    answer = client.post(office.url("library/places/add/"), {**PLACE, **wrong})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))
    assert sentence in str(answer.context["form"].errors)
    assert not LocalPlace.objects.exists()


def test_one_place_of_a_name_in_a_municipality(office: Office, client: Client) -> None:
    first = a_place("Bib", postal_code="9800")
    other = a_place("Bib", postal_code="9000")
    answer = client.post(office.url("library/places/add/"), {**PLACE, "name": "BIB"})
    assert (answer.status_code, "De plek ‘BIB’ staat er al." in answer.content.decode()) == (422, True)
    moved = client.post(office.url(f"library/places/{other.pk}/"), {**PLACE, "name": "Bib"})
    assert moved.status_code == 422
    actions.end_place(place=first, today=clock.today(), actor=ACTOR)
    assert client.post(office.url(f"library/places/{other.pk}/"), {**PLACE, "name": "Bib"}).status_code == 302
    with pytest.raises(RuleBroken, match="staat er al"):
        actions.reopen_place(place=first, actor=ACTOR)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=" + "x" * 500,
        "domain=nothing",
        "level=9.9",
        "season=x&where=y",
        "free=yes",
        "page=-1",
        "page=a",
        "page=999",
        "language=xx",
        "q=%27%22%3Cscript%3E",
    ],
)
@pytest.mark.parametrize(
    "path", ["library/", "library/sheet/", "library/cards/", "library/cards/sheet/", "library/places/"]
)
def test_a_strange_address_is_no_fault(office: Office, client: Client, path: str, query: str) -> None:
    answer = client.get(office.url(f"{path}?{query}"))
    assert answer.status_code == 200
    assert b"<script>" not in answer.content


def test_the_filters_of_the_page(office: Office, client: Client) -> None:
    page = client.get(
        office.url("library/?domain=home&level=1.1&season=winter&where=inside&free=1&children=1")
    )
    found = page.context["page"].paginator.object_list
    assert {(idea.domain, idea.level, idea.cost) for idea in found} == {("home", "1.1", "free")}
    assert len(found) > 5
    nothing = client.get(office.url("library/?q=xyzxyz")).content.decode()
    assert "Geen idee gevonden" in nothing


def test_the_sheet_is_the_page_of_the_list(office: Office, client: Client) -> None:
    for path in ("library/", "library/cards/"):
        listed = client.get(office.url(f"{path}?domain=work&page=2")).context["page"].object_list
        sheet = client.get(office.url(f"{path}sheet/?domain=work&page=2&language=ar"))
        assert [one.code for one in sheet.context["page"]] == [one.code for one in listed]
        assert 'lang="ar" dir="rtl"' in sheet.content.decode()
    only_dutch = client.get(office.url("library/sheet/?language=nl")).content.decode()
    assert 'dir="rtl"' not in only_dutch


def test_a_list_asks_the_same_number_of_queries_however_long(office: Office, client: Client) -> None:
    client.get(office.url("library/"))
    counts = []
    for names in (["a"], ["b", "c"]):
        for name in names:
            an_idea(f"Idee {name}")
            a_place(f"Plek {name}")
        with CaptureQueriesContext(connection) as asked:
            client.get(office.url("library/?q=idee"))
            client.get(office.url("library/places/"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_what_was_typed_is_escaped(office: Office, client: Client) -> None:
    an_idea("<b>x</b>", place="<i>y</i>")
    a_place("<b>x</b>")
    pages = [
        client.get(office.url(path)).content
        for path in ("library/?q=x", "library/sheet/?q=x", "library/places/")
    ]
    assert [page for page in pages if b"<b>x" in page or b"<i>y" in page] == []
