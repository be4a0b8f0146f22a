"""A person is erased: who may, what comes first, what pages say afterwards."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from samen.base import clock
from samen.base.errors import Refused
from samen.base.models import AuditLine
from samen.desk.actions import take_part_again, undo_closing
from samen.duos.after_queries import asked_after
from samen.duos.check_in_actions import Said, answer, ask_after, follow_up
from samen.duos.choices import CheckInMoment, CheckInWay, ClosingReason
from samen.duos.closing_list import ends_between, to_invite
from samen.duos.hours_actions import Certificate, keep_certificate
from samen.duos.models import CheckIn, Duo
from samen.initiatives.choices import Role as StaffRole
from samen.lists import actions as lists
from samen.lists.models import ImportedPart, PeopleList
from samen.matching import actions as matching
from samen.matching.models import Proposal
from samen.messaging.actions.outbox import mark_done
from samen.messaging.models import Choice, OutboxMessage
from samen.messaging.stops import digest_of
from samen.people import actions as people
from samen.people.actions import Details
from samen.people.choices import AskedFor, Role
from samen.people.link_actions import ask_to_be_called, make_link, open_link
from samen.people.link_queries import find_visit
from samen.people.models import CallRequest, Participation, Person
from samen.privacy.actions import erase, finish
from samen.privacy.choices import First
from samen.privacy.rules import Situation, what_comes_first
from samen.privacy.traces import Traces
from samen.signals import actions as signals
from samen.signals.choices import Category, Outcome
from samen.signals.models import Signal
from tests.support.initiative import ACTOR, Office, close_duo, farewell, make_office
from tests.support.world import World, address, addresses

TODAY = clock.today()
NOBODY = "Iemand die gewist is"


def wipe(part: Participation) -> None:
    erase(person=part.person, today=TODAY, now=clock.now(), actor=ACTOR)


def why_not(part: Participation) -> str:
    """The code of the refusal."""
    with pytest.raises(Refused) as refused:
        wipe(part)
    assert str(refused.value).endswith((".", "weg."))
    return refused.value.code


def of(office: Office, part: Participation, path: str = "erase/") -> str:
    return office.url(f"people/{part.pk}/{path}")


def text(answer: HttpResponse) -> str:
    """What a page says; of a file nothing."""
    return (
        b"".join(answer).decode(errors="ignore")
        if answer.streaming
        else answer.content.decode(errors="ignore")
    )


def propose(newcomer: Participation, coach: Participation) -> Proposal:
    return matching.propose(
        newcomer=newcomer, coach=coach, score=1.0, reasons=[], engine_version="1", today=TODAY, actor=ACTOR
    )


# ---------- What comes first ----------


def test_nothing_comes_first_when_nobody_counts_on_them() -> None:
    assert what_comes_first(Situation()) == []


def test_each_thing_that_others_count_on_comes_first() -> None:
    everything = Situation(
        running_duos=1,
        first_meetings=1,
        open_serious=2,
        open_of_others=1,
        worries_of_others=1,
        unsent=1,
    )
    assert what_comes_first(everything) == list(First)


def test_who_is_in_a_duo_ends_it_first(office: Office) -> None:
    duo = office.duo()
    assert why_not(duo.newcomer) == why_not(duo.coach) == First.END_DUO
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    wipe(duo.newcomer)
    assert str(Duo.objects.get().newcomer) == NOBODY


def test_a_duo_in_another_role_comes_first_too(office: Office) -> None:
    part = office.newcomer()
    coach = take_part_again(part=part, role=Role.COACH, now=clock.now(), actor=ACTOR)
    office.duo(coach=coach)
    assert why_not(part) == First.END_DUO


def test_nobody_waits_at_a_first_meeting_in_vain(office: Office) -> None:
    proposal = propose(office.newcomer(), office.coach())
    matching.plan_first_meeting(
        proposal=proposal, at=clock.now() + timedelta(days=2), where="Markt", now=clock.now(), actor=ACTOR
    )
    assert why_not(proposal.coach) == First.CALL_OFF_MEETING
    matching.withdraw(proposal=proposal, actor=ACTOR)
    wipe(proposal.coach)
    assert Proposal.objects.count() == 0


def test_a_proposal_without_a_meeting_falls(office: Office) -> None:
    proposal = propose(office.newcomer(), office.coach())
    page = text(office.client().get(of(office, proposal.newcomer)))
    assert "Het voorstel met Bart. Weet Bart ervan? Zeg het dan." in page
    wipe(proposal.newcomer)
    assert Proposal.objects.count() == 0


def test_a_serious_signal_comes_first_and_another_goes_along(office: Office) -> None:
    part = office.newcomer()
    for category in (Category.UNSAFE, Category.OTHER):
        signals.report(told=signals.Told(category, text="…"), part=part, now=clock.now(), actor=ACTOR)
    assert why_not(part) == First.CLOSE_SERIOUS
    serious = Signal.objects.get(category=Category.UNSAFE)
    signals.add_step(signal=serious, what="gebeld", due_on=TODAY, is_done=True, today=TODAY, actor=ACTOR)
    signals.close(signal=serious, outcome=Outcome.SOLVED, today=TODAY, actor=ACTOR)
    wipe(part)
    assert Signal.objects.count() == 0


@pytest.mark.parametrize("whose", ["of the other", "of nobody"])
def test_an_open_signal_of_somebody_else_comes_first(office: Office, whose: str) -> None:
    duo = office.duo()
    part = duo.coach if whose == "of the other" else None
    told = signals.Told(Category.NO_CLICK, text="Amal komt niet")
    made = signals.report(told=told, part=part, duo=duo, now=clock.now(), actor=ACTOR)
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    assert why_not(duo.newcomer) == First.CLOSE_OF_OTHER
    signals.close(signal=made, outcome=Outcome.DUO_ENDED, today=TODAY, actor=ACTOR)
    wipe(duo.newcomer)
    assert [(one.participation, one.text) for one in Signal.objects.all()] == [(part, "")]


def test_an_open_signal_that_names_them_comes_first_and_its_words_go(office: Office) -> None:
    part, other, kept = office.newcomer("Wilhelmina Zwart"), office.coach("Bart"), office.coach("Jan")
    Participation.objects.filter(pk=other.pk).update(remark="Zus van Wilhelmina Zwart")
    Participation.objects.filter(pk=kept.pk).update(remark="Kent niemand")
    made = [
        signals.report(told=signals.Told(Category.OTHER, text=words), part=who, now=clock.now(), actor=ACTOR)
        for who, words in ((other, "Wilhelmina Zwart belt elke dag"), (None, "Het lokaal is koud"))
    ]
    step = "gebeld met Wilhelmina Zwart"
    signals.add_step(signal=made[1], what=step, due_on=TODAY, is_done=True, today=TODAY, actor=ACTOR)
    assert why_not(part) == First.CLOSE_OF_OTHER
    page = text(office.client().get(of(office, part)))
    assert "In een open signaal staat de naam van Wilhelmina." in page
    signals.close(signal=made[0], outcome=Outcome.SOLVED, today=TODAY, actor=ACTOR)
    wipe(part)
    assert sorted(Signal.objects.values_list("text", flat=True)) == ["", "Het lokaal is koud"]
    assert [one.what for one in made[1].steps.all()] == [""]
    remarks = Participation.objects.exclude(remark="").values_list("remark", flat=True)
    assert list(remarks) == ["Kent niemand"]


def test_what_the_other_said_is_followed_up_first(office: Office) -> None:
    duo = office.duo()
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    for role in Role:
        say(duo, role, going="bad")
    assert why_not(duo.newcomer) == First.CALL_OTHER
    page = text(office.client().get(of(office, duo.newcomer)))
    assert "Wat Bart zei over het duo met Amal, is nog niet opgevolgd." in page
    assert office.url(f"duos/{duo.pk}/") in page
    follow_up(said=CheckIn.objects.get(by_role=Role.COACH), note="", today=TODAY, actor=ACTOR)
    wipe(duo.newcomer)


def test_the_other_hears_it_before_the_words_go(office: Office) -> None:
    duo = office.duo()
    office.client().post(office.url(f"duos/{duo.pk}/close/"), farewell("no_time", tell="on"))
    assert why_not(duo.newcomer) == First.SEND_WORD
    message = OutboxMessage.objects.get(about=f"part:{duo.coach_id}")
    page = text(office.client().get(of(office, duo.newcomer)))
    assert "Er wacht nog een bericht aan Bart Goossens. Stuur het eerst, of zeg het zelf." in page
    assert office.url(f"messages/{message.pk}/") in page
    mark_done(message=message, now=clock.now(), actor=ACTOR)
    wipe(duo.newcomer)
    kept = OutboxMessage.objects.get()
    assert (kept.pk, kept.body) == (message.pk, "")


def test_what_the_other_writes_afterwards_stays(office: Office) -> None:
    duo = office.duo()
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    wipe(duo.newcomer)
    said = say(Duo.objects.get(), Role.COACH, words="Ik leerde veel")
    told = signals.Told(Category.OTHER, text="Ik wil een nieuw duo")
    signals.report(told=told, part=duo.coach, duo=duo, now=clock.now(), actor=ACTOR)
    for days in (0, 1, 40):
        finish(today=TODAY + timedelta(days=days))
    said.refresh_from_db()
    assert (said.words, Signal.objects.get().text) == ("Ik leerde veel", "Ik wil een nieuw duo")
    assert Person.objects.get(pk=duo.newcomer.person_id).erased_on == TODAY


def test_however_late_the_tick_comes_it_finishes(office: Office) -> None:
    part = office.newcomer()
    wipe(part)
    ask_to_be_called(part=part, now=clock.now(), about=AskedFor.CALL)
    finish(today=TODAY + timedelta(days=40))
    assert not CallRequest.objects.exists()


def say(duo: Duo, role: Role, *, going: str = "good", words: str = "") -> CheckIn:
    return answer(
        duo=duo,
        moment=CheckInMoment.BEFORE_END,
        by_role=role,
        said=Said(going, "good", "good", words=words),
        way=CheckInWay.OWN_PAGE,
        now=clock.now(),
        actor=ACTOR,
    )


# ---------- Who may ----------


@pytest.mark.parametrize("role", [StaffRole.ASSISTANT, StaffRole.READER])
def test_only_a_coordinator_erases(office: Office, role: StaffRole) -> None:
    part = office.newcomer()
    client = office.client(role)
    assert client.get(of(office, part)).status_code == 403
    assert client.post(of(office, part), {"name": "Amal"}).status_code == 403
    assert f"people/{part.pk}/erase/" not in text(client.get(of(office, part, "")))
    assert Person.objects.get().given_name == "Amal"


def test_somebody_of_another_initiative_is_not_found(office: Office) -> None:
    part = office.newcomer()
    other = make_office("gent", "Samen in Gent")
    assert other.client().post(other.url(f"people/{part.pk}/erase/"), {"name": "Amal"}).status_code == 404
    assert Person.objects.get().erased_on is None


# ---------- The page ----------


def test_the_page_says_what_goes_and_what_stays(office: Office) -> None:
    part = office.newcomer()
    page = text(office.client().get(of(office, part)))
    assert "Dit gaat weg" in page
    assert "Dit blijft, zonder naam" in page
    assert "niet ongedaan maken" in page
    assert "De duo’s die voorbij zijn" not in page
    assert "De cellen van de lijst" not in page


def test_the_page_leads_to_what_comes_first(office: Office) -> None:
    duo = office.duo()
    client = office.client()
    page = text(client.get(of(office, duo.coach)))
    assert office.url(f"duos/{duo.pk}/close/") in page
    assert "Bart is nog in een duo met Amal." in page
    assert 'name="name"' not in page
    answer = client.post(of(office, duo.coach), {"name": "Bart"})
    assert (answer.status_code, Person.objects.filter(erased_on=None).count()) == (422, 2)


@pytest.mark.parametrize("typed", ["", "Bart", "Ama", "Amal\x00", " "])
def test_another_name_erases_nobody(office: Office, typed: str) -> None:
    part = office.newcomer()
    answer = office.client().post(of(office, part), {"name": typed})
    assert answer.status_code == 422
    assert Person.objects.get().given_name == "Amal"


@pytest.mark.parametrize("typed", ["Zoë", "zoe", " ZOË "])
def test_capitals_and_accents_do_not_matter(office: Office, typed: str) -> None:
    part = office.newcomer("Zoë Saleh")
    answer = office.client().post(of(office, part), {"name": typed}, follow=True)
    assert answer.redirect_chain == [(office.url("people/"), 302)]
    assert "Alles over deze mens is gewist." in text(answer)
    assert Person.objects.get().erased_on == TODAY


def test_a_call_request_leads_here_and_goes(office: Office) -> None:
    part = office.newcomer()
    ask_to_be_called(part=part, now=clock.now(), about=AskedFor.ERASE)
    client = office.client()
    assert of(office, part) in text(client.get(office.url()))
    assert of(office, part) not in text(office.client(StaffRole.ASSISTANT).get(office.url()))
    client.post(of(office, part), {"name": "Amal"})
    today = text(client.get(office.url()))
    assert (CallRequest.objects.count(), "Amal" in today, NOBODY in today) == (0, False, False)


def test_pressed_twice_the_second_reads_that_it_is_done(office: Office) -> None:
    part = office.newcomer()
    client = office.client()
    client.post(of(office, part), {"name": "Amal"})
    answer = client.post(of(office, part), {"name": "Amal"}, follow=True)
    assert answer.status_code == 200
    assert f"<h1>{NOBODY}</h1>" in text(answer)
    assert AuditLine.objects.filter(verb="erase").count() == 1


def test_the_audit_line_holds_the_number_alone(office: Office) -> None:
    part = office.newcomer()
    wipe(part)
    line = AuditLine.objects.get(verb="erase")
    assert (line.subject_kind, line.subject_id, line.facts) == ("people.person", part.person_id, {})
    assert "Amal" not in "".join(map(str, AuditLine.objects.values_list("facts", flat=True)))


# ---------- Afterwards ----------


def test_every_page_still_works_and_shows_no_name(world: World) -> None:
    """Each address of the desk with what it named before: without a name, or not there."""
    urls = [address(world, route, pattern) for route, pattern in addresses(desk=True)]
    close_duo(world.duo, ClosingReason.NO_TIME, TODAY)
    # Words of nobody in particular, with the same name in them.
    OutboxMessage.objects.filter(pk=world.message.pk).delete()
    wipe(world.duo.newcomer)
    client = world.office.client()
    answers = {url: client.get(url) for url in urls}
    assert {url: one.status_code for url, one in answers.items() if one.status_code >= 500} == {}
    assert [url for url, one in answers.items() if "Canarynew Een" in text(one)] == []
    said = [url for url, one in answers.items() if NOBODY in text(one)]
    assert world.office.url(f"duos/{world.duo.pk}/timeline/") in said
    assert world.office.url("people/") not in said


def test_the_pages_of_a_duo_say_that_somebody_was_erased(office: Office) -> None:
    duo = office.duo(office.newcomer("Wilhelmina Zwart"), met_days_ago=[9])
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    wipe(duo.newcomer)
    client = office.client()
    for path in (
        f"duos/{duo.pk}/",
        f"duos/{duo.pk}/timeline/",
        f"people/{duo.newcomer_id}/",
        "duos/closing/",
    ):
        page = text(client.get(office.url(path)))
        assert (NOBODY in page, "Wilhelmina" in page, "Zwart" in page) == (True, False, False)


def test_a_duo_offers_nothing_that_needs_both(office: Office) -> None:
    duo = office.duo(met_days_ago=[9])
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    url = office.url(f"duos/{duo.pk}/")
    client = office.client()
    needs_both = [
        f"{url}close/undo/",
        f"{url}agreement.pdf",
        "Bedankbewijs voor allebei",
        "Amal: niet getekend",
    ]
    assert [words for words in needs_both if words not in text(client.get(url))] == []
    wipe(duo.newcomer)
    page = text(client.get(url))
    assert [words for words in needs_both if words in page] == []
    assert f"{url}certificates.pdf" in page


def test_nothing_more_happens_with_them(office: Office) -> None:
    part = office.newcomer()
    wipe(part)
    client = office.client()
    for path in ("edit/", "decide/", "link/", "again/", "leave/", "look/", "accept/"):
        for one in (client.get(of(office, part, path)), client.post(of(office, part, path))):
            assert one.status_code in {404, 405}


def test_their_own_page_is_closed(office: Office) -> None:
    part = office.newcomer()
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    secret = open_link(link=link, now=clock.now())
    wipe(part)
    assert find_visit(secret, clock.now()) is None


def test_the_words_for_no_name_are_never_kept(office: Office) -> None:
    part = office.newcomer()
    wipe(part)
    person = Person.objects.get()
    assert (person.given_name, str(person), person.initials) == (NOBODY, NOBODY, "–")
    person.save()
    assert Person.objects.filter(given_name="").count() == 1


def test_who_was_thanked_keeps_the_paper_and_who_was_erased_has_none(office: Office) -> None:
    duo = office.duo(met_days_ago=[9])
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    client, path = office.client(), office.url(f"duos/{duo.pk}/certificates.pdf")
    wipe(duo.coach)
    assert client.get(path)["Content-Type"] == "application/pdf"
    wipe(duo.newcomer)
    assert "Er is niemand meer om te bedanken." in text(client.get(path, follow=True))


def test_the_hours_of_the_other_stay_and_nothing_is_noted_of_who_is_gone(office: Office) -> None:
    duo = office.duo(met_days_ago=[9])
    known = Certificate("obliged", "Mevrouw Peeters", asked_on=TODAY)
    keep_certificate(duo=duo, certificate=known, today=TODAY, actor=ACTOR)
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    wipe(duo.coach)
    assert duo.newcomer.trajectory.counsellor == "Mevrouw Peeters"
    wipe(duo.newcomer)
    with pytest.raises(Refused, match="intussen gewist"):
        keep_certificate(duo=Duo.objects.get(), certificate=known, today=TODAY, actor=ACTOR)


def test_nothing_is_said_in_their_place(office: Office) -> None:
    duo = office.duo()
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    wipe(duo.newcomer)
    kept = Duo.objects.get()
    said = {
        "moment": CheckInMoment.BEFORE_END,
        "said": Said("good", "good", "good", words="Amal is weg"),
        "way": CheckInWay.TALK,
        "now": clock.now(),
        "actor": ACTOR,
    }
    with pytest.raises(Refused, match="intussen gewist"):
        answer(duo=kept, by_role=Role.NEWCOMER, **said)
    answer(duo=kept, by_role=Role.COACH, **said)


def test_nobody_asks_them_anything_any_more(office: Office) -> None:
    duo = office.duo(started_days=60, met_days_ago=[30])
    close_duo(duo, ClosingReason.NO_TIME, TODAY - timedelta(days=9))
    wipe(duo.newcomer)
    # Nor the other about "somebody who is erased".
    assert asked_after(TODAY, []) == []
    assert ask_after(now=clock.now(), spared=[]) == 0
    period = (TODAY - timedelta(days=30), TODAY)
    assert to_invite(ends_between(*period)) == [duo.coach]


def test_a_closing_of_today_is_not_taken_back_after_erasing(office: Office) -> None:
    duo = office.duo()
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    wipe(duo.newcomer)
    with pytest.raises(Refused, match="intussen gewist"):
        undo_closing(duo=Duo.objects.get(), capacity=1, today=TODAY, actor=ACTOR)


def test_who_corrects_at_that_moment_writes_nothing_back(office: Office) -> None:
    part = office.newcomer()
    read_before = Person.objects.get()
    wipe(part)
    with pytest.raises(Refused, match="intussen gewist"):
        people.correct(person=read_before, changes={"place": "Gent"}, remark="", part=part, actor=ACTOR)
    assert Person.objects.filter(given_name="", place="").count() == 1


def test_somebody_may_come_back_as_somebody_new(office: Office) -> None:
    phone = "+32470998871"
    wipe(office.newcomer(phone=phone))
    people.register(
        details=Details("Amal", phone=phone), role=Role.NEWCOMER, registered_on=TODAY, actor=ACTOR
    )
    assert Person.objects.filter(erased_on=None).count() == 1


# ---------- Others ----------


def test_a_shared_number_stays_of_the_other(office: Office) -> None:
    """A family has one phone: what the other chose there, and was sent, stays."""
    phone = "+32470998871"
    mine, other = office.newcomer(phone=phone), office.newcomer("Karim Saleh", phone=phone)
    here = office.initiative
    Choice.objects.create(initiative=here, digest=digest_of(here.pk, "phone", phone), language="ar")
    for part in (mine, other):
        OutboxMessage.objects.create(
            initiative=here,
            key=f"k{part.pk}",
            kind="x",
            about=f"part:{part.pk}",
            channel="whatsapp",
            to_name="…",
            phone=phone,
            status="by_hand",
            message_id="<x>",
        )
    wipe(mine)
    assert [one.about for one in OutboxMessage.objects.all()] == [f"part:{other.pk}"]
    assert Choice.objects.count() == 1


def test_a_list_goes_without_cells_and_the_rest_of_it_can_be_undone(office: Office) -> None:
    content = b"Rol,Voornaam,Familienaam,Telefoon\ncoach,Anna,Smet,0470998871\ncoach,Bert,Baert,0470123456\n"
    made = lists.keep(content=content, filename="l.csv", today=TODAY, actor=ACTOR)
    lists.import_list(people_list=made, today=TODAY, actor=ACTOR)
    anna = Participation.objects.get(person__given_name="Anna")
    assert "De cellen van de lijst" in text(office.client().get(of(office, anna)))
    wipe(anna)
    kept = PeopleList.objects.get()
    assert (kept.content, kept.filename, ImportedPart.objects.count()) == (None, "", 1)
    assert lists.undo(people_list=kept, actor=ACTOR) == 1
    assert [one.given_name for one in Person.objects.all()] == [NOBODY]


def test_a_list_that_waits_with_them_in_it_is_gone(office: Office) -> None:
    part = office.coach("Anna Smet", phone="+32470998871")
    content = b"Rol,Voornaam,Telefoon\ncoach,Anna,0470998871\ncoach,Bert,0470123456\n"
    with_them = lists.keep(content=content, filename="l.csv", today=TODAY, actor=ACTOR)
    other = lists.keep(
        content=b"Rol,Voornaam,Telefoon\ncoach,Bert,0470123456\n", filename="b.csv", today=TODAY, actor=ACTOR
    )
    wipe(part)
    assert list(PeopleList.objects.all()) == [other]
    with pytest.raises(Refused, match="Deze lijst is er niet meer"):
        lists.import_list(people_list=with_them, today=TODAY, actor=ACTOR)


@pytest.mark.parametrize(
    ("text", "full", "any_"),
    [
        ("Amal Saleh komt", True, True),
        ("saleh, AMÁL", True, True),
        ("Dag Amal!", False, True),
        ("Amalia Salehi", False, False),
        ("bel 0470/99.88.71", True, True),
        ("+32 470 99 88 71", True, True),
        ("0470 99 88 72", False, False),
        ("Mail naar AMAL@Example.org.", True, True),
        ("", False, False),
    ],
)
def test_by_what_a_text_names_somebody(text: str, full: bool, any_: bool) -> None:
    known = Traces("Amal", "Saleh", "+32470998871", "amal@example.org")
    assert (known.full_in(text), known.any_in(text)) == (full, any_)


def test_who_is_known_by_little_is_found_nowhere_by_it() -> None:
    assert not Traces("’", phone="12").full_in("’ 12 0470121212")
