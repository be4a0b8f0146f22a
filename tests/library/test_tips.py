"""An initiative's own tips for coaches: adding, putting away, and where they are read (R21)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.library import tip_actions
from samen.library.models import OwnTip
from samen.library.queries import own_tips, past_tips
from samen.library.tips import TIPS
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres

WORDS = "Zeg een nieuw woord twee keer."


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def a_tip(words: str = WORDS) -> OwnTip:
    return tip_actions.add_tip(words=words, now=clock.now(), actor=ACTOR)


# ---------- Verbs ----------


def test_a_tip_is_kept_on_one_line(office: Office) -> None:
    tip = a_tip("  Zeg een nieuw woord\n twee keer. ")
    assert (tip.text, tip.added_on, tip.ended_on, tip.changed_by) == (WORDS, clock.today(), None, ACTOR.label)
    line = AuditLine.objects.latest("pk")
    assert (line.verb, line.facts) == ("add_tip", {})
    assert list(own_tips()) == [tip]


@pytest.mark.parametrize("words", ["", "  ", "\n\t"])
def test_an_empty_tip_is_refused(office: Office, words: str) -> None:
    with pytest.raises(RuleBroken, match="Schrijf eerst een tip"):
        a_tip(words)


def test_a_tip_that_is_there_is_refused(office: Office) -> None:
    a_tip()
    for words in (WORDS.upper(), f" {WORDS} ", str(TIPS[0].text)):
        with pytest.raises(RuleBroken, match="staat er al"):
            a_tip(words)
    assert OwnTip.objects.count() == 1


def test_a_tip_is_put_away_and_shown_again(office: Office) -> None:
    tip = a_tip()
    tip_actions.end_tip(tip=tip, today=clock.today(), actor=ACTOR)
    assert (list(own_tips()), list(past_tips())) == ([], [tip])
    with pytest.raises(Conflict, match="lag al weg"):
        tip_actions.end_tip(tip=tip, today=clock.today(), actor=ACTOR)
    tip_actions.reopen_tip(tip=tip, actor=ACTOR)
    assert list(own_tips()) == [tip]
    with pytest.raises(Conflict, match="wordt al getoond"):
        tip_actions.reopen_tip(tip=tip, actor=ACTOR)
    assert [line.verb for line in AuditLine.objects.order_by("pk")][-3:] == [
        "add_tip",
        "end_tip",
        "reopen_tip",
    ]


def test_a_tip_is_not_shown_again_beside_the_same(office: Office) -> None:
    old = a_tip()
    tip_actions.end_tip(tip=old, today=clock.today(), actor=ACTOR)
    a_tip()
    with pytest.raises(RuleBroken, match="staat er al"):
        tip_actions.reopen_tip(tip=old, actor=ACTOR)


# ---------- The desk ----------


def test_adding_one_at_the_desk(office: Office, client: Client) -> None:
    answer = client.post(office.url("library/coaches/"), {"text": WORDS}, follow=True)
    page = answer.content.decode()
    assert "De tip is bewaard." in page
    assert page.count(WORDS) == 2  # the tip, and the name of the button that puts it away
    assert OwnTip.objects.get().changed_by == f"user:{office.user().pk}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (" ", "Schrijf eerst een tip."),
        ("x" * 301, "300"),
        ("a\x00b", "tekens"),
        (str(TIPS[1].text), "Deze tip staat er al."),
    ],
)
def test_what_cannot_be_kept_is_told_at_the_field(
    office: Office, client: Client, words: str, sentence: str
) -> None:
    answer = client.post(office.url("library/coaches/"), {"text": words})
    assert answer.status_code == 422
    assert sentence in str(answer.context["form"].errors["text"])
    assert not OwnTip.objects.exists()


def test_putting_one_away_can_be_undone(office: Office, client: Client) -> None:
    tip = a_tip()
    page = client.post(office.url(f"library/tips/{tip.pk}/end/"), follow=True).content.decode()
    assert "De tip ligt weg." in page
    assert f"library/tips/{tip.pk}/reopen/" in page
    assert client.post(office.url(f"library/tips/{tip.pk}/end/")).status_code == 409
    page = client.post(office.url(f"library/tips/{tip.pk}/reopen/"), follow=True).content.decode()
    assert "Coaches zien de tip weer." in page


def test_the_words_are_shown_as_words(office: Office, client: Client) -> None:
    a_tip("<b>Luister</b> & wacht")
    page = client.get(office.url("library/coaches/")).content.decode()
    assert "&lt;b&gt;Luister&lt;/b&gt; &amp; wacht" in page
    assert "<b>Luister" not in page


def test_tips_of_others_are_not_seen_nor_touched(office: Office, client: Client) -> None:
    other = make_office("gent", "Samen in Gent")
    with scope(other.initiative.pk):
        theirs = a_tip("Canarytip")
    assert "Canarytip" not in client.get(office.url("library/coaches/")).content.decode()
    for path in ("end", "reopen"):
        assert client.post(office.url(f"library/tips/{theirs.pk}/{path}/")).status_code == 404
    # What they have may be said here too.
    with scope(office.initiative.pk):
        assert a_tip("Canarytip").text == "Canarytip"


def test_the_page_asks_as_much_with_three_as_with_one(office: Office, client: Client) -> None:
    client.get(office.url("library/coaches/"))  # the first visit writes who was there
    asked = []
    for words in ("Eén", "Twee", "Drie"):
        a_tip(words)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(office.url("library/coaches/")).status_code == 200
        asked.append(len(queries))
    assert len(set(asked)) == 1
