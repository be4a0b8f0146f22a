"""The conversation: what is asked, where each answer goes, two people at once, and nothing lost."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samen.base import clock
from samen.base.personal_data import Kept
from samen.initiatives.actions import follow_duos
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.rules import FollowUp
from samen.intake import choices, talk_actions
from samen.intake.careful import sensitive_words
from samen.intake.guide import GUIDES, Need, Question, Store, questions
from samen.intake.known import known
from samen.intake.models import Answer, NotWith, Profile, Talk, Wish
from samen.intake.talk import progress, steps
from samen.matching.pool import read_pool
from samen.papers.choices import Duty
from samen.papers.models import Clearance
from samen.papers.queries import clearance_of, latest_receipt
from samen.people.choices import ConsentKind, Role
from samen.people.models import Consent, Participation
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


@pytest.fixture
def amal(office: Office) -> Participation:
    return office.newcomer("Amal Saleh", accepted=False)


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def url(office: Office, part: Participation, section: str) -> str:
    return office.url(f"people/{part.pk}/talk/{section}/")


def marks(page: str) -> dict[str, str]:
    """The hidden marks of a page: what was known when it was made."""
    return dict(re.findall(r'name="([\w]+-was)" value="(\w+)"', page))


def send(office: Office, client: Client, part: Participation, section: str, **typed: Any) -> Any:
    """Open a part, fill in something, go on."""
    page = client.get(url(office, part, section)).content.decode()
    return client.post(url(office, part, section), {**marks(page), "do": "on", **typed})


# ---------- The guide is whole: the FAQ's own lists ----------


@pytest.mark.parametrize(
    ("question", "vocabulary", "how_many"),
    [
        ("FAQ question 2: what is expected of a newcomer", choices.Admission, 3),
        ("FAQ question 3: what is expected of a coach", choices.Quality, 8),
        ("FAQ question 4: which wishes count", choices.Wanted, 4),
        ("FAQ question 11: when is Dutch good enough", choices.Indicator, 4),
    ],
)
def test_every_option_list_of_the_programme_is_complete(
    question: str, vocabulary: Any, how_many: int
) -> None:
    assert len(vocabulary.choices) == how_many, question


def test_the_levels_run_from_unknown_to_four() -> None:
    assert [level.value for level in choices.Level] == [
        "unknown", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3", "4"
    ]  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_every_question_has_a_reason_a_term_and_a_code_of_its_own(role: Role) -> None:
    asked = list(questions(role))
    assert len({question.code for question in asked}) == len(asked)
    assert all(isinstance(question.kept, Kept) and question.kept.term for question in asked)
    assert all((question.store is Store.CONSENT) == bool(question.consent) for question in asked)


@pytest.mark.parametrize("role", list(Role))
def test_motive_and_expectation_are_always_asked_apart(role: Role) -> None:
    needed = {question.code for question in questions(role) if question.need is Need.PROOF}
    assert {"motive", "hope", "understood", "voluntary", "neutral", "privacy"} <= needed
    assert next(question for question in questions(role) if question.code == "motive").probes


# ---------- Each answer goes where it belongs ----------


@pytest.mark.parametrize(("days", "words"), [(14, "om de twee weken"), (21, "om de 21 dagen")])
def test_the_rhythm_that_is_said_is_that_of_the_initiative(
    office: Office, client: Client, amal: Participation, days: int, words: str
) -> None:
    follow_duos(initiative=office.initiative, days=FollowUp(rhythm=days), gives_up_name=True, actor=ACTOR)
    said = f"Jullie zien elkaar {words}, zes tot twaalf maanden lang."
    assert said in client.get(url(office, amal, "welcome")).content.decode()
    assert said in client.get(office.url("people/guide/coach/")).content.decode()


def test_facts_are_on_the_board_at_once(office: Office, client: Client) -> None:
    part = office.newcomer("Amal Saleh")
    send(
        office,
        client,
        part,
        "wishes",
        **{"free-availability": ["0", "4"], "wishes-wish_gender": "f", "wishes-wish_gender_strength": "must"},
    )
    profile = read_pool().profiles[str(part.pk)]
    assert Profile.objects.get(participation=part).availability == profile.availability == 0b10001
    assert Wish.objects.get().strength == "must"


def test_reach_and_place_go_to_the_person(office: Office, client: Client, amal: Participation) -> None:
    answer = send(
        office, client, amal, "reach",
        **{"reach-given_name": "Amal", "reach-phone": "0470 99 88 77", "languages-phone_language": "ar",
           "about-postal_code": "9850", "about-birth_year": "1990"},
    )  # fmt: skip
    assert answer.status_code == 302
    amal.person.refresh_from_db()
    person = amal.person
    assert (person.phone, person.phone_language, person.postal_code, person.birth_year) == (
        "+32470998877", "ar", "9850", 1990
    )  # fmt: skip
    assert person.place


def test_consent_is_kept_with_its_way_and_taken_back_by_a_no(
    office: Office, client: Client, amal: Participation
) -> None:
    send(office, client, amal, "welcome", **{"voluntary-given": "yes", "voluntary-way": "paper"})
    consent = Consent.objects.get(kind=ConsentKind.VOLUNTARY)
    assert (consent.way, consent.text_version, consent.withdrawn_on) == (
        "paper", talk_actions.TEXT_VERSION, None
    )  # fmt: skip
    send(office, client, amal, "welcome", **{"voluntary-given": "no"})
    consent.refresh_from_db()
    assert consent.withdrawn_on == clock.today()


def test_what_somebody_says_and_what_we_see_stand_apart(
    office: Office, client: Client, amal: Participation
) -> None:
    send(office, client, amal, "life", **{"lively-says": "5", "lively-personality": "2"})
    assert Profile.objects.get().personality == 2
    assert Answer.objects.get(question="lively").value == {"says": 5}


def test_whom_not_to_meet_is_never_proposed_even_when_pinned(office: Office, client: Client) -> None:
    from samen.matching import actions as matching
    from samen.matching.choices import Mark

    part, coach = office.newcomer("Amal"), office.coach("Bart")
    matching.mark_pair(newcomer=part, coach=coach, mark=Mark.PIN, note="", bonus=0, actor=ACTOR)
    send(office, client, part, "wishes", **{"not_with-not_with": [coach.pk]})
    pool = read_pool()
    assert pool.bans == [(str(part.pk), str(coach.pk))]
    assert pool.pins == []
    send(office, client, part, "wishes")
    assert not NotWith.objects.exists()


def test_somebody_of_the_own_side_cannot_be_chosen(
    office: Office, client: Client, amal: Participation
) -> None:
    other = office.newcomer("Sara")
    answer = send(office, client, amal, "wishes", **{"not_with-not_with": [other.pk]})
    assert answer.status_code == 422
    assert not NotWith.objects.exists()


# ---------- What the law asks of a coach ----------


NO = {
    f"benefit-{name}": "no" for name in ("unemployment_office", "health_fund", "social_welfare", "reception")
}


@pytest.mark.parametrize(
    ("answers", "duty"),
    [
        ({}, Duty.NONE),
        ({"benefit-unemployment_office": "yes"}, Duty.NOTIFY),
        ({"benefit-health_fund": "yes"}, Duty.ASK),
        ({"benefit-health_fund": "unsure"}, Duty.ASK),
    ],
)
def test_only_what_must_be_done_is_kept_and_not_why(
    office: Office, client: Client, answers: dict[str, str], duty: Duty
) -> None:
    bart = office.coach("Bart", accepted=False)
    send(office, client, bart, "duties", **{**NO, **answers, "note-way": "paper"})
    clearance, receipt = clearance_of(bart), latest_receipt(bart)
    assert clearance
    assert receipt
    assert (clearance.duty, clearance.told_on, receipt.way) == (duty, clock.today(), "paper")
    assert {answer.question: answer.value for answer in Answer.objects.all()} == {"benefit": {}, "note": {}}
    assert progress(bart.role, known(bart)).missing[Need.PROOF] == [
        question
        for question in questions(Role.COACH)
        if question.need is Need.PROOF and question.code not in {"benefit", "note"}
    ]


def test_the_four_questions_are_asked_all_or_none(office: Office, client: Client) -> None:
    bart = office.coach("Bart", accepted=False)
    answer = send(office, client, bart, "duties", **{"benefit-health_fund": "no"})
    assert answer.status_code == 422
    assert "Kies ook een antwoord over de RVA." in answer.content.decode()
    assert clearance_of(bart) is None
    assert send(office, client, bart, "duties").status_code == 302
    assert clearance_of(bart) is None


def test_while_somebody_types_nothing_is_declared(office: Office, client: Client) -> None:
    bart = office.coach("Bart", accepted=False)
    client.post(url(office, bart, "duties"), NO, headers={"X-Autosave": "1"})
    assert clearance_of(bart) is None


def test_asked_again_with_the_same_answer_nothing_begins_anew(office: Office, client: Client) -> None:
    bart = office.coach("Bart", accepted=False)
    for _ in range(2):
        send(office, client, bart, "duties", **NO)
    assert Clearance.objects.count() == 1


# ---------- Nothing is lost ----------


def test_what_is_wrong_is_told_and_the_rest_is_kept(
    office: Office, client: Client, amal: Participation
) -> None:
    answer = send(
        office, client, amal, "wishes",
        **{"free-availability": ["3"], "wishes-wish_age_min": "40", "wishes-wish_age_max": "20",
           "wishes-wish_age_strength": "must"},
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Deze leeftijd ligt onder de andere. Draai ze om." in page
    assert 'value="40"' in page
    assert Profile.objects.get().availability == 0b1000


def test_kept_by_itself_tells_the_page_what_it_needs(
    office: Office, client: Client, amal: Participation
) -> None:
    page = client.get(url(office, amal, "why")).content.decode()
    answer = client.post(
        url(office, amal, "why"),
        {**marks(page), "motive-text": "Ik ben ziek en wil praten", "hope-text": ""},
        headers={"X-Autosave": "1"},
    )
    kept = answer.json()
    assert (kept["wrong"], kept["careful"]) == ([], {"motive": ["ziek"]})
    assert Answer.objects.get().question == "motive"
    assert kept["marks"]["motive"] != marks(page)["motive-was"]


def test_typing_nothing_keeps_nothing_and_going_on_says_that_it_was_asked(
    office: Office, client: Client, amal: Participation
) -> None:
    page = client.get(url(office, amal, "why")).content.decode()
    client.post(url(office, amal, "why"), marks(page), headers={"X-Autosave": "1"})
    assert not Answer.objects.exists()
    send(office, client, amal, "why")
    assert {answer.question for answer in Answer.objects.all()} == {"motive", "hope", "learn"}


def test_stop_and_go_on_where_it_stopped(office: Office, client: Client, amal: Participation) -> None:
    client.get(url(office, amal, "dutch"))
    client.post(url(office, amal, "dutch"), {"do": "later", "level-language_level": "1.2"})
    assert client.get(office.url(f"people/{amal.pk}/talk/"))["Location"].endswith("/talk/dutch/")
    assert Profile.objects.get().language_level == "1.2"


# ---------- Two at once ----------


def test_two_at_once_overwrite_nothing(office: Office, client: Client, amal: Participation) -> None:
    first = client.get(url(office, amal, "why")).content.decode()
    colleague = office.client(StaffRole.ASSISTANT)
    second = colleague.get(url(office, amal, "why")).content.decode()
    assert "heeft dit gesprek nu ook open" in second
    colleague.post(
        url(office, amal, "why"),
        {**marks(second), "do": "on", "motive-text": "Van de collega", "hope-text": "B"},
    )
    mine = {**marks(first), "do": "on", "motive-text": "Van mij", "learn-text": "C"}
    answer = client.post(url(office, amal, "why"), mine)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Een collega noteerde hier intussen iets anders:" in page
    assert "Van de collega" in page
    assert "Van mij" in page
    said = known(amal)
    assert (said["motive"].values["text"], said["hope"].values["text"], said["learn"].values["text"]) == (
        "Van de collega", "B", "C"
    )  # fmt: skip
    client.post(url(office, amal, "why"), {**mine, **marks(page)})
    assert known(amal)["motive"].values["text"] == "Van mij"


def test_nobody_sits_there_any_more_after_ten_minutes(office: Office, amal: Participation) -> None:
    now = clock.now()
    talk_actions.look(part=amal, section="why", by="user:1", now=now)
    soon, late = now + timedelta(minutes=9), now + timedelta(minutes=21)
    assert talk_actions.look(part=amal, section="why", by="user:2", now=soon)[1] == "user:1"
    assert talk_actions.look(part=amal, section="why", by="user:1", now=late)[1] == ""


# ---------- How far it is ----------


def test_the_meter_tells_what_is_missing_for_matching(
    office: Office, client: Client, amal: Participation
) -> None:
    before = progress(amal.role, known(amal))
    assert {question.code for question in before.for_matching} == {
        "free",
        "wishes",
        "likes",
        "work",
        "lively",
    }
    send(office, client, amal, "wishes", **{"free-availability": ["0"]})
    after = progress(amal.role, known(amal))
    assert {question.code for question in after.for_matching} == {"likes", "work", "lively"}
    assert after.share > before.share
    assert [section.code for section, is_done in steps(amal.role, known(amal)) if is_done] == ["wishes"]


def test_the_last_part_leads_to_the_decision_and_says_that_it_was_held(
    office: Office, client: Client, amal: Participation
) -> None:
    last = GUIDES[Role.NEWCOMER][-1].code
    answer = send(office, client, amal, last, **{"admission-speaks": "yes"})
    assert answer["Location"].endswith(f"/people/{amal.pk}/decide/")
    assert Talk.objects.get().held_on == clock.today()


# ---------- Bad input ----------


@pytest.mark.parametrize("role", list(Role))
def test_every_part_takes_nonsense_without_falling(office: Office, client: Client, role: Role) -> None:
    part = office.person("Iemand", role, accepted=False)
    nonsense = ["\x00", "<b>x</b>", "x" * 10_000, "-1", "½", "’; drop"]
    for section in GUIDES[role]:
        for text in nonsense:
            typed = {
                f"{question.code}-{name}": text
                for question in section.questions
                for name in question.form.base_fields
            }
            notes = {f"{question.code}-note": text for question in section.questions}
            answer = client.post(url(office, part, section.code), {**typed, **notes, "do": "on"})
            assert answer.status_code in {302, 422}, (section.code, text)


def test_a_note_that_is_too_long_is_told(office: Office, client: Client, amal: Participation) -> None:
    answer = send(office, client, amal, "why", **{"hope-text": "Goed", "hope-note": "x" * 2001})
    assert answer.status_code == 422
    assert "Deze notitie is te lang." in answer.content.decode()


@pytest.mark.parametrize("path", ["talk/nonsense/", "talk/qualities/"])
def test_a_part_that_is_not_there(office: Office, client: Client, amal: Participation, path: str) -> None:
    assert client.get(office.url(f"people/{amal.pk}/{path}")).status_code == 404


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij neemt medicatie voor haar depressie.", ["medicatie", "depressie"]),
        ("ZIEK, Ziek", ["ZIEK", "Ziek"]),
        ("Hij kookt graag en fietst.", []),
        ("", []),
    ],
)
def test_words_that_ask_for_care(text: str, found: list[str]) -> None:
    assert sensitive_words(text) == found


def test_a_page_reads_as_often_however_much_was_said(
    office: Office, client: Client, amal: Participation, django_assert_num_queries: Any
) -> None:
    client.get(url(office, amal, "why"))
    with django_assert_num_queries(17):
        client.get(url(office, amal, "why"))
    send(office, client, amal, "why", **{"motive-text": "a", "hope-text": "b"})
    client.get(url(office, amal, "why"))
    with django_assert_num_queries(17):
        client.get(url(office, amal, "why"))


# ---------- On paper ----------


def test_paper_holds_every_question_in_the_same_order_with_the_other_language_beside_it(
    office: Office, client: Client, amal: Participation
) -> None:
    page = client.get(office.url(f"people/{amal.pk}/talk/paper/?language=en")).content.decode()
    order = [page.index(_dutch(question)) for question in questions(Role.NEWCOMER)]
    assert order == sorted(order)
    assert 'lang="en" dir="ltr"' in page
    for role in Role:
        assert client.get(office.url(f"people/guide/{role}/?language=ar")).status_code == 200
    assert client.get(office.url("people/guide/nobody/")).status_code == 404


def _dutch(question: Question) -> str:
    from django.utils.html import escape
    from django.utils.translation import override

    with override("nl"):
        return escape(str(question.ask))
